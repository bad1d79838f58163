using OneStop.Domain.Data;
using OneStop.Domain.Stages;

namespace OneStop.Domain.Consultations;

/// <summary>相談: clients with a confirmed record, also of a talk without booking.</summary>
internal sealed class RecordedTrack : ICaseTrack
{
    public CaseStage Stage => CaseStage.Consulting;

    public IQueryable<Guid> Clients(OneStopDb db) => db.Consultations.Confirmed().Select(c => c.ClientId);
}
