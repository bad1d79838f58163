using System.Text.RegularExpressions;

namespace OneStop.Domain.DatedRules;

/// <summary>A value in force on a day.</summary>
/// <param name="Value">The value as stored.</param>
/// <param name="CheckedAt">When it was last looked up; null if never.</param>
/// <param name="ValueId">The id of the value, to be kept with what was decided by it.</param>
public sealed record RuleInForce(DatedRule Rule, string Value, DateTimeOffset? CheckedAt, Guid ValueId)
{
    /// <summary>The value in words.</summary>
    public string InWords => Rule.Kind.Say(Value, Rule.Unit);

    /// <summary>The value of an amount or a number.</summary>
    public decimal Number => RuleKinds.Number(Value);

    /// <summary>Whether the answer is yes.</summary>
    public bool IsYes => RuleKinds.IsYes(Value);

    /// <summary>Whether it may be told to clients: looked up in the last <see cref="RuleCheck.GoodFor"/> months.</summary>
    public bool IsConfirmed(DateTimeOffset now) => CheckedAt is { } at && now < at.AddMonths(RuleCheck.GoodFor);
}

/// <summary>A text whose names of rules have been replaced by values.</summary>
/// <param name="Doubts">The names of the rules in it that are 要確認 or have no value; empty if the text may be sent to clients.</param>
public sealed record FilledText(string Text, IReadOnlyList<string> Doubts)
{
    /// <summary>Whether it may be sent to clients.</summary>
    public bool IsCertain => Doubts.Count == 0;
}

/// <summary>The rules in force on one day.</summary>
public sealed partial class RuleBook(IReadOnlyList<RuleInForce> rules, DateTimeOffset now)
{
    /// <summary>What stands for a value that is not known.</summary>
    private const string Unknown = "（未定）";

    private readonly Dictionary<string, RuleInForce> byCode = rules.ToDictionary(r => r.Rule.Code);
    private readonly Dictionary<string, RuleInForce> byName = rules.ToDictionary(r => r.Rule.Name);

    /// <summary>Returns the value of a rule; null if none is in force.</summary>
    public RuleInForce? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>Returns the rules in force whose code begins so, by their code.</summary>
    public IEnumerable<RuleInForce> Starting(string code) =>
        byCode.Values.Where(r => r.Rule.Code.StartsWith(code, StringComparison.Ordinal)).OrderBy(r => r.Rule.Code, StringComparer.Ordinal);

    /// <summary>Whether the value of a rule may be relied on.</summary>
    public bool IsConfirmed(string code) => Find(code)?.IsConfirmed(now) == true;

    /// <summary>Replaces the names of rules in double braces by their values. 「毎月{{月額}}」 becomes 「毎月10万円」.</summary>
    public FilledText Fill(string text)
    {
        var doubts = new List<string>();
        var filled = Gap().Replace(text, gap =>
        {
            var name = NameOf(gap);
            var rule = byName.GetValueOrDefault(name);
            if (rule?.IsConfirmed(now) != true)
                doubts.Add(name);
            return rule?.InWords ?? Unknown;
        });
        return new(filled, [.. doubts.Distinct()]);
    }

    /// <summary>The names of rules that a text contains, each once.</summary>
    public static IReadOnlyList<string> NamesIn(string text) => [.. Gap().Matches(text).Select(NameOf).Distinct()];

    /// <summary>Whether a text contains an amount in digits, which has to be a rule instead.</summary>
    public static bool HasTypedAmount(string text) => TypedAmount().IsMatch(Gap().Replace(text, "").Plain);

    private static string NameOf(Match gap) => gap.Groups["name"].Value.Trim();

    [GeneratedRegex(@"(?:\{\{|｛｛)(?<name>[^{}｛｝\r\n]+)(?:\}\}|｝｝)")]
    private static partial Regex Gap();

    [GeneratedRegex(@"[0-9][0-9,.]*\s*[百千万]*円|[0-9][0-9,.]*\s*万(?![0-9]*[人年歳])")]
    private static partial Regex TypedAmount();
}
