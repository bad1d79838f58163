using OneStop.Domain.DatedRules;

namespace OneStop.Domain.SupportMeasures;

/// <summary>The texts of a measure with the values of a day.</summary>
/// <param name="Doubts">What has to be checked before clients may be told: the texts themselves, or names of rules. Empty if nothing has.</param>
public sealed record FilledMeasure(string Summary, string Conditions, string Deadlines, string WhereToApply, IReadOnlyList<string> Doubts,
    bool MaySend)
{
    private const string Texts = "説明の文";

    /// <summary>Fills the texts with the rules of a day.</summary>
    internal static FilledMeasure Of(SupportMeasure measure, RuleBook rules, DateTimeOffset now)
    {
        var filled = measure.Wording.Texts.Select(t => rules.Fill(t.Text)).ToList();
        var isConfirmed = measure.IsConfirmed(now);
        return new(filled[0].Text, filled[1].Text, filled[2].Text, filled[3].Text,
            [.. isConfirmed ? Array.Empty<string>() : [Texts], .. filled.SelectMany(f => f.Doubts).Distinct()], isConfirmed && filled[0].IsCertain);
    }
}

/// <summary>A measure as a row of the manager's list.</summary>
/// <param name="CheckedBy">Null if nobody has checked it, or if it was checked before the program was set up.</param>
public sealed record MeasureRow(Guid Id, string Name, string ShortName, bool IsOneOfFour, bool IsRetired, int Edition, DateTimeOffset ChangedAt,
    string? ChangedBy, DateTimeOffset? CheckedAt, string? CheckedBy, FilledMeasure Filled);

/// <summary>A wording in the history.</summary>
/// <param name="StaffName">Null if it came with the program.</param>
public sealed record MeasureRevisionRow(int Edition, DateTimeOffset At, string? StaffName, MeasureWording Wording);

/// <summary>A measure with its history, and the rules that its texts can name.</summary>
/// <param name="History">The newest wording first.</param>
/// <param name="Rules">The names of all rules, with the value in force today.</param>
public sealed record MeasureView(MeasureRow Row, MeasureWish Wish, IReadOnlyList<MeasureRevisionRow> History, IReadOnlyList<NamedValue> Rules);

/// <summary>A rule that a text can name.</summary>
/// <param name="Value">The value in words; null if none is in force.</param>
public sealed record NamedValue(string Name, string? Value);
