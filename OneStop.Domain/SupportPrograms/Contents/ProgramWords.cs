using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.SupportPrograms.Assessment;

namespace OneStop.Domain.SupportPrograms.Contents;

/// <summary>A field of a program in words.</summary>
public sealed record ProgramLine(string Label, string Words);

/// <summary>The parts of a program in words: for reading, comparing and printing, and for the digest of what was confirmed.</summary>
public static class ProgramWords
{
    /// <summary>Returns the fields of a goal, an item, a pair or the notes that are filled, in the order of the form.</summary>
    public static IReadOnlyList<ProgramLine> Lines(object part) =>
        [.. Fields(part.GetType()).Select(f => new ProgramLine(LabelOf(f), Say(f, f.GetValue(part)))).Where(l => l.Words.Length > 0)];

    /// <summary>The line of a budget: 給料 120,000円.</summary>
    public static string Say(BudgetLine line) =>
        $"{(line.IsIncome ? "入る" : "出る")}・{line.What} {(line.Yen is { } yen ? Yen(yen) : "（まだわからない）")}";

    /// <summary>120,000円</summary>
    public static string Yen(long yen) => string.Create(CultureInfo.InvariantCulture, $"{yen:N0}円");

    /// <summary>2027年3月31日</summary>
    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy年M月d日}");

    internal static IEnumerable<PropertyInfo> Fields(Type part) =>
        part.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetCustomAttribute<DisplayNameAttribute>() is not null);

    internal static string LabelOf(PropertyInfo field) => field.GetCustomAttribute<DisplayNameAttribute>()!.DisplayName;

    internal static string Say(PropertyInfo field, object? value) => value switch
    {
        null => "",
        string text => text,
        GoalTerm term => term.InJapanese,
        SupportItemKind kind => kind.InJapanese,
        BarrierKind barrier => barrier.InJapanese,
        WorkForm form => form.InJapanese,
        DateOnly day => Day(day),
        int hours when field.Name == nameof(Goal.WeeklyHours) => $"{hours}時間",
        int yen => Yen(yen),
        ValueList<BudgetLine> lines => string.Join('\n', lines.Select(Say)),
        _ => throw new ArgumentOutOfRangeException(nameof(value), $"{field.Name} has no words."),
    };
}
