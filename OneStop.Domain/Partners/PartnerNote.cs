namespace OneStop.Domain.Partners;

/// <summary>Who took a note back, and when.</summary>
public sealed record NoteWithdrawal(DateTimeOffset At, Guid StaffId);

/// <summary>メモ: what a counselor tells the others about a partner. It names no client.</summary>
public sealed class PartnerNote
{
    /// <summary>The most characters.</summary>
    public const int Longest = 1000;

    private PartnerNote() { }

    /// <exception cref="RuleException">The text is empty or too long.</exception>
    public static PartnerNote Of(Guid partnerId, string text, Guid staffId, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        PartnerId = partnerId,
        StaffId = staffId,
        At = now,
        Text = text.Trim() is { Length: > 0 and <= Longest } written ? written
            : throw new RuleException($"メモを{Longest}文字までで入力してください。", nameof(Text)),
    };

    public Guid Id { get; private set; }
    public Guid PartnerId { get; private set; }
    public Guid StaffId { get; private set; }
    public DateTimeOffset At { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>Null while the note is shown.</summary>
    public NoteWithdrawal? Withdrawal { get; private set; }

    /// <summary>Takes the note back; it is no longer shown.</summary>
    public void Withdraw(Guid staffId, DateTimeOffset now) => Withdrawal ??= new(now, staffId);

    /// <summary>Shows the note again.</summary>
    public void Restore() => Withdrawal = null;
}
