using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Safeguards;

/// <summary>What a check of the trail found.</summary>
/// <param name="Entries">How many sealed entries were read.</param>
/// <param name="Unsealed">How many still wait for the sealing.</param>
/// <param name="Broken">The first place in the chain that does not fit; null if all is whole.</param>
/// <param name="Head">The last seal. Noted elsewhere, it shows later whether the end was cut off.</param>
public sealed record AuditVerdict(long Entries, long Unsealed, long? Broken, string Head);

/// <summary>監査証跡: seals entries into a chain in which tampering shows, and checks it (特記事項 12).</summary>
public sealed class AuditTrail(IDbContextFactory<OneStopDb> dbs, AuditKey key, TimeProvider clock)
{
    private const int Batch = 500;
    private const string Beginning = "OneStop";

    /// <summary>So long a search stays unsealed: longer than one that is still being typed can take its place, by the clocks of several portals.</summary>
    public static readonly TimeSpan SearchesRest = 2 * AuditRecords.TypingRunsFor;

    /// <summary>Seals what waits, oldest first. Several portals may do it at once: the chain's number is unique, and the one that lost reads again.</summary>
    /// <returns>How many were sealed.</returns>
    public async Task<int> Seal() => await dbs.Change(async db =>
    {
        var rested = clock.GetUtcNow() - SearchesRest;
        var last = await db.AuditEntries.Where(e => e.Number != null).OrderByDescending(e => e.Number).Select(e => new { e.Number, e.Seal }).FirstOrDefaultAsync();
        var (number, seal) = (last?.Number ?? 0, last?.Seal ?? Beginning);
        var waiting = await db.AuditEntries.Where(e => e.Number == null && (e.Act != AuditAct.Searched || e.At <= rested)).OrderBy(e => e.At).ThenBy(e => e.Id).Take(Batch).ToListAsync();
        foreach (var entry in waiting)
            entry.SealAs(++number, seal = SealOf(seal, number, entry));
        return waiting.Count;
    });

    /// <summary>Reads the whole chain and says whether it holds, values included where they have not been erased.</summary>
    public async Task<AuditVerdict> Verify()
    {
        await using var db = await dbs.CreateDbContextAsync();
        var (number, seal) = (0L, Beginning);
        while (true)
        {
            var page = await db.AuditEntries.AsNoTracking().Where(e => e.Number > number).OrderBy(e => e.Number).Take(Batch).ToListAsync();
            var ids = page.Select(e => e.Id).ToList();
            var values = (await db.AuditValues.AsNoTracking().Where(v => ids.Contains(v.EntryId)).ToListAsync()).ToLookup(v => v.EntryId);
            foreach (var entry in page)
            {
                if (entry.Number != ++number || entry.Seal != (seal = SealOf(seal, number, entry)) || !Fit(entry, values[entry.Id]))
                    return new(number, 0, number, seal);
            }
            if (page.Count < Batch)
                return new(number, await db.AuditEntries.LongCountAsync(e => e.Number == null), null, seal);
        }
    }

    /// <summary>Values that are still there are those whose digests were sealed; erased ones are no fault.</summary>
    private bool Fit(AuditEntry entry, IEnumerable<AuditValue> values)
    {
        if (entry.Act == AuditAct.Searched)
            return values.All(v => key.Digest(entry.Subject, v.After) == entry.SubjectId);

        var digests = JsonSerializer.Deserialize<string[][]>(entry.Fields)!.ToDictionary(f => f[0]);
        return values.All(v => digests.TryGetValue(v.Field, out var digest)
            && key.Digest(entry.SubjectId, v.Field, v.Before) == digest[1]
            && key.Digest(entry.SubjectId, v.Field, v.After) == digest[2]);
    }

    private string SealOf(string before, long number, AuditEntry entry) => key.Digest(
        before,
        number.ToString(CultureInfo.InvariantCulture),
        entry.Id.ToString(),
        entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        entry.Act.ToString(),
        entry.ActorKind,
        entry.ActorId?.ToString(),
        entry.Sitting,
        entry.Subject,
        entry.SubjectId,
        entry.Fields);
}

/// <summary>How entries that are no change of a row come into the trail.</summary>
public static class AuditRecords
{
    /// <summary>So long after a search its words can still be growing.</summary>
    public static readonly TimeSpan TypingRunsFor = TimeSpan.FromMinutes(1);

    /// <summary>The most characters that can be looked for.</summary>
    public const int LongestSearch = 200;

    extension(OneStopDb db)
    {
        /// <summary>Adds an entry about this context's actor.</summary>
        public AuditEntry Record(AuditAct act, string subject, string subjectId, string fields, DateTimeOffset now)
        {
            var actor = db.Actor;
            var entry = AuditEntry.Of(act, actor.Kind.ToString(), actor.Id, actor.Sitting, subject, subjectId, fields, now);
            db.AuditEntries.Add(entry);
            return entry;
        }

        /// <summary>閲覧: recorded once a sitting.</summary>
        public async Task RecordLook(string subject, Guid id, DateTimeOffset now)
        {
            var sitting = db.Actor.Sitting;
            var subjectId = id.ToString();
            if (!await db.AuditEntries.AnyAsync(e => e.Sitting == sitting && e.Act == AuditAct.Looked && e.Subject == subject && e.SubjectId == subjectId))
                db.Record(AuditAct.Looked, subject, subjectId, "[]", now);
        }

        /// <summary>
        /// 検索, while it is typed: words that go on from those of a moment ago, with nothing done in between, are the same search,
        /// and only the longer stands in the trail. Other words, shorter ones, or the same after something was opened, are another.
        /// </summary>
        public async Task RecordTyped(string subject, string words, AuditKey key, DateTimeOffset now)
        {
            var sitting = db.Actor.Sitting;
            var latest = await db.AuditEntries.Where(e => e.Sitting == sitting).OrderByDescending(e => e.At).Take(2).ToListAsync();
            var last = latest is [var newest, .. var rest] && rest.All(e => e.At < newest.At) ? newest : null; // of two at the same instant nobody knows which came last
            if (last is { Act: AuditAct.Searched, Number: null } && last.Subject == subject && last.At > now - TypingRunsFor
                && await db.AuditValues.SingleOrDefaultAsync(v => v.EntryId == last.Id) is { After: { } before } && words.Length > before.Length && words.StartsWith(before, StringComparison.Ordinal))
                db.AuditEntries.Remove(last);
            await db.RecordSearch(subject, words, key, now);
        }

        /// <summary>検索: recorded once a sitting for the same words. The words lie apart and can be erased; the chain has their digest.</summary>
        public async Task RecordSearch(string subject, string words, AuditKey key, DateTimeOffset now)
        {
            if (words.Length > LongestSearch)
                throw new RuleException($"さがす言葉は{LongestSearch}文字までにしてください。"); // here, because each search passes here
            var sitting = db.Actor.Sitting;
            var digest = key.Digest(subject, words);
            if (await db.AuditEntries.AnyAsync(e => e.Sitting == sitting && e.Act == AuditAct.Searched && e.Subject == subject && e.SubjectId == digest))
                return;

            var entry = db.Record(AuditAct.Searched, subject, digest, "[]", now);
            db.AuditValues.Add(AuditValue.Of(entry.Id, "Words", null, words));
        }
    }
}
