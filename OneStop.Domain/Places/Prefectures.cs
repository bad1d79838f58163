using System.Globalization;

namespace OneStop.Domain.Places;

/// <summary>都道府県</summary>
/// <param name="Code">The two digits of 全国地方公共団体コード: 01 to 47.</param>
public sealed record Prefecture(string Code, string Name)
{
    /// <summary>The number of characters of a code.</summary>
    public const int CodeLength = 2;

    /// <summary>福岡県</summary>
    public const string Fukuoka = "40";
}

/// <summary>All prefectures; the minimum wage depends on them (最低賃金法 9条).</summary>
public static class Prefectures
{
    private static readonly string[] Names =
    [
        "北海道", "青森県", "岩手県", "宮城県", "秋田県", "山形県", "福島県", "茨城県", "栃木県", "群馬県", "埼玉県", "千葉県", "東京都", "神奈川県", "新潟県", "富山県", "石川県", "福井県", "山梨県", "長野県",
        "岐阜県", "静岡県", "愛知県", "三重県", "滋賀県", "京都府", "大阪府", "兵庫県", "奈良県", "和歌山県", "鳥取県", "島根県", "岡山県", "広島県", "山口県", "徳島県", "香川県", "愛媛県", "高知県", "福岡県",
        "佐賀県", "長崎県", "熊本県", "大分県", "宮崎県", "鹿児島県", "沖縄県",
    ];

    /// <summary>In the order of their codes.</summary>
    public static IReadOnlyList<Prefecture> All { get; } =
        [.. Names.Select((name, at) => new Prefecture((at + 1).ToString("00", CultureInfo.InvariantCulture), name))];

    /// <summary>Returns the prefecture of a code, of two digits or of a municipality's five; null if there is none.</summary>
    public static Prefecture? Find(string? code) =>
        code is { Length: >= Prefecture.CodeLength } ? All.FirstOrDefault(p => p.Code == code[..Prefecture.CodeLength]) : null;

    /// <summary>Returns the prefecture with which a typed address begins; null if it begins with none.</summary>
    public static Prefecture? In(string address) =>
        PlainOf(address) is var plain ? All.FirstOrDefault(p => plain.StartsWith(p.Name, StringComparison.Ordinal)) : null;

    /// <summary>Returns an address as it is compared with others, without its prefecture, which people leave out.</summary>
    internal static string LocalOf(string address) => PlainOf(address) is var plain && In(plain) is { } prefecture ? plain[prefecture.Name.Length..] : plain;

    /// <summary>Returns an address as it is compared: in plain characters, without spaces and without a postcode before it; 吉野ヶ里 with a small ヶ.</summary>
    internal static string PlainOf(string address)
    {
        var plain = string.Concat(address.Plain.Where(c => !char.IsWhiteSpace(c)));
        var start = plain.StartsWith('〒') ? 1 : 0;
        while (start < plain.Length && (char.IsAsciiDigit(plain[start]) || plain[start] is '-' or '‐' or '−'))
            start++;
        return plain[start..].Replace("吉野ケ里", "吉野ヶ里", StringComparison.Ordinal);
    }
}
