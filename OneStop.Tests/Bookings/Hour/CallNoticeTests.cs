using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Channels;
using OneStop.Domain.Clients;
using OneStop.Domain.Conversations;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.Consultations;
using OneStop.Tests.House;

namespace OneStop.Tests.Bookings.Hour;

/// <summary>The neutral message after a call that did not reach the client: once, discreet, and never by itself unless somebody else answered.</summary>
public sealed class CallNoticeTests : IAsyncLifetime
{
    private const string Words = "お電話しましたが、お話しできませんでした";

    private readonly TestOneStop oneStop = new();
    private StaffMember member = null!;
    private VirtualFriend friend = null!;
    private Guid talk;
    private Guid booking;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        member = await oneStop.OnShift("sato");
        friend = await oneStop.AFriend();
        talk = await oneStop.ConversationOf(friend);
        var client = await oneStop.At<ClientDesk, Guid>(member, async desk =>
        {
            var id = await desk.Register(talk, null, "092-000-0000");
            await desk.Agree(id);
            return id;
        });
        booking = await oneStop.ACall(member, client, 10);
        oneStop.PassTo(10);
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task After_somebody_else_has_answered_the_client_is_told_once_without_a_word_about_the_service()
    {
        var tried = await oneStop.Call(member, booking, CallOutcome.SomebodyElse);
        Assert.True(tried.IsTold);
        Assert.True((await oneStop.SheetOf(member, booking)) is { WasSomebodyElse: true, Tries: [{ IsTellingHeld: true }] });
        HalfAnHourLater();
        await Sent();
        await oneStop.Hears(friend, Words);
        var bubble = oneStop.Line.TalkOf(friend.UserId).Last(b => !b.IsMine).Message;
        Assert.Equal("お知らせがあります", bubble["altText"]!.GetValue<string>());
        Assert.DoesNotContain("相談員", bubble.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("就業", bubble.ToJsonString(), StringComparison.Ordinal);

        var again = await Assert.ThrowsAsync<RuleException>(() => oneStop.At<CallDesk>(member, d => d.TellClient(tried.Id)));
        Assert.Contains("すでに知らせ", again.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<CallDesk>(member, d => d.StopTelling(tried.Id))); // it has gone out
        Assert.Equal(1, await oneStop.CountInOutbox(friend, Words));
    }

    [Fact]
    public async Task A_slip_takes_its_message_back()
    {
        var tried = await oneStop.Call(member, booking, CallOutcome.SomebodyElse);
        await oneStop.At<CallDesk>(member, d => d.TakeBack(tried.Id));
        Assert.Equal(0, await oneStop.CountInOutbox(friend, Words));
        Assert.Empty((await oneStop.SheetOf(member, booking)).Tries);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<CallDesk>(member, d => d.TellClient(tried.Id)));
    }

    [Fact]
    public async Task Without_an_answer_the_client_is_told_when_staff_say_so_and_once_even_if_two_do()
    {
        var tried = await oneStop.Call(member, booking, CallOutcome.NoAnswer);
        Assert.False(tried.IsTold);
        Assert.Equal(0, await oneStop.CountInOutbox(friend, Words));
        var colleague = await oneStop.OnShift("suzuki");
        var told = await Task.WhenAll(Tells(member), Tells(colleague));
        Assert.Single(told, t => t);
        Assert.Equal(1, await oneStop.CountInOutbox(friend, Words));

        await oneStop.At<CallDesk>(member, d => d.StopTelling(tried.Id));
        Assert.Equal(0, await oneStop.CountInOutbox(friend, Words));
        await oneStop.At<CallDesk>(member, d => d.TellClient(tried.Id)); // stopped by a slip
        Assert.Equal(1, await oneStop.CountInOutbox(friend, Words));
        var knows = await oneStop.Call(member, booking, CallOutcome.CallsBack);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<CallDesk>(member, d => d.TellClient(knows.Id)));

        async Task<bool> Tells(StaffMember who)
        {
            try
            {
                await oneStop.At<CallDesk>(who, d => d.TellClient(tried.Id));
                return true;
            }
            catch (RuleException)
            {
                return false;
            }
        }
    }

    [Fact]
    public async Task Whose_telephone_others_see_gets_a_notice_with_a_button_also_if_that_is_known_only_since_the_call()
    {
        await oneStop.Call(member, booking, CallOutcome.SomebodyElse);
        Assert.Equal((0, 0), (await oneStop.CountInOutbox(friend, "お返事を見る"), await oneStop.CountInOutbox(friend, Words)));
        await oneStop.At<CardDesk>(member, d => d.BeDiscreet(talk, new(MarkWish.None, new("家族がスマートフォンを見る"))));
        HalfAnHourLater();
        await Sent();
        await oneStop.Hears(friend, "まわりに人がいないときに");
        await oneStop.Tap(friend, "お返事を見る");
        oneStop.AssertSays(friend, Words);
    }

    [Fact]
    public async Task Who_has_blocked_us_is_sent_nothing_and_the_screen_is_told_so()
    {
        oneStop.Line.Block(friend.UserId);
        await TestOneStop.Until(() => oneStop.Read(db => db.Friends.AnyAsync(f => f.BlockedAt != null)), "the block");
        var tried = await oneStop.Call(member, booking, CallOutcome.SomebodyElse);
        Assert.False(tried.IsTold);
        var sheet = await oneStop.SheetOf(member, booking);
        Assert.Equal((false, null), (sheet.CanBeTold, sheet.Tries[0].NoticeAt));
        Assert.Equal(0, await oneStop.CountInOutbox(friend, Words));
        var refused = await Assert.ThrowsAsync<RuleException>(() => oneStop.At<CallDesk>(member, d => d.TellClient(tried.Id)));
        Assert.Contains("LINEでは届きません", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_hours_in_which_a_person_is_left_alone_the_message_waits_and_the_sheet_warns()
    {
        await oneStop.At<CardDesk>(member, d => d.KeepAway(talk, new(NoContactWish.None, new(new(9, 0), new(11, 30)))));
        var end = ConsultationOffice.Today.At(TimeSpan.FromHours(11.5));
        Assert.Equal(end, (await oneStop.SheetOf(member, booking)).NoCallEndAt(oneStop.Clock.GetUtcNow()));
        var tried = await oneStop.Call(member, booking, CallOutcome.NoAnswer);
        await oneStop.At<CallDesk>(member, d => d.TellClient(tried.Id));
        Assert.Equal(end, (await oneStop.SheetOf(member, booking)).Tries[0].TellsAt);
    }

    [Fact]
    public async Task Hours_that_were_entered_after_the_call_are_kept_too()
    {
        await oneStop.Call(member, booking, CallOutcome.SomebodyElse);
        await oneStop.At<CardDesk>(member, d => d.KeepAway(talk, new(NoContactWish.None, new(new(9, 0), new(11, 30)))));
        HalfAnHourLater();
        await TestOneStop.Until(async () => (await oneStop.SheetOf(member, booking)).Tries[0].TellsAt == ConsultationOffice.Today.At(TimeSpan.FromHours(11.5)), "the later plan");
        Assert.Equal(0, await oneStop.CountInOutbox(friend, Words));
        oneStop.Pass(TimeSpan.FromHours(1));
        await TestOneStop.Until(async () => await oneStop.CountInOutbox(friend, Words) == 1, "the message");
    }

    [Fact]
    public async Task While_it_waits_an_answer_to_words_of_danger_goes_out_and_who_has_spoken_is_not_told_any_more()
    {
        await oneStop.Call(member, booking, CallOutcome.SomebodyElse);
        await oneStop.Type(friend, "もう消えたい");
        Assert.Equal("お返事があります", oneStop.Line.TalkOf(friend.UserId).Last(b => !b.IsMine).Message["altText"]!.GetValue<string>());
        HalfAnHourLater();
        await Unplanned();
        Assert.Equal(0, await oneStop.CountInOutbox(friend, Words));
    }

    [Fact]
    public async Task Who_answered_may_still_hold_the_telephone_so_it_waits_half_an_hour_and_comes_once_for_a_booking()
    {
        await oneStop.Call(member, booking, CallOutcome.SomebodyElse);
        Assert.Equal(ConsultationOffice.Today.At(TimeSpan.FromHours(10.5)), (await oneStop.SheetOf(member, booking)).Tries[0].TellsAt);
        oneStop.PassTo(10.25);
        Assert.False((await oneStop.Call(member, booking, CallOutcome.SomebodyElse)).IsTold);
        await oneStop.Call(member, booking, CallOutcome.Talked); // then it is not true any more
        oneStop.PassTo(10.5);
        await oneStop.ByClock<ReminderDesk>(d => d.SendDue());
        await Unplanned();
        Assert.Equal(0, await oneStop.CountInOutbox(friend, Words));
    }

    [Fact]
    public async Task Several_who_record_it_at_the_same_moment_plan_one_message()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => oneStop.Call(member, booking, CallOutcome.SomebodyElse))));
        Assert.Equal((4, 1), (await oneStop.Read(db => db.CallTries.CountAsync()), await oneStop.Read(db => db.CallTries.CountAsync(t => t.TellsFrom != null))));
    }

    [Fact]
    public async Task A_slip_that_was_undone_keeps_nobody_from_being_told()
    {
        await oneStop.Call(member, booking, CallOutcome.SomebodyElse);
        var talked = await oneStop.Call(member, booking, CallOutcome.Talked);
        await oneStop.At<CallDesk>(member, d => d.TakeBack(talked.Id));
        await oneStop.At<BookingDesk, bool>(member, d => d.Cancel(booking, false, null, false));
        await oneStop.At<BookingDesk>(member, d => d.Restore(booking, false, false));
        HalfAnHourLater();
        await Sent();
        await oneStop.Hears(friend, Words);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_the_day_or_a_cancellation_it_is_not_sent(bool isCancelled)
    {
        await oneStop.Call(member, booking, CallOutcome.SomebodyElse);
        if (isCancelled)
            await oneStop.At<BookingDesk, bool>(member, d => d.Cancel(booking, false, null, false));
        else
            await oneStop.At<CardDesk>(member, d => d.KeepAway(talk, new(NoContactWish.None, new(new(9, 0), new(8, 59)))));
        HalfAnHourLater();
        if (!isCancelled)
            oneStop.Pass(TimeSpan.FromHours(23));
        await Unplanned();
        Assert.Equal(0, await oneStop.CountInOutbox(friend, Words));
    }

    [Fact]
    public async Task What_has_failed_told_nobody()
    {
        var tried = await oneStop.Call(member, booking, CallOutcome.NoAnswer);
        await oneStop.At<CallDesk>(member, d => d.TellClient(tried.Id));
        await oneStop.Read(db => db.OutgoingMessages.Where(o => db.Messages.Any(m => m.OutgoingId == o.Id && m.Kind == MessageKind.Card))
            .ExecuteUpdateAsync(o => o.SetProperty(m => m.State, Delivery.Failed)));
        Assert.Equal((null, false), (await oneStop.SheetOf(member, booking)) is var sheet ? (sheet.Tries[0].NoticeAt, sheet.IsTold) : default);
        await oneStop.At<CallDesk>(member, d => d.TellClient(tried.Id));
        Assert.NotNull((await oneStop.SheetOf(member, booking)).Tries[0].NoticeAt);
        Assert.True((await oneStop.SheetOf(member, booking)).IsTold);
    }

    [Fact]
    public async Task The_button_of_the_message_brings_the_client_to_staff()
    {
        await oneStop.Call(member, booking, CallOutcome.SomebodyElse);
        HalfAnHourLater();
        await Sent();
        await oneStop.Hears(friend, Words);
        Assert.Contains("時間を相談する", Thumb.Buttons(oneStop.Line.TalkOf(friend.UserId).Last(b => !b.IsMine).Message).Select(b => b["label"]!.GetValue<string>()));
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = CallNotices.NotReached.Choices[0].Says });
        await TestOneStop.Until(async () => await oneStop.DueOf(friend) is not null, "that staff has to answer");
    }

    private void HalfAnHourLater() => oneStop.Pass(TimeSpan.FromMinutes(30));

    private async Task Sent()
    {
        await Unplanned();
        oneStop.PassTheHold();
    }

    private Task Unplanned() => TestOneStop.Until(() => oneStop.Read(db => db.CallTries.AllAsync(t => t.TellsFrom == null)), "that nothing is planned");
}
