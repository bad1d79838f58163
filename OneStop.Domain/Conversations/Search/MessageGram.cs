using OneStop.Domain.Search;

namespace OneStop.Domain.Conversations.Search;

/// <summary>
/// A line of the search index: this bigram stands in that message. The message is named by its place among all messages and by
/// whose conversation it is in, in numbers only: there are some twenty lines a message.
/// </summary>
public sealed class MessageGram
{
    private MessageGram() { }

    /// <summary>The line for one bigram of a message.</summary>
    /// <param name="friendNumber">Whose conversation the message is in.</param>
    internal static MessageGram Of(int gram, Message message, int friendNumber) => new()
    {
        Gram = gram,
        Order = message.Order,
        FriendNumber = friendNumber,
        By = message.By,
        Kind = message.Kind,
    };

    /// <summary>Two UTF-16 units (<see cref="Bigrams"/>).</summary>
    public int Gram { get; private set; }

    /// <summary>The message's <see cref="Message.Order"/>: microseconds of the clock, so that a range of it is a range of dates.</summary>
    public long Order { get; private set; }

    public int FriendNumber { get; private set; }

    /// <summary>Here, so that the filters are answered without reading the message.</summary>
    public Speaker By { get; private set; }

    /// <inheritdoc cref="By"/>
    public MessageKind Kind { get; private set; }
}

/// <summary>
/// A message that waits for the index. It is born with its message and goes when the index has its words, or when the words go
/// first: the second of two saves fails on the missing row, and its whole change is read and
/// applied again. A row of its own and no mark on the message, so that
/// indexing comes in nobody's way who saves the message at the same moment (LINE took it).
/// </summary>
public sealed class UnindexedMessage
{
    private UnindexedMessage() { }

    internal static UnindexedMessage Of(Message message) => new() { MessageId = message.Id, Order = message.Order };

    public Guid MessageId { get; private set; }

    /// <summary>The message's; the newest are indexed first.</summary>
    public long Order { get; private set; }

    /// <summary>It has been indexed already, by a former folding: what that one made otherwise is replaced.</summary>
    public bool HasLines { get; private set; }
}
