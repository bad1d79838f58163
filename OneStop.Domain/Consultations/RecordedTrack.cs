using System.Linq.Expressions;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Stages;

namespace OneStop.Domain.Consultations;

/// <summary>相談: clients with a confirmed record, also of a talk without booking.</summary>
internal sealed class RecordedTrack : ICaseTrack
{
    public CaseStage Stage => CaseStage.Consulting;

    public Expression<Func<Client, bool>> IsOn(OneStopDb db)
    {
        var confirmed = db.Consultations.Confirmed();
        return client => confirmed.Any(c => c.ClientId == client.Id);
    }
}
