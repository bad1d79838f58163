namespace OneStop.Domain.Conversations.Answers;

/// <summary>下書き: what a member of staff has typed and not sent, saved while they type so that it survives a lost connection.</summary>
public sealed class Draft
{
    private Draft() { }

    /// <summary>Creates an empty draft.</summary>
    public static Draft Begin(Guid conversationId, Guid staffId) => new() { ConversationId = conversationId, StaffId = staffId };

    public Guid ConversationId { get; private set; }
    public Guid StaffId { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>The draft of 社内メモ, stored separately so that a note is never sent as an answer.</summary>
    public string Note { get; private set; } = "";

    /// <summary>
    /// The order key of the last message that the writer had seen when they began. If colleagues have answered after it, the writer is asked. Null if
    /// unknown.
    /// </summary>
    public long? Since { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Saves the text.</summary>
    public void Write(string text, DateTimeOffset now, long? since = null) => (Text, SavedAt, Since) = (text, now, text.Length == 0 ? null : since);

    /// <summary>Saves the note.</summary>
    public void WriteNote(string text, DateTimeOffset now) => (Note, SavedAt) = (text, now);
}

/// <summary>How far a member of staff has read a conversation (未読 is personal; 要返信 is the team's).</summary>
public sealed class ReadMark
{
    private ReadMark() { }

    /// <summary>Creates a mark with nothing read.</summary>
    public static ReadMark Begin(Guid conversationId, Guid staffId) => new() { ConversationId = conversationId, StaffId = staffId };

    public Guid ConversationId { get; private set; }
    public Guid StaffId { get; private set; }
    public long UpTo { get; private set; }

    /// <summary>未読にする: the reader has marked the conversation as unread again.</summary>
    public bool IsPutBack { get; private set; }

    /// <summary>Records that everything up to this order key has been read.</summary>
    /// <returns>False if nothing changed.</returns>
    public bool Read(long order)
    {
        if (order <= UpTo && !IsPutBack)
            return false;
        (UpTo, IsPutBack) = (Math.Max(UpTo, order), false);
        return true;
    }

    /// <summary>Marks the conversation as unread until it is opened again.</summary>
    public void PutBack() => IsPutBack = true;
}
