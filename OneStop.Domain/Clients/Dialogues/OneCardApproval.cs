namespace OneStop.Domain.Clients.Dialogues;

/// <summary>
/// 福岡市の承認: whether the service is for somebody and whether they agree to the privacy notice may be asked on one card before the first
/// booking. Without one in force both are asked one after the other. Those that have ended are kept.
/// </summary>
public sealed class OneCardApproval
{
    private OneCardApproval() { }

    /// <param name="sequence">The next one; of two who begin at once only one has it.</param>
    /// <param name="staffId">Who entered it.</param>
    public static OneCardApproval By(ApprovalLetter letter, int sequence, Guid staffId, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), Sequence = sequence, Number = letter.Number, ApprovedOn = letter.On, ApprovedBy = letter.By, EnteredBy = staffId, EnteredAt = now };

    public Guid Id { get; private set; }

    /// <summary>Counts the approvals that were entered.</summary>
    public int Sequence { get; private set; }

    /// <summary>文書番号</summary>
    public string Number { get; private set; } = "";

    /// <summary>承認日</summary>
    public DateOnly ApprovedOn { get; private set; }

    /// <summary>承認者の職・氏名</summary>
    public string ApprovedBy { get; private set; } = "";

    public Guid EnteredBy { get; private set; }
    public DateTimeOffset EnteredAt { get; private set; }
    public Guid? EndedBy { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>やめる: from now on both are asked one after the other again. Done twice, the first one stands.</summary>
    public void End(Guid staffId, DateTimeOffset now)
    {
        if (EndedAt is null)
            (EndedBy, EndedAt) = (staffId, now);
    }
}
