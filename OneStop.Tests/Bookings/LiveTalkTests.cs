using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.Channels;
using OneStop.Domain.Consultations;
using OneStop.Domain.Conversations;
using OneStop.Domain.Due;
using OneStop.Domain.Staff;
using OneStop.Domain.Timeline;
using OneStop.Tests.Consultations;
using OneStop.Tests.House;

namespace OneStop.Tests.Bookings;

/// <summary>リアルタイム相談: when a talk can be begun and by whom, that the client is told once, and what ends it.</summary>
public sealed class LiveTalkTests : IAsyncLifetime
{
    private const string Told = "相談員が入りました";

    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();
    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Theory]
    [InlineData("2026-10-05T13:44:59", "予約の15分前（10月5日(月) 13:45）から")]
    [InlineData("2026-10-05T13:45", null)]
    [InlineData("2026-10-05T14:59:59", null)] // late is better than never
    [InlineData("2026-10-05T15:00", "（10月5日(月) 14:00〜15:00）は終わりました")]
    public async Task It_begins_from_a_quarter_of_an_hour_before_until_the_booked_end(string now, string? whyNot)
    {
        var aoba = await oneStop.OnShift("aoba");
        var (friend, booking) = await oneStop.AHour(aoba, "2026-10-05T14:00");
        oneStop.ItIs(now);
        if (whyNot is not null)
        {
            Assert.Contains(whyNot, await oneStop.WhyNotBegun(aoba, booking), StringComparison.Ordinal);
            Assert.Equal(0, await oneStop.CountInOutbox(friend, Told));
            return;
        }
        Assert.True((await oneStop.BeginsTalk(aoba, booking)) is { IsNew: true, IsMine: true, TakenFrom: null });
        Assert.True((await oneStop.RowOf(aoba, booking))!.IsTalking);
    }

    [Theory]
    [InlineData(ContactMethod.Phone, false, "この予約は電話です")]
    [InlineData(ContactMethod.Video, false, "この予約はビデオ通話です")]
    [InlineData(ContactMethod.Chat, true, "提案中で、本人がまだ決めていません")]
    public async Task Only_a_chat_that_stands_begins_in_the_conversation(ContactMethod method, bool isProposal, string whyNot)
    {
        var aoba = await oneStop.OnShift("aoba");
        var (_, booking) = await oneStop.AHour(aoba, "2026-10-05T14:00", method, isProposal);
        oneStop.ItIs("2026-10-05T14:00");
        Assert.Contains(whyNot, await oneStop.WhyNotBegun(aoba, booking), StringComparison.Ordinal);
        await oneStop.At<BookingDesk>(aoba, d => d.Cancel(booking, false, null, false));
        if (method == ContactMethod.Chat)
            Assert.Contains("「取消」のため", await oneStop.WhyNotBegun(aoba, booking), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_press_at_once_begin_one_talk_and_the_client_is_told_once()
    {
        var (aoba, midori) = (await oneStop.OnShift("aoba"), await oneStop.OnShift("midori"));
        var (friend, booking) = await oneStop.AHour(aoba, "2026-10-05T14:00");
        oneStop.ItIs("2026-10-05T14:00");
        var begun = await Task.WhenAll(((StaffMember[])[aoba, midori, aoba, midori]).Select(by => Task.Run(() => oneStop.BeginsTalk(by, booking))));

        var first = Assert.Single(begun, b => b.IsNew);
        Assert.All(begun, b => Assert.Equal((first.Id, first.HeldBy), (b.Id, b.HeldBy)));
        Assert.Equal((await oneStop.Stored(booking)).StaffId, first.HeldBy == aoba.Name ? aoba.Id : midori.Id);
        Assert.Equal(1, await oneStop.CountInOutbox(friend, Told));
        oneStop.PassTheHold();
        await oneStop.Hears(friend, Told);
        Assert.Contains($"{first.HeldBy.Split(' ')[0]}です", oneStop.Says(friend), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleague_who_begins_takes_the_booking_over_and_an_undo_gives_it_back()
    {
        var (aoba, midori) = (await oneStop.OnShift("aoba"), await oneStop.OnShift("midori"));
        var (friend, booking) = await oneStop.AHour(aoba, "2026-10-05T14:00");
        oneStop.ItIs("2026-10-05T14:00");
        var begun = await oneStop.BeginsTalk(midori, booking);
        Assert.Equal((aoba.Name, midori.Id), (begun.TakenFrom, (await oneStop.Stored(booking)).StaffId));

        await oneStop.At<LiveTalkDesk>(midori, d => d.TakeBack(begun.Id));
        await oneStop.At<LiveTalkDesk>(midori, d => d.TakeBack(begun.Id)); // pressed twice
        Assert.True(await oneStop.Stored(booking) is { Talk: null } stored && stored.StaffId == aoba.Id);
        Assert.Equal(0, await oneStop.CountInOutbox(friend, Told));

        begun = await oneStop.BeginsTalk(aoba, booking);
        oneStop.PassTheHold();
        await oneStop.Hears(friend, Told);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<LiveTalkDesk>(aoba, d => d.TakeBack(begun.Id)));
        Assert.True((await oneStop.Stored(booking)).Talk!.IsRunning);
    }

    [Fact]
    public async Task Nobody_begins_without_the_duty_or_beside_another_booking()
    {
        var (aoba, midori) = (await oneStop.OnShift("aoba"), await oneStop.OnShift("midori"));
        var planner = await oneStop.OnShift("planner", Duty.Planner);
        var (_, booking) = await oneStop.AHour(aoba, "2026-10-05T14:00");
        await oneStop.AHour(midori, "2026-10-05T14:30");
        oneStop.ItIs("2026-10-05T14:00");
        Assert.Contains("キャリアカウンセラーが行います", await oneStop.WhyNotBegun(planner, booking), StringComparison.Ordinal);
        Assert.Contains("ほかの予約が入っています", await oneStop.WhyNotBegun(midori, booking), StringComparison.Ordinal);
        Assert.Equal(aoba.Id, (await oneStop.Stored(booking)).StaffId);
    }

    [Fact]
    public async Task One_conversation_has_one_running_talk()
    {
        var (aoba, midori) = (await oneStop.OnShift("aoba"), await oneStop.OnShift("midori"));
        var (_, first) = await oneStop.AHour(aoba, "2026-10-05T14:00");
        var second = await oneStop.AHourFor((await oneStop.Stored(first)).ClientId, midori, "2026-10-05T14:00");
        oneStop.ItIs("2026-10-05T14:00");
        var begun = await oneStop.BeginsTalk(aoba, first);
        Assert.Contains("別の予約の相談が進んでいます", await oneStop.WhyNotBegun(midori, second), StringComparison.Ordinal);
        await oneStop.At<LiveTalkDesk>(aoba, d => d.End(begun.Id));
        await oneStop.BeginsTalk(midori, second);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<LiveTalkDesk>(aoba, d => d.Resume(begun.Id)));
    }

    [Fact]
    public async Task The_notice_says_nothing_on_the_screen_and_comes_as_a_button_to_who_asked_for_discretion()
    {
        Assert.Equal("お知らせがあります", HourNotices.Begun(BookingKind.Consultation, "青葉 みどり").Notice);
        Assert.DoesNotContain("みどり", HourNotices.Begun(BookingKind.Consultation, "青葉 みどり").Text, StringComparison.Ordinal);
        var aoba = await oneStop.OnShift("aoba");
        var (friend, booking) = await oneStop.AHour(aoba, "2026-10-05T14:00");
        var talk = await oneStop.ConversationOf(friend);
        await oneStop.At<CardDesk>(aoba, d => d.BeDiscreet(talk, new(MarkWish.None, new("家族が見る"))));
        oneStop.ItIs("2026-10-05T14:00");
        await oneStop.BeginsTalk(aoba, booking);
        Assert.Equal((0, 1), (await oneStop.CountInOutbox(friend, Told), await oneStop.CountInOutbox(friend, "お返事があります")));
    }

    [Theory]
    [InlineData("2026-10-05T13:45", "2026-10-05T14:45")] // an hour from the begin
    [InlineData("2026-10-05T14:00", "2026-10-05T15:00")]
    [InlineData("2026-10-05T14:20", "2026-10-05T15:00")] // the booked end
    public async Task The_countdown_ends_after_an_hour_or_with_the_booking_and_then_it_is_due_for_who_holds_it(string begins, string until)
    {
        var aoba = await oneStop.OnShift("aoba");
        var (friend, booking) = await oneStop.AHour(aoba, "2026-10-05T14:00");
        var talk = await oneStop.ConversationOf(friend);
        oneStop.ItIs(begins);
        await oneStop.BeginsTalk(aoba, booking);
        Assert.Equal(TestOneStop.Japan(until), (await oneStop.At<LiveTalkDesk, LiveTalkRow?>(aoba, d => d.Of(talk)))!.Until);

        oneStop.Clock.SetUtcNow(TestOneStop.Japan(until).AddTicks(-1));
        Assert.Empty(await Due(aoba));
        oneStop.ItIs(until);
        var due = Assert.Single(await Due(aoba));
        Assert.Equal((aoba.Id, TestOneStop.Japan(until), $"/inbox/{talk}"), (due.StaffId, due.Until, due.Link));
        Assert.Empty(await Due(await oneStop.OnShift("midori")));
        oneStop.Clock.Advance(TimeSpan.FromHours(5));
        Assert.True((await oneStop.Stored(booking)).Talk!.IsRunning); // never silently by the clock
    }

    [Fact]
    public async Task The_last_hour_of_the_year_runs_past_midnight_and_its_record_begins_with_it()
    {
        var aoba = await oneStop.OnShift("aoba");
        var (friend, booking) = await oneStop.AHour(aoba, "2026-12-29T00:00");
        var talk = await oneStop.ConversationOf(friend);
        oneStop.ItIs("2026-12-29T00:00"); // 24:00 of the 28th
        var begun = await oneStop.BeginsTalk(aoba, booking);
        oneStop.ItIs("2026-12-29T00:50"); // 24:50
        Assert.Equal(TestOneStop.Japan("2026-12-29T01:00"), (await oneStop.At<LiveTalkDesk, LiveTalkRow?>(aoba, d => d.Of(talk)))!.Until);
        oneStop.ItIs("2026-12-29T01:00"); // 25:00: closed from now on
        Assert.Equal("12月28日(月) 24:00から", Assert.Single(await Due(aoba)).Of);
        oneStop.ItIs("2026-12-29T01:02:40");
        await oneStop.At<LiveTalkDesk>(aoba, d => d.End(begun.Id));

        var client = (await oneStop.Stored(booking)).ClientId;
        var start = (await oneStop.At<ConsultationDesk, ConsultationStart?>(aoba, d => d.Begin(client, booking, null)))!;
        Assert.Equal((new DateOnly(2026, 12, 28), "24:00", "25:02", 62, ConsultationMethod.Chat, aoba.Id, talk),
            (start.Wish.Day, start.Wish.From, start.Wish.Until, start.Wish.Minutes, start.Wish.Method, start.Wish.StaffId, start.Origin.ConversationId!.Value));
        Assert.Equal("リアルタイム相談 24:00〜25:02（63分）", await InTimeline(aoba, client));
    }

    [Fact]
    public async Task It_ends_with_its_booking_and_goes_on_when_that_is_undone()
    {
        var aoba = await oneStop.OnShift("aoba");
        var (friend, booking) = await oneStop.AHour(aoba, "2026-10-05T14:00");
        oneStop.ItIs("2026-10-05T14:00");
        await oneStop.BeginsTalk(aoba, booking);
        oneStop.PassTheHold();
        await oneStop.HasRead(friend, Told);
        oneStop.ItIs("2026-10-05T14:30");
        await oneStop.At<BookingDesk>(aoba, d => d.Close(booking, true));
        Assert.Equal((TestOneStop.Japan("2026-10-05T14:30"), aoba.Id), (await oneStop.Stored(booking)).Talk is { } ended ? (ended.EndedAt, ended.EndedBy) : default);
        await oneStop.At<BookingDesk>(aoba, d => d.Reopen(booking));
        Assert.True((await oneStop.Stored(booking)).Talk!.IsRunning);

        await oneStop.At<BookingDesk>(aoba, d => d.Cancel(booking, false, null, false));
        Assert.False((await oneStop.Stored(booking)).Talk!.IsRunning);
        await oneStop.At<BookingDesk>(aoba, d => d.Restore(booking, false, false));
        var again = await oneStop.BeginsTalk(aoba, booking); // 相談を続ける
        Assert.False(again.IsNew);
        Assert.Equal(1, await oneStop.CountInOutbox(friend, Told));

        var wish = await oneStop.AWish(aoba) with { From = "8:00", Until = "8:30", Minutes = 30 };
        await oneStop.Written(aoba, (await oneStop.Stored(booking)).ClientId, wish, booking: booking);
        Assert.False((await oneStop.Stored(booking)).Talk!.IsRunning);
    }

    [Fact]
    public async Task An_end_pressed_too_early_is_undone()
    {
        var aoba = await oneStop.OnShift("aoba");
        var (_, booking) = await oneStop.AHour(aoba, "2026-10-05T14:00");
        oneStop.ItIs("2026-10-05T14:00");
        var begun = await oneStop.BeginsTalk(aoba, booking);
        await oneStop.At<LiveTalkDesk>(aoba, d => d.End(begun.Id));
        Assert.False((await oneStop.Stored(booking)).Talk!.IsRunning);
        await oneStop.At<LiveTalkDesk>(aoba, d => d.Resume(begun.Id));
        Assert.True((await oneStop.Stored(booking)).Talk is { IsRunning: true, EndedBy: null });
    }

    [Fact]
    public async Task Who_cannot_be_reached_in_LINE_is_not_begun_with()
    {
        var aoba = await oneStop.OnShift("aoba");
        var (friend, booking) = await oneStop.AHour(aoba, "2026-10-05T14:00");
        oneStop.Line.Block(friend.UserId);
        await TestOneStop.Until(() => oneStop.Read(db => db.Friends.AnyAsync(f => f.BlockedAt != null)), "the block");
        oneStop.ItIs("2026-10-05T14:00");
        Assert.Contains("LINEでは届きません", await oneStop.WhyNotBegun(aoba, booking), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_within_the_hold_calls_the_notice_off_and_who_begins_again_tells_it()
    {
        var aoba = await oneStop.OnShift("aoba");
        var (friend, booking) = await oneStop.AHour(aoba, "2026-10-05T14:00");
        oneStop.ItIs("2026-10-05T14:00");
        await oneStop.BeginsTalk(aoba, booking);
        await oneStop.At<BookingDesk>(aoba, d => d.Cancel(booking, false, null, false));
        Assert.Equal(Delivery.TakenBack, await oneStop.Read(db => db.OutgoingMessages.Where(m => db.Bookings.Any(b => b.Id == booking && b.HourNoticeId == m.Id))
            .Select(m => m.State).SingleAsync()));
        await oneStop.At<BookingDesk>(aoba, d => d.Restore(booking, false, false));
        Assert.True((await oneStop.BeginsTalk(aoba, booking)).IsNew);
        Assert.Equal(1, await oneStop.CountInOutbox(friend, Told));
    }

    [Fact]
    public async Task While_it_runs_the_bot_is_silent_also_if_the_client_writes_first()
    {
        var aoba = await oneStop.OnShift("aoba");
        var (friend, booking) = await oneStop.AHour(aoba, "2026-10-05T14:00");
        oneStop.ItIs("2026-10-05T14:00");
        await oneStop.BeginsTalk(aoba, booking);
        await oneStop.SaysAll(friend, ["予約したいです"]);
        Assert.NotNull(await oneStop.DueOf(friend)); // for the one who is there
        Assert.Equal(0, await oneStop.CountInOutbox(friend, "メッセージを受け取りました"));
        oneStop.Clock.Advance(LiveTalk.Longest + TimeSpan.FromSeconds(1)); // nobody has ended it, and nobody writes
        await oneStop.SaysAll(friend, ["次は求人のことを聞きたいです"]);
        Assert.Equal(1, await oneStop.CountInOutbox(friend, "メッセージを受け取りました"));
    }

    [Fact]
    public async Task Its_card_does_not_arrive_when_it_is_over_and_is_sent_if_it_goes_on_after_all()
    {
        var aoba = await oneStop.OnShift("aoba");
        var (friend, booking) = await oneStop.AHour(aoba, "2026-10-05T14:00");
        oneStop.ItIs("2026-10-05T14:00");
        var begun = await oneStop.BeginsTalk(aoba, booking);
        Assert.Equal(TestOneStop.Japan("2026-10-05T15:00"), await oneStop.Read(db => db.OutgoingMessages
            .Where(m => db.Bookings.Any(b => b.Id == booking && b.HourNoticeId == m.Id)).Select(m => m.UsefulUntil).SingleAsync()));
        await oneStop.At<LiveTalkDesk>(aoba, d => d.End(begun.Id));
        Assert.Equal(0, await oneStop.CountInOutbox(friend, Told));
        await oneStop.At<LiveTalkDesk>(aoba, d => d.Resume(begun.Id));
        Assert.Equal(1, await oneStop.CountInOutbox(friend, Told));
        await oneStop.At<BookingDesk>(aoba, d => d.Close(booking, false));
        Assert.Equal(0, await oneStop.CountInOutbox(friend, Told));
        await oneStop.At<BookingDesk>(aoba, d => d.Reopen(booking));
        Assert.Equal(1, await oneStop.CountInOutbox(friend, Told));
    }

    [Fact]
    public async Task An_undo_gives_back_the_place_beside_another_booking_and_not_what_went_on_to_a_colleague()
    {
        var (aoba, midori, suzu) = (await oneStop.OnShift("aoba"), await oneStop.OnShift("midori"), await oneStop.OnShift("suzu"));
        await oneStop.AHour(aoba, "2026-10-05T14:00");
        var (_, beside) = await oneStop.AHour(aoba, "2026-10-05T14:00");
        oneStop.ItIs("2026-10-05T14:00");
        var begun = await oneStop.BeginsTalk(midori, beside);
        await oneStop.At<LiveTalkDesk>(midori, d => d.TakeBack(begun.Id));
        Assert.True(await oneStop.Stored(beside) is { Lane: 1, Talk: null } back && back.StaffId == aoba.Id);

        begun = await oneStop.BeginsTalk(midori, beside);
        await oneStop.At<HandOverDesk, HandedHour>(midori, d => d.Give(beside, suzu.Id, tells: false));
        Assert.Contains("担当は、そのあと変わっています",
            (await Assert.ThrowsAsync<RuleException>(() => oneStop.At<LiveTalkDesk>(midori, d => d.TakeBack(begun.Id)))).Message, StringComparison.Ordinal);
        Assert.Equal(suzu.Id, (await oneStop.Stored(beside)).StaffId);
    }

    [Fact]
    public async Task At_night_its_card_rings_because_the_client_waits_for_it()
    {
        var aoba = await oneStop.OnShift("aoba");
        var (friend, booking) = await oneStop.AHour(aoba, "2026-10-05T23:00");
        oneStop.ItIs("2026-10-05T23:00");
        await oneStop.BeginsTalk(aoba, booking);
        oneStop.PassTheHold();
        await oneStop.HasRead(friend, Told);
        Assert.False(oneStop.Line.TalkOf(friend.UserId).Single(b => !b.IsMine && Thumb.Read(b.Message).Contains(Told, StringComparison.Ordinal)).IsSilent);
    }

    [Fact]
    public async Task Who_goes_on_with_a_colleagues_talk_is_named_to_the_client()
    {
        var (aoba, midori) = (await oneStop.OnShift("aoba"), await oneStop.OnShift("midori"));
        var (friend, booking) = await oneStop.AHour(aoba, "2026-10-05T14:00");
        oneStop.ItIs("2026-10-05T14:00");
        var begun = await oneStop.BeginsTalk(aoba, booking);
        oneStop.PassTheHold();
        await oneStop.HasRead(friend, Told);
        await oneStop.At<LiveTalkDesk>(aoba, d => d.End(begun.Id));
        Assert.False((await oneStop.BeginsTalk(midori, booking)).IsNew);
        Assert.Equal((1, 1), (await oneStop.CountInOutbox(friend, "担当が変わりました"), await oneStop.CountInOutbox(friend, "midoriが")));
    }

    [Fact]
    public async Task Whose_card_could_not_be_sent_is_told_when_the_talk_goes_on()
    {
        var aoba = await oneStop.OnShift("aoba");
        var (friend, booking) = await oneStop.AHour(aoba, "2026-10-05T14:00");
        oneStop.ItIs("2026-10-05T14:00");
        var begun = await oneStop.BeginsTalk(aoba, booking);
        await oneStop.Read(async db =>
        {
            (await db.OutgoingMessages.SingleAsync(m => db.Bookings.Any(b => b.Id == booking && b.HourNoticeId == m.Id))).Fail("見本", oneStop.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        await oneStop.At<LiveTalkDesk>(aoba, d => d.End(begun.Id));
        Assert.True((await oneStop.BeginsTalk(aoba, booking)).IsNew);
        Assert.Equal(2, await oneStop.CountInOutbox(friend, Told)); // the failed one and the new one
    }

    [Fact]
    public async Task A_closed_booking_is_not_opened_again_into_a_second_running_talk()
    {
        var (aoba, midori) = (await oneStop.OnShift("aoba"), await oneStop.OnShift("midori"));
        var (_, first) = await oneStop.AHour(aoba, "2026-10-05T14:00");
        var second = await oneStop.AHourFor((await oneStop.Stored(first)).ClientId, midori, "2026-10-05T14:00");
        oneStop.ItIs("2026-10-05T14:00");
        await oneStop.BeginsTalk(aoba, first);
        await oneStop.At<BookingDesk>(aoba, d => d.Close(first, true));
        await oneStop.BeginsTalk(midori, second);
        Assert.Contains("別の予約の相談が進んでいます",
            (await Assert.ThrowsAsync<RuleException>(() => oneStop.At<BookingDesk>(aoba, d => d.Reopen(first)))).Message, StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<DueItem>> Due(StaffMember member) => oneStop.WithDb(member, (services, db) =>
        services.GetServices<IDueSource>().Single(s => s is LiveTalksDue)
            .Read(db, new(null, member.Id, DateTimeOffset.MaxValue, oneStop.Clock.GetUtcNow(), 10)));

    private async Task<string?> InTimeline(StaffMember member, Guid client) => Assert.Single(await oneStop.WithDb(member, (services, db) =>
        services.GetServices<ITimelineSource>().Single(s => s.Tables.Contains(typeof(LiveTalk)))
            .Read(db, new(new(client, [], []), DateTimeOffset.MaxValue, 10, null, [])))).Text;
}
