using OneStop.Domain.Data;

namespace OneStop.Domain.Timeline;

/// <summary>
/// 経過: what one feature knows of a person, for the timeline of the case file. Implemented beside the entity; registered by convention. The query
/// filters of the context decide what the actor may see.
/// </summary>
public interface ITimelineSource
{
    /// <summary>The kinds of entries that it returns.</summary>
    IReadOnlyList<TimelineKind> Kinds { get; }

    /// <summary>The tables whose rows it shows, entities of the model.</summary>
    IReadOnlyList<Type> Tables { get; }

    /// <summary>Returns the newest entries, newest first; those of one instant always in the same order. Not more than asked for.</summary>
    Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query);
}
