using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Portal.SignIn;

/// <summary>Lets a signed-in person act in this scope, for as long as their sitting lasts.</summary>
internal sealed class StaffDoor(Actor actor, IDbContextFactory<OneStopDb> dbs, IOptions<IdentityOptions> identity, AuditKey key, TimeProvider clock)
{
    /// <summary>
    /// So long the database may take, by the computer's own time and not the injected clock: what is measured is the database, and a clock that is
    /// set forward would find it late. Longer than a busy moment: a screen that is taken away and drawn anew would make it busier.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Reads who they are and what they may do now.</summary>
    /// <returns>False if the person is gone or the sitting is over; then nobody acts.</returns>
    /// <exception cref="Exception">It could not be read. Then nobody acts either: who cannot be checked is not let in.</exception>
    public async Task<bool> Enter(ClaimsPrincipal principal)
    {
        try
        {
            var sitting = principal.FindFirstValue(StaffSignIn.SittingClaim) ?? "";
            var member = await Find(principal, sitting).WaitAsync(Patience); // until it is known, whoever was here goes on: screens are live meanwhile
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

    /// <summary>Whether who may no longer enter has ended the sitting by their own hand.</summary>
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

    /// <summary>A cookie that nobody remembers to have given (forged, or from after the day to which the data were taken back) opens nothing.</summary>
    private async Task<bool> Lasts(OneStopDb db, Guid id, string sitting)
    {
        db.SeeEverybody("nobody acts yet; only whether a sitting lasts is read");
        var ends = await db.AuditEntries.Where(e => e.Sitting == sitting && (e.Act == AuditAct.SignedIn || e.Act == AuditAct.SignedOut))
            .AsNoTracking().ToListAsync();
        return ends.All(e => e.Act == AuditAct.SignedIn && e.ActorId == id)
            && ends.Any(e => e.IsGenuine(key) && e.At > clock.GetUtcNow() - StaffSignIn.LongestSitting);
    }
}
