using OneStop.Domain.Data;

namespace OneStop.Domain.Due;

/// <summary>
/// What one feature wants done: feeds 今日, the pane beside the conversation, and the case file. Implemented beside the entity; registered by
/// convention. The query filters of the context decide what the actor may see.
/// </summary>
public interface IDueSource
{
    /// <summary>Returns the open items, the most urgent first. Not more than asked for.</summary>
    Task<IReadOnlyList<DueItem>> Read(OneStopDb db, DueQuery query);
}
