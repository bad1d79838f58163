using OneStop.Domain.Data;

namespace OneStop.Domain.Clients.Files;

/// <summary>What a client's file is evidence of, so that it is not removed. Features that depend on clients implement it for their rows.</summary>
public interface IHoldsFiles
{
    /// <summary>Returns why a file cannot be removed, as a sentence for staff; null if it can.</summary>
    Task<string?> WhyKept(OneStopDb db, Guid fileId);
}
