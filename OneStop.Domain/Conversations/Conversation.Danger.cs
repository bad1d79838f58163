namespace OneStop.Domain.Conversations;

// Words of danger: what the client wrote points to their life, or to somebody who hurts them.
public sealed partial class Conversation
{
    /// <summary>危険の印: when the last word of danger came. The talk stands above all others until somebody lowers it.</summary>
    public DateTimeOffset? DangerAt { get; private set; }

    /// <summary>A word of danger was heard, and the bot has answered: a person has to, and the talk opens again.</summary>
    public Message MeetDanger(DateTimeOffset now)
    {
        DangerAt = now;
        return AddWaitingEvent("危険のことばが届きました。命と安全の案内を、すぐに送りました。お話をうかがってください", now);
    }

    /// <summary>Somebody has taken care.</summary>
    /// <param name="seen">The flag that they saw.</param>
    /// <exception cref="RuleException">Another word came meanwhile.</exception>
    public Message LowerDanger(DateTimeOffset seen, Guid staffId, DateTimeOffset now)
    {
        if (DangerAt > seen)
            throw new RuleException("新しい危険のことばが届いています。読んでから、もう一度押してください。");
        DangerAt = null;
        return AddEvent("危険の印を外しました", now, staffId);
    }

    /// <summary>It was lowered by mistake.</summary>
    public Message RaiseDangerAgain(DateTimeOffset since, Guid staffId, DateTimeOffset now)
    {
        DangerAt ??= since;
        return AddEvent("危険の印を戻しました", now, staffId);
    }
}
