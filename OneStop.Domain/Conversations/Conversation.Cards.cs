namespace OneStop.Domain.Conversations;

// Cards that staff send beside the exchange.
public sealed partial class Conversation
{
    /// <summary>Adds a card that a member of staff sends. It answers nothing, so the client's wait goes on.</summary>
    public Message ShowCard(string text, Guid staffId, DateTimeOffset now)
    {
        var message = Say(Speaker.Staff, MessageKind.Card, text, now, now);
        message.StaffId = staffId;
        return message;
    }
}
