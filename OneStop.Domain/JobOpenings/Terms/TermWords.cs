using System.ComponentModel;
using System.Globalization;
using System.Reflection;

namespace OneStop.Domain.JobOpenings.Terms;

/// <summary>An answer of the terms in words.</summary>
/// <param name="Field">The name of the property.</param>
/// <param name="Words">Empty if it is not answered.</param>
public sealed record TermLine(TermSection Section, string Field, string Label, string Words);

/// <summary>An answer that differs between two states of the terms.</summary>
/// <param name="Before">Empty if it was not answered.</param>
/// <param name="After">Empty if it is not answered any more.</param>
public sealed record TermChange(TermSection Section, string Label, string Before, string After);

/// <summary>The terms in words: one source for screens, papers, comparisons and searches.</summary>
public static class TermWords
{
    /// <summary>What names something, and the reason of a limit of age, which has to speak of ages.</summary>
    private static readonly string[] Names =
    [
        nameof(PlaceTerms.EmployerName), nameof(PlaceTerms.Address), nameof(PlaceTerms.MunicipalityCode), nameof(PlaceTerms.Station),
        nameof(PlaceTerms.TransitFrom), nameof(SelectionTerms.AgeReason),
    ];

    private static readonly Dictionary<TermSection, List<PropertyInfo>> Fields =
        Enum.GetValues<TermSection>().ToDictionary(s => s, FieldsOf);

    /// <summary>Returns the fields of a section in the order of the form; those that are not answered have no words.</summary>
    public static IReadOnlyList<TermLine> Lines(OpeningTerms terms, TermSection section) =>
        [.. Fields[section].Select(f => new TermLine(section, f.Name, LabelOf(f), Say(f, f.GetValue(terms.Of(section)))))];

    /// <summary>Returns the fields of all sections.</summary>
    public static IReadOnlyList<TermLine> Lines(OpeningTerms terms) => [.. Enum.GetValues<TermSection>().SelectMany(s => Lines(terms, s))];

    /// <summary>Returns what differs, section by section.</summary>
    public static IReadOnlyList<TermChange> Differences(OpeningTerms before, OpeningTerms after) =>
        [.. Lines(before).Zip(Lines(after)).Where(p => p.First.Words != p.Second.Words)
            .Select(p => new TermChange(p.First.Section, p.First.Label, p.First.Words, p.Second.Words))];

    /// <summary>Returns the passages that the employer wrote, which are searched for loaded words.</summary>
    internal static IEnumerable<TermLine> Passages(OpeningTerms terms) =>
        from section in Enum.GetValues<TermSection>()
        from field in Fields[section]
        where field.PropertyType == typeof(string) && !Names.Contains(field.Name)
        let words = (string?)field.GetValue(terms.Of(section)) ?? ""
        where words.Length > 0
        select new TermLine(section, field.Name, LabelOf(field), words);

    private static List<PropertyInfo> FieldsOf(TermSection section) =>
        [.. OpeningTerms.None.Of(section).GetType().GetProperties().Where(p => p.GetCustomAttribute<DisplayNameAttribute>() is not null)];

    private static string LabelOf(PropertyInfo field) => field.GetCustomAttribute<DisplayNameAttribute>()!.DisplayName;

    private static string Say(PropertyInfo field, object? value) => value switch
    {
        null => "",
        string text => text,
        bool yes => yes ? "あり" : "なし",
        DateOnly day => day.InYear,
        int number => Numbered(field, number.ToString(Unit(field) == "円" ? "N0" : "0", CultureInfo.InvariantCulture)),
        decimal number => Numbered(field, number.ToString("0.##", CultureInfo.InvariantCulture)),
        ValueList<WorkPattern> patterns => string.Join("、", patterns.Select(p => p.InWords)),
        ValueList<DayOfWeek> days => string.Concat(days.Select(d => "日月火水木金土"[(int)d])),
        ValueList<Allowance> allowances => string.Join("、", allowances.Select(a => a.InWords)),
        Enum answer => Answer(answer),
        _ => throw new ArgumentOutOfRangeException(nameof(value), $"{field.Name} has no words."),
    };

    private static string Answer(Enum answer) => answer switch
    {
        ChangeScope scope => scope.InJapanese,
        EmploymentKind kind => kind.InJapanese,
        SmokingMeasure smoking => smoking.InJapanese,
        ContractLength length => length.InJapanese,
        RenewalKind renewal => renewal.InJapanese,
        RenewalLimit limit => limit.InJapanese,
        TrialKind trial => trial.InJapanese,
        HoursSystem system => system.InJapanese,
        PayForm form => form.InJapanese,
        AgeRule age => age.InJapanese,
        AgeException exception => exception.InJapanese,
        AbsencePractice practice => practice.InJapanese,
        HomeOffice home => home.InJapanese,
        ChildcareOffer childcare => childcare.InJapanese,
        DayWork work => work.InJapanese,
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };

    private static string Numbered(PropertyInfo field, string number) => number + Unit(field);

    private static string Unit(PropertyInfo field) => field.GetCustomAttribute<UnitAttribute>()?.Unit ?? "";
}
