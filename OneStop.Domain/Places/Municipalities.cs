namespace OneStop.Domain.Places;

/// <summary>市区町村 of 福岡県 or 佐賀県; of cities with wards, the ward.</summary>
/// <param name="Code">The five digits of the national code of local governments (全国地方公共団体コード) without its check digit. Stored; it never changes.</param>
/// <param name="Name">The name; of a ward, with the city.</param>
public sealed record Municipality(string Code, string Name)
{
    /// <summary>The number of characters of a code.</summary>
    public const int CodeLength = 5;

    /// <summary>The prefecture's two digits.</summary>
    public string PrefectureCode => Code[..Prefecture.CodeLength];

    /// <summary>Whether it is a ward of Fukuoka.</summary>
    public bool IsInFukuokaCity => Name.StartsWith("福岡市", StringComparison.Ordinal);

    /// <summary>The name as it is written after that of its prefecture: the ward alone within Fukuoka.</summary>
    public string ShortName => IsInFukuokaCity ? Name["福岡市".Length..] : Name;
}

/// <summary>
/// The municipalities to which people may commute: those of 福岡県 and 佐賀県. Work further away is known by its prefecture alone.
/// </summary>
public static class Municipalities
{
    /// <summary>In the order of their codes.</summary>
    public static IReadOnlyList<Municipality> All { get; } =
    [
        new("40101", "北九州市門司区"),
        new("40103", "北九州市若松区"),
        new("40105", "北九州市戸畑区"),
        new("40106", "北九州市小倉北区"),
        new("40107", "北九州市小倉南区"),
        new("40108", "北九州市八幡東区"),
        new("40109", "北九州市八幡西区"),
        new("40131", "福岡市東区"),
        new("40132", "福岡市博多区"),
        new("40133", "福岡市中央区"),
        new("40134", "福岡市南区"),
        new("40135", "福岡市西区"),
        new("40136", "福岡市城南区"),
        new("40137", "福岡市早良区"),
        new("40202", "大牟田市"),
        new("40203", "久留米市"),
        new("40204", "直方市"),
        new("40205", "飯塚市"),
        new("40206", "田川市"),
        new("40207", "柳川市"),
        new("40210", "八女市"),
        new("40211", "筑後市"),
        new("40212", "大川市"),
        new("40213", "行橋市"),
        new("40214", "豊前市"),
        new("40215", "中間市"),
        new("40216", "小郡市"),
        new("40217", "筑紫野市"),
        new("40218", "春日市"),
        new("40219", "大野城市"),
        new("40220", "宗像市"),
        new("40221", "太宰府市"),
        new("40223", "古賀市"),
        new("40224", "福津市"),
        new("40225", "うきは市"),
        new("40226", "宮若市"),
        new("40227", "嘉麻市"),
        new("40228", "朝倉市"),
        new("40229", "みやま市"),
        new("40230", "糸島市"),
        new("40231", "那珂川市"),
        new("40341", "宇美町"),
        new("40342", "篠栗町"),
        new("40343", "志免町"),
        new("40344", "須恵町"),
        new("40345", "新宮町"),
        new("40348", "久山町"),
        new("40349", "粕屋町"),
        new("40381", "芦屋町"),
        new("40382", "水巻町"),
        new("40383", "岡垣町"),
        new("40384", "遠賀町"),
        new("40401", "小竹町"),
        new("40402", "鞍手町"),
        new("40421", "桂川町"),
        new("40447", "筑前町"),
        new("40448", "東峰村"),
        new("40503", "大刀洗町"),
        new("40522", "大木町"),
        new("40544", "広川町"),
        new("40601", "香春町"),
        new("40602", "添田町"),
        new("40604", "糸田町"),
        new("40605", "川崎町"),
        new("40608", "大任町"),
        new("40609", "赤村"),
        new("40610", "福智町"),
        new("40621", "苅田町"),
        new("40625", "みやこ町"),
        new("40642", "吉富町"),
        new("40646", "上毛町"),
        new("40647", "築上町"),
        new("41201", "佐賀市"),
        new("41202", "唐津市"),
        new("41203", "鳥栖市"),
        new("41204", "多久市"),
        new("41205", "伊万里市"),
        new("41206", "武雄市"),
        new("41207", "鹿島市"),
        new("41208", "小城市"),
        new("41209", "嬉野市"),
        new("41210", "神埼市"),
        new("41327", "吉野ヶ里町"),
        new("41341", "基山町"),
        new("41345", "上峰町"),
        new("41346", "みやき町"),
        new("41387", "玄海町"),
        new("41401", "有田町"),
        new("41423", "大町町"),
        new("41424", "江北町"),
        new("41425", "白石町"),
        new("41441", "太良町"),
    ];

    private static readonly Dictionary<string, Municipality> ByCode = All.ToDictionary(m => m.Code);

    /// <summary>The wards of Fukuoka.</summary>
    public static IReadOnlyList<Municipality> OfFukuokaCity { get; } = [.. All.Where(m => m.IsInFukuokaCity)];

    /// <summary>Returns the municipality of a code; null if there is none.</summary>
    public static Municipality? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    /// <summary>Returns the municipality in a typed address, with or without its prefecture; null if none of them stands at its beginning.</summary>
    public static Municipality? In(string address)
    {
        var plain = Prefectures.PlainOf(address);
        var prefecture = Prefectures.In(plain);
        var rest = prefecture is null ? plain : plain[prefecture.Name.Length..];
        return All.Where(m => (prefecture is null || m.PrefectureCode == prefecture.Code) && StandsIn(rest, m)).MaxBy(m => m.Name.Length);
    }

    /// <summary>Between the prefecture and a town its district (糟屋郡) is written.</summary>
    private static bool StandsIn(string rest, Municipality municipality)
    {
        var at = rest.IndexOf(municipality.Name, StringComparison.Ordinal);
        return at == 0 || (at is > 1 and <= 5 && rest[at - 1] == '郡');
    }
}
