using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Shifts;
using OneStop.Domain.Staff;
using OneStop.Portal.Features.Shifts;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using static OneStop.Tests.Shifts.Workbooks;

namespace OneStop.Tests.Shifts;

/// <summary>勤務表 in Excel, exported and imported as real bytes: errors name their cell, and nothing is imported in part.</summary>
public sealed class ShiftImportTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static readonly string[] Faulty = ["過ぎた日", "6:00から25:00まで", "数式", "見知らぬ 人", "行が2つ", "氏名がありません"];
    private static int members;

    [Fact]
    public async Task The_sheet_that_was_fetched_comes_back_unchanged()
    {
        var (one, two) = (await Somebody(), await Somebody());
        await oneStop.At<ShiftDesk>(await Manager(), desk => desk.SetDay(one.Id, new(2026, 11, 3), WorkingTimes.Read("9:00-18:00 20:00-25:00")));
        var sheet = ShiftWorkbook.Write(await At(desk => desk.Sheet(new(2026, 11, 15))), new(2026, 10, 5));
        var check = await Check(sheet);
        Assert.Empty(check.Faults);
        Assert.Empty(check.Changes);
        Assert.Equal((new DateOnly(2026, 11, 1), true), (check.Month, check.Unchanged >= 60));

        var changed = await Check(Edit(sheet, (two.Name, 30, "20:00-25:00"), (one.Name, 3, "公休"), (one.Name, 4, "")));
        Assert.Empty(changed.Faults);
        Assert.Equal([(one.Name, 3, "9:00-18:00 20:00-25:00", "休"), (two.Name, 30, "休", "20:00-25:00")],
            changed.Changes.Select(c => (c.Name, c.Date.Day, c.Old.ToString(), c.New.ToString())).OrderBy(c => c.Day));
        Assert.Equal("E", changed.Changes.Single(c => c.Date.Day == 3).Address[..1]);
    }

    [Fact]
    public async Task An_import_is_one_save_and_is_undone_as_a_whole()
    {
        var (one, two) = (await Somebody(), await Somebody());
        await SetDay(one, 1, "9:00-12:00");
        var check = await Check(Sheet("2027年1月", (one.Name, ["10:00-12:00", "13:00-15:00", "休"]), (two.Name, ["9-18", "", "9-18"])));
        var done = await At(desk => desk.Import(check));
        Assert.Equal(4, done.Rows);
        Assert.Equal(["10:00-12:00", "13:00-15:00"], [await Times(one, 1), await Times(one, 2)]);
        Assert.Equal(4, await oneStop.Read(db => db.ShiftExceptions.CountAsync(e => e.ImportId == done.BatchId)));
        await SetDay(two, 3, "休"); // changed by hand since
        Assert.Equal(3, await At(desk => desk.Undo(done.BatchId)));
        Assert.Equal(["9:00-12:00", "休", "休", "休"], [await Times(one, 1), await Times(one, 2), await Times(two, 1), await Times(two, 3)]);
        await Assert.ThrowsAsync<RuleException>(() => At(desk => desk.Undo(done.BatchId)));
        Assert.NotNull((await At(desk => desk.List(new(new())))).Rows.Single(i => i.Id == done.BatchId).UndoneAt);

        await SetDay(one, 1, "8:00-9:00"); // changed by hand since the undo
        Assert.Equal(3, await At(desk => desk.Redo(done.BatchId)));
        Assert.Equal(["8:00-9:00", "13:00-15:00", "9:00-18:00", "9:00-18:00"],
            [await Times(one, 1), await Times(one, 2), await Times(two, 1), await Times(two, 3)]);
        await Assert.ThrowsAsync<RuleException>(() => At(desk => desk.Redo(done.BatchId)));
        Assert.Equal(3, await At(desk => desk.Undo(done.BatchId)));
    }

    [Fact]
    public async Task Checking_tells_which_bookings_would_lose_their_person_and_which_days_are_closed()
    {
        await using var own = new TestOneStop();
        await own.InitializeAsync();
        var (counselor, manager) = (await own.OnShift("leaver"), await own.AMember("sheet-manager", Duty.Manager));
        var client = await own.AClient(counselor);
        var booked = await own.At<BookingDesk, Guid>(counselor,
            async desk => (await desk.Book(client,
                new(BookingKind.Consultation, ContactMethod.Phone, new ServiceDay(new(2026, 11, 2)).At(TimeSpan.FromHours(10)), counselor.Id, false,
                    false), false)).Id);
        var kept = await own.At<BookingDesk, Guid>(counselor,
            async desk => (await desk.Book(client,
                new(BookingKind.Consultation, ContactMethod.Phone, new ServiceDay(new(2026, 11, 2)).At(TimeSpan.FromHours(20)), counselor.Id, false,
                    false), false)).Id);
        Task<ShiftImportCheck> Checked(byte[] bytes) => own.At<ShiftImportDesk, ShiftImportCheck>(manager, desk => desk.Check(Workbooks.Read(bytes)));
        Assert.Equal(booked, Assert.Single((await Checked(Sheet("2026年11月", (counselor.Name, ["", "19:00-25:00"])))).Uncovered).Id);
        Assert.Equal([booked, kept], (await Checked(Sheet("2026年11月", (counselor.Name, ["", "休"])))).Uncovered.Select(b => b.Id));
        Assert.Empty((await Checked(Sheet("2026年11月", (counselor.Name, ["休", "6:00-21:00"])))).Uncovered);
        var closed = (await Checked(Sheet("2026年12月", (counselor.Name, [.. Enumerable.Repeat("9:00-18:00", 31)])))).Changes.Where(c => c.WhyClosed is not null);
        Assert.Equal([29, 30, 31], closed.Select(c => c.Date.Day));
    }

    [Fact]
    public async Task An_earlier_import_can_still_be_undone_after_a_later_one_was()
    {
        var person = await Somebody();
        var first = await At(async desk => await desk.Import(await Check(Sheet("2027年2月", (person.Name, ["9:00-12:00"])))));
        var second = await At(async desk => await desk.Import(await Check(Sheet("2027年2月", (person.Name, ["10:00-12:00"])))));
        await At(desk => desk.Undo(second.BatchId));
        Assert.Equal("9:00-12:00", await Times(person, 1, 2));
        await At(desk => desk.Undo(first.BatchId));
        Assert.Equal("休", await Times(person, 1, 2));
    }

    [Fact]
    public async Task Each_fault_is_told_with_its_cell_and_nothing_is_taken_in()
    {
        var person = await Somebody();
        var bytes = Sheet("2026年10月", (person.Name, ["8:00-10:00", "", "", "", "25:00-26:00", "9:00-18:00"]), ("見知らぬ 人", ["9:00-18:00"]),
            (person.Name, ["9:00-18:00"]), ("", ["9:00-18:00"]));
        bytes = With(bytes, sheet => sheet.Cell(4, 3).FormulaA1 = "1+1");
        var check = await Check(bytes);
        Assert.Equal(["B4 過ぎた日", "C4 数式", "F4 6:00から25:00まで", "A5 見知らぬ 人", "A6 行が2つ", "A7 氏名がありません"],
            check.Faults.OrderBy(f => int.Parse(f.Address[1..], System.Globalization.CultureInfo.InvariantCulture))
                .ThenBy(f => f.Address).Select(f => $"{f.Address} {Faulty.Single(w => f.Sentence.Contains(w, StringComparison.Ordinal))}"));
        await Assert.ThrowsAsync<RuleException>(() => At(desk => desk.Import(check)));
        Assert.Equal(0, await oneStop.Read(db => db.ShiftExceptions.CountAsync(e => e.StaffId == person.Id)));
    }

    [Fact]
    public async Task People_who_are_called_the_same_are_told_apart_by_their_sign_in_names()
    {
        var (one, other) = (await Somebody("同じ 名前"), await Somebody("同じ 名前"));
        Assert.Contains("2人います", Assert.Single((await Check(Sheet("2027年3月", ("同じ名前", ["9-18"])))).Faults).Sentence, StringComparison.Ordinal);
        var bytes = With(Sheet("2027年3月", ("同じ名前", ["9-18"])),
            sheet => (sheet.Cell(3, 9).Value, sheet.Cell(4, 9).Value) = (ShiftSheet.SignInHead, other.UserName));
        Assert.Equal(other.Id, Assert.Single((await Check(bytes)).Changes).StaffId);
        Assert.NotEqual(one.Id, other.Id);
    }

    [Theory]
    [InlineData("月のない表", "何月の勤務表か")]
    [InlineData("2026年13月", "何月の勤務表か")]
    public async Task A_sheet_without_a_month_is_refused(string month, string sentence)
    {
        var person = await Somebody();
        Assert.Contains(sentence, Assert.Single((await Check(Sheet(month, (person.Name, ["9-18"])))).Faults).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_that_a_month_does_not_have_or_has_twice_are_told()
    {
        var person = await Somebody();
        var bytes = With(Sheet("2027年2月", (person.Name, ["9-18"])), sheet => (sheet.Cell(3, 3).Value, sheet.Cell(3, 4).Value) = ("29(月)", "1(月)"));
        Assert.Equal([("C3", "2月に29日はありません。"), ("D3", "1日の列が2つあります。")], (await Check(bytes)).Faults.Select(f => (f.Address, f.Sentence)));
    }

    [Theory]
    [InlineData("2026年11月", "2026年12月", "2026年11月と2026年12月")]
    [InlineData("2026年11月・12月", "", "2026年11月と2026年12月")]
    [InlineData("2026年11月", "2026年10月25日作成", null)] // a date is not a month
    [InlineData("2026年11月", "2026年11月分", null)]
    [InlineData("2026年11月1日から30日まで", "", null)]
    public async Task Two_months_in_the_top_rows_are_told_and_none_is_chosen(string first, string second, string? fault)
    {
        var person = await Somebody();
        var check = await Check(With(Sheet(first, (person.Name, ["9-18"])), sheet => sheet.Cell(2, 5).SetValue(second)));
        Assert.Equal(fault is null, check.Faults.Count == 0);
        Assert.Equal((fault is null ? 1 : 0, true),
            (check.Changes.Count, fault is null || Assert.Single(check.Faults).Sentence.Contains(fault, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Weekdays_sums_and_notes_are_passed_over_and_that_is_said()
    {
        var (one, absent) = (await Somebody(), await Somebody());
        var bytes = Sheet("2027年5月", ("", ["土", "日", "月"]), (one.Name, ["9:00-18:00", "休", "休"]), (absent.Name, ["", "", ""]), ("合計", ["8", "0", "0"]),
            ("備考", ["3日は祝日", "", ""]));
        bytes = With(bytes, sheet => (sheet.Cell(3, 6).Value, sheet.Cell(4, 6).Value, sheet.Cell(7, 4).FormulaA1) = ("合計", "8", "1+1"));
        var check = await Check(bytes);
        Assert.Empty(check.Faults);
        Assert.Single(check.Changes);
        Assert.Equal(["F3", "4行目", "6行目", "7行目", "8行目", "3行目"], check.Passed.Select(p => p.Address));
        Assert.Contains("「合計」の行", check.Passed[3].Sentence);
        Assert.Contains("4、5、6", check.Passed[5].Sentence); // days without a column
    }

    [Fact]
    public async Task A_wrong_sign_in_name_is_told_at_its_own_cell()
    {
        var (one, other) = (await Somebody(), await Somebody());
        byte[] Signed(string signIn) =>
            With(Sheet("2027年6月", (one.Name, ["9-18"])), sheet => (sheet.Cell(3, 9).Value, sheet.Cell(4, 9).Value) = (ShiftSheet.SignInHead, signIn));
        Assert.Equal(("I4", true),
            Assert.Single((await Check(Signed("nobody-here"))).Faults) is var unknown
                ? (unknown.Address, unknown.Sentence.Contains("nobody-here", StringComparison.Ordinal))
                : default);
        Assert.Equal(("I4", true),
            Assert.Single((await Check(Signed(other.UserName!))).Faults) is var wrong
                ? (wrong.Address, wrong.Sentence.Contains(other.Name, StringComparison.Ordinal))
                : default);
        Assert.Empty((await Check(Signed(one.UserName!))).Faults);
    }

    [Theory]
    [InlineData("11/2", true)]
    [InlineData("11月2日(月)", true)]
    [InlineData("46328", true)] // 2 November 2026 as Excel's day number
    [InlineData("12/2", false)] // a day of another month
    [InlineData("二日", false)] // ignoring the column would lose a time
    public async Task A_day_is_read_as_people_write_it_or_its_column_is_told(string head, bool isRead)
    {
        var person = await Somebody();
        var check = await Check(With(Sheet("2026年11月", (person.Name, ["", "9-18"])), sheet => sheet.Cell(3, 3).SetValue(head)));
        Assert.Equal((isRead, isRead ? 0 : 1), (check.Changes is [{ Date.Day: 2 }], check.Faults.Count(f => f.Address is "C3" or "C4")));
    }

    [Fact]
    public async Task A_merged_cell_is_told_and_a_workbook_of_merges_is_refused()
    {
        var person = await Somebody();
        var merged = With(Sheet("2027年7月", (person.Name, ["9-18", "", ""])), sheet => sheet.Range(4, 2, 4, 4).Merge());
        Assert.Equal("B4", Assert.Single((await Check(merged)).Faults).Address);
        var flood = InSheet(Sheet("2027年7月", (person.Name, ["9-18"])),
            $"<mergeCells>{string.Concat(Enumerable.Range(10, 300_000).Select(i => $"<mergeCell ref=\"A{i}:B{i}\"/>"))}</mergeCells>");
        Assert.Contains("結合", Refusal(flood), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_with_a_picture_is_read()
    {
        var person = await Somebody();
        var bytes = InSheet(Sheet("2027年8月", (person.Name, ["9-18"])),
            "<drawing xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"rId77\"/>");
        Assert.Single((await Check(bytes)).Changes);
    }

    [Fact]
    public async Task A_month_of_two_hundred_people_works()
    {
        var people = new List<(string, string[])>();
        await oneStop.Read(async db =>
        {
            db.Users.AddRange(Enumerable.Range(1, 200).Select(i => StaffMember.Create($"many-{i}", $"多人数 {i}", [Duty.Counselor], oneStop.Clock.GetUtcNow())));
            return await db.SaveChangesAsync();
        });
        people.AddRange(Enumerable.Range(1, 200).Select(i => ($"多人数 {i}", Enumerable.Repeat("9:00-18:00 20:00-25:00", 30).ToArray())));
        var done = await At(async desk => await desk.Import(await Check(Sheet("2027年4月", [.. people]))));
        Assert.Equal(6000, done.Rows);
        Assert.Equal(6000, await At(desk => desk.Undo(done.BatchId)));
        Assert.Equal(0, await oneStop.Read(db => db.ShiftExceptions.CountAsync(e => e.ImportId == done.BatchId)));
    }

    private async Task<StaffMember> Somebody(string? name = null)
    {
        var member = StaffMember.Create($"sheet-{Interlocked.Increment(ref members)}", name ?? $"表の 人{members}", [Duty.Counselor], oneStop.Clock.GetUtcNow());
        await oneStop.Read(db => (db.Users.Add(member), db.SaveChangesAsync()).Item2);
        return member;
    }

    private Task<StaffMember> Manager() => oneStop.AMember("sheet-manager", Duty.Manager);

    private async Task<T> At<T>(Func<ShiftImportDesk, Task<T>> ask) => await oneStop.At(await Manager(), ask);

    private Task<ShiftImportCheck> Check(byte[] bytes) => At(desk => desk.Check(Workbooks.Read(bytes)));

    private async Task SetDay(StaffMember person, int day, string times) =>
        await oneStop.At<ShiftDesk>(await Manager(), desk => desk.SetDay(person.Id, new(2027, 1, day), WorkingTimes.Read(times)));

    private Task<string> Times(StaffMember person, int day, int month = 1) =>
        oneStop.Read(async db => (await db.RosterOf(new(2027, month, day), new(2027, month, day))).Of(person.Id, new(new(2027, month, day))).ToString());
}
