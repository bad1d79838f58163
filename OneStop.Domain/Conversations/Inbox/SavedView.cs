namespace OneStop.Domain.Conversations.Inbox;

/// <summary>保存した条件: a list of the inbox with its filter under a name, for its maker or for all.</summary>
public sealed class SavedView
{
    /// <summary>The most characters of a name.</summary>
    public const int LongestName = 30;

    /// <summary>The most views of one person.</summary>
    public const int MostOfOne = 30;

    private SavedView() { }

    /// <exception cref="RuleException">The name is missing or too long.</exception>
    public static SavedView Keep(Guid staffId, string name, InboxList list, InboxFilter filter, bool isShared, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new RuleException("名前を入力してください。");
        if (name.Trim().Length > LongestName)
            throw new RuleException($"名前は{LongestName}文字までです。");
        return new() { Id = Guid.CreateVersion7(now), StaffId = staffId, Name = name.Trim(), List = list, Filter = filter, IsShared = isShared };
    }

    public Guid Id { get; private set; }

    /// <summary>Who made it; only they may remove it.</summary>
    public Guid StaffId { get; private set; }

    public string Name { get; private set; } = "";
    public InboxList List { get; private set; }
    public InboxFilter Filter { get; private set; } = InboxFilter.None;

    /// <summary>Whether colleagues see it too.</summary>
    public bool IsShared { get; private set; }
}

/// <summary>A saved view as the inbox offers it.</summary>
/// <param name="IsMine">Whether I made it and may remove it.</param>
/// <param name="Count">The number of conversations in it now.</param>
public sealed record SavedViewRow(Guid Id, string Name, InboxList List, InboxFilter Filter, bool IsShared, bool IsMine, int Count);
