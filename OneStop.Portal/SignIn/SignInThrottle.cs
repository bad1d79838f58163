using System.Net;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Portal.Shell;

namespace OneStop.Portal.SignIn;

/// <summary>Slows guessing: counts failed tries by account and by address, or, on a device that the person is known to use, by that device alone.</summary>
internal sealed class SignInThrottle(IDbContextFactory<OneStopDb> dbs, AuditKey key, TimeProvider clock)
{
    private const int MostForgotten = 100;

    /// <summary>Returns the counters of one try.</summary>
    /// <param name="member">The person whose account has the name; null if there is none.</param>
    /// <param name="knownDevice">The device, if the member is known on it. People of a shared computer are counted separately: signing in
    /// between guesses at a colleague's password must not reset the colleague's counter.</param>
    public IReadOnlyList<Counted> For(StaffMember? member, string name, IPAddress? address, Guid? knownDevice) =>
        member is not null && knownDevice is { } device
        ? [new(key.Digest("device", device.ToString(), member.Id.ToString()), TryLimit.Device)]
        : [new(key.OfAccount(member?.UserName ?? name), TryLimit.Account), new(key.Digest("address", RequestLimits.AddressOf(address)), TryLimit.Address)];

    /// <summary>Counts the try in all counters, unless one of them is still blocked.</summary>
    /// <returns>False if one is blocked; nothing was counted then.</returns>
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
            return false; // too many concurrent tries to count this one
        }
    }

    /// <summary>
    /// Resets the counters after a right password. Those of account and device start again; that of an address only gets this try
    /// back, because otherwise a person with one account could guess at others.
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

/// <summary>One counter of a try.</summary>
internal sealed record Counted(string Key, TryLimit Limit);
