using System.Net;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Portal.SignIn;

/// <summary>What the audit trail learns of sign-ins.</summary>
internal sealed class SignInRecords(IDbContextFactory<OneStopDb> dbs, Actor actor, AuditKey key, Looks looks, TimeProvider clock)
{
    /// <summary>Somebody is in: a new sitting begins.</summary>
    /// <returns>The sitting.</returns>
    public async Task<string> Begun(StaffMember member)
    {
        var sitting = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
        actor.BeStaff(member, sitting);
        await Record(AuditAct.SignedIn, member.Id);
        return sitting;
    }

    /// <summary>The sitting is over, and all its windows are told.</summary>
    public async Task Ended()
    {
        if (actor.Kind != ActorKind.Staff)
            return;
        await Record(AuditAct.SignedOut, actor.StaffId);
        looks.WriteSoon();
    }

    /// <summary>
    /// A name and a password did not fit: at whose account, and from where. A name that nobody
    /// has is kept as a digest: a password is typed there now and then.
    /// </summary>
    public Task Failed(StaffMember? member, string name, IPAddress? address) => dbs.Change(db =>
    {
        db.RecordFailedSignIn(member?.Id.ToString() ?? key.OfAccount(name), address?.ToString() ?? "", key, clock.GetUtcNow());
        return Task.CompletedTask;
    });

    private Task Record(AuditAct act, Guid staffId) => dbs.Change(db =>
    {
        db.Record(act, nameof(StaffMember), staffId.ToString(), null, "[]", clock.GetUtcNow());
        db.Announce(StaffMember.Topic, staffId);
        return Task.CompletedTask;
    });
}
