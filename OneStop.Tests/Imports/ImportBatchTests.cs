using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Data;
using OneStop.Domain.Imports;
using OneStop.Domain.Shifts;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using OneStop.Tests.Shifts;

namespace OneStop.Tests.Imports;

/// <summary>A checked sheet is imported as shown, in one save or in chunks, and undone as one.</summary>
public sealed class ImportBatchTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private const string Kind = "Test";
    private static int members;

    [Fact]
    public async Task What_a_colleague_changed_in_between_is_not_overwritten()
    {
        var (one, two) = (await Somebody(), await Somebody());
        var check = await At(desk => desk.Check(Month("2027年1月", (one.Name, "9:00-12:00"), (two.Name, "9:00-12:00"))));
        await oneStop.At<ShiftDesk>(await Manager(), desk => desk.SetDay(two.Id, new(2027, 1, 1), WorkingTimes.Read("13:00-18:00")));
        var refusal = await Assert.ThrowsAsync<RuleException>(() => At(desk => desk.Import(check)));
        Assert.Contains($"1件あります（{check.Changes[1].Address} {two.Name} 1月1日(金)）", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(("休", "13:00-18:00"), (await Times(one), await Times(two)));
        Assert.DoesNotContain((await At(desk => desk.List(new(new())))).Rows, row => row.FileName == check.Source);

        var again = await At(desk => desk.Check(Month("2027年1月", (one.Name, "9:00-12:00"), (two.Name, "9:00-12:00"))));
        Assert.Equal(["休", "13:00-18:00"], again.Changes.Select(c => c.Before));
        Assert.Equal(2, (await At(desk => desk.Import(again))).Rows);
    }

    [Fact]
    public async Task A_batch_says_who_brought_what_when_and_how_much()
    {
        var person = await Somebody();
        var sheet = Month("2027年2月", (person.Name, "9:00-12:00"));
        var done = await At(async desk => await desk.Import(await desk.Check(sheet with { Name = "../二月/..\\勤務\u202E表.xlsx" })));
        var row = (await At(desk => desk.List(new(new())))).Rows.Single(r => r.Id == done.BatchId);
        Assert.Equal(("2027年2月", "_二月_.._勤務表.xlsx", (await Manager()).Name, 1, false), (row.About, row.FileName, row.ImportedBy, row.Rows, row.IsCutOff));
        var values = await oneStop.Read(db => db.AuditValues.Where(v => v.Field == nameof(ImportBatch.FileName)).ToListAsync());
        Assert.Empty(values); // people name files after people
    }

    [Fact]
    public async Task Chunks_are_saved_one_by_one_with_their_share_of_the_batch()
    {
        var person = await Somebody();
        var (told, days) = (new Told(), Days(person, 25));
        var done = await Desk(desk => desk.TakeOver(Kind, Checked, days, Apply, told, chunk: 10));
        Assert.Equal([10, 20, 25], told.Saved);
        Assert.Equal((25, 25), (done.Rows, await Exceptions(person)));
        Assert.Equal(25, await Undo(done.BatchId));
        Assert.Equal(0, await Exceptions(person));
    }

    [Fact]
    public async Task What_was_taken_over_before_a_failure_is_undone_whole()
    {
        var person = await Somebody();
        var days = Days(person, 25);
        await Assert.ThrowsAsync<RuleException>(() =>
            Desk(desk => desk.TakeOver(Kind, Checked, days,
                (db, batch, part) => part.Contains(days[^1]) ? throw new RuleException("途中で切れた") : Apply(db, batch, part), chunk: 10)));
        Assert.Equal(20, await Exceptions(person));
        var row = (await Desk(desk => desk.Imports(Kind, new(new())))).Rows[0];
        Assert.Equal((20, true), (row.Rows, row.IsCutOff));
        Assert.Equal(20, await Undo(row.Id));
        Assert.Equal(0, await Exceptions(person));
    }

    [Fact]
    public async Task A_batch_is_undone_only_through_the_desk_that_it_belongs_to()
    {
        var person = await Somebody();
        var done = await Desk(desk => desk.TakeOver(Kind, Checked, Days(person, 1), Apply));
        await Assert.ThrowsAsync<InvalidOperationException>(() => At(desk => desk.Undo(done.BatchId)));
        Assert.DoesNotContain((await At(desk => desk.List(new(new())))).Rows, row => row.Id == done.BatchId);
        Assert.Equal(1, await Exceptions(person));
    }

    [Fact]
    public async Task Nothing_with_a_fault_or_without_a_change_is_taken_over()
    {
        var person = await Somebody();
        var faulty = Checked with { Faults = [new("A1", "直す")] };
        await Assert.ThrowsAsync<RuleException>(() => Desk(desk => desk.TakeOver(Kind, faulty, Days(person, 1), Apply)));
        await Assert.ThrowsAsync<RuleException>(() => Desk(desk => desk.TakeOver(Kind, Checked, Days(person, 0), Apply)));
        Assert.Equal(0, await Exceptions(person));
    }

    private static ShiftImportCheck Checked => new("試し.csv", new(2027, 3, 1), ColumnMap.None, [], [], [], 0, []);

    private static DayWish[] Days(StaffMember person, int count) =>
        [.. Enumerable.Range(0, count).Select(d => new DayWish(person.Id, new DateOnly(2027, 3, 1).AddDays(d), WorkingTimes.Read("9:00-12:00")))];

    private static async Task<int> Apply(OneStopDb db, Guid batch, IReadOnlyList<DayWish> part)
    {
        var edits = await db.Apply(part, TestOneStop.Japan("2026-10-05T09:00"), batch);
        db.ShiftImportDays.AddRange(edits.Select(e => ShiftImportDay.Of(batch, e)));
        return edits.Count;
    }

    private Task<int> Undo(Guid batch) =>
        Desk(desk => desk.Undo(Kind, batch,
            async db => await db.PutBack([.. (await db.ShiftImportDays.Of(batch).ToListAsync()).Select(d => d.Edit)], desk.Now)));

    private Task<int> Exceptions(StaffMember person) => oneStop.Read(db => db.ShiftExceptions.CountAsync(e => e.StaffId == person.Id));

    private Task<string> Times(StaffMember person) =>
        oneStop.Read(async db => (await db.RosterOf(new(2027, 1, 1), new(2027, 1, 1))).Of(person.Id, new(new(2027, 1, 1))).ToString());

    private static UploadedSheet Month(string month, params (string Name, string Day)[] people) =>
        Workbooks.Read(Workbooks.Sheet(month, [.. people.Select(p => (p.Name, new[] { p.Day }))]));

    private async Task<StaffMember> Somebody()
    {
        var member = StaffMember.Create($"batch-{Interlocked.Increment(ref members)}", $"束の 人{members}", [Duty.Counselor], oneStop.Clock.GetUtcNow());
        await oneStop.Read(db => (db.Users.Add(member), db.SaveChangesAsync()).Item2);
        return member;
    }

    private Task<StaffMember> Manager() => oneStop.AMember("batch-manager", Duty.Manager);

    private async Task<T> At<T>(Func<ShiftImportDesk, Task<T>> ask) => await oneStop.At(await Manager(), ask);

    private async Task<T> Desk<T>(Func<DeskContext, Task<T>> ask) => await oneStop.At(await Manager(), ask);

    /// <summary>Records progress synchronously and in order.</summary>
    private sealed class Told : IProgress<int>
    {
        public List<int> Saved { get; } = [];

        public void Report(int value) => Saved.Add(value);
    }
}
