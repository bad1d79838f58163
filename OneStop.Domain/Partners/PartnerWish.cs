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
        FormText.Required(Name, "名前", LongestName, nameof(Name)),
        FormText.Of(Kana, "ふりがな", LongestName, nameof(Kana)),
        Kinds.Count > 0 ? [.. Kinds.Distinct().Order()] : throw new RuleException("種類を1つ以上選んでください。", nameof(Kinds)),
        FormText.Of(ForWhom, "だれのための窓口か", LongestForWhom, nameof(ForWhom)),
        FormText.Of(Hours, "受付時間", LongestHours, nameof(Hours)),
        FormText.Phone(Phone, nameof(Phone)),
        Ward,
        FormText.Of(Address, "住所", LongestAddress, nameof(Address)),
        FormText.Link(MapLink, "地図", LongestLink, nameof(MapLink)),
        FormText.Link(WebAddress, "ホームページ", LongestLink, nameof(WebAddress)),
        FormText.Of(HowToRefer, "つなぎ方", LongestHow, nameof(HowToRefer)));
}
