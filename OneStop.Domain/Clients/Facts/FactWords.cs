using System.ComponentModel;
using System.Globalization;
using System.Reflection;

namespace OneStop.Domain.Clients.Facts;

/// <summary>A fact on screen.</summary>
public sealed record FactRow(string Label, string Words);

/// <summary>A fact that differs between two values of a group.</summary>
/// <param name="Before">The earlier value in words; empty if it was not known.</param>
/// <param name="After">The later value in words; empty if it is not known any more.</param>
public sealed record FactChange(string Label, string Before, string After);

/// <summary>Facts in words: read views, comparisons, sheets.</summary>
public static class FactWords
{
    /// <summary>Returns the facts that are known, in the order of the form.</summary>
    public static IReadOnlyList<FactRow> Rows(object facts, DateOnly today) =>
        [.. Fields(facts.GetType()).Select(f => new FactRow(LabelOf(f), Say(f, f.GetValue(facts), today))).Where(r => r.Words.Length > 0)];

    /// <summary>Returns the facts that differ between two values of one group, in the order of the form. Compared is what they say on one day, so a
    /// birthday between them is no change.</summary>
    /// <param name="today">The day on which both are read.</param>
    public static IReadOnlyList<FactChange> Changes(object before, object after, DateOnly today) => before.GetType() != after.GetType()
        ? throw new ArgumentException($"{after.GetType().Name} is another group than {before.GetType().Name}.", nameof(after))
        : [.. Fields(before.GetType()).Select(f => new FactChange(LabelOf(f), Say(f, f.GetValue(before), today), Say(f, f.GetValue(after), today)))
            .Where(c => c.Before != c.After)];

    /// <summary>Returns the fields of a group.</summary>
    public static IEnumerable<PropertyInfo> Fields(Type facts) =>
        facts.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetCustomAttribute<DisplayNameAttribute>() is not null);

    /// <summary>Returns the name of a field on screen.</summary>
    public static string LabelOf(PropertyInfo field) => field.GetCustomAttribute<DisplayNameAttribute>()!.DisplayName;

    /// <summary>Returns a value in words; empty if it is not known.</summary>
    public static string Say(PropertyInfo field, object? value, DateOnly today) => value switch
    {
        null => "",
        string text => text,
        Ward ward => ward.InJapanese,
        ContactMethod method => method.InJapanese,
        WorkForm form => form.InJapanese,
        SchoolLevel school => school.InJapanese,
        PcSkill skill => skill.InJapanese,
        ChildRearingAllowance allowance => allowance.InJapanese,
        ChildSupport support => support.InJapanese,
        Housing housing => housing.InJapanese,
        Motivation motivation => motivation.InJapanese,
        CallIntroduction introduction => introduction.InJapanese,
        bool yes when field.PropertyType == typeof(bool) => yes ? "はい" : "",
        bool yes => yes ? "あり" : "なし",
        int number => $"{number:N0}{(field.Name == nameof(WorkFacts.WeeklyHours) ? "時間" : "円")}",
        DateOnly day => $"{day:yyyy年M月d日}（{IdentityFacts.AgeOn(today, day)}歳）",
        TimeOnly time => time.ToString("H:mm", CultureInfo.InvariantCulture),
        ValueList<DayOfWeek> days => string.Concat(days.Select(Day)),
        ValueList<NoCallHours> hours => string.Join('\n', hours),
        ValueList<Child> children => string.Join('\n', children.Select(Say)),
        ValueList<Qualification> qualifications => string.Join('\n', qualifications.Select(Say)),
        ValueList<PhoneLine> lines => string.Join('\n', lines.Select(Say)),
        IFormattable other => other.ToString(null, CultureInfo.GetCultureInfo("ja-JP")),
        var other => $"{other}",
    };

    /// <summary>Returns 月, 火 and so on.</summary>
    public static string Day(DayOfWeek day) => CultureInfo.GetCultureInfo("ja-JP").DateTimeFormat.GetShortestDayName(day);

    /// <summary>Returns a child in words.</summary>
    public static string Say(Child child) => $"{(child.BirthYear is { } year ? $"{year}年生まれ" : "生まれた年は聞いていない")}{After(child.Minder)}";

    /// <summary>Returns a qualification in words.</summary>
    public static string Say(Qualification qualification) => $"{qualification.Name}{(qualification.Year is { } year ? $"（{year}年）" : "")}";

    /// <summary>Returns a telephone number in words.</summary>
    public static string Say(PhoneLine line) => $"{PhoneNumber.Say(line.Number)}{After(line.Remark)}";

    private static string After(string remark) => remark.Length == 0 ? "" : $"・{remark}";
}
