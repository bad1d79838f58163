namespace OneStop.Domain.Conversations;

// Danger words: words of the client that point to a danger to their life, or to violence against them.
public sealed partial class Conversation
{
    /// <summary>危険の印: when the last danger word arrived. The conversation is listed above all others until a member of staff removes the flag.</summary>
    public DateTimeOffset? DangerAt { get; private set; }

    /// <summary>Sets the flag after the bot has answered a danger word. The client waits for a person, and a closed conversation opens again.</summary>
    public Message MeetDanger(DateTimeOffset now)
    {
        DangerAt = now;
        return AddWaitingEvent("危険のことばが届きました。命と安全の案内を、すぐに送りました。お話をうかがってください", now);
    }

    /// <summary>Removes the flag, because somebody has taken care of the client.</summary>
    /// <param name="seen">The time of the flag on the screen.</param>
    /// <exception cref="RuleException">Another danger word has arrived meanwhile.</exception>
    public Message LowerDanger(DateTimeOffset seen, Guid staffId, DateTimeOffset now)
    {
        if (DangerAt > seen)
            throw new RuleException("新しい危険のことばが届いています。読んでから、もう一度押してください。");
        DangerAt = null;
        return AddEvent("危険の印を外しました", now, staffId);
    }

    /// <summary>Restores the flag that was removed by mistake.</summary>
    public Message RaiseDangerAgain(DateTimeOffset since, Guid staffId, DateTimeOffset now)
    {
        DangerAt ??= since;
        return AddEvent("危険の印を戻しました", now, staffId);
    }
}
