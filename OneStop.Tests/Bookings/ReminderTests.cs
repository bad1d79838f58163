using System.Text.Encodings.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Bookings.Video;
using OneStop.Domain.Conversations;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.House;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Bookings;

/// <summary>お知らせ: the day before at 18:00 and an hour before, each once, discreet, and not for past or cancelled bookings; and the waiting list.</summary>
public sealed class ReminderTests : IAsyncLifetime
{
    private const string DayBefore = "あすのお約束";
    private const string HourBefore = "まもなくお約束の時間です";
    private readonly TestOneStop oneStop = new();
    private StaffMember member = null!;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        member = await oneStop.OnShift("aoba");
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task Both_come_once_however_often_it_is_looked_and_say_nothing_of_what_it_is_about()
    {
        var friend = await Booked("10月7日(水)", "24:00");
        PassTo("2026-10-06T17:59:50");
        await Settled();
        Assert.Equal(0, await Said(friend, DayBefore));
        PassTo("2026-10-06T18:00");
        await Hears(friend, DayBefore, "the reminder of the day before");
        Ring();
        PassTo("2026-10-07T22:59:50");
        await Settled();
        Assert.Equal((1, 0), (await Said(friend, DayBefore), await Said(friend, HourBefore)));
        PassTo("2026-10-07T23:00");
        await Hears(friend, HourBefore, "the reminder of the hour before");
        Ring();
        await Settled();
        Assert.Equal((1, 1), (await Said(friend, DayBefore), await Said(friend, HourBefore)));
        var reminders = oneStop.Line.TalkOf(friend.UserId).Where(b => !b.IsMine).TakeLast(2).ToList();
        Assert.All(reminders, b => Assert.DoesNotMatch("相談|面談|仕事|チャット|電話|担当", Written(b).Replace("お知らせがあります", "", StringComparison.Ordinal)));
        Assert.Contains("24:00〜25:00", Thumb.Read(reminders[1].Message), StringComparison.Ordinal);
        Assert.Equal([false, true], reminders.Select(b => b.IsSilent)); // 18:00 rings, 23:00 does not
    }

    [Fact]
    public async Task What_waits_in_the_outbox_when_the_portal_stops_goes_out_once_from_the_next()
    {
        var friend = await Booked("10月7日(水)", "10:00");
        oneStop.Line.Orders.Give(new(LineCall.Push, Trouble.ServerError, Times: 1000));
        PassTo("2026-10-06T18:00");
        await Until(() => oneStop.Read(db => db.OutgoingMessages.AnyAsync(m => m.UsefulUntil != null && m.Attempts > 0 && m.ClaimedUntil == null)),
            "a try that failed");
        var (stoppedAt, database) = (oneStop.Clock.GetUtcNow(), oneStop.Services.GetRequiredService<IConfiguration>().GetConnectionString("OneStop"));
        await oneStop.Stop();

        await using var next = new TestOneStop();
        next.Settings["DataFolder"] = oneStop.Folder;
        next.Settings["ConnectionStrings:OneStop"] = database;
        next.Clock.Advance(stoppedAt - next.Clock.GetUtcNow());
        await next.InitializeAsync();
        next.Line.Invent(friend.Name, friend.UserId).Restore(isFriend: true, hasBlocked: false); // LINE still knows the friend
        Assert.Equal(1, await next.Read(db => db.OutgoingMessages.CountAsync(m => m.UsefulUntil != null && m.State == Domain.Channels.Delivery.Waiting)));
        next.Pass(TimeSpan.FromMinutes(30));
        next.Services.GetRequiredService<Domain.Channels.OutgoingSignal>().Raise();
        await Until(() => Task.FromResult(Count(next, friend, DayBefore) == 1), "the reminder");
        await next.ByClock<ReminderDesk>(d => d.SendDue());
        next.Pass(TimeSpan.FromHours(1));
        await next.ByClock<ReminderDesk>(d => d.SendDue());
        Assert.Equal(1, await next.Read(db => db.OutgoingMessages.CountAsync(m => m.UsefulUntil != null))); // sent once by the portal and once by LINE
        Assert.Equal(1, Count(next, friend, DayBefore));
    }

    [Fact]
    public async Task A_reminder_at_night_makes_no_sound_though_the_client_has_just_asked_something()
    {
        var friend = await Booked("10月7日(水)", "23:00");
        PassTo("2026-10-07T21:40");
        await oneStop.Type(friend, "予約の確認");
        Assert.False(oneStop.Line.TalkOf(friend.UserId).Last(b => !b.IsMine).IsSilent); // the answer for which they wait
        PassTo("2026-10-07T22:00");
        await Hears(friend, HourBefore, "the reminder of the hour before");
        Assert.True(oneStop.Line.TalkOf(friend.UserId).Last(b => !b.IsMine).IsSilent);
    }

    [Fact]
    public async Task The_buttons_on_a_reminder_confirm_move_and_cancel()
    {
        var friend = await Booked("10月7日(水)", "10:00");
        PassTo("2026-10-06T18:00");
        await Hears(friend, DayBefore, "the reminder");
        await oneStop.Tap(friend, "確認しました");
        Assert.NotNull(Assert.Single(await oneStop.BookingsOf(friend)).AcknowledgedAt);
        await oneStop.Tap(friend, "変更する");
        await oneStop.Tap(friend, "10月9日(金)");
        await oneStop.Tap(friend, "10:00");
        await oneStop.Tap(friend, "変更する");
        PassTo("2026-10-07T09:30");
        await Settled();
        Assert.Equal(0, await Said(friend, HourBefore)); // the old time is over
    }

    [Fact]
    public async Task What_was_cancelled_is_not_reminded_of()
    {
        var friend = await Booked("10月7日(水)", "10:00");
        await oneStop.At<BookingDesk>(member, async d => await d.Cancel((await oneStop.BookingsOf(friend))[0].Id, isOurs: false, null, tells: false));
        PassTo("2026-10-06T18:00");
        PassTo("2026-10-07T09:00");
        await Settled();
        Assert.Equal((0, 0), (await Said(friend, DayBefore), await Said(friend, HourBefore)));
    }

    [Fact]
    public async Task Who_booked_after_the_time_of_a_reminder_gets_none()
    {
        PassTo("2026-10-06T19:00");
        var friend = await Booked("10月7日(水)", "10:00");
        PassTo("2026-10-06T20:00");
        await Settled();
        Assert.Equal(0, await Said(friend, DayBefore));
        PassTo("2026-10-07T09:00");
        await Hears(friend, HourBefore, "the reminder of the hour before");
    }

    [Theory]
    [InlineData("2026-10-06T17:59:25", 0)] // the 35 seconds of the report
    [InlineData("2026-10-06T17:30", 0)]
    [InlineData("2026-10-06T16:59", 1)]
    public async Task Who_booked_shortly_before_the_time_of_a_reminder_gets_none(string bookedAt, int reminders)
    {
        PassTo(bookedAt);
        var friend = await Booked("10月7日(水)", "10:00");
        PassTo("2026-10-06T18:00");
        await Settled();
        Assert.Equal(reminders, await Said(friend, DayBefore));
        PassTo("2026-10-07T09:00");
        await Hears(friend, HourBefore, "the reminder of the hour before");
    }

    [Theory]
    [InlineData("2026-10-06T16:59", "2026-10-06T18:00", 1)]
    [InlineData("2026-10-06T17:30", "2026-10-06T18:00", 0)]
    [InlineData("2026-10-06T19:00", "2026-10-06T19:01", 0)]
    [InlineData("2026-10-07T07:59", "2026-10-07T09:00", 1)]
    [InlineData("2026-10-07T08:30", "2026-10-07T09:00", 0)]
    [InlineData("2026-10-07T09:30", "2026-10-07T09:31", 0)]
    public async Task Whom_staff_booked_after_the_time_of_a_reminder_or_shortly_before_it_gets_none(string bookedAt, string lookedAt, int reminders)
    {
        await Booked("10月20日(火)", "10:00");
        var client = await oneStop.Read(db => Task.FromResult(db.Clients.Single().Id));
        PassTo(bookedAt);
        await oneStop.At<BookingDesk, EnteredBooking>(member,
            d => d.Book(client, new(BookingKind.Consultation, ContactMethod.Chat, Japan("2026-10-07T10:00"), member.Id, Beyond: true, Tells: false, Reason: "本人の希望"),
                isProposal: false));
        PassTo(lookedAt);
        await Settled();
        Assert.Equal(reminders, await oneStop.Read(db => db.OutgoingMessages.CountAsync(m => m.UsefulUntil != null)));
    }

    [Fact]
    public async Task Who_has_just_said_yes_to_a_proposal_is_not_reminded_of_it_within_the_hour()
    {
        var friend = await Booked("10月20日(火)", "10:00");
        var client = await oneStop.Read(db => Task.FromResult(db.Clients.Single().Id));
        await oneStop.At<BookingDesk, EnteredBooking>(member,
            d => d.Book(client, new(BookingKind.Consultation, ContactMethod.Chat, Japan("2026-10-07T10:00"), member.Id, Beyond: false, Tells: true),
                isProposal: true));
        await oneStop.Hears(friend, "日時のご提案");
        PassTo("2026-10-06T17:59:25");
        await oneStop.Tap(friend, "決める");
        PassTo("2026-10-06T18:00");
        await Settled();
        Assert.Equal(0, await oneStop.Read(db => db.OutgoingMessages.CountAsync(m => m.UsefulUntil != null)));
    }

    [Fact]
    public async Task On_the_day_itself_nobody_is_told_of_tomorrow()
    {
        var friend = await Booked("10月7日(水)", "22:00");
        PassTo("2026-10-07T06:30"); // nothing has run since the evening before
        await Settled();
        Assert.Equal(0, await Said(friend, DayBefore));
        PassTo("2026-10-07T21:00");
        await Hears(friend, HourBefore, "the reminder of the hour before");
    }

    [Fact]
    public async Task Nobody_is_written_to_in_the_hours_they_asked_to_be_left_alone()
    {
        var friend = await Booked("10月7日(水)", "10:00");
        var talk = await oneStop.ConversationOf(friend);
        await oneStop.At<CardDesk>(member, d => d.KeepAway(talk, new(NoContactWish.None, new(new(17, 0), new(19, 0)))));
        PassTo("2026-10-06T18:00");
        await Settled();
        Assert.Equal(0, await Said(friend, DayBefore));
        PassTo("2026-10-06T19:00");
        await Hears(friend, DayBefore, "the reminder afterwards");
    }

    [Fact]
    public async Task After_the_hour_before_nobody_is_told_of_tomorrow()
    {
        var friend = await Booked("10月7日(水)", "6:30");
        var talk = await oneStop.ConversationOf(friend);
        await oneStop.At<CardDesk>(member, d => d.KeepAway(talk, new(NoContactWish.None, new(new(18, 0), new(5, 45)))));
        PassTo("2026-10-07T05:45");
        await Hears(friend, HourBefore, "the reminder of the hour before");
        await Settled();
        Assert.Equal(0, await Said(friend, DayBefore));
    }

    [Fact]
    public async Task What_LINE_did_not_take_at_once_is_called_off_with_its_booking_and_never_comes_late()
    {
        var (cancelled, late) = (await Booked("10月7日(水)", "10:00"), await Booked("10月7日(水)", "14:00"));
        oneStop.Line.Orders.Give(new(LineCall.Push, Trouble.ServerError, Times: 1000));
        PassTo("2026-10-06T18:00");
        await Until(async () => await oneStop.Read(db =>
            Task.FromResult(db.OutgoingMessages.Count(m => m.UsefulUntil != null && m.Attempts > 0 && m.ClaimedUntil == null))) == 2,
            "two tries that are over");
        await oneStop.At<BookingDesk>(member, async d => await d.Cancel((await oneStop.BookingsOf(cancelled))[0].Id, isOurs: false, null, tells: false));
        PassTo("2026-10-07T00:01"); // 「あす」 would be wrong now
        oneStop.Line.Orders.Clear();
        await Until(async () => await oneStop.Read(db =>
            Task.FromResult(db.OutgoingMessages.Count(m => m.UsefulUntil != null && m.State == Domain.Channels.Delivery.Waiting))) == 0, "the end of both");
        Assert.Equal((0, 0), (Count(cancelled, DayBefore), Count(late, DayBefore)));
        var ended = await oneStop.Read(db => Task.FromResult(db.OutgoingMessages.Where(m => m.UsefulUntil != null).OrderBy(m => m.DecidedAt == null).ToList()));
        // staff see that one client was not reminded
        Assert.Equal([(Domain.Channels.Delivery.Unknown, false), (Domain.Channels.Delivery.Unknown, true)], ended.Select(m => (m.State, m.AsksSomebody)));
        Assert.Throws<Domain.RuleException>(() => ended[1].SendAgain(null!, 1, oneStop.Clock.GetUtcNow())); // 「あす」 would be wrong now
    }

    [Fact]
    public async Task Who_waits_is_told_once_however_the_first_free_start_moves_on()
    {
        await oneStop.At<Domain.Clients.ClientDesk>(member, async _ => await FillAll(new(2026, 10, 8)));
        var friend = await Waiting();
        await oneStop.OnShift("midori"); // a whole free day
        oneStop.Pass(TimeSpan.Zero); // the worker looks; a clock set to the free time meanwhile would make the offer too late
        await Until(() => Task.FromResult(Count(friend, "空きが出ました") == 1), "the offer");
        PassTo("2026-10-08T06:00");
        await Settled();
        for (var hour = 7; hour < 20; hour++)
        {
            PassTo($"2026-10-08T{hour:00}:10");
            await Settled();
        }
        await oneStop.Tap(friend, "この時間を見る");
        await Settled(); // the time that they hold themselves must not cause another message
        Assert.Equal(1, await Said(friend, "空きが出ました"));
    }

    [Fact]
    public async Task Who_waits_is_told_of_no_room_in_the_hours_they_asked_to_be_left_alone()
    {
        await oneStop.At<Domain.Clients.ClientDesk>(member, async _ => await FillAll(new(2026, 10, 8)));
        var friend = await Waiting();
        var talk = await oneStop.ConversationOf(friend);
        await oneStop.At<CardDesk>(member, d => d.KeepAway(talk, new(NoContactWish.None, new(new(9, 0), new(11, 0)))));
        PassTo("2026-10-06T10:00");
        await oneStop.OnShift("midori"); // a whole free day
        await Settled();
        Assert.Equal(0, await Said(friend, "空きが出ました"));
        PassTo("2026-10-06T11:00");
        await Settled();
        Assert.Equal(1, await Said(friend, "空きが出ました"));
    }

    [Fact]
    public async Task Who_waits_is_told_when_room_is_found_and_the_first_to_press_has_it()
    {
        await oneStop.At<Domain.Clients.ClientDesk>(member, async _ => await FillAll(new(2026, 10, 8)));
        var (first, second) = (await Waiting(), await Waiting());
        await Settled();
        Assert.Equal(0, await Said(first, "空きが出ました"));
        var freed = await oneStop.Read(db => Task.FromResult(db.Bookings.Where(b => b.State == BookingState.Confirmed).OrderBy(b => b.FirstQuarter).Last().Id));
        await oneStop.At<BookingDesk>(member, d => d.Cancel(freed, isOurs: false, null, tells: false));
        foreach (var friend in (VirtualFriend[])[first, second])
            await oneStop.Hears(friend, "空きが出ました");
        await oneStop.Tap(second, "この時間を見る");
        Assert.Contains("15分のあいだ、この時間をとっておきます", oneStop.Says(second), StringComparison.Ordinal);
        await oneStop.Tap(first, "この時間を見る");
        Assert.Contains("この時間は取れなくなりました", oneStop.Says(first), StringComparison.Ordinal);
        await oneStop.Tap(second, "予約する");
        Assert.Contains("予約ができました", oneStop.Says(second), StringComparison.Ordinal);
        oneStop.Pass(TimeSpan.FromMinutes(16));
        await Settled();
        Assert.Equal(1, await Said(first, "空きが出ました"));
    }

    /// <summary>Books all free time of a day.</summary>
    private async Task FillAll(DateOnly day)
    {
        var client = await oneStop.AClient(member);
        while ((await oneStop.At<BookingDesk, IReadOnlyList<FreeTime>>(member,
            d => d.FreeTimes(BookingKind.Consultation, ContactMethod.Chat, day))) is [var next, ..])
            await oneStop.At<BookingDesk>(member,
                d => d.Book(client, new(BookingKind.Consultation, ContactMethod.Chat, new Domain.ServiceDay(day).At(next.Time), null, Beyond: false,
                    Tells: false), isProposal: false));
    }

    private async Task<VirtualFriend> Waiting()
    {
        var friend = await oneStop.AFriend();
        await oneStop.Tap(friend, "相談を予約したい");
        await oneStop.AnswersFirstQuestions(friend);
        var wish = new BookingWish(BookingKind.Consultation, ContactMethod.Chat, new Domain.ServiceDay(new(2026, 10, 8)));
        oneStop.Line.Press(friend.UserId, new Chooses(wish).Data, "10月8日(木)", null);
        await oneStop.Hears(friend, "空きがありません");
        await oneStop.Tap(friend, "空いたら知らせる");
        Assert.Contains("空いたらお知らせします", oneStop.Says(friend), StringComparison.Ordinal);
        return friend;
    }

    [Fact]
    public async Task What_fails_for_one_booking_holds_up_nobody_elses_reminder()
    {
        var friend = await Booked("10月7日(水)", "10:00");
        var hold = Assert.Single(await oneStop.BookingsOf(await oneStop.OnTheWay("10月8日(木)", "10:00")));
        await oneStop.Read(async db => // a row that lets the hold not be deleted
        {
            db.VideoTalks.Add(VideoTalk.Of(hold, member.Id, oneStop.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        PassTo("2026-10-06T18:00");
        await Hears(friend, DayBefore, "the reminder of the day before");
        await Until(() => Task.FromResult(oneStop.Logged.Any(l => l.Contains("DeleteExpired", StringComparison.Ordinal))), "the failure to be logged");
    }

    private async Task<VirtualFriend> Booked(string day, string time)
    {
        var friend = await oneStop.AFriend();
        await oneStop.Tap(friend, "相談を予約したい");
        await oneStop.AnswersFirstQuestions(friend);
        foreach (var label in (string[])[day, time, "予約する"])
            await oneStop.Tap(friend, label);
        Assert.Contains("予約ができました", oneStop.Says(friend), StringComparison.Ordinal);
        return friend;
    }

    private void PassTo(string at) => oneStop.Pass(Japan(at) - oneStop.Clock.GetUtcNow());

    private void Ring() => oneStop.Pass(TimeSpan.Zero);

    /// <summary>Does what the worker does when it is woken; messages to send are then in the outbox.</summary>
    private Task Settled() => oneStop.ByClock<ReminderDesk>(d => d.SendDue());

    /// <summary>Counts how often it was sent or waits to be sent.</summary>
    private Task<int> Said(VirtualFriend friend, string words) => oneStop.CountInOutbox(friend, words);

    private int Count(VirtualFriend friend, string words) => Count(oneStop, friend, words);

    /// <summary>Returns the whole message as sent to LINE, with its notice and buttons.</summary>
    private static string Written(Bubble bubble) => bubble.Message.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static int Count(TestOneStop portal, VirtualFriend friend, string words) =>
        portal.Line.TalkOf(friend.UserId).Count(b => !b.IsMine && Thumb.Read(b.Message).Contains(words, StringComparison.Ordinal));

    /// <summary>Waits while the clock advances: a worker that was running when the clock was set runs again only after its pause.</summary>
    private Task Hears(VirtualFriend friend, string words, string what)
    {
        const int PollsOfASecond = 50;
        var polls = 0;
        return Until(() =>
        {
            if (++polls % PollsOfASecond == 0)
                oneStop.Clock.Advance(TimeSpan.FromSeconds(15));
            return Task.FromResult(Count(friend, words) == 1);
        }, what);
    }
}
