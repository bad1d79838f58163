using OneStop.Domain.Conversations;

namespace OneStop.Domain.Partners.Cards;

/// <summary>The client's answer to the question whether the card may be sent. The last one counts.</summary>
public sealed record CardAnswer(DateTimeOffset At, bool IsYes);

/// <summary>
/// 窓口のカード: that staff sent a person of a conversation the card of a partner. If its name alone tells of violence, debts or illness, the card asks
/// first, and names nobody until the person says yes.
/// </summary>
public sealed class PartnerCard
{
    /// <summary>How long after yes the page can be opened.</summary>
    public static readonly TimeSpan PageOpenFor = TimeSpan.FromDays(7);

    /// <summary>How long the question can be answered: partners move and close.</summary>
    public static readonly TimeSpan AnswerableFor = TimeSpan.FromDays(30);

    private PartnerCard() { }

    /// <summary>Creates the record of a card that is about to be sent.</summary>
    /// <exception cref="RuleException">The partner has closed down, or its entry was never checked.</exception>
    public static PartnerCard Of(Partner partner, Guid conversationId, Guid staffId, DateTimeOffset now)
    {
        partner.RefuseUnlessChecked();
        return new()
        {
            Id = Guid.CreateVersion7(now),
            PartnerId = partner.Id,
            ConversationId = conversationId,
            StaffId = staffId,
            At = now,
            AsksFirst = partner.IsSensitive,
        };
    }

    public Guid Id { get; private set; }
    public Guid PartnerId { get; private set; }
    public Guid ConversationId { get; private set; }
    public Guid StaffId { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>The message that carries it. If staff takes that back within the hold, the card goes with it.</summary>
    public Guid MessageId { get; private set; }

    /// <summary>Whether it asks before it names the partner.</summary>
    public bool AsksFirst { get; private set; }

    /// <summary>Null if it does not ask, or nobody has answered.</summary>
    public CardAnswer? Answer { get; private set; }

    /// <summary>Sets the message that carries it.</summary>
    public void Carry(Message message) => MessageId = message.Id;

    /// <summary>Whether the question can still be answered.</summary>
    public bool IsAnswerable(DateTimeOffset now) => AsksFirst && now < At + AnswerableFor;

    /// <summary>Records the answer; yes again opens the page for another week.</summary>
    public void Reply(bool isYes, DateTimeOffset now) => Answer = new(now, isYes);

    /// <summary>Whether the page that names the partner can be opened. Opening it has no effect, because link previews open addresses too.</summary>
    public bool IsPageOpen(DateTimeOffset now) => Answer is { IsYes: true, At: var at } && now < at + PageOpenFor;
}
