using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Clients;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Bookings;

/// <summary>The borders of what a booking lets be done with it.</summary>
public sealed class BookingTests
{
    private static readonly DateTimeOffset Entered = Japan("2026-10-05T09:00"), Start = Japan("2026-10-06T10:00");
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1), Tick = TimeSpan.FromTicks(1);
    private static readonly Guid Staff = Guid.CreateVersion7(Entered), Other = Guid.CreateVersion7(Entered);
    private static readonly Client Client = Client.Of(1, null, null, Entered);

    [Fact]
    public void What_became_of_a_talk_is_noted_from_its_start_on()
    {
        var booking = Confirmed();
        Assert.Throws<RuleException>(() => booking.Hold(Staff, Start - Tick));
        Assert.Throws<RuleException>(() => booking.Miss(Staff, Start - Tick));
        booking.Hold(Staff, Start);
        Assert.Equal((BookingState.Held, Start, Staff), (booking.State, booking.EndedAt, booking.EndedBy));
        booking.Miss(Staff, Start + Hour); // the note is corrected
        Assert.Equal(BookingState.Missed, booking.State);
        booking.Reopen(Start + Hour);
        Assert.Equal((BookingState.Confirmed, null, null), (booking.State, booking.EndedAt, booking.EndedBy));
        Assert.Throws<RuleException>(() => booking.Reopen(Start + Hour));
        booking.Cancel(Staff, null, Start);
        Assert.Throws<RuleException>(() => booking.Hold(Staff, Start + Hour));
    }

    [Fact]
    public void Who_missed_a_talk_is_told_once_that_they_are_welcome_for_two_weeks()
    {
        var (booking, late, held) = (Confirmed(), Confirmed(), Confirmed());
        Assert.Throws<RuleException>(() => booking.InviteAgain(Other, Start));
        booking.Miss(Staff, Start);
        booking.InviteAgain(Other, Start + Booking.InvitableFor);
        Assert.Equal((Start + Booking.InvitableFor, Other), (booking.InvitedAgainAt, booking.LastNoticeId));
        Assert.Throws<RuleException>(() => booking.InviteAgain(Other, Start + Booking.InvitableFor));
        booking.TakeInvitationBack();
        booking.InviteAgain(Other, Start + Hour);
        late.Miss(Staff, Start);
        Assert.Throws<RuleException>(() => late.InviteAgain(Other, Start + Booking.InvitableFor + Tick));
        held.Hold(Staff, Start);
        Assert.Throws<RuleException>(() => held.InviteAgain(Other, Start));
    }

    [Theory]
    [InlineData(-60, -1, true)] // the time is still ahead, however long ago it was cancelled
    [InlineData(-120, -1, true)]
    [InlineData(-60, 0, true)] // the talk begins just now, an hour after the slip
    [InlineData(-61, 0, false)]
    [InlineData(-1, 59, true)]
    [InlineData(-1, 60, false)]
    public void A_cancellation_is_undone_before_the_talk_or_within_the_hour(int cancelled, int undone, bool isUndone)
    {
        var booking = Confirmed();
        booking.Cancel(Staff, CancelReason.ChildUnwell, Start.AddMinutes(cancelled));
        Assert.Empty(booking.Cells);
        if (!isUndone)
        {
            Assert.Throws<RuleException>(() => booking.Restore(false, Start.AddMinutes(undone)));
            return;
        }
        booking.Restore(false, Start.AddMinutes(undone));
        Assert.Equal((BookingState.Confirmed, null, null, null), (booking.State, booking.EndedAt, booking.EndedBy, booking.Reason));
        Assert.Equal(booking.Quarters, booking.Cells.Count);
        Assert.Throws<RuleException>(() => booking.Restore(false, Start)); // it stands
    }

    [Fact]
    public void An_entry_is_annulled_within_an_hour_by_staff_and_only_if_it_followed_no_other()
    {
        var (slip, late, moved, own) = (Confirmed(), Confirmed(), Confirmed(), Confirmed(byStaff: false));
        slip.TakeBack(Staff, Entered + Hour);
        Assert.Equal((BookingState.Cancelled, true), (slip.State, slip.IsAnnulled));
        moved.Follow(own);
        Assert.Equal((own.Id, 1), (moved.MovedFrom, moved.Moves));
        foreach (var (booking, now) in new[] { (late, Entered + Hour + Tick), (moved, Entered), (own, Entered) })
            Assert.Throws<RuleException>(() => booking.TakeBack(Staff, now));
        Assert.False(late.IsAnnulled || moved.IsAnnulled || own.IsAnnulled);
        var again = Confirmed();
        again.Follow(moved);
        Assert.Equal(2, again.Moves);
    }

    [Fact]
    public void What_is_held_is_confirmed_while_its_time_is_kept_and_a_proposal_has_no_end()
    {
        var (held, lost, proposal) = (Held(), Held(), Confirmed());
        Assert.Throws<RuleException>(held.Propose);
        Assert.False(held.IsProposal);
        held.Confirm();
        Assert.Equal((BookingState.Confirmed, null), (held.State, held.HeldUntil));
        Assert.Throws<RuleException>(held.Confirm);
        lost.LetGo(Entered);
        Assert.Equal((Entered, 0), (lost.HeldUntil, lost.Cells.Count));
        Assert.Throws<RuleException>(lost.Confirm);
        proposal.Propose();
        Assert.True(proposal is { IsProposal: true, Stands: true });
        proposal.Cancel(null, null, Entered);
        Assert.False(proposal.Stands);
        Assert.Throws<RuleException>(() => proposal.CallOff(Staff, Entered));
    }

    [Fact]
    public void Only_a_cancelled_one_has_a_reason_and_the_first_yes_to_a_reminder_counts()
    {
        var booking = Confirmed();
        booking.Explain(CancelReason.ChildUnwell);
        Assert.Null(booking.Reason);
        booking.Acknowledge(Entered);
        booking.Acknowledge(Start);
        Assert.Equal(Entered, booking.AcknowledgedAt);
        booking.Cancel(null, null, Entered);
        booking.Explain(CancelReason.ChildUnwell);
        Assert.Equal(CancelReason.ChildUnwell, booking.Reason);
    }

    [Fact]
    public void A_reminder_that_sends_nothing_keeps_the_sending_before_it()
    {
        var booking = Confirmed();
        booking.RemindOnTheDayBefore(Other, Entered);
        booking.RemindAnHourBefore(null, Start);
        Assert.Equal((Entered, Start, Other), (booking.DayReminderAt, booking.HourReminderAt, booking.LastNoticeId));
        var late = Confirmed();
        late.RemindAnHourBefore(Other, Start);
        Assert.Equal((Start, Other), (late.DayReminderAt, late.LastNoticeId)); // nobody is told of tomorrow any more
        late.RemindOnTheDayBefore(null, Start);
        Assert.Equal(Other, late.LastNoticeId);
    }

    [Fact]
    public void Handed_over_it_takes_the_colleagues_time_instead()
    {
        var booking = Confirmed(lane: 1);
        booking.HandTo(Other);
        Assert.Equal(booking.Quarters, booking.Cells.Count);
        Assert.All(booking.Cells, c => Assert.Equal((Other, 0), (c.StaffId, c.Lane)));
    }

    [Fact]
    public void A_wait_that_has_ended_keeps_its_end()
    {
        var wait = WaitingEntry.Of(Client, BookingKind.Consultation, ContactMethod.Chat, new ServiceDay(new(2026, 10, 6)), Entered);
        wait.Tell(Start, Entered);
        wait.Forget();
        Assert.Equal((null, Start), (wait.ToldAt, wait.ToldOf)); // the button on the card still knows its time
        wait.End(Entered);
        wait.End(Start);
        Assert.Equal(Entered, wait.EndedAt);
    }

    private static Booking Confirmed(bool byStaff = true, int lane = 0) => Make(byStaff ? Staff : null, null, lane);

    private static Booking Held() => Make(null, Entered + Hour, 0);

    private static Booking Make(Guid? by, DateTimeOffset? heldUntil, int lane) => Booking.Of(Client, BookingTerms.Standard(BookingKind.Consultation),
        ContactMethod.Chat, new Slot(Start, 60), Staff, by, heldUntil, Entered, lane);
}
