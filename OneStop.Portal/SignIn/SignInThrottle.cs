using System.Net;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Portal.Shell;

namespace OneStop.Portal.SignIn;

/// <summary>Slows guessing down: by account and by address, and on a device that the account's person is known to use by that device alone.</summary>
internal sealed class SignInThrottle(IDbContextFactory<OneStopDb> dbs, AuditKey key, TimeProvider clock)
{
    private const int MostForgotten = 100;

    /// <summary>What one try counts against.</summary>
    /// <param name="member">Whose account the name is, if anybody's.</param>
    /// <param name="knownDevice">Where the member is known. Each person of a shared computer is counted
    /// apart: who signs in between guesses at a colleague must not wipe those out.</param>
    public IReadOnlyList<Counted> For(StaffMember? member, string name, IPAddress? address, Guid? knownDevice) =>
        member is not null && knownDevice is { } device
        ? [new(key.Digest("device", device.ToString(), member.Id.ToString()), TryLimit.Device)]
        : [new(key.OfAccount(member?.UserName ?? name), TryLimit.Account), new(key.Digest("address", RequestLimits.AddressOf(address)), TryLimit.Address)];

    /// <summary>Counts the try against all of them, unless one of them has to wait.</summary>
    /// <returns>False: it has to wait, and nothing was counted.</returns>
    public async Task<bool> Admit(IReadOnlyList<Counted> all)
    {
        var now = clock.GetUtcNow();
        try
        {
            return await dbs.Change(async db =>
            {
                var tries = await Find(db, all);
                if (tries.Any(t => t.NextAt > now))
                    return false;
                foreach (var (digest, limit) in all)
                {
                    if (tries.Find(t => t.Key == digest) is not { } known)
                        db.SignInTries.Add(known = SignInTries.Of(digest));
                    known.Count(limit, now);
                }
                return true;
            });
        }
        catch (DbUpdateException)
        {
            return false; // so many at once that this one could not be counted
        }
    }

    /// <summary>
    /// The password was right. The account and the device begin anew; an address only gets this
    /// try back, or one good account would open it to guesses at others.
    /// </summary>
    public Task Forgive(IReadOnlyList<Counted> all)
    {
        var now = clock.GetUtcNow();
        return dbs.Change(async db =>
        {
            foreach (var one in await Find(db, all))
            {
                if (all.Single(a => a.Key == one.Key).Limit == TryLimit.Address)
                    one.GiveBack(now);
                else
                    db.SignInTries.Remove(one);
            }
            db.SignInTries.RemoveRange(await db.SignInTries.Where(t => t.LastAt < now - SignInTries.KeptFor)
                .OrderBy(t => t.LastAt).Take(MostForgotten).ToListAsync());
        });
    }

    private static Task<List<SignInTries>> Find(OneStopDb db, IReadOnlyList<Counted> all)
    {
        var keys = all.Select(a => a.Key).ToList();
        return db.SignInTries.Where(t => keys.Contains(t.Key)).ToListAsync();
    }
}

/// <summary>One of those that a try counts against.</summary>
internal sealed record Counted(string Key, TryLimit Limit);
