using OneStop.Domain.Bookings.Hour;

namespace OneStop.Domain.Bookings;

/// <summary>What happens at the booked hour. <see cref="Talk"/> is loaded with every booking, so that whatever ends the booking ends the talk.</summary>
public sealed partial class Booking
{
    /// <summary>リアルタイム相談; null if none was begun.</summary>
    public LiveTalk? Talk { get; private set; }

    /// <summary>遅れます: what the client was last told; null if nothing.</summary>
    public Lateness? Late { get; private set; }

    /// <summary>Throws unless the talk may run now.</summary>
    /// <exception cref="RuleException">It is no booking for chat, is not confirmed, or its time has not come or is over.</exception>
    internal void RefuseUnlessTalkMayRun(DateTimeOffset now)
    {
        if (Method != ContactMethod.Chat)
            throw new RuleException($"この予約は{Method.InJapanese}です。トークで始められるのは、チャットの予約だけです。");
        if (State != BookingState.Confirmed)
            throw new RuleException(WhyNot("始められません"));
        if (now < Slot.Start - LiveTalk.EarlyBy)
            throw new RuleException($"まだ始められません。始められるのは、予約の{LiveTalk.EarlyBy.TotalMinutes:0}分前（{ServiceDay.Say(Slot.Start - LiveTalk.EarlyBy)}）からです。");
        if (now >= Slot.End)
            throw new RuleException($"予約の時間（{Slot}）は終わりました。「変更」で新しい時間を入れるか、トークで返信してください。");
    }

    /// <summary>Whether its hour has come: from a quarter of an hour before the start until the end.</summary>
    internal bool IsItsHour(DateTimeOffset now) => now >= Slot.Start - LiveTalk.EarlyBy && now < Slot.End;

    /// <summary>The last sending about the hour: that the talk has begun, or who comes instead. Called off as <see cref="LastNoticeId"/>.</summary>
    public Guid? HourNoticeId { get; private set; }

    /// <summary>Begins the talk, and gives the booking to the one who begins it.</summary>
    /// <param name="notice">The message that tells the client.</param>
    /// <param name="noticeSendingId">Its sending: called off if the booking ends before it has gone out. It also changes this row, so that a
    /// cancellation at the same moment is read and made again, with the talk.</param>
    public LiveTalk BeginTalk(Guid conversationId, Guid by, Guid notice, Guid? noticeSendingId, DateTimeOffset now)
    {
        var before = StaffId == by ? null : new TakenPlace(StaffId, Lane);
        if (before is not null)
            HandTo(by);
        HourNoticeId = noticeSendingId;
        if (Talk is null)
            return Talk = LiveTalk.Of(this, conversationId, by, notice, before, now);
        Talk.BeginAgain(notice, before, now); // it was ended before the client was told
        return Talk;
    }

    /// <summary>Goes on with the talk that was ended too early.</summary>
    internal void ResumeTalk(Guid by)
    {
        if (StaffId != by)
            HandTo(by);
        Talk!.Resume();
    }

    /// <summary>Records another message that tells the client of the talk, because the one before was not sent.</summary>
    internal void TellTalkAgain(Guid notice, Guid? noticeSendingId)
    {
        Talk!.TellAgain(notice);
        HourNoticeId = noticeSendingId;
    }

    /// <summary>Forgets the talk because its begin was undone, and gives the booking back.</summary>
    internal void TakeTalkBack()
    {
        if (Talk!.TakenFrom is { } before)
            HandTo(before.StaffId, before.Lane);
        Talk = null;
    }

    /// <summary>遅れます: records what the client is told.</summary>
    /// <param name="tell">Sends the notice and returns its id; null if the client cannot be reached in LINE.</param>
    /// <exception cref="RuleException">The booking is not confirmed or its talk runs, it is not its day or its time is over, or the same was announced
    /// before.</exception>
    internal async Task<Lateness> BeLate(int minutes, Guid by, DateTimeOffset now, Func<Task<Guid?>> tell)
    {
        if (State != BookingState.Confirmed)
            throw new RuleException(WhyNot("遅れることは知らせられません"));
        if (Talk is { IsRunning: true })
            throw new RuleException("この予約の相談は、もう始まっています。");
        if (now >= Slot.End)
            throw new RuleException("予約の時間は終わりました。連絡が必要なときは、トークか電話で伝えてください。");
        if (ServiceDay.Of(now) != Slot.Day)
            throw new RuleException("遅れることは、予約の日になってから知らせられます。日時を変えるときは「変更」を押してください。");
        if (Late?.Minutes == minutes)
            throw new RuleException($"{minutes}分ほど遅れることは、もう知らせてあります。");
        return Late = new(minutes, now, by, await tell());
    }

    /// <summary>Restores what was announced before.</summary>
    internal void TakeLateBack(Lateness? before) => Late = before;

    /// <summary>Records the sending that tells who comes instead.</summary>
    internal void TellOfHour(Guid? sendingId) => HourNoticeId = sendingId;

    private string WhyNot(string what) => this switch
    {
        { IsProposal: true } => $"この予約は提案中で、本人がまだ決めていません。本人が「決める」を押すか、「確定」を押すまで、{what}。",
        { State: BookingState.Tentative } => $"この予約は仮で、本人が選んでいるところです。確定するまで、{what}。",
        _ => $"この予約は「{State.InJapanese}」のため、{what}。",
    };
}
