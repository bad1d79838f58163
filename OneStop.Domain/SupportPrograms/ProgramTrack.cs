using System.Linq.Expressions;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Stages;

namespace OneStop.Domain.SupportPrograms;

/// <summary>プログラム: clients with a program that has not ended.</summary>
internal sealed class ProgramTrack : ICaseTrack
{
    public CaseStage Stage => CaseStage.Program;

    public Expression<Func<Client, bool>> IsOn(OneStopDb db)
    {
        var open = db.SupportPrograms.Open();
        return client => open.Any(p => p.ClientId == client.Id);
    }
}
