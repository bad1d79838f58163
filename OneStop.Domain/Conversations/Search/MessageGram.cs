using OneStop.Domain.Search;

namespace OneStop.Domain.Conversations.Search;

/// <summary>
/// A row of the search index: a message contains this bigram. The message is identified by order key and friend number, because numbers are small: a
/// message has some twenty rows.
/// </summary>
public sealed class MessageGram
{
    private MessageGram() { }

    /// <summary>Creates the row for one bigram of a message.</summary>
    /// <param name="friendNumber">The number of the conversation's friend.</param>
    internal static MessageGram Of(int gram, Message message, int friendNumber) => new()
    {
        Gram = gram,
        Order = message.Order,
        FriendNumber = friendNumber,
        By = message.By,
        Kind = message.Kind,
    };

    /// <summary>Two UTF-16 code units (<see cref="Bigrams"/>).</summary>
    public int Gram { get; private set; }

    /// <summary>The message's <see cref="Message.Order"/>: microseconds of the clock, so that a range of it is a range of dates.</summary>
    public long Order { get; private set; }

    public int FriendNumber { get; private set; }

    /// <summary>Copied here, so that filters need not read the message.</summary>
    public Speaker By { get; private set; }

    /// <inheritdoc cref="By"/>
    public MessageKind Kind { get; private set; }
}

/// <summary>
/// Marks a message that waits for the index. It is created with the message, and deleted when the message is indexed, or when its text changes or is
/// deleted first: the second of two saves then fails on the missing row, and its whole change is read and applied again. A separate row, so that
/// indexing does not conflict with a concurrent change of the message (such as LINE's acceptance).
/// </summary>
public sealed class UnindexedMessage
{
    private UnindexedMessage() { }

    internal static UnindexedMessage Of(Message message) => new() { MessageId = message.Id, Order = message.Order };

    public Guid MessageId { get; private set; }

    /// <summary>The message's order key; the newest are indexed first.</summary>
    public long Order { get; private set; }

    /// <summary>Whether the message was indexed by a former version of the folding, whose rows have to be replaced where they differ.</summary>
    public bool HasLines { get; private set; }
}
