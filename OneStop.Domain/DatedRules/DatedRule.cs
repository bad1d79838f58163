using System.Buffers;

namespace OneStop.Domain.DatedRules;

/// <summary>The part of the work to which a rule belongs: a group of the list.</summary>
public enum RuleArea
{
    /// <summary>対象者の決まり</summary>
    Eligibility,

    /// <summary>支援策の金額と条件</summary>
    Measures,

    /// <summary>自立支援プログラムの決まり</summary>
    Programs,

    /// <summary>個人情報の扱い</summary>
    PersonalData,

    /// <summary>求人の決まり</summary>
    Openings,
}

/// <summary>The names shown on screen.</summary>
public static class RuleAreas
{
    extension(RuleArea area)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => area switch
        {
            RuleArea.Eligibility => "対象者",
            RuleArea.Measures => "支援策",
            RuleArea.Programs => "プログラム",
            RuleArea.PersonalData => "個人情報",
            RuleArea.Openings => "求人",
            _ => throw new ArgumentOutOfRangeException(nameof(area)),
        };
    }
}

/// <summary>
/// 決まり: an amount, a number, a text or an answer that law or the City may change, such as the monthly sum of an allowance. Its values are <see
/// cref="RuleValue"/>s with dates. Code asks for a rule by its code; texts for clients contain its name in braces.
/// </summary>
public sealed class DatedRule
{
    /// <summary>The most characters of a code.</summary>
    public const int LongestCode = 60;

    /// <summary>The most characters of a name.</summary>
    public const int LongestName = 60;

    /// <summary>The most characters of a unit.</summary>
    public const int LongestUnit = 20;

    /// <summary>What would end a name in a text.</summary>
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("{}｛｝\r\n");

    /// <summary>The prefix of the codes of rules that a manager added: only texts use them, no code does.</summary>
    private const string Own = "own";

    private DatedRule() { }

    /// <summary>Creates a rule that the program knows by its code.</summary>
    internal static DatedRule Known(string code, RuleWish wish, DateTimeOffset now)
    {
        var name = wish.Name.Trim();
        if (name.Length is 0 or > LongestName || name.AsSpan().ContainsAny(NotInNames))
            throw new RuleException($"名前を{LongestName}文字までで入力してください。波かっこは使えません。", nameof(wish.Name));
        if (wish.Unit.Trim() is { Length: > LongestUnit })
            throw new RuleException($"単位は{LongestUnit}文字までです。", nameof(wish.Unit));
        return new()
        {
            Id = Guid.CreateVersion7(now),
            Code = code,
            Area = wish.Area,
            Name = name,
            Kind = wish.Kind,
            Unit = wish.Kind == RuleKind.Number ? wish.Unit.Trim() : "",
        };
    }

    /// <summary>Creates a rule that a manager adds for texts.</summary>
    /// <exception cref="RuleException">The name or the unit is missing, too long, or contains braces.</exception>
    public static DatedRule Of(RuleWish wish, DateTimeOffset now)
    {
        var rule = Known("", wish, now);
        rule.Code = $"{Own}.{rule.Id:N}";
        return rule;
    }

    public Guid Id { get; private set; }

    /// <summary>The code, which is never reused for another rule.</summary>
    public string Code { get; private set; } = "";

    public RuleArea Area { get; private set; }

    /// <summary>The name, unique, by which texts refer to it. It never changes.</summary>
    public string Name { get; private set; } = "";

    public RuleKind Kind { get; private set; }

    /// <summary>What is counted: %, か月, 歳. Empty for other kinds than numbers.</summary>
    public string Unit { get; private set; } = "";
}

/// <summary>What a manager enters for a rule.</summary>
public sealed record RuleWish(RuleArea Area, string Name, RuleKind Kind, string Unit)
{
    /// <summary>An empty form.</summary>
    public static RuleWish None { get; } = new(RuleArea.Measures, "", RuleKind.Yen, "");
}
