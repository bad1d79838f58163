using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Data;

namespace OneStop.Domain.Clients;

/// <summary>同意の撤回, by staff or by the client: for one purpose, or for all. It ends everything that rests on the consent, and nothing else.</summary>
public sealed class ConsentWithdrawal(IEnumerable<IRestsOnConsent> resting)
{
    /// <summary>Returns what would end now.</summary>
    /// <param name="purpose">The code of the purpose; null for all.</param>
    /// <param name="objectId">The object of the consent; null for all of the purpose.</param>
    public async Task<RestingOnConsent> Ends(OneStopDb db, Guid clientId, string? purpose, DateTimeOffset now, Guid? objectId = null)
    {
        var all = new RestingOnConsent([], 0);
        foreach (var one in On(purpose))
            all += await one.Of(db, clientId, objectId, now);
        return all;
    }

    /// <summary>Withdraws the consents, in any wording, and ends what rests on them.</summary>
    /// <param name="purpose">The code of the purpose; null for all.</param>
    /// <param name="by">The member of staff who was told; null if the client did it in LINE.</param>
    /// <param name="objectId">The object of the consent; null for all of the purpose.</param>
    /// <returns>What ended.</returns>
    public async Task<RestingOnConsent> Withdraw(OneStopDb db, Guid clientId, string? purpose, Guid? by, DateTimeOffset now, Guid? objectId = null)
    {
        foreach (var consent in await db.Consents.Given(clientId)
            .Where(c => (purpose == null || c.Purpose == purpose) && (objectId == null || c.ObjectId == objectId)).ToListAsync())
            consent.Withdraw(now, by);
        var ends = await Ends(db, clientId, purpose, now, objectId);
        foreach (var one in On(purpose))
            await one.End(db, clientId, objectId, by, now);
        foreach (var link in await db.ClientLinks.NotSentOf(clientId).Where(l => purpose == null || l.Purpose == purpose).ToListAsync())
            link.Withdraw(now); // a form takes no data without the consent, and keeps none
        return ends;
    }

    private IEnumerable<IRestsOnConsent> On(string? purpose) => resting.Where(r => purpose is null || r.Purpose.Code == purpose);
}
