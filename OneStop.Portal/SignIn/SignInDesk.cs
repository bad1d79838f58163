using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Portal.SignIn;

/// <summary>How a sign-in ended.</summary>
internal enum SignInEnd
{
    SignedIn,
    Wrong,
    LockedOut,
}

/// <summary>Checks name and password and begins a sitting.</summary>
internal sealed class SignInDesk(SignInManager<StaffMember> signIn, IDbContextFactory<OneStopDb> dbs, LiveUpdates live, Actor actor, TimeProvider clock)
{
    /// <summary>Signs in. A name that does not exist is answered like a wrong password.</summary>
    public async Task<SignInEnd> SignIn(string name, string password)
    {
        var member = await signIn.UserManager.FindByNameAsync(name);
        if (member is null || member.LeftAt is not null)
            return SignInEnd.Wrong;

        var result = await signIn.CheckPasswordSignInAsync(member, password, lockoutOnFailure: true);
        if (!result.Succeeded)
            return result.IsLockedOut ? SignInEnd.LockedOut : SignInEnd.Wrong;

        var sitting = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
        actor.BeStaff(member, sitting);
        await dbs.Change(db =>
        {
            db.Record(AuditAct.SignedIn, nameof(StaffMember), member.Id.ToString(), "[]", clock.GetUtcNow());
            return Task.CompletedTask;
        });
        await signIn.SignInWithClaimsAsync(member, isPersistent: false, [new(StaffSignIn.SittingClaim, sitting)]); // once it is on record: nothing is opened without
        return SignInEnd.SignedIn;
    }

    /// <summary>Ends the sitting, in every window that it is open in.</summary>
    public async Task SignOut()
    {
        if (actor.Kind == ActorKind.Staff)
        {
            await dbs.Change(db =>
            {
                db.Record(AuditAct.SignedOut, nameof(StaffMember), actor.StaffId.ToString(), "[]", clock.GetUtcNow());
                return Task.CompletedTask;
            });
            live.Announce(StaffMember.TopicOf(actor.StaffId));
        }
        await signIn.SignOutAsync();
    }
}
