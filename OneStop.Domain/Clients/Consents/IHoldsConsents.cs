using OneStop.Domain.Data;

namespace OneStop.Domain.Clients.Consents;

/// <summary>
/// What was done because of a consent, so that its record is not deleted as a mistake. Features that depend on clients implement it for their rows. A
/// withdrawal is another thing: it keeps the record.
/// </summary>
public interface IHoldsConsents
{
    /// <summary>Returns why a consent's record stays, as a sentence for whoever works with people; null if it may go.</summary>
    Task<string?> WhyKept(OneStopDb db, Consent consent, DateTimeOffset now);
}
