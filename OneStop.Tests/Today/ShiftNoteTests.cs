using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Shifts;
using OneStop.Domain.Shifts.Absences;
using OneStop.Domain.Staff;
using OneStop.Domain.Timeline;
using OneStop.Domain.Today.Notes;
using OneStop.Tests.Bookings;
using OneStop.Tests.Consultations;
using OneStop.Tests.House;

namespace OneStop.Tests.Today;

/// <summary>申し送り: to whom a note is shown, until when, and what becomes of it.</summary>
public sealed class ShiftNoteTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();
    private StaffMember mina = null!, ryo = null!, sora = null!, chief = null!;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        (mina, ryo, sora) = (await oneStop.OnShift("mina"), await oneStop.OnShift("ryo"), await oneStop.OnShift("sora"));
        chief = await oneStop.AMember("chief", Duty.Manager);
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task It_waits_for_each_colleague_until_they_have_read_it_and_never_for_its_writer()
    {
        var note = await Write(mina, new() { Text = "  22時からLINEが止まります " });
        Assert.Equal("22時からLINEが止まります", Assert.Single((await Now(ryo)).Waiting).Text);
        Assert.Empty((await Now(mina)).Waiting);
        await oneStop.At<ShiftNoteDesk>(ryo, d => d.Read(note, true));
        await oneStop.At<ShiftNoteDesk>(ryo, d => d.Read(note, true)); // pressed twice
        Assert.Empty((await Now(ryo)).Waiting);
        Assert.Equal(["ryo さん"], Assert.Single((await Now(mina)).Others).Readers);
        Assert.Empty((await Now(ryo)).Others); // what others wrote and I have read is in the list of the latest
        Assert.Single((await Now(sora)).Waiting);
        await oneStop.At<ShiftNoteDesk>(ryo, d => d.Read(note, false));
        Assert.Single((await Now(ryo)).Waiting);
    }

    [Fact]
    public async Task One_for_a_colleague_is_shown_to_them_and_to_who_stands_in_and_managers_see_it_without_being_asked()
    {
        await Write(mina, new() { Text = "鍵は受付です", ForStaffId = ryo.Id });
        Assert.Single((await Now(ryo)).Waiting);
        Assert.Empty((await Now(sora)).Waiting);
        Assert.Empty(await Latest(sora));
        Assert.Equal((0, 1), ((await Now(chief)).Waiting.Count, (await Now(chief)).Others.Count));
        await oneStop.At<AbsenceDesk, Guid>(ryo, d => d.Save(null, new(new(), new() { StaffId = ryo.Id, From = new(2026, 10, 5), Substitutes = [sora.Id] })));
        Assert.Single((await Now(sora)).Waiting);
    }

    [Theory]
    [InlineData("2026-10-06T00:30", "2026-10-08T05:59", true)] // written at 24:30 of the 5th, shown until the 7th has ended
    [InlineData("2026-10-06T00:30", "2026-10-08T06:00", false)]
    [InlineData("2026-10-06T06:00", "2026-10-08T06:00", true)]
    [InlineData("2026-10-06T06:00", "2026-10-09T06:00", false)]
    [InlineData("2026-12-28T10:00", "2027-01-05T23:00", true)] // closed from 29 December to 3 January
    [InlineData("2026-12-28T10:00", "2027-01-06T06:00", false)]
    [InlineData("2026-12-30T10:00", "2027-01-06T23:00", true)] // written while closed
    [InlineData("2026-12-30T10:00", "2027-01-07T06:00", false)]
    public async Task It_ends_by_itself_after_three_open_days_and_stays_in_the_list(string written, string now, bool waits)
    {
        oneStop.Clock.SetUtcNow(TestOneStop.Japan(written).ToUniversalTime());
        await Write(mina, new() { Text = "今日だけのことです" });
        oneStop.Clock.SetUtcNow(TestOneStop.Japan(now).ToUniversalTime());
        Assert.Equal(waits, (await Now(ryo)).Waiting.Count == 1);
        Assert.Single(await Latest(ryo));
        oneStop.Clock.Advance(TimeSpan.FromDays(ShiftNote.ListedForDays));
        Assert.Empty(await Latest(ryo));
    }

    [Theory]
    [InlineData("9:00-12:00", 2)] // at work today until 12:00, the 5th to the 7th
    [InlineData("6:00-10:00", 6)] // the shift of today is over, then two days off, and away on the 8th: the 9th to the 11th
    public async Task One_for_a_colleague_counts_from_when_they_are_at_work_again(string today, int daysLater)
    {
        oneStop.PassTo(11);
        await oneStop.Read(async db =>
        {
            foreach (var (day, times) in new[] { (5, today), (6, "休"), (7, "休") })
                db.ShiftExceptions.Add(ShiftException.On(ryo.Id, new(2026, 10, day), WorkingTimes.Read(times), oneStop.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        await oneStop.At<AbsenceDesk, Guid>(ryo, d => d.Save(null, new(new(), new() { StaffId = ryo.Id, From = new(2026, 10, 8), Until = new(2026, 10, 8) })));
        await Write(mina, new() { Text = "鍵は受付です", ForStaffId = ryo.Id });
        oneStop.PassTo(25, day: daysLater);
        Assert.Single((await Now(ryo)).Waiting);
        oneStop.PassTo(30, day: daysLater);
        Assert.Empty((await Now(ryo)).Waiting);
    }

    [Fact]
    public async Task The_newest_are_shown_however_many_there_are_and_those_for_others_take_no_room()
    {
        await Written(ShiftNoteDesk.Most + 1, mina.Id, sora.Id);
        await Written(ShiftNoteDesk.Most + 1, mina.Id, null);
        await Write(mina, new() { Text = "いちばん新しい", ForStaffId = ryo.Id });
        Assert.Equal((ShiftNoteDesk.Most, "いちばん新しい"), ((await Now(ryo)).Waiting.Count, (await Now(ryo)).Waiting[^1].Text));
        Assert.Equal("いちばん新しい", (await Latest(ryo))[0].Text);
        Assert.Equal("いちばん新しい", (await Now(chief)).Others[^1].Text);

        Task<int> Written(int count, Guid by, Guid? reader) => oneStop.Read(async db =>
        {
            var now = oneStop.Clock.GetUtcNow();
            for (var i = 0; i < count; i++)
                db.ShiftNotes.Add(ShiftNote.Of(new() { Text = "まえのもの", ForStaffId = reader }, by, ServiceDay.Of(now).Date, now.AddMinutes(-1)));
            return await db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task One_about_nobody_is_deleted_when_it_is_in_no_list_any_more_and_one_about_a_client_stays()
    {
        var client = await oneStop.AClient(mina);
        var (about, taken) = (await Write(mina, new() { Text = "この方のこと", ClientId = client }), await Write(mina, new() { Text = "まちがい" }));
        await Write(mina, new() { Text = "だれのことでもない" });
        await oneStop.At<ShiftNoteDesk>(mina, d => d.TakeBack(taken));
        oneStop.Clock.Advance(TimeSpan.FromDays(ShiftNote.ListedForDays));
        await oneStop.ByClock<ShiftNoteDesk>(d => d.Sweep());
        Assert.Equal(3, await oneStop.Read(db => db.ShiftNotes.CountAsync()));
        Assert.Equal(2, (await Latest(ryo)).Count);
        oneStop.Clock.Advance(TimeSpan.FromSeconds(1));
        await oneStop.ByClock<ShiftNoteDesk>(d => d.Sweep());
        Assert.Equal([about], await oneStop.Read(db => db.ShiftNotes.Select(n => n.Id).ToListAsync()));
        await Assert.ThrowsAsync<NotAllowedException>(() => oneStop.At<ShiftNoteDesk>(chief, d => d.Sweep()));
    }

    [Fact]
    public async Task Its_writer_takes_it_back_and_nobody_else()
    {
        var note = await Write(mina, new() { Text = "まちがい" });
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ShiftNoteDesk>(ryo, d => d.TakeBack(note)));
        await oneStop.At<ShiftNoteDesk>(mina, d => d.TakeBack(note));
        Assert.Empty((await Now(ryo)).Waiting);
        Assert.Empty(await Latest(mina));
        await oneStop.At<ShiftNoteDesk>(mina, d => d.TakeBack(note, false));
        Assert.Single((await Now(ryo)).Waiting);
    }

    [Fact]
    public async Task One_about_a_client_is_in_their_timeline_and_who_reads_it_has_seen_them()
    {
        var client = await oneStop.AClient(mina, "さくら");
        var note = await Write(mina, new() { Text = "娘さんが電話に出るかもしれません", ClientId = client });
        Assert.Contains("さくら", Assert.Single((await Now(ryo)).Waiting).Client);
        await oneStop.WriteLooks();
        Assert.True(await oneStop.Read(db => db.AuditEntries.AnyAsync(e => e.Act == AuditAct.Previewed && e.PersonId == client && e.ActorId == ryo.Id)));
        var timeline = await oneStop.At<TimelineDesk, TimelinePart?>(ryo, d => d.Read(client, new() { Kind = "shift-note" }));
        Assert.Equal("娘さんが電話に出るかもしれません", Assert.Single(timeline!.Rows).Entry.Text);
        await oneStop.At<ShiftNoteDesk>(mina, d => d.TakeBack(note));
        Assert.Empty((await oneStop.At<TimelineDesk, TimelinePart?>(ryo, d => d.Read(client, new() { Kind = "shift-note" })))!.Rows);
    }

    [Fact]
    public async Task One_about_a_client_for_a_colleague_is_told_in_the_timeline_to_whoever_may_read_it_and_in_the_clients_copy()
    {
        var client = await oneStop.AClient(mina);
        await Write(mina, new() { Text = "あなたにだけ", ForStaffId = ryo.Id, ClientId = client });
        Assert.Equal((1, 1, 0, 1), (await Told(mina), await Told(ryo), await Told(sora), await Told(chief)));
        await oneStop.At<AbsenceDesk, Guid>(ryo, d => d.Save(null, new(new(), new() { StaffId = ryo.Id, From = new(2026, 10, 5), Substitutes = [sora.Id] })));
        Assert.Equal(1, await Told(sora));
        var copy = await oneStop.WithDb(await oneStop.OnShift("yuki"), (services, db) => services.GetServices<ITimelineSource>().Single(s => s.Tables.Contains(typeof(ShiftNote)))
            .Read(db, new(new(client, [], []), DateTimeOffset.MaxValue, 50, null, []) { InFull = true }));
        Assert.Equal("あなたにだけ", Assert.Single(copy).Text);

        async Task<int> Told(StaffMember member) =>
            (await oneStop.At<TimelineDesk, TimelinePart?>(member, d => d.Read(client, new() { Kind = "shift-note" })))!.Rows.Count;
    }

    [Fact]
    public async Task What_cannot_be_written_is_refused_with_its_reason()
    {
        await Refused("300文字まで", new() { Text = " " });
        await Refused("300文字まで", new() { Text = new('あ', ShiftNote.Longest + 1) });
        await Refused("自分あて", new() { Text = "自分に", ForStaffId = mina.Id });
        await Refused("受け取れません", new() { Text = "市の方に", ForStaffId = (await oneStop.AMember("city", Duty.City)).Id });
        await Refused("登録されていません", new() { Text = "だれか", ClientId = Guid.CreateVersion7(oneStop.Clock.GetUtcNow()) });
        await Assert.ThrowsAsync<NotAllowedException>(async () => await Now(await oneStop.AMember("city", Duty.City)));
    }

    [Fact]
    public async Task It_can_be_about_whoever_has_a_talk_today_or_tomorrow_that_is_not_over()
    {
        var (morning, evening, later) = (await oneStop.AClient(mina, "あさ"), await oneStop.AClient(mina, "よる"), await oneStop.AClient(mina, "あした"));
        await oneStop.ABooking(mina, morning, 10);
        await oneStop.ABooking(mina, evening, 24);
        await oneStop.ABooking(mina, later, 10, 1);
        await oneStop.ABooking(mina, await oneStop.AClient(mina, "あさって"), 10, 2);
        oneStop.PassTo(11);
        var choices = await oneStop.At<ShiftNoteDesk, NoteChoices>(ryo, d => d.Choices());
        Assert.Equal(["24:00 よる（R-0002）", "あす 10:00 あした（R-0003）"], choices.Subjects.Select(s => s.Label));
        Assert.Equal(["chief さん", "mina さん", "sora さん"], choices.Colleagues.Values);
        var aboutOne = await oneStop.At<ShiftNoteDesk, NoteChoices>(ryo, d => d.Choices(aboutOne: true)); // from the page of a booking
        Assert.Equal((0, 3), (aboutOne.Subjects.Count, aboutOne.Colleagues.Count));
    }

    private Task<Guid> Write(StaffMember by, ShiftNoteWish wish) => oneStop.At<ShiftNoteDesk, Guid>(by, d => d.Write(new(new(), wish)));

    private Task<ShiftNotes> Now(StaffMember member) => oneStop.At<ShiftNoteDesk, ShiftNotes>(member, d => d.Now());

    private Task<IReadOnlyList<ShiftNoteRow>> Latest(StaffMember member) => oneStop.At<ShiftNoteDesk, IReadOnlyList<ShiftNoteRow>>(member, d => d.Latest());

    private async Task Refused(string because, ShiftNoteWish wish) =>
        Assert.Contains(because, (await Assert.ThrowsAsync<RuleException>(() => Write(mina, wish))).Message, StringComparison.Ordinal);
}
