using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OneStop.Domain.Data;

namespace OneStop.Domain.Erasures.Carrying;

/// <summary>Keeps the database and the list beside it alike, in both directions, and carries out what was ordered.</summary>
public sealed class ErasureKeeper(IDbContextFactory<OneStopDb> dbs, ErasureRun run, ErasureList list, ILogger<ErasureKeeper> logger)
{
    /// <summary>
    /// A round: what the list knows and the database does not is ordered again, what is ordered is carried out, and what is done is listed. One that fails is
    /// tried again in the next round and holds up no other.
    /// </summary>
    public async Task Round(CancellationToken stopping = default)
    {
        var listed = list.Read(out var foreign);
        if (foreign > 0)
            logger.LogError("{Count} lines of the list of erasures were not written with this key and are left out.", foreign);
        await OrderAgain(listed);
        foreach (var id in await Ordered())
            await Carry(id, stopping);
        await Enter(listed);
    }

    private async Task Carry(Guid id, CancellationToken stopping)
    {
        try
        {
            if (!await run.Carry(id, stopping))
                logger.LogWarning("An erasure is not complete yet, because rows were added meanwhile; the next round tries again.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError("The erasure {Id} failed; the next round tries again: {Failure}", id, exception.WithoutWords);
        }
    }

    /// <summary>
    /// After a restore of an older backup: nobody has to remember. Another wish of the person may be open there, which was answered later; a client has one
    /// open wish, so it gives way.
    /// </summary>
    private Task OrderAgain(IReadOnlyList<ErasureRecord> listed) => dbs.Change(async db =>
    {
        var ids = listed.Select(r => r.Id).ToList();
        var known = await db.Erasures.Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id);
        var lost = listed.Where(r => !known.TryGetValue(r.Id, out var row) || row is { DoneAt: null, Order: null }).DistinctBy(r => r.Clients[0]).ToList();
        var clients = lost.ConvertAll(r => r.Clients[0]);
        var open = await db.Erasures.Include(e => e.Approval).Where(e => e.ClosedAt == null && clients.Contains(e.ClientId)).ToDictionaryAsync(e => e.ClientId);
        foreach (var record in lost)
        {
            var other = open.GetValueOrDefault(record.Clients[0]) is { } wish && wish.Id != record.Id ? wish : null;
            if (other?.Order is not null)
                continue; // it deletes the same person; the next round goes on
            other?.Withdraw(record.Order.StaffId, record.Order.At);
            if (known.TryGetValue(record.Id, out var erasure))
                erasure.OrderAgain(record);
            else
                db.Add(Erasure.Again(record));
        }
    });

    private async Task<List<Guid>> Ordered()
    {
        await using var db = await dbs.CreateDbContextAsync();
        return await db.Erasures.Where(e => e.Order != null && e.DoneAt == null).OrderBy(e => e.AskedOn).Select(e => e.Id).ToListAsync();
    }

    private async Task Enter(IReadOnlyList<ErasureRecord> listed)
    {
        await using var db = await dbs.CreateDbContextAsync();
        var done = await db.Erasures.AsNoTracking().Where(e => e.DoneAt != null).ToListAsync();
        if (done.ExceptBy(listed.Select(r => r.Id), e => e.Id).ToList() is { Count: > 0 } missing)
            list.Add(missing.Select(e => e.Record));
    }
}
