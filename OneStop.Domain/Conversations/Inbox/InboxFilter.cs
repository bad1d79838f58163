namespace OneStop.Domain.Conversations.Inbox;

/// <summary>絞り込み: what narrows a list of the inbox; each is left out where it is null.</summary>
/// <param name="Kind">The kind of the last word of the talk, which the row shows.</param>
/// <param name="From">The first day, in Japan, of the last word.</param>
/// <param name="Until">The last day, itself included.</param>
public sealed record InboxFilter(Guid? AssigneeId = null, Guid? TagId = null, MessageKind? Kind = null, DateOnly? From = null, DateOnly? Until = null)
{
    /// <summary>Everything.</summary>
    public static readonly InboxFilter None = new();

    /// <summary>It narrows nothing.</summary>
    public bool IsNone => this == None;
}
