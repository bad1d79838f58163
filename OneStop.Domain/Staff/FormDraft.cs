namespace OneStop.Domain.Staff;

/// <summary>
/// 書きかけ: what a member of staff has typed into a form and not saved. It is encrypted, readable by them only, and kept for a limited time.
/// </summary>
public sealed class FormDraft
{
    /// <summary>How long it is kept after the last change.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>The most characters of a key.</summary>
    public const int LongestKey = 100;

    private FormDraft() { }

    /// <param name="key">Identifies the form and its subject.</param>
    public static FormDraft Begin(Guid staffId, string key) => new() { StaffId = staffId, Key = key };

    public Guid StaffId { get; private set; }
    public string Key { get; private set; } = "";

    /// <summary>The conversation that it is about, so that it is found with the person's other data; null if none, or if nobody is chosen yet.</summary>
    public Guid? ConversationId { get; private set; }

    /// <summary>The encrypted text, readable only with the portal's keys.</summary>
    public byte[] Sealed { get; private set; } = [];

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Saves the text, and whom it is about now: the person can be chosen, or chosen anew, after the first words.</summary>
    public void Keep(byte[] words, Guid? conversationId, DateTimeOffset now) => (Sealed, ConversationId, At) = (words, conversationId, now);
}

/// <summary>A decrypted draft.</summary>
/// <param name="Words">What was typed, in the form's own format.</param>
public sealed record KeptDraft(string Words, DateTimeOffset At);
