using System.Text.RegularExpressions;

namespace OneStop.Domain.AnonymousTwins.Finding;

/// <summary>Finds addresses, places of the city below its wards, and towns around it. The ward itself may stay.</summary>
internal static partial class PlacePatterns
{
    private static readonly string[] Longest = [.. WordList.Places.OrderByDescending(p => p.Length)];

    /// <summary>Finds places.</summary>
    public static IEnumerable<FoundIdentifier> Find(string text, string plain)
    {
        foreach (Match found in Address.Matches(plain))
        {
            var town = found.Groups["town"];
            if (found.Groups["number"].Success || WordList.Places.Contains(town.Value) || Longest.Any(p => town.Value.StartsWith(p, StringComparison.Ordinal)))
                yield return new(IdentifierKind.Place, found.Index, text.Substring(found.Index, found.Length), found.Groups["ward"].Value);
        }
        foreach (Match found in Town.Matches(plain))
            yield return new(IdentifierKind.Place, found.Index, text.Substring(found.Index, found.Length), "市外");
        foreach (Match found in Building.Matches(plain))
            yield return new(IdentifierKind.Place, found.Index, text.Substring(found.Index, found.Length), "住まい");
        foreach (var found in Known(text, plain))
            yield return found;
    }

    private static IEnumerable<FoundIdentifier> Known(string text, string plain)
    {
        for (var at = 0; at < plain.Length; at++)
        {
            if (!KnownWords.IsKanji(plain[at]) || at > 0 && KnownWords.IsKanji(plain[at - 1]))
                continue;
            if (Longest.FirstOrDefault(p => string.CompareOrdinal(plain, at, p, 0, p.Length) == 0) is not { } place || place.Length == 1)
                continue;
            var rest = AfterPlace.Match(plain, at + place.Length);
            if (rest.Success || at + place.Length == plain.Length || !KnownWords.IsKanji(plain[at + place.Length]))
                yield return new(IdentifierKind.Place, at, text.Substring(at, place.Length + rest.Length), IdentifierKind.Place.Anonymous);
        }
    }

    [GeneratedRegex(@"(?:福岡市)?(?<ward>東区|博多区|中央区|南区|西区|城南区|早良区)(?!役所|内|外|民|保健|長)(?<town>[一-鿿々ぁ-ゖァ-ヺヶ]{1,6}?)(?<number>[0-9]+(?:丁目)?[0-9の番地号-]*(?:[ ][ァ-ヺー一-鿿]{2,12}[0-9]{1,4}(?:号室?)?)?)|(?:福岡市)?(?<ward>東区|博多区|中央区|南区|西区|城南区|早良区)(?!役所|内|外|民|保健|長)(?<town>[一-鿿々]{1,2}の?[一-鿿々]{1,3})")]
    private static partial Regex Address { get; }

    [GeneratedRegex(@"春日市|大野城市|太宰府市|筑紫野市|那珂川市|糸島市(?:[一-鿿]{2})?|古賀市|福津市|宗像市|北九州市|久留米市|飯塚市|朝倉市|柳川市|大牟田市|八女市|筑後市|行橋市|直方市|田川市|鳥栖市|唐津市|佐賀市|志免町|須恵町|宇美町|粕屋町|篠栗町|新宮町|久山町")]
    private static partial Regex Town { get; }

    [GeneratedRegex(@"(?:コーポ|メゾン|ハイツ|レジデンス|マンション|コート|ヴィラ|グラン|シャトー|サン|エステート)[ァ-ヺー一-鿿々]{1,10}[ ]?[0-9]{1,4}(?:号室?)?")]
    private static partial Regex Building { get; }

    /// <summary>What belongs to a place, or follows it as another word.</summary>
    [GeneratedRegex(@"\G(?:駅[東西南北]?(?:[0-9]+丁目)?|[0-9]+丁目(?:[0-9-]+)?|[0-9]+(?:-[0-9]+)+|[東西南北]?(?=周辺|方面|沿線|線|団地|近く|地区|あたり|付近|校区))")]
    private static partial Regex AfterPlace { get; }
}
