using OneStop.Domain;
using OneStop.Domain.Conversations.Answers;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Conversations;

/// <summary>The borders of a planned answer, of a draft, and of what counts as read.</summary>
public sealed class LaterAnswerTests
{
    private static readonly DateTimeOffset Nine = Japan("2026-10-05T09:00"), Noon = Japan("2026-10-05T12:00");
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);
    private static readonly Guid Talk = Guid.CreateVersion7(Nine), Staff = Guid.CreateVersion7(Nine), Colleague = Guid.CreateVersion7(Nine);

    [Fact]
    public void It_is_planned_ahead_of_now_and_within_ninety_days()
    {
        Assert.Equal(Nine + Tick, Plan(Nine + Tick).SendAt);
        Assert.Equal(Nine + LaterAnswer.Horizon, Plan(Nine + LaterAnswer.Horizon).SendAt);
        Assert.Throws<RuleException>(() => Plan(Nine));
        Assert.Throws<RuleException>(() => Plan(Nine + LaterAnswer.Horizon + Tick));
        Assert.Throws<RuleException>(() => LaterAnswer.Plan(Talk, Staff, " 　", Noon, false, Nine));
    }

    [Fact]
    public void A_cancellation_is_undone_until_its_time_has_come()
    {
        var answer = Plan(Noon);
        Assert.Throws<RuleException>(() => answer.Restore(Nine)); // it is not cancelled
        answer.Cancel(Staff, Nine);
        Assert.Equal((false, Nine, Staff), (answer.IsPlanned, answer.CancelledAt, answer.CancelledBy));
        Assert.Throws<RuleException>(() => answer.Cancel(Staff, Nine));
        Assert.Throws<RuleException>(() => answer.Move(Noon.AddHours(1), Nine));
        Assert.Throws<RuleException>(() => answer.Restore(Noon));
        answer.Restore(Noon - Tick);
        Assert.Equal((true, null, null), (answer.IsPlanned, answer.CancelledAt, answer.CancelledBy));
    }

    [Fact]
    public void Sent_it_is_neither_moved_nor_cancelled()
    {
        var answer = Plan(Noon);
        answer.HandTo(Colleague);
        answer.Wait(Noon.AddHours(2)); // the hours in which the client is left alone
        answer.Go(Noon.AddHours(2));
        Assert.Equal((Colleague, Noon.AddHours(2), false), (answer.StaffId, answer.SendAt, answer.IsPlanned));
        Assert.Throws<RuleException>(() => answer.Cancel(Staff, Noon));
        Assert.Throws<RuleException>(() => answer.Move(Noon.AddDays(1), Noon));
        Assert.Throws<RuleException>(() => answer.Dismiss(Staff));
    }

    [Fact]
    public void What_gave_way_is_put_away_by_the_first_who_saw_it()
    {
        var (answer, lost) = (Plan(Noon), Plan(Noon));
        answer.GiveWay(Nine);
        Assert.Null(answer.CancelledBy);
        answer.Dismiss(Staff);
        answer.Dismiss(Colleague);
        Assert.Equal(Staff, answer.CancelledBy);
        lost.Lose(Nine);
        Assert.Equal((false, Nine, Nine), (lost.IsPlanned, lost.CancelledAt, lost.LostAt));
    }

    [Fact]
    public void An_empty_draft_forgets_since_when_it_was_written_and_the_note_is_apart()
    {
        var draft = Draft.Begin(Talk, Staff);
        draft.Write("こんにちは", Nine, 7);
        Assert.Equal(("こんにちは", Nine, 7L), (draft.Text, draft.SavedAt, draft.Since));
        draft.WriteNote("母と同居", Noon);
        Assert.Equal(("こんにちは", "母と同居", Noon), (draft.Text, draft.Note, draft.SavedAt));
        draft.Write("", Noon, 9);
        Assert.Equal(("", "母と同居", null), (draft.Text, draft.Note, draft.Since));
    }

    [Fact]
    public void What_was_read_stays_read_unless_it_is_put_back()
    {
        var mark = ReadMark.Begin(Talk, Staff);
        Assert.Equal((true, false, false), (mark.Read(5), mark.Read(5), mark.Read(4)));
        Assert.Equal(5, mark.UpTo);
        mark.PutBack();
        Assert.True(mark.IsPutBack);
        Assert.True(mark.Read(3));
        Assert.Equal((5L, false), (mark.UpTo, mark.IsPutBack));
        Assert.True(mark.Read(6));
        Assert.Equal(6, mark.UpTo);
    }

    private static LaterAnswer Plan(DateTimeOffset sendAt) => LaterAnswer.Plan(Talk, Staff, "あとで送ります", sendAt, true, Nine);
}
