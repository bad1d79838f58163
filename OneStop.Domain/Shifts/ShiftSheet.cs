using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Shifts;

/// <summary>A cell of a sheet that somebody brought, rows and columns counted from 1.</summary>
/// <param name="IsFormula">It holds a formula, which is not worked out here.</param>
public sealed record SheetCell(int Row, int Column, string Text, bool IsFormula = false)
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
    private readonly List<SheetDay> days = [];
    private readonly Dictionary<(int Row, int Column), SheetCell> cells;
    private readonly IReadOnlyList<StaffMember> people;

    private ShiftSheet(IEnumerable<SheetCell> cells, IReadOnlyList<StaffMember> people) => (this.cells, this.people) = (cells.ToDictionary(c => (c.Row, c.Column)), people);

    /// <summary>The first of the sheet's month; the default where it could not be read.</summary>
    public DateOnly Month { get; private set; }

    public IReadOnlyList<SheetDay> Days => days;
    public IReadOnlyList<SheetFault> Faults => faults;

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
        if (cells.Values.Where(c => c.Row <= FirstRows).OrderBy(c => c.Row).ThenBy(c => c.Column).Select(c => MonthIn(c.Text)).FirstOrDefault(m => m is not null) is not { } month)
        {
            faults.Add(new("A1", "何月の勤務表か分かりません。ひな型のように、上のほうに「2026年11月」と書いてください。"));
            return;
        }
        Month = month;
        if (cells.Values.Where(c => c.Row <= FirstRows && c.Column == 1 && Plain(c.Text) == NameHead).MinBy(c => c.Row) is not { Row: var head })
        {
            faults.Add(new("A3", $"見出しの行がありません。左端に「{NameHead}」、その右に日付を並べてください。"));
            return;
        }
        ReadPeople(head, ReadHead(head));
    }

    /// <returns>The date of each column.</returns>
    private Dictionary<int, DateOnly> ReadHead(int row)
    {
        var dates = new Dictionary<int, DateOnly>();
        foreach (var cell in cells.Values.Where(c => c.Row == row && c.Column > 1).OrderBy(c => c.Column))
        {
            if (DayPattern().Match(Plain(cell.Text)) is not { Success: true } found)
                continue; // sign-in names, totals, notes
            var day = int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture);
            if (day < 1 || day > DateTime.DaysInMonth(Month.Year, Month.Month))
                faults.Add(new(cell.Address, $"{Month.Month}月に{day}日はありません。"));
            else if (dates.ContainsValue(new(Month.Year, Month.Month, day)))
                faults.Add(new(cell.Address, $"{day}日の列が2つあります。"));
            else
                dates[cell.Column] = new(Month.Year, Month.Month, day);
        }
        if (dates.Count == 0)
            faults.Add(new($"B{row}", "日付の列がありません。見出しの行に「1」から日を並べてください。"));
        return dates;
    }

    private void ReadPeople(int head, Dictionary<int, DateOnly> dates)
    {
        var signInColumn = cells.Values.FirstOrDefault(c => c.Row == head && Plain(c.Text) == SignInHead)?.Column ?? 0;
        var seen = new Dictionary<Guid, string>();
        foreach (var row in cells.Values.Where(c => c.Row > head).GroupBy(c => c.Row).OrderBy(r => r.Key))
        {
            var times = row.Where(c => dates.ContainsKey(c.Column)).OrderBy(c => c.Column).ToList();
            var named = row.FirstOrDefault(c => c.Column == 1);
            if (named is null)
            {
                if (times.Count > 0)
                    faults.Add(new(new SheetCell(row.Key, 1, "").Address, "氏名がありません。"));
                continue;
            }
            if (times.Count == 0 || PersonIn(named, row.FirstOrDefault(c => c.Column == signInColumn)) is not { } person)
                continue; // a line of notes, or somebody whose fault is told
            if (!seen.TryAdd(person.Id, named.Address))
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
        var found = people.Where(p => signIn is { IsFormula: false } ? string.Equals(p.UserName, Plain(signIn.Text), StringComparison.OrdinalIgnoreCase) : NameOf(p.Name) == NameOf(named.Text)).ToList();
        if (named.IsFormula || found.Count == 0)
            faults.Add(new(named.Address, $"「{Cut(named.Text)}」という人は、勤務表に入れる人の中にいません。"));
        else if (found.Count > 1)
            faults.Add(new(named.Address, $"「{Cut(named.Text)}」という人が{found.Count}人います。「{SignInHead}」の列で区別してください。"));
        return !named.IsFormula && found is [var person] ? person : null;
    }

    /// <summary>A name without the space between its words, which people type in either width or not at all.</summary>
    private static string NameOf(string text) => Plain(text).Replace(" ", "", StringComparison.Ordinal);

    private static string Plain(string text) => text.Normalize(NormalizationForm.FormKC).Trim();

    private static string Cut(string text) => text.Length <= 30 ? text : $"{text.CutTo(30)}…";

    private static DateOnly? MonthIn(string text) =>
        MonthPattern().Match(Plain(text)) is { Success: true } found && int.Parse(found.Groups[2].Value, CultureInfo.InvariantCulture) is >= 1 and <= 12 and var month
            ? new DateOnly(int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture), month, 1)
            : null;

    [GeneratedRegex(@"\b(20\d{2})年\s*(\d{1,2})月")]
    private static partial Regex MonthPattern();

    [GeneratedRegex(@"^(\d{1,2})(?:日|\(|\z)")]
    private static partial Regex DayPattern();
}
