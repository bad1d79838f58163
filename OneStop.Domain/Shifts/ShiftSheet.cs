using System.Globalization;
using System.Text.RegularExpressions;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Shifts;

/// <summary>A cell of a sheet that somebody brought, rows and columns counted from 1.</summary>
/// <param name="IsFormula">It holds a formula, which is not worked out here.</param>
/// <param name="IsMerged">It spreads over its neighbours.</param>
public sealed record SheetCell(int Row, int Column, string Text, bool IsFormula = false, bool IsMerged = false)
{
    /// <summary>C5, AA12</summary>
    public string Address => $"{LettersOf(Column)}{Row.ToString(CultureInfo.InvariantCulture)}";

    private static string LettersOf(int column) => column <= 0 ? "" : LettersOf((column - 1) / 26) + (char)('A' + ((column - 1) % 26));
}

/// <summary>What is wrong with a cell, in a sentence for the person who filled it in.</summary>
public sealed record SheetFault(string Address, string Sentence);

/// <summary>A day that a sheet sets.</summary>
public sealed record SheetDay(string Address, Guid StaffId, string Name, DateOnly Date, WorkingTimes Times);

/// <summary>
/// 勤務表 of a month as it was brought: people down, days across. Row by row it is read into days and faults; nothing is changed here.
/// An empty cell says nothing, 休 says a day off.
/// </summary>
public sealed partial class ShiftSheet
{
    /// <summary>The name over the column of people.</summary>
    public const string NameHead = "氏名";

    /// <summary>The name over the column of sign-in names, which tell apart who are called the same.</summary>
    public const string SignInHead = "ログイン名";

    private const int FirstRows = 6;
    private readonly List<SheetFault> faults = [];
    private readonly List<SheetFault> passed = [];
    private readonly List<SheetDay> days = [];
    private readonly Dictionary<(int Row, int Column), SheetCell> cells;
    private readonly IReadOnlyList<StaffMember> people;

    private ShiftSheet(IEnumerable<SheetCell> cells, IReadOnlyList<StaffMember> people) => (this.cells, this.people) = (cells.ToDictionary(c => (c.Row, c.Column)), people);

    /// <summary>The first of the sheet's month; the default where it could not be read.</summary>
    public DateOnly Month { get; private set; }

    public IReadOnlyList<SheetDay> Days => days;
    public IReadOnlyList<SheetFault> Faults => faults;

    /// <summary>What was not read because it is no time of anybody's, so that nothing is passed over in silence.</summary>
    public IReadOnlyList<SheetFault> Passed => passed;

    /// <summary>Reads a sheet.</summary>
    /// <param name="people">Who can stand in it.</param>
    public static ShiftSheet Read(IReadOnlyList<SheetCell> cells, IReadOnlyList<StaffMember> people)
    {
        var sheet = new ShiftSheet(cells, people);
        sheet.Read();
        return sheet;
    }

    private void Read()
    {
        if (cells.Values.Where(c => c.Row <= FirstRows && c.Column == 1 && Plain(c.Text) == NameHead).MinBy(c => c.Row) is not { Row: var head })
        {
            faults.Add(new("A3", $"見出しの行がありません。左端に「{NameHead}」、その右に日付を並べてください。"));
            return;
        }
        if (!ReadMonth(head))
            return;
        var dates = ReadHead(head);
        ReadPeople(head, dates);
        var missing = Enumerable.Range(1, DateTime.DaysInMonth(Month.Year, Month.Month)).Except(dates.Values.Select(d => d.Day)).ToList();
        if (dates.Count > 0 && missing.Count > 0)
            passed.Add(new($"{head}行目", $"{string.Join("、", missing)}日の列はないため、その日は変わりません。"));
    }

    /// <returns>False where it cannot be told; a fault says why.</returns>
    private bool ReadMonth(int head)
    {
        var found = MonthsAbove(head, asDates: false) is { Count: > 0 } named ? named : MonthsAbove(head, asDates: true);
        if (found is [var only])
            Month = only.Month;
        else if (found.Count == 0)
            faults.Add(new("A1", "何月の勤務表か分かりません。ひな型のように、上のほうに「2026年11月」と書いてください。"));
        else
            faults.Add(new(found[1].Cell.Address, $"何月の勤務表か分かりません。{string.Join("と", found.Select(f => f.Month.ToString("yyyy年M月", CultureInfo.InvariantCulture)))}が書いてあります。1つの月だけにしてください。"));
        return found.Count == 1;
    }

    private List<(SheetCell Cell, DateOnly Month)> MonthsAbove(int head, bool asDates) =>
        [.. cells.Values.Where(c => c.Row <= head).OrderBy(c => c.Row).ThenBy(c => c.Column).SelectMany(c => SheetMonth.In(Plain(c.Text), asDates).Select(month => (c, month))).DistinctBy(f => f.month)];

    /// <returns>The date of each column.</returns>
    private Dictionary<int, DateOnly> ReadHead(int row)
    {
        var dates = new Dictionary<int, DateOnly>();
        foreach (var column in cells.Values.Where(c => c.Row >= row && c.Column > 1).Select(c => c.Column).Distinct().Order())
        {
            var cell = cells.GetValueOrDefault((row, column)) ?? new(row, column, "");
            if (SheetMonth.DayIn(Plain(cell.Text)) is not var (year, month, day))
                PassColumn(cell);
            else if ((year ?? Month.Year, month ?? Month.Month) != (Month.Year, Month.Month))
                faults.Add(new(cell.Address, $"「{Cut(cell.Text)}」は、{Month.Month}月の日付ではありません。"));
            else if (day < 1 || day > DateTime.DaysInMonth(Month.Year, Month.Month))
                faults.Add(new(cell.Address, $"{Month.Month}月に{day}日はありません。"));
            else if (dates.ContainsValue(new(Month.Year, Month.Month, day)))
                faults.Add(new(cell.Address, $"{day}日の列が2つあります。"));
            else
                dates[column] = new(Month.Year, Month.Month, day);
        }
        if (dates.Count == 0)
            faults.Add(new($"B{row}", "日付の列がありません。見出しの行に「1」から日を並べてください。"));
        return dates;
    }

    /// <summary>Sign-in names, totals and notes stand in columns that are no days; times do not.</summary>
    private void PassColumn(SheetCell head)
    {
        if (Plain(head.Text) == SignInHead)
            return;
        if (cells.Values.FirstOrDefault(c => c.Column == head.Column && c.Row > head.Row && IsTime(c)) is { } time)
            faults.Add(new(time.Address, head.Text.Length > 0 ? $"時間が書いてありますが、見出しの「{Cut(head.Text)}」が日付として読めません。" : "時間が書いてありますが、見出しに日付がありません。"));
        else
            passed.Add(new(head.Address, head.Text.Length > 0 ? $"「{Cut(head.Text)}」の列は、日付ではないため読みませんでした。" : "見出しのない列は、読みませんでした。"));
    }

    private void ReadPeople(int head, Dictionary<int, DateOnly> dates)
    {
        var signInColumn = cells.Values.FirstOrDefault(c => c.Row == head && Plain(c.Text) == SignInHead)?.Column ?? 0;
        var seen = new Dictionary<Guid, string>();
        foreach (var row in cells.Values.Where(c => c.Row > head).GroupBy(c => c.Row).OrderBy(r => r.Key))
        {
            var times = row.Where(c => dates.ContainsKey(c.Column)).OrderBy(c => c.Column).ToList();
            var (named, signIn) = (row.FirstOrDefault(c => c.Column == 1), row.FirstOrDefault(c => c.Column == signInColumn));
            if (!times.Any(HasTime) && !people.Any(p => IsMeant(p, named, signIn)))
                passed.Add(new($"{row.Key}行目", $"{(named is { IsFormula: false } ? $"「{Cut(named.Text)}」の行は、" : "")}勤務の時間がないため読みませんでした。"));
            else if (named is null)
                faults.Add(new(new SheetCell(row.Key, 1, "").Address, "氏名がありません。"));
            else if (PersonIn(named, signIn) is not { } person)
                continue; // whose fault is told
            else if (times.Count == 0)
                passed.Add(new($"{row.Key}行目", $"{person.Name} さんの行は、日がどれも空欄のため変わりません。"));
            else if (!seen.TryAdd(person.Id, named.Address))
                faults.Add(new(named.Address, $"{person.Name} さんの行が2つあります（{seen[person.Id]}）。"));
            else
                ReadDays(person, times, dates);
        }
    }

    private void ReadDays(StaffMember person, IEnumerable<SheetCell> times, Dictionary<int, DateOnly> dates)
    {
        foreach (var cell in times)
        {
            try
            {
                if (cell.IsFormula)
                    throw new RuleException("数式は読めません。「9:00-18:00」のように文字で書いてください。");
                if (cell.IsMerged)
                    throw new RuleException("結合したセルは読めません。結合を解いて、1日ずつ書いてください。");
                days.Add(new(cell.Address, person.Id, person.Name, dates[cell.Column], WorkingTimes.Read(cell.Text)));
            }
            catch (RuleException rule)
            {
                faults.Add(new(cell.Address, rule.Message));
            }
        }
    }

    private StaffMember? PersonIn(SheetCell named, SheetCell? signIn)
    {
        var called = people.Where(p => IsCalled(p, named)).ToList();
        if (named.IsFormula || signIn is { IsFormula: true })
            faults.Add(new(named.IsFormula ? named.Address : signIn!.Address, "数式は読めません。文字で書いてください。"));
        else if (signIn is not null)
            return BySignIn(named, signIn);
        else if (called is not [var person])
            faults.Add(new(named.Address, called.Count == 0 ? $"「{Cut(named.Text)}」という人は、勤務表に入れる人の中にいません。" : $"「{Cut(named.Text)}」という人が{called.Count}人います。「{SignInHead}」の列で区別してください。"));
        else
            return person;
        return null;
    }

    /// <summary>The name must be that person's: one of the two would be wrong, and nobody knows which.</summary>
    private StaffMember? BySignIn(SheetCell named, SheetCell signIn)
    {
        var person = people.FirstOrDefault(p => Signs(p, signIn));
        if (person is null)
            faults.Add(new(signIn.Address, $"「{Cut(signIn.Text)}」という{SignInHead}の人は、勤務表に入れる人の中にいません。"));
        else if (!IsCalled(person, named))
            faults.Add(new(signIn.Address, $"{SignInHead}「{Cut(signIn.Text)}」は {person.Name} さんのものです。{named.Address} の「{Cut(named.Text)}」とちがいます。"));
        return person is not null && IsCalled(person, named) ? person : null;
    }

    private static bool IsMeant(StaffMember person, SheetCell? named, SheetCell? signIn) => (named is not null && IsCalled(person, named)) || (signIn is not null && Signs(person, signIn));

    private static bool IsCalled(StaffMember person, SheetCell named) => NameOf(person.Name) == NameOf(named.Text);

    private static bool Signs(StaffMember person, SheetCell signIn) => string.Equals(person.UserName, Plain(signIn.Text), StringComparison.OrdinalIgnoreCase);

    private static bool IsTime(SheetCell cell)
    {
        try
        {
            return HasTime(cell) && !WorkingTimes.Read(cell.Text).IsOff;
        }
        catch (RuleException)
        {
            return false; // a telephone number
        }
    }

    /// <summary>Somebody's working time, well written or not; weekdays, sums and notes are none.</summary>
    private static bool HasTime(SheetCell cell) => !cell.IsFormula && TimePattern().IsMatch(Plain(cell.Text));

    /// <summary>A name without the space between its words, which people type in either width or not at all.</summary>
    private static string NameOf(string text) => Plain(text).Replace(" ", "", StringComparison.Ordinal);

    private static string Plain(string text) => text.Plain.Trim();

    private static string Cut(string text) => text.Length <= 30 ? text : $"{text.CutTo(30)}…";

    [GeneratedRegex(@"\d\s*(?::|時|[-~〜‐–—−ー]\s*\d)|^(?:休|公休|休み)\z")]
    private static partial Regex TimePattern();
}
