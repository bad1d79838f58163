namespace OneStop.Domain.Conversations.Sittings;

/// <summary>A message as far as a sitting needs it.</summary>
/// <param name="Text">Null if texts were not asked for.</param>
internal sealed record SittingMessage(Guid Id, long Order, Speaker By, Guid? StaffId, MessageKind Kind, string? Text);

/// <summary>
/// ひと続きのトーク: messages of one conversation between which no more time passes than a running exchange allows (<see
/// cref="Conversation.ExchangeRunsFor"/>).
/// </summary>
internal sealed class Sitting(SittingMessage newest)
{
    private static readonly long Gap = Conversation.ExchangeRunsFor.Ticks / TimeSpan.TicksPerMicrosecond;

    private readonly LinkedList<SittingMessage> messages = new([newest]);

    /// <summary>The messages, the oldest first.</summary>
    public IReadOnlyCollection<SittingMessage> Messages => messages;

    /// <summary>The first message: it identifies the sitting, because later ones may still come.</summary>
    public SittingMessage First => messages.First!.Value;

    public SittingMessage Last => messages.Last!.Value;

    /// <summary>Adds an earlier message.</summary>
    /// <returns>False if it belongs to another sitting.</returns>
    public bool AddBefore(SittingMessage earlier)
    {
        var belongs = First.Order - earlier.Order <= Gap;
        if (belongs)
            messages.AddFirst(earlier);
        return belongs;
    }

    /// <summary>Adds a later message.</summary>
    /// <returns>False if it belongs to another sitting.</returns>
    public bool AddAfter(SittingMessage later)
    {
        var belongs = later.Order - Last.Order <= Gap;
        if (belongs)
            messages.AddLast(later);
        return belongs;
    }
}
