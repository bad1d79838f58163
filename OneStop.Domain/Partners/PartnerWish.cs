namespace OneStop.Domain.Partners;

/// <summary>The form of a partner.</summary>
public sealed record PartnerWish(string Name, string Kana, ValueList<PartnerKind> Kinds, string ForWhom, string Hours, string Phone, Ward? Ward,
    string Address, string MapLink, string WebAddress, string HowToRefer)
{
    /// <summary>The most characters of the fields.</summary>
    public const int LongestName = 100, LongestForWhom = 300, LongestHours = 200, LongestAddress = 200, LongestLink = 400, LongestHow = 1000;

    /// <summary>An empty form.</summary>
    public static PartnerWish None { get; } = new("", "", [], "", "", "", null, "", "", "", "");

    /// <summary>The part that a client is told.</summary>
    internal PartnerWish WhatClientsSee => this with { Kana = "", Kinds = [], HowToRefer = "" };

    /// <summary>Returns the form with everything trimmed and the telephone number as it is dialled.</summary>
    /// <exception cref="RuleException">Something is missing, too long, or not valid.</exception>
    internal PartnerWish Checked() => new(
        Name.Trim() is { Length: > 0 } ? Text(Name, "名前", LongestName, nameof(Name)) : throw new RuleException("名前を入力してください。", nameof(Name)),
        Text(Kana, "ふりがな", LongestName, nameof(Kana)),
        Kinds.Count > 0 ? [.. Kinds.Distinct().Order()] : throw new RuleException("種類を1つ以上選んでください。", nameof(Kinds)),
        Text(ForWhom, "だれのための窓口か", LongestForWhom, nameof(ForWhom)),
        Text(Hours, "受付時間", LongestHours, nameof(Hours)),
        Dialled(Phone),
        Ward,
        Text(Address, "住所", LongestAddress, nameof(Address)),
        Link(MapLink, "地図", nameof(MapLink)),
        Link(WebAddress, "ホームページ", nameof(WebAddress)),
        Text(HowToRefer, "つなぎ方", LongestHow, nameof(HowToRefer)));

    private static string Text(string text, string what, int longest, string field) =>
        text.Trim() is { } trimmed && trimmed.Length <= longest ? trimmed : throw new RuleException($"{what}は{longest}文字までです。", field);

    /// <summary>Keeps the hyphens as typed, because the grouping of a land line depends on its region.</summary>
    private static string Dialled(string phone)
    {
        if (string.IsNullOrWhiteSpace(phone))
            return "";
        if (!PhoneNumber.TryRead(phone, out var number))
            throw new RuleException("電話番号を、市外局番から10けたか11けたで入力してください。", nameof(Phone));
        var shown = string.Concat(PhoneNumber.Seen(phone).Trim().Select(c => char.IsAsciiDigit(c) ? c : '-'));
        return shown.Replace("-", "", StringComparison.Ordinal) == number.Value && !shown.Contains("--", StringComparison.Ordinal) && shown[0] == '0'
            ? shown
            : PhoneNumber.Say(number.Value);
    }

    private static string Link(string link, string what, string field)
    {
        var trimmed = link.Trim();
        if (trimmed.Length == 0)
            return "";
        return Uri.TryCreate(trimmed, UriKind.Absolute, out var address) && address is { Scheme: "https" or "http", AbsoluteUri.Length: <= LongestLink }
            ? address.AbsoluteUri
            : throw new RuleException($"{what}のアドレスを、https:// から{LongestLink}文字までで入力してください。", field);
    }
}
