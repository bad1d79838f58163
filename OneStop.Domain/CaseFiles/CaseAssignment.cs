namespace OneStop.Domain.CaseFiles;

/// <summary>
/// 主担当: who is in charge of a client, from when until when. A transfer ends one and begins the next, so that former ones stay visible.
/// </summary>
public sealed class CaseAssignment
{
    /// <summary>The most characters of the note of a transfer.</summary>
    public const int LongestNote = 1000;

    private CaseAssignment() { }

    /// <summary>Puts a member of staff in charge.</summary>
    /// <param name="note">引き継ぎのメモ: what the next person has to know; empty if nothing.</param>
    /// <param name="batchId">まとめて引き継ぐ: the act by which several cases changed hands; null for one case.</param>
    /// <exception cref="RuleException">The note is too long.</exception>
    public static CaseAssignment Of(Guid clientId, Guid staffId, Guid by, string note, DateTimeOffset now, Guid? batchId = null) => new()
    {
        Id = Guid.CreateVersion7(now),
        ClientId = clientId,
        StaffId = staffId,
        Since = now,
        AssignedBy = by,
        Note = note.Trim() is { Length: <= LongestNote } words ? words : throw new RuleException($"引き継ぎのメモは{LongestNote}文字までです。"),
        AcknowledgedAt = staffId == by ? now : null,
        BatchId = batchId,
    };

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }
    public Guid StaffId { get; private set; }
    public DateTimeOffset Since { get; private set; }

    /// <summary>Until when; null for the present one. The last one ends when the case is closed.</summary>
    public DateTimeOffset? Until { get; private set; }

    public Guid AssignedBy { get; private set; }
    public string Note { get; private set; } = "";

    /// <summary>The act by which it changed hands together with others; null if it did alone.</summary>
    public Guid? BatchId { get; private set; }

    /// <summary>確かめた: when the receiver confirmed that they read the note; null if they did not yet.</summary>
    public DateTimeOffset? AcknowledgedAt { get; private set; }

    /// <summary>Whether the receiver confirmed what somebody else transferred; then an undo leaves it with them.</summary>
    public bool IsTakenUp => AcknowledgedAt is not null && AssignedBy != StaffId;

    /// <summary>Ends it.</summary>
    public void End(DateTimeOffset now) => Until ??= now;

    /// <summary>Makes it the present one again, after a transfer was undone.</summary>
    public void Resume() => Until = null;

    /// <summary>Records that the receiver confirmed the transfer.</summary>
    /// <exception cref="RuleException">Somebody else is in charge.</exception>
    public void Acknowledge(Guid staffId, DateTimeOffset now)
    {
        if (staffId != StaffId || Until is not null)
            throw new RuleException("引き継ぎを確かめられるのは、いまの主担当だけです。");
        AcknowledgedAt ??= now;
    }
}
