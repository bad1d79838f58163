namespace OneStop.Domain.Conversations.Tags;

/// <summary>
/// タグ: a word of the office's own vocabulary that conversations are marked with. Managers keep the vocabulary; nobody invents tags while answering.
/// </summary>
public sealed class Tag
{
    /// <summary>The most characters of a name.</summary>
    public const int LongestName = 20;

    private Tag() { }

    /// <summary>A new word.</summary>
    /// <exception cref="RuleException">No name, or too long.</exception>
    public static Tag Create(string name, DateTimeOffset now) => new() { Id = Guid.CreateVersion7(now), Name = Checked(name) };

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Since when it is offered no more; where it was set it stays.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>Gives it another name, on all conversations that have it.</summary>
    /// <exception cref="RuleException">No name, or too long.</exception>
    public void Rename(string name) => Name = Checked(name);

    /// <summary>No longer offered.</summary>
    public void Retire(DateTimeOffset now) => RetiredAt ??= now;

    /// <summary>Offered again.</summary>
    public void Return() => RetiredAt = null;

    private static string Checked(string name) => name.Trim() switch
    {
        "" => throw new RuleException("タグの名前を入力してください。", nameof(Name)),
        { Length: > LongestName } => throw new RuleException($"タグの名前は{LongestName}文字までです。", nameof(Name)),
        var checkedName => checkedName,
    };
}

/// <summary>That a conversation has a tag.</summary>
public sealed class Tagging
{
    private Tagging() { }

    public static Tagging Of(Guid conversationId, Guid tagId) => new() { ConversationId = conversationId, TagId = tagId };

    public Guid ConversationId { get; private set; }
    public Guid TagId { get; private set; }
}

/// <summary>A tag as a row or a pane shows it.</summary>
public sealed record TagRow(Guid Id, string Name);
