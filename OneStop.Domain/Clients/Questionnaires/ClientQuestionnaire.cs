namespace OneStop.Domain.Clients.Questionnaires;

/// <summary>How the address reached the client.</summary>
public enum SendingWay
{
    /// <summary>LINEのカード</summary>
    Line,

    /// <summary>文面をコピー: staff copied the text, for an SMS or a letter.</summary>
    Copied,
}

/// <summary>
/// 質問票: questions to one client on a page of this portal, opened by a one-time link. What arrives is a proposal, which staff take over field by field.
/// </summary>
public sealed class ClientQuestionnaire
{
    private ClientQuestionnaire() { }

    /// <summary>Creates a questionnaire.</summary>
    /// <param name="link">The link that opens it.</param>
    /// <exception cref="RuleException">No question is chosen.</exception>
    public static ClientQuestionnaire Of(Forms.ClientLink link, IReadOnlyCollection<string> codes, Guid by, DateTimeOffset now)
    {
        ValueList<string> asked = [.. Questionnaires.Questions.Of(codes).Select(q => q.Code)];
        return asked.Count == 0 ? throw new RuleException("聞くことを、1つ以上えらんでください。", nameof(Questions)) : new()
        {
            Id = Guid.CreateVersion7(now),
            ClientId = link.ClientId,
            LinkId = link.Id,
            Questions = asked,
            CreatedBy = by,
            CreatedAt = now,
        };
    }

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }
    public Guid LinkId { get; private set; }

    /// <summary>The codes of the questions, in the order in which they are asked.</summary>
    public ValueList<string> Questions { get; private set; } = [];

    public Guid CreatedBy { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the address was last sent or copied; null if it was not.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    public Guid? SentBy { get; private set; }
    public SendingWay? Way { get; private set; }

    /// <summary>The message that carries the card; null if it was not sent in LINE, or taken back.</summary>
    public Guid? MessageId { get; private set; }

    /// <summary>When the client first answered something; null if they did not.</summary>
    public DateTimeOffset? BegunAt { get; private set; }

    /// <summary>When it was handed in; null if it was not.</summary>
    public DateTimeOffset? ReceivedAt { get; private set; }

    /// <summary>The member of staff who withdrew it; null if nobody did.</summary>
    public Guid? WithdrawnBy { get; private set; }

    /// <summary>
    /// When a client without LINE, whom no automatic answer reaches, last wrote words of danger; null if never. What they wrote can be read only once it is
    /// handed in.
    /// </summary>
    public DateTimeOffset? DangerAt { get; private set; }

    /// <summary>The member of staff who got in touch after that; null while nobody did.</summary>
    public Guid? DangerSeenBy { get; private set; }

    public DateTimeOffset? DangerSeenAt { get; private set; }

    public ICollection<QuestionnaireAnswer> Answers { get; } = [];

    /// <summary>Whether the address has gone out, as far as we know.</summary>
    public bool IsSent => SentAt is not null && (Way == SendingWay.Copied || MessageId is not null);

    /// <summary>Records that a card with the address is on its way.</summary>
    public void Send(Guid messageId, Guid by, DateTimeOffset now) => (MessageId, Way, SentBy, SentAt) = (messageId, SendingWay.Line, by, now);

    /// <summary>Records that the card was taken back before it went out.</summary>
    public void TakeBack() => (MessageId, Way, SentBy, SentAt) = (null, null, null, null);

    /// <summary>Records that staff copied the text with the address.</summary>
    public void Copy(Guid by, DateTimeOffset now) => (Way, SentBy, SentAt) = (SendingWay.Copied, by, now);

    /// <summary>Records that the client has begun.</summary>
    public void Begin(DateTimeOffset now) => BegunAt ??= now;

    /// <summary>Takes what was handed in.</summary>
    public void Receive(IEnumerable<QuestionnaireAnswer> answers, DateTimeOffset now)
    {
        ReceivedAt = now;
        foreach (var answer in answers)
            Answers.Add(answer);
    }

    /// <summary>Records who withdrew it.</summary>
    public void Withdraw(Guid by) => WithdrawnBy = by;

    /// <summary>Records words of danger; whoever had got in touch before does so again.</summary>
    public void MeetDanger(DateTimeOffset now) => (DangerAt, DangerSeenBy, DangerSeenAt) = (now, null, null);

    /// <summary>Records that a member of staff got in touch.</summary>
    public void SeeDanger(Guid by, DateTimeOffset now) => (DangerSeenBy, DangerSeenAt) = (by, now);

    /// <summary>Takes that back.</summary>
    public void UnseeDanger() => (DangerSeenBy, DangerSeenAt) = (null, null);
}
