using OneStop.Domain.Data;

namespace OneStop.Domain.Clients.Merging;

/// <summary>
/// What somebody has to know before two clients become one, because it has to be put in order afterwards. Features that depend on clients implement it.
/// </summary>
public interface IWarnsOfMerge
{
    /// <summary>Returns it as a sentence for staff; null if there is nothing.</summary>
    Task<string?> Warn(OneStopDb db, Guid keptId, Guid mergedId);
}
