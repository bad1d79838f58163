using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Safeguards;

/// <summary>監査証跡: seals entries into a hash chain that reveals tampering (特記事項 12).</summary>
public sealed class AuditTrail(IDbContextFactory<OneStopDb> dbs, AuditKey key, AuditMark mark, TimeProvider clock)
{
    private const int Batch = 500;

    /// <summary>
    /// How long a search stays unsealed: longer than a longer version of it can replace it, even if the clocks of several portals differ.
    /// </summary>
    public static readonly TimeSpan SearchesRest = 2 * AuditRecords.TypingRunsFor;

    /// <summary>
    /// Seals the waiting entries written by a portal, the oldest first. Several portals may seal at the same time: the chain's number is unique, and
    /// on a conflict the whole change is read and applied again (at most five times).
    /// </summary>
    /// <returns>The number of entries sealed.</returns>
    /// <exception cref="AuditBrokenException">A sealed entry is missing or was changed: nothing is sealed.</exception>
    public async Task<int> Seal(CancellationToken stopping = default)
    {
        AuditHead? known = null;
        var head = AuditHead.Beginning;
        var count = await dbs.Change(async db =>
        {
            known = mark.Read();
            head = await Follow(db, known);
            var waiting = await Waiting(db);
            foreach (var entry in waiting)
                entry.SealAs(head = Next(head, entry));
            return waiting.Count;
        });
        if (head != (known ?? AuditHead.Beginning))
            await mark.Advance(head, stopping); // after the save: a mark that lags is updated later, one that is ahead would raise an alarm
        return count;
    }

    /// <summary>Verifies the chain, including values that were not erased. Nothing is sealed or written.</summary>
    /// <param name="since">A head noted earlier: it must still be in its place, and only later entries are read. Null reads from the
    /// beginning.</param>
    public async Task<AuditVerdict> Verify(AuditHead? since = null)
    {
        await using var db = await dbs.CreateDbContextAsync();
        var (known, isMarkBroken) = ReadMark(); // before the chain, because a portal may be sealing meanwhile
        var from = since ?? AuditHead.Beginning;
        var walk = await Stands(db, from) ? await Walk(db, from, withValues: true) : new(from, from.Number);
        var broken = walk.Broken;
        if (broken is null && known is not null && !await Stands(db, known))
            broken = Math.Min(known.Number, walk.Head.Number + 1);
        var waiting = await db.AuditEntries.AsNoTracking().Where(e => e.Number == null).ToListAsync();
        return new(walk.Head.Number - from.Number, waiting.Count, waiting.Count(e => !e.IsGenuine(key)), broken, isMarkBroken, walk.Head);
    }

    /// <summary>
    /// A quick check for monitoring: whether the entry at the mark is in its place, and whether the waiting entries were written by portals. <see
    /// cref="Verify"/> reads everything.
    /// </summary>
    public async Task<bool> LooksWhole()
    {
        await using var db = await dbs.CreateDbContextAsync();
        db.SeeEverybody("a health probe is nobody; only whether the trail is whole is told");
        var (known, isMarkBroken) = ReadMark();
        if (isMarkBroken || (known is not null && !await Stands(db, known)))
            return false;
        return (await db.AuditEntries.AsNoTracking().Where(e => e.Number == null).Take(Batch).ToListAsync()).All(e => e.IsGenuine(key));
    }

    /// <summary>Returns the end of the chain, from the mark over what other portals have sealed since.</summary>
    private async Task<AuditHead> Follow(OneStopDb db, AuditHead? known)
    {
        var from = known ?? AuditHead.Beginning;
        if (!await Stands(db, from))
            throw new AuditBrokenException($"Entry {from.Number} of the trail is not the one that was sealed.");
        var walk = await Walk(db, from, withValues: false);
        return walk.Broken is { } number ? throw new AuditBrokenException($"The trail does not hold at {number}.") : walk.Head;
    }

    private static async Task<bool> Stands(OneStopDb db, AuditHead head) =>
        head.Number == 0 || await db.AuditEntries.AnyAsync(e => e.Number == head.Number && e.Seal == head.Seal);

    private async Task<Walked> Walk(OneStopDb db, AuditHead from, bool withValues)
    {
        var head = from;
        while (true)
        {
            var page = await db.AuditEntries.AsNoTracking().Where(e => e.Number > head.Number).OrderBy(e => e.Number).Take(Batch).ToListAsync();
            var ids = withValues ? page.Select(e => e.Id).ToList() : [];
            var values = withValues ? (await db.AuditValues.AsNoTracking().Where(v => ids.Contains(v.EntryId)).ToListAsync()).ToLookup(v => v.EntryId) : null;
            foreach (var entry in page)
            {
                var next = Next(head, entry);
                if (entry.Number != next.Number || entry.Seal != next.Seal || values is not null && !values[entry.Id].Fit(entry, key))
                    return new(head, next.Number);
                head = next;
            }
            if (page.Count < Batch)
                return new(head, null);
        }
    }

    private sealed record Walked(AuditHead Head, long? Broken);

    private async Task<List<AuditEntry>> Waiting(OneStopDb db)
    {
        var rested = clock.GetUtcNow() - SearchesRest;
        var waiting = db.AuditEntries.Where(e => e.Number == null && (e.Act != AuditAct.Searched || e.At <= rested)).OrderBy(e => e.At).ThenBy(e => e.Id);
        var genuine = new List<AuditEntry>();
        for (var read = 0; ; read += Batch) // forged entries remain and do not block those behind them
        {
            var page = await waiting.Skip(read).Take(Batch).ToListAsync();
            genuine.AddRange(page.Where(e => e.IsGenuine(key)));
            if (genuine.Count >= Batch || page.Count < Batch)
                return genuine;
        }
    }

    private (AuditHead? Known, bool IsBroken) ReadMark()
    {
        try
        {
            return (mark.Read(), false);
        }
        catch (AuditBrokenException)
        {
            return (null, true);
        }
    }

    private AuditHead Next(AuditHead before, AuditEntry entry)
    {
        var number = before.Number + 1;
        return new(number, key.Digest([before.Seal, number.ToString(CultureInfo.InvariantCulture), .. entry.Said, entry.Mac]));
    }
}
