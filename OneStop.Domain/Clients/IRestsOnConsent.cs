using OneStop.Domain.Data;

namespace OneStop.Domain.Clients;

/// <summary>
/// What rests on a client's consent to one purpose and ends with it. Features that depend on clients implement it for their rows, so that clients need
/// not know them.
/// </summary>
public interface IRestsOnConsent
{
    /// <summary>The purpose of the consent.</summary>
    ConsentPurpose Purpose { get; }

    /// <summary>Returns what would end now.</summary>
    /// <param name="objectId">The object of the consent; null for all, or if the purpose has none.</param>
    Task<RestingOnConsent> Of(OneStopDb db, Guid clientId, Guid? objectId, DateTimeOffset now);

    /// <summary>Ends it, within the caller's save.</summary>
    /// <param name="by">The member of staff who was told of the withdrawal; null if the client did it in LINE.</param>
    /// <param name="objectId">As for <see cref="Of"/>.</param>
    Task End(OneStopDb db, Guid clientId, Guid? objectId, Guid? by, DateTimeOffset now);
}
