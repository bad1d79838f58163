using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Consultations;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Consultations;

/// <summary>仕様書 7(2)①: the record of a consultation is a draft, then fixed; what is corrected afterwards is a further version.</summary>
public sealed class ConsultationTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new(); // each test sets the clock

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task A_draft_is_rewritten_and_a_confirmed_record_only_gets_versions()
    {
        var (counselor, client) = await oneStop.Counseling("versions");
        var wish = await oneStop.AWish(counselor);
        var id = await oneStop.Written(counselor, client, wish with { Support = "" }, confirms: false);
        await Rewrite(counselor, id, w => w with { Support = "求人を3件見た", Confirms = true });
        var confirmed = await oneStop.OpenRecord(counselor, id);
        Assert.Equal((ConsultationState.Confirmed, 1, "求人を3件見た"), (confirmed.Row.State, confirmed.Versions.Count, confirmed.Versions[0].Content.Support));
        Assert.Contains("下書き記録ではありません", (await Assert.ThrowsAsync<RuleException>(() => Rewrite(counselor, id, w => w with { Support = "別の話" }))).Message,
            StringComparison.Ordinal);

        await oneStop.Correct(counselor, id, w => w with { Support = "求人を4件見た", Until = "8:30", Reason = "数え間違い" });
        var corrected = await oneStop.OpenRecord(counselor, id);
        Assert.Equal(["求人を4件見た", "求人を3件見た"], corrected.Versions.Select(v => v.Content.Support));
        Assert.Equal(["数え間違い", ""], corrected.Versions.Select(v => v.Reason));
        Assert.Equal("7:30〜8:30", corrected.Row.Times); // the record shows the newest version
    }

    [Fact]
    public async Task A_correction_has_a_reason_and_a_difference()
    {
        var (counselor, client) = await oneStop.Counseling("reasons");
        var id = await oneStop.Written(counselor, client, await oneStop.AWish(counselor));
        Assert.Equal(nameof(ConsultationWish.Reason),
            (await Assert.ThrowsAsync<RuleException>(() => oneStop.Correct(counselor, id, w => w with { Support = "別の話" }))).Field);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.Correct(counselor, id, w => w with { Reason = "なにも変えない" }));
        Assert.Single((await oneStop.OpenRecord(counselor, id)).Versions);
    }

    [Theory]
    [InlineData(nameof(ConsultationWish.Subjects))]
    [InlineData(nameof(ConsultationWish.Complaint))]
    [InlineData(nameof(ConsultationWish.Support))]
    [InlineData(nameof(ConsultationWish.Until))] // the talk is still going on
    public async Task What_a_record_needs_is_asked_for_when_it_is_confirmed_and_not_before(string missing)
    {
        var (counselor, client) = await oneStop.Counseling($"needs-{missing}");
        var whole = await oneStop.AWish(counselor);
        var wish = missing switch
        {
            nameof(ConsultationWish.Subjects) => whole with { Subjects = [] },
            nameof(ConsultationWish.Complaint) => whole with { Complaint = " " },
            nameof(ConsultationWish.Support) => whole with { Support = "" },
            _ => whole with { From = "8:45", Until = "9:30" },
        };
        var id = await oneStop.Written(counselor, client, wish, confirms: false);
        Assert.Equal(missing, (await Assert.ThrowsAsync<RuleException>(() => Rewrite(counselor, id, w => w with { Confirms = true }))).Field);
        Assert.Equal(ConsultationState.Draft, (await oneStop.OpenRecord(counselor, id)).Row.State);
    }

    [Fact]
    public async Task A_record_is_changed_by_who_held_the_talk_who_wrote_it_and_a_manager()
    {
        var (counselor, client) = await oneStop.Counseling("owner");
        var (holder, colleague, manager) = (await oneStop.AMember("holder", Duty.Counselor), await oneStop.AMember("colleague", Duty.Counselor),
            await oneStop.AMember("senior", Duty.Manager));
        var id = await oneStop.Written(counselor, client, await oneStop.AWish(holder));
        foreach (var member in (StaffMember[])[counselor, holder, manager])
            await oneStop.Correct(member, id, w => w with { Support = $"{member.UserName}が直した", Reason = "補足" });
        await Assert.ThrowsAsync<RuleException>(() => oneStop.Correct(colleague, id, w => w with { Support = "同僚が直した", Reason = "補足" }));
        Assert.Equal(4, (await oneStop.OpenRecord(colleague, id)).Versions.Count); // whom it does not belong to may read it
    }

    [Fact]
    public async Task Two_people_who_correct_the_same_version_are_told()
    {
        var (counselor, client) = await oneStop.Counseling("twice");
        var id = await oneStop.Written(counselor, client, await oneStop.AWish(counselor));
        var seen = (await oneStop.OpenRecord(counselor, id)).Wish!;
        await oneStop.Correct(counselor, id, w => w with { Support = "はじめの訂正", Reason = "補足" });
        var late = new Edit<ConsultationWish>(seen, seen with { Support = "あとの訂正", Reason = "補足" });
        await Assert.ThrowsAsync<ConflictException<ConsultationWish>>(() => oneStop.At<ConsultationDesk>(counselor, desk => desk.Correct(id, late)));
    }

    [Fact]
    public async Task A_booked_talk_becomes_held_by_its_record_and_has_only_one()
    {
        var (counselor, client) = await oneStop.Counseling("booked");
        oneStop.PassTo(9);
        var booking = await oneStop.ABooking(counselor, client, 10);
        oneStop.PassTo(11.5);
        var start = (await oneStop.At<ConsultationDesk, ConsultationStart?>(counselor, desk => desk.Begin(client, booking, null)))!;
        Assert.Equal((ConsultationMethod.Video, "10:00", "11:00", 60), (start.Wish.Method, start.Wish.From, start.Wish.Until, start.Wish.Minutes));
        var wish = (await oneStop.AWish(counselor)) with { From = "10:05", Until = "11:20", Minutes = 75 }; // longer than was booked: what really was
        var id = await oneStop.Written(counselor, client, wish, confirms: false, booking: booking);
        Assert.Equal(BookingState.Held, (await oneStop.At<BookingDesk, BookingRow?>(counselor, desk => desk.Look(booking)))!.State);
        Assert.Equal(id, (await oneStop.At<ConsultationDesk, ConsultationStart?>(counselor, desk => desk.Begin(client, booking, null)))!.ExistingId);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.Written(counselor, client, wish, booking: booking));

        await oneStop.At<ConsultationDesk>(counselor, desk => desk.Drop(id));
        var next = await oneStop.Written(counselor, client, wish, booking: booking);
        Assert.NotEqual(id, next);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ConsultationDesk>(counselor, desk => desk.BringBack(id))); // the booking has another now
    }

    [Fact]
    public async Task Neither_anothers_booking_nor_a_cancelled_one_gets_a_record()
    {
        var (counselor, client) = await oneStop.Counseling("strict");
        oneStop.PassTo(9);
        var (booking, cancelled) = (await oneStop.ABooking(counselor, client, 10), await oneStop.ABooking(counselor, client, 12));
        await oneStop.At<BookingDesk>(counselor, desk => desk.Cancel(cancelled, false, null, false));
        oneStop.PassTo(14);
        var wish = (await oneStop.AWish(counselor)) with { From = "10:00", Until = "11:00" };
        var other = await Bookings.BookingOffice.AClient(oneStop, counselor, "別の人");
        await Assert.ThrowsAsync<RuleException>(() => oneStop.Written(counselor, other, wish, booking: booking));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.Written(counselor, client, wish, booking: cancelled));
        Assert.Equal(0, await oneStop.Read(db => db.Consultations.CountAsync()));
        Assert.Equal(BookingState.Confirmed, (await oneStop.At<BookingDesk, BookingRow?>(counselor, desk => desk.Look(booking)))!.State);
    }

    [Fact]
    public async Task A_draft_is_dropped_by_its_writer_and_a_confirmed_record_by_a_manager_with_a_reason()
    {
        var (counselor, client) = await oneStop.Counseling("dropper");
        var manager = await oneStop.AMember("remover", Duty.Manager);
        var draft = await oneStop.Written(counselor, client, await oneStop.AWish(counselor), confirms: false);
        await oneStop.At<ConsultationDesk>(counselor, desk => desk.Drop(draft));
        Assert.Equal(ConsultationState.Removed, (await oneStop.OpenRecord(counselor, draft)).Row.State);
        await oneStop.At<ConsultationDesk>(counselor, desk => desk.BringBack(draft));
        Assert.Equal(ConsultationState.Draft, (await oneStop.OpenRecord(counselor, draft)).Row.State);

        var record = await oneStop.Written(counselor, client, await oneStop.AWish(counselor));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ConsultationDesk>(counselor, desk => desk.Drop(record)));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ConsultationDesk>(manager, desk => desk.Remove(record, " ")));
        await oneStop.At<ConsultationDesk>(manager, desk => desk.Remove(record, "別の人の相談でした"));
        Assert.Equal("別の人の相談でした", (await oneStop.OpenRecord(counselor, record)).RemovalReason);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ConsultationDesk>(counselor, desk => desk.BringBack(record)));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.Correct(manager, record, w => w with { Support = "直す", Reason = "補足" }));
    }

    [Fact]
    public async Task A_comment_of_a_senior_waits_until_whoever_answers_for_the_record_has_read_it()
    {
        var (counselor, client) = await oneStop.Counseling("learner");
        var (manager, colleague) = (await oneStop.AMember("supervisor", Duty.Manager), await oneStop.AMember("bystander", Duty.Counselor));
        var draft = await oneStop.Written(counselor, client, await oneStop.AWish(counselor), confirms: false);
        await Assert.ThrowsAsync<RuleException>(() => Comment(manager, draft)); // it may still change
        var id = await oneStop.Written(counselor, client, await oneStop.AWish(counselor));
        var comment = await Comment(manager, id);
        Assert.Equal(1, (await oneStop.OpenRecord(counselor, id)).Row.NewComments);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ConsultationDesk>(colleague, desk => desk.Acknowledge(comment)));
        await oneStop.At<ConsultationDesk>(counselor, desk => desk.Acknowledge(comment));
        var read = await oneStop.OpenRecord(manager, id);
        Assert.Equal((0, counselor.Name), (read.Row.NewComments, Assert.Single(read.Comments).AcknowledgedBy));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ConsultationDesk>(manager, desk => desk.TakeCommentBack(comment)));

        var slip = await Comment(manager, id);
        await oneStop.At<ConsultationDesk>(manager, desk => desk.TakeCommentBack(slip));
        Assert.Single((await oneStop.OpenRecord(counselor, id)).Comments);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_writes_one_record()
    {
        var (counselor, client) = await oneStop.Counseling("doubled");
        var wish = await oneStop.AWish(counselor);
        var edit = new Edit<ConsultationWish>(wish, wish) { Key = Guid.CreateVersion7(oneStop.Clock.GetUtcNow()) };
        var ids = new List<Guid>();
        for (var i = 0; i < 2; i++)
            ids.Add(await oneStop.At<ConsultationDesk, Guid>(counselor, desk => desk.Write(client, new(null, null), edit)));
        Assert.Single(ids.Distinct());
        Assert.Equal(1, await oneStop.Read(db => db.Consultations.CountAsync(c => c.ClientId == client)));
    }

    private Task<Guid> Comment(StaffMember by, Guid id) => oneStop.At<ConsultationDesk, Guid>(by, desk => desk.Comment(id, "強みも書いておきましょう"));

    private async Task Rewrite(StaffMember by, Guid id, Func<ConsultationWish, ConsultationWish> change)
    {
        var wish = (await oneStop.OpenRecord(by, id)).Wish!;
        await oneStop.At<ConsultationDesk>(by, desk => desk.Rewrite(id, new(wish, change(wish))));
    }
}
