namespace OneStop.Domain.Staff;

/// <summary>書きかけ: what a member of staff has typed into a form and not saved. It is sealed, theirs alone, and kept for a limited time.</summary>
public sealed class FormDraft
{
    /// <summary>How long it is kept after the last key.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>The most characters of a key.</summary>
    public const int LongestKey = 100;

    private FormDraft() { }

    /// <param name="key">Which form of which thing.</param>
    /// <param name="conversationId">Whose conversation it is about, so that it is found with all else about that person; null if about nobody.</param>
    public static FormDraft Begin(Guid staffId, string key, Guid? conversationId) => new() { StaffId = staffId, Key = key, ConversationId = conversationId };

    public Guid StaffId { get; private set; }
    public string Key { get; private set; } = "";
    public Guid? ConversationId { get; private set; }

    /// <summary>What was typed, readable with the portal's keys only.</summary>
    public byte[] Sealed { get; private set; } = [];

    /// <summary>When it was typed last.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Keeps it as it is now.</summary>
    public void Keep(byte[] words, DateTimeOffset now) => (Sealed, At) = (words, now);
}

/// <summary>A draft, opened.</summary>
/// <param name="Words">What was typed, as the form wrote it.</param>
public sealed record KeptDraft(string Words, DateTimeOffset At);
