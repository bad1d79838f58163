using System.Net;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Portal.SignIn;

/// <summary>Records sign-ins in the audit trail.</summary>
internal sealed class SignInRecords(IDbContextFactory<OneStopDb> dbs, Actor actor, AuditKey key, Looks looks, TimeProvider clock)
{
    /// <summary>Begins a new sitting after a successful sign-in.</summary>
    /// <returns>The id of the sitting.</returns>
    public async Task<string> Begun(StaffMember member)
    {
        var sitting = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
        actor.BeStaff(member, sitting);
        await Record(AuditAct.SignedIn, member.Id);
        return sitting;
    }

    /// <summary>Ends the sitting and notifies all its windows.</summary>
    public async Task Ended()
    {
        if (actor.Kind != ActorKind.Staff)
            return;
        await Record(AuditAct.SignedOut, actor.StaffId);
        looks.WriteSoon();
    }

    /// <summary>
    /// Records a failed sign-in: account and address. A name that nobody has is stored as a digest, because people sometimes type
    /// their password there.
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
