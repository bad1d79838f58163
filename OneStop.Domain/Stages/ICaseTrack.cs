using OneStop.Domain.Data;

namespace OneStop.Domain.Stages;

/// <summary>What brings a client to a stage. Several tracks can be open at once. Implemented beside the entity; registered by convention.</summary>
public interface ICaseTrack
{
    /// <summary>The stage of clients on this track.</summary>
    CaseStage Stage { get; }

    /// <summary>The ids of the clients on it.</summary>
    IQueryable<Guid> Clients(OneStopDb db);
}
