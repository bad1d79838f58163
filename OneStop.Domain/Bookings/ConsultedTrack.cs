using System.Linq.Expressions;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Stages;

namespace OneStop.Domain.Bookings;

/// <summary>相談: clients with whom a talk was held.</summary>
internal sealed class ConsultedTrack : ICaseTrack
{
    public CaseStage Stage => CaseStage.Consulting;

    public Expression<Func<Client, bool>> IsOn(OneStopDb db) => client => db.Bookings.Any(b => b.ClientId == client.Id && b.State == BookingState.Held);
}
