namespace OneStop.Domain.Conversations.Tags;

/// <summary>
/// タグ: a term of the office's vocabulary with which conversations are marked. Managers maintain the vocabulary; others cannot create tags.
/// </summary>
public sealed class Tag
{
    /// <summary>The most characters of a name.</summary>
    public const int LongestName = 20;

    private Tag() { }

    /// <summary>Creates a tag.</summary>
    /// <exception cref="RuleException">The name is missing or too long.</exception>
    public static Tag Create(string name, DateTimeOffset now) => new() { Id = Guid.CreateVersion7(now), Name = Checked(name) };

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>When it was retired; null while it is offered. Conversations keep a retired tag.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>Renames the tag, on all conversations that have it.</summary>
    /// <exception cref="RuleException">The name is missing or too long.</exception>
    public void Rename(string name) => Name = Checked(name);

    /// <summary>Stops offering the tag.</summary>
    public void Retire(DateTimeOffset now) => RetiredAt ??= now;

    /// <summary>Offers the tag again.</summary>
    public void Return() => RetiredAt = null;

    private static string Checked(string name) => name.Trim() switch
    {
        "" => throw new RuleException("タグの名前を入力してください。", nameof(Name)),
        { Length: > LongestName } => throw new RuleException($"タグの名前は{LongestName}文字までです。", nameof(Name)),
        var checkedName => checkedName,
    };
}

/// <summary>The assignment of a tag to a conversation.</summary>
public sealed class Tagging
{
    private Tagging() { }

    public static Tagging Of(Guid conversationId, Guid tagId) => new() { ConversationId = conversationId, TagId = tagId };

    public Guid ConversationId { get; private set; }
    public Guid TagId { get; private set; }
}

/// <summary>A tag for display.</summary>
public sealed record TagRow(Guid Id, string Name);
