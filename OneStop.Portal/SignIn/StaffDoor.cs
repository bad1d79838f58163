using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Portal.SignIn;

/// <summary>Lets a signed-in person act in this scope while their sitting lasts.</summary>
internal sealed class StaffDoor(Actor actor, IDbContextFactory<OneStopDb> dbs, IOptions<IdentityOptions> identity, AuditKey key, TimeProvider clock)
{
    /// <summary>
    /// The longest wait for the database, in real time and not by the injected clock: a test clock that is set forward would count as a
    /// late answer. It is longer than a short overload, because a screen that is removed and rendered again adds load.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Reads the person and their present duties, and makes them the actor.</summary>
    /// <returns>False if the person has left or the sitting is over; then the actor is nobody.</returns>
    /// <exception cref="Exception">The database could not be read. The actor is nobody then too: without a check there is no access.</exception>
    public async Task<bool> Enter(ClaimsPrincipal principal)
    {
        try
        {
            var sitting = principal.FindFirstValue(StaffSignIn.SittingClaim) ?? "";
            var member = await Find(principal, sitting).WaitAsync(Patience); // meanwhile the actor stays as it was, because screens are live
            if (member is null)
                actor.BeNobody();
            else
                actor.BeStaff(member, sitting);
            return member is not null;
        }
        catch
        {
            actor.BeNobody();
            throw;
        }
    }

    /// <summary>True if the sitting of a person who may no longer enter was ended by their own sign-out.</summary>
    public async Task<bool> HasSignedOut(ClaimsPrincipal principal)
    {
        var sitting = principal.FindFirstValue(StaffSignIn.SittingClaim) ?? "";
        await using var db = await dbs.CreateDbContextAsync();
        db.SeeEverybody("nobody acts yet; only whether a sitting has ended is read");
        return await db.AuditEntries.AnyAsync(e => e.Sitting == sitting && e.Act == AuditAct.SignedOut).WaitAsync(Patience);
    }

    private async Task<StaffMember?> Find(ClaimsPrincipal principal, string sitting)
    {
        if (!Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
            return null;

        await using var db = await dbs.CreateDbContextAsync();
        if (!await Lasts(db, id, sitting))
            return null;
        var stamp = principal.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType);
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.LeftAt == null && s.SecurityStamp == stamp);
    }

    /// <summary>A cookie whose sitting is not on record (forged, or issued after the time to which the data was restored) gives no access.</summary>
    private async Task<bool> Lasts(OneStopDb db, Guid id, string sitting)
    {
        db.SeeEverybody("nobody acts yet; only whether a sitting lasts is read");
        var ends = await db.AuditEntries.Where(e => e.Sitting == sitting && (e.Act == AuditAct.SignedIn || e.Act == AuditAct.SignedOut))
            .AsNoTracking().ToListAsync();
        return ends.All(e => e.Act == AuditAct.SignedIn && e.ActorId == id)
            && ends.Any(e => e.IsGenuine(key) && e.At > clock.GetUtcNow() - StaffSignIn.LongestSitting);
    }
}
