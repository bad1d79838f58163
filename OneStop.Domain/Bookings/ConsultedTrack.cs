using OneStop.Domain.Data;
using OneStop.Domain.Stages;

namespace OneStop.Domain.Bookings;

/// <summary>相談: clients with whom a talk was held.</summary>
internal sealed class ConsultedTrack : ICaseTrack
{
    public CaseStage Stage => CaseStage.Consulting;

    public IQueryable<Guid> Clients(OneStopDb db) => db.Bookings.Where(b => b.State == BookingState.Held).Select(b => b.ClientId);
}
