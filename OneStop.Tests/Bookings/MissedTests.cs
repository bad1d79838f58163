using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Channels;
using OneStop.Domain.Clients;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.House;

namespace OneStop.Tests.Bookings;

/// <summary>After a booking to which the client did not come: nothing is sent automatically, and one message when staff send it.</summary>
public sealed class MissedTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();
    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task A_kind_word_goes_out_once_and_leads_to_another_time()
    {
        var (friend, member, booking) = await SomebodyWhoDidNotCome();
        Assert.Equal(0, await oneStop.CountInOutbox(friend, "またお待ちしています"));
        await oneStop.At<BookingDesk>(member, d => d.InviteAgain(booking));
        Assert.True(await IsInvited(member, booking));
        var again = await Assert.ThrowsAsync<RuleException>(() => oneStop.At<BookingDesk>(member, d => d.InviteAgain(booking)));
        Assert.Contains("すでに", again.Message, StringComparison.Ordinal);
        // it is held, so it can still be taken back
        Assert.True(await oneStop.Read(db => db.Bookings.Where(b => b.Id == booking)
            .AllAsync(b => db.OutgoingMessages.Single(m => m.Id == b.LastNoticeId).NextTryAt > oneStop.Clock.GetUtcNow())));
        await GoesOut(friend);
        Assert.Contains("気になさらないで", oneStop.Says(friend), StringComparison.Ordinal);
        await oneStop.Tap(friend, "ほかの日時を選ぶ");
        oneStop.AssertSays(friend, "日");
        await oneStop.Tap(friend, "10月9日(金)");
        await oneStop.Tap(friend, "10:00");
        await oneStop.Tap(friend, "予約する");
        oneStop.AssertSays(friend, "予約ができました");
    }

    [Fact]
    public async Task What_is_taken_back_in_time_is_not_sent_and_can_be_sent_later()
    {
        var (friend, member, booking) = await SomebodyWhoDidNotCome();
        await oneStop.At<BookingDesk>(member, d => d.InviteAgain(booking));
        await oneStop.At<BookingDesk>(member, d => d.TakeInvitationBack(booking));
        Assert.False(await IsInvited(member, booking));
        await oneStop.At<BookingDesk>(member, d => d.InviteAgain(booking));
        await GoesOut(friend);
        Assert.Equal(1, oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine && Thumb.Read(b.Message).Contains("またお待ちしています", StringComparison.Ordinal)));
        var late = await Assert.ThrowsAsync<RuleException>(() => oneStop.At<BookingDesk>(member, d => d.TakeInvitationBack(booking)));
        Assert.Contains("もう送られた", late.Message, StringComparison.Ordinal);
        Assert.True(await IsInvited(member, booking));
    }

    [Fact]
    public async Task A_note_that_was_a_slip_takes_the_word_back_with_it()
    {
        var (_, member, booking) = await SomebodyWhoDidNotCome();
        await oneStop.At<BookingDesk>(member, d => d.InviteAgain(booking));
        await oneStop.At<BookingDesk>(member, d => d.Reopen(booking));
        Assert.False(await IsInvited(member, booking));
        Assert.Equal(Delivery.TakenBack,
            await oneStop.Read(db => db.OutgoingMessages.Where(m => db.Bookings.Any(b => b.Id == booking && b.LastNoticeId == m.Id))
                .Select(m => m.State).SingleAsync()));
    }

    [Fact]
    public async Task Who_came_after_all_is_not_sent_the_word_that_was_held()
    {
        var (friend, member, booking) = await SomebodyWhoDidNotCome();
        await oneStop.At<BookingDesk>(member, d => d.InviteAgain(booking));
        await oneStop.At<BookingDesk>(member, d => d.Close(booking, true));
        Assert.Equal(Delivery.TakenBack,
            await oneStop.Read(db => db.OutgoingMessages.Where(m => db.Bookings.Any(b => b.Id == booking && b.LastNoticeId == m.Id))
                .Select(m => m.State).SingleAsync()));
        Assert.False(await IsInvited(member, booking));
        Assert.Equal(0, await oneStop.CountInOutbox(friend, "またお待ちしています"));
    }

    [Fact]
    public async Task Who_came_on_a_later_day_is_not_reminded_of_the_one_they_missed()
    {
        var (_, member, missed) = await SomebodyWhoDidNotCome();
        Assert.True(await IsOffered(member, missed));
        var later = await oneStop.At<BookingDesk, Guid>(member,
            async d => (await d.Book((await d.Look(missed))!.ClientId,
                new(BookingKind.Consultation, ContactMethod.Chat, new ServiceDay(new(2026, 10, 7)).At(TimeSpan.FromHours(10)), null, false, false), false)).Id);
        Assert.False(await IsOffered(member, missed));
        oneStop.Pass(TimeSpan.FromDays(2));
        await oneStop.At<BookingDesk>(member, d => d.Close(later, true));
        Assert.False(await IsOffered(member, missed));
        var refused = await Assert.ThrowsAsync<RuleException>(() => oneStop.At<BookingDesk>(member, d => d.InviteAgain(missed)));
        Assert.Contains("そのあとの予約（10月7日(水) 10:00〜11:00・来談）", refused.Message, StringComparison.Ordinal);

        await oneStop.At<BookingDesk>(member, d => d.Close(later, false)); // the later booking was missed too: the message is about that one
        Assert.Equal((false, true), (await IsOffered(member, missed), await IsOffered(member, later)));
    }

    [Fact]
    public async Task After_two_weeks_nobody_is_reminded_of_what_they_missed()
    {
        var (_, member, booking) = await SomebodyWhoDidNotCome();
        oneStop.Pass(TestOneStop.Japan("2026-10-19T15:00") - oneStop.Clock.GetUtcNow());
        Assert.True(await IsOffered(member, booking));
        oneStop.Pass(TimeSpan.FromMinutes(1));
        Assert.False(await IsOffered(member, booking));
        var refused = await Assert.ThrowsAsync<RuleException>(() => oneStop.At<BookingDesk>(member, d => d.InviteAgain(booking)));
        Assert.Contains("14日をすぎた", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_not_for_who_came_who_has_another_time_who_withdrew_or_who_blocked_us()
    {
        var (friend, member, booking) = await SomebodyWhoDidNotCome();
        await oneStop.At<BookingDesk>(member, d => d.Close(booking, true));
        await Refuses("来談");
        await oneStop.At<BookingDesk>(member, d => d.Close(booking, false));

        var client = await oneStop.Read(db => db.Bookings.Where(b => b.Id == booking).Select(b => b.ClientId).SingleAsync());
        var next = await oneStop.At<BookingDesk, Guid>(member,
            async d => (await d.Book(client,
                new(BookingKind.Consultation, ContactMethod.Chat, new ServiceDay(new(2026, 10, 9)).At(TimeSpan.FromHours(10)), null, false, false), false)).Id);
        await Refuses("すでに次の予約（10月9日(金) 10:00");
        await oneStop.At<BookingDesk>(member, d => d.Cancel(next, false, null, false));

        oneStop.Line.Block(friend.UserId);
        await TestOneStop.Until(() => oneStop.Read(db => db.Friends.AnyAsync(f => f.BlockedAt != null)), "the block");
        await Refuses("LINEでは届きません");

        await oneStop.At<ClientDesk>(member, d => d.Withdraw(client));
        await Refuses("同意を取り消しています");

        async Task Refuses(string because)
        {
            var refused = await Assert.ThrowsAsync<RuleException>(() => oneStop.At<BookingDesk>(member, d => d.InviteAgain(booking)));
            Assert.Contains(because, refused.Message, StringComparison.Ordinal);
        }
    }

    private async Task<(VirtualFriend Friend, StaffMember Member, Guid Booking)> SomebodyWhoDidNotCome()
    {
        var friend = await oneStop.Booked("10月5日(月)", "15:00");
        var member = await oneStop.OnShift("aoba");
        oneStop.Pass(TimeSpan.FromHours(7));
        var booking = (await oneStop.BookingsOf(friend))[0].Id;
        await oneStop.At<BookingDesk>(member, d => d.Close(booking, false));
        return (friend, member, booking);
    }

    private async Task GoesOut(VirtualFriend friend)
    {
        oneStop.PassTheHold();
        await oneStop.Hears(friend, "またお待ちしています");
    }

    private Task<bool> IsOffered(StaffMember member, Guid booking) =>
        oneStop.At<BookingDesk, bool>(member, async d => (await d.Look(booking))!.CanBeInvitedAgain(oneStop.Clock.GetUtcNow()));

    private Task<bool> IsInvited(StaffMember member, Guid booking) => oneStop.At<BookingDesk, bool>(member, async d => (await d.Look(booking))!.IsInvitedAgain);
}
