namespace OneStop.Domain.Conversations.Answers;

/// <summary>下書き: what a member of staff has typed and not sent, kept as it is typed so that nothing breaks it.</summary>
public sealed class Draft
{
    private Draft() { }

    /// <summary>A draft begun.</summary>
    public static Draft Begin(Guid conversationId, Guid staffId) => new() { ConversationId = conversationId, StaffId = staffId };

    public Guid ConversationId { get; private set; }
    public Guid StaffId { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>社内メモ that is being written: kept apart, so that neither turns into the other.</summary>
    public string Note { get; private set; } = "";

    /// <summary>
    /// The order key of the last message that they had before them when they began the text: what
    /// colleagues answer after it is asked about. Null where nothing is known of it.
    /// </summary>
    public long? Since { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Keeps the text as it is now.</summary>
    public void Write(string text, DateTimeOffset now, long? since = null) => (Text, SavedAt, Since) = (text, now, text.Length == 0 ? null : since);

    /// <summary>Keeps the note as it is now.</summary>
    public void WriteNote(string text, DateTimeOffset now) => (Note, SavedAt) = (text, now);
}

/// <summary>How far one member of staff has read a conversation (未読 is mine; 要返信 is the team's).</summary>
public sealed class ReadMark
{
    private ReadMark() { }

    /// <summary>Nothing read yet.</summary>
    public static ReadMark Begin(Guid conversationId, Guid staffId) => new() { ConversationId = conversationId, StaffId = staffId };

    public Guid ConversationId { get; private set; }
    public Guid StaffId { get; private set; }
    public long UpTo { get; private set; }

    /// <summary>未読にする: I put it back among the unread, although I have seen it.</summary>
    public bool IsPutBack { get; private set; }

    /// <summary>Read up to this order key.</summary>
    /// <returns>False if that is nothing new.</returns>
    public bool Read(long order)
    {
        if (order <= UpTo && !IsPutBack)
            return false;
        (UpTo, IsPutBack) = (Math.Max(UpTo, order), false);
        return true;
    }

    /// <summary>Unread again, until it is opened.</summary>
    public void PutBack() => IsPutBack = true;
}
