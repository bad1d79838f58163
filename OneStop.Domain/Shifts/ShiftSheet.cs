using System.Globalization;
using System.Text.RegularExpressions;
using OneStop.Domain.Imports;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Shifts;

/// <summary>A day that a sheet sets.</summary>
public sealed record SheetDay(string Address, Guid StaffId, string Name, DateOnly Date, WorkingTimes Times);

/// <summary>
/// 勤務表 of a month: a row for each person, a column for each day. It is parsed into days and faults; nothing is changed here. An empty cell leaves
/// the day as it is, 休 makes it a day off.
/// </summary>
public sealed partial class ShiftSheet
{
    /// <summary>The heading of the column of names.</summary>
    public const string NameHead = "氏名";

    /// <summary>The heading of the column of sign-in names, which distinguish people of the same name.</summary>
    public const string SignInHead = "ログイン名";

    private const int FirstRows = 6;
    private static readonly ImportField<string> Name = new(NameHead, text => text, "名前", "お名前", "職員名", "担当者") { IsRequired = true };
    private static readonly ImportField<string> SignIn = new(SignInHead, text => text);
    private readonly List<SheetDay> days = [];
    private readonly IReadOnlyList<StaffMember> people;

    private ShiftSheet(DateOnly month, ImportTable table, IReadOnlyList<StaffMember> people) => (Month, Table, this.people) = (month, table, people);

    /// <summary>The first day of the sheet's month; default if it could not be parsed.</summary>
    public DateOnly Month { get; }

    /// <summary>The columns and the reports on cells.</summary>
    public ImportTable Table { get; }

    public IReadOnlyList<SheetDay> Days => days;

    /// <summary>Parses a sheet.</summary>
    /// <param name="people">The people who can be in it.</param>
    /// <param name="chosen">The fields chosen by a person for columns.</param>
    public static ShiftSheet Read(UploadedSheet upload, IReadOnlyList<StaffMember> people, IReadOnlyDictionary<int, string>? chosen = null)
    {
        var found = SheetMonth.Above(upload.Cells, SheetColumns.HeadRowOf(upload.Cells, [Name]) ?? FirstRows);
        if (found is not [{ Month: var month }])
        {
            var unread = new ImportTable(new(upload.Name, []), []);
            if (found.Count == 0)
                unread.Refuse("A1", "何月の勤務表か分かりません。ひな型のように、上のほうに「2026年11月」と書いてください。");
            else
                unread.Refuse(found[1].Cell.Address,
                    $"何月の勤務表か分かりません。{string.Join("と", found.Select(f => f.Month.ToString("yyyy年M月", CultureInfo.InvariantCulture)))}が書いてあります。1つの月だけにしてください。");
            return new(default, unread, people);
        }
        var dates = Enumerable.Range(1, DateTime.DaysInMonth(month.Year, month.Month)).Select(d => new DayField(new(month.Year, month.Month, d))).ToList();
        var sheet = new ShiftSheet(month, new(upload, [Name, SignIn, .. dates], chosen, column => RefuseColumn(column, month)), people);
        sheet.ReadPeople();
        sheet.TellMissingDays(dates);
        return sheet;
    }

    /// <summary>Refuses an unknown column with times, or with a day of another month; columns of totals and notes are skipped.</summary>
    private static SheetFault? RefuseColumn(IReadOnlyList<SheetCell> column, DateOnly month)
    {
        var head = column[0];
        if (SheetMonth.DayIn(head.Text.Plain.Trim()) is { } day)
            return new(head.Address, (day.Year ?? month.Year, day.Month ?? month.Month) == (month.Year, month.Month)
                ? $"{month.Month}月に{day.Day}日はありません。"
                : $"{ImportTable.Quote(head.Text)}は、{month.Month}月の日付ではありません。");
        return column.Skip(1).FirstOrDefault(IsTime) is { } time
            ? new(time.Address, head.Text.Length > 0 ? $"時間が書いてありますが、見出しの{ImportTable.Quote(head.Text)}が日付として読めません。" : "時間が書いてありますが、見出しに日付がありません。")
            : null;
    }

    private void TellMissingDays(IReadOnlyList<DayField> dates)
    {
        var missing = dates.Except(Table.Fields.OfType<DayField>()).ToList();
        if (missing.Count == dates.Count)
            Table.Refuse($"B{Table.HeadRow}", "日付の列がありません。見出しの行に「1」から日を並べてください。");
        else if (missing.Count > 0)
            Table.Pass($"{Table.HeadRow}行目", $"{string.Join("、", missing.Select(d => d.Date.Day))}日の列はないため、その日は変わりません。");
    }

    private void ReadPeople()
    {
        var seen = new Dictionary<Guid, string>();
        foreach (var line in Table.Lines)
        {
            var times = line.Cells.Where(c => c.Field is DayField).ToList();
            var (named, signIn) = (line.CellOf(Name), line.CellOf(SignIn));
            if (!times.Any(c => HasTime(c.Cell)) && !people.Any(p => IsMeant(p, named, signIn)))
                Table.Pass(line.Address, $"{(named is { IsFormula: false } ? $"{ImportTable.Quote(named.Text)}の行は、" : "")}勤務の時間がないため読みませんでした。");
            else if (PersonIn(line) is not { } person)
                continue; // the fault is reported
            else if (times.Count == 0)
                Table.Pass(line.Address, $"{person.Name} さんの行は、日がどれも空欄のため変わりません。");
            else if (!seen.TryAdd(person.Id, named!.Address))
                Table.Refuse(named.Address, $"{person.Name} さんの行が2つあります（{seen[person.Id]}）。");
            else
                days.AddRange(times.Select(c => line.TryRead((DayField)c.Field, out var read)
                    ? new SheetDay(c.Cell.Address, person.Id, person.Name, ((DayField)c.Field).Date, read)
                    : null).OfType<SheetDay>());
        }
    }

    private StaffMember? PersonIn(ImportLine line)
    {
        if (!line.TryRead(Name, out var name))
            return null;
        if (line.CellOf(SignIn) is not null)
            return line.TryRead(SignIn, out var signIn) ? BySignIn(line, name, signIn) : null;
        var called = people.Where(p => IsCalled(p, name)).ToList();
        if (called is [var person])
            return person;
        Table.Refuse(line.AddressOf(Name),
            called.Count == 0 ? $"{ImportTable.Quote(name)}という人は、勤務表に入れる人の中にいません。"
                : $"{ImportTable.Quote(name)}という人が{called.Count}人います。「{SignInHead}」の列で区別してください。");
        return null;
    }

    /// <summary>Finds a person by sign-in name; the name must match too, because otherwise one of the two is wrong.</summary>
    private StaffMember? BySignIn(ImportLine line, string name, string signIn)
    {
        var person = people.FirstOrDefault(p => Signs(p, signIn));
        if (person is null)
            Table.Refuse(line.AddressOf(SignIn), $"{ImportTable.Quote(signIn)}という{SignInHead}の人は、勤務表に入れる人の中にいません。");
        else if (!IsCalled(person, name))
            Table.Refuse(line.AddressOf(SignIn),
                $"{SignInHead}{ImportTable.Quote(signIn)}は {person.Name} さんのものです。{line.AddressOf(Name)} の{ImportTable.Quote(name)}とちがいます。");
        return person is not null && IsCalled(person, name) ? person : null;
    }

    private static bool IsMeant(StaffMember person, SheetCell? named, SheetCell? signIn) =>
        (named is not null && IsCalled(person, named.Text)) || (signIn is not null && Signs(person, signIn.Text));

    private static bool IsCalled(StaffMember person, string name) => NameOf(person.Name) == NameOf(name);

    private static bool Signs(StaffMember person, string signIn) => string.Equals(person.UserName, signIn.Plain.Trim(), StringComparison.OrdinalIgnoreCase);

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

    /// <summary>Whether a cell looks like a working time, correct or not, as opposed to weekdays, sums and notes.</summary>
    private static bool HasTime(SheetCell cell) => !cell.IsFormula && TimePattern().IsMatch(cell.Text.Plain.Trim());

    /// <summary>Returns a name without the space between its words, which people type in either width or leave out.</summary>
    private static string NameOf(string text) => text.Plain.Trim().Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\d\s*(?::|時|[-~〜‐–—−ー]\s*\d)|^(?:休|公休|休み)\z")]
    private static partial Regex TimePattern();

    /// <summary>A day of the month, whose column may be headed 1, 1日, 1(日), 11/1 or 2026/11/1.</summary>
    private sealed class DayField(DateOnly date) : ImportField<WorkingTimes>($"{date.Day}日", WorkingTimes.Read)
    {
        public DateOnly Date => date;

        public override bool Means(string text) =>
            SheetMonth.DayIn(text.Plain.Trim()) is var (year, month, day) && (year ?? date.Year, month ?? date.Month, day) == (date.Year, date.Month, date.Day);
    }
}
