namespace OneStop.Domain.Conversations.Inbox;

/// <summary>絞り込み: conditions on a list of the inbox; null means no condition.</summary>
/// <param name="Kind">The kind of the last message, which the row shows.</param>
/// <param name="From">The first day of the last message, in Japan.</param>
/// <param name="Until">The last day, inclusive.</param>
public sealed record InboxFilter(Guid? AssigneeId = null, Guid? TagId = null, MessageKind? Kind = null, DateOnly? From = null, DateOnly? Until = null)
{
    /// <summary>No conditions.</summary>
    public static readonly InboxFilter None = new();

    /// <summary>Whether there are no conditions.</summary>
    public bool IsNone => this == None;
}
