using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Safeguards;

/// <summary>Adds entries to the trail that are no change of a row.</summary>
public static class AuditRecords
{
    /// <summary>How long after a search its words may still be growing.</summary>
    public static readonly TimeSpan TypingRunsFor = TimeSpan.FromMinutes(1);

    /// <summary>The most characters of a search.</summary>
    public const int LongestSearch = 200;

    extension(OneStopDb db)
    {
        /// <summary>Adds an entry by this context's actor.</summary>
        /// <param name="personId">The person concerned; null if nobody or many.</param>
        public AuditEntry Record(AuditAct act, string subject, string subjectId, Guid? personId, string fields, DateTimeOffset now)
        {
            var actor = db.Actor;
            var entry = AuditEntry.Of(act, actor.Kind.ToString(), actor.Id, actor.Sitting, subject, subjectId, personId, fields, now);
            db.AuditEntries.Add(entry);
            return entry;
        }

        /// <summary>復元: records the end of the trail before the restore, and in the backup.</summary>
        public void RecordRestore(string backup, string? before, string? after, AuditKey key, DateTimeOffset now)
        {
            const string Field = "Head";
            var digests = JsonSerializer.Serialize(new[] { new[] { Field, key.Digest(backup, Field, before), key.Digest(backup, Field, after) } });
            var entry = db.Record(AuditAct.Restored, "Backup", backup, null, digests, now);
            db.AuditValues.Add(AuditValue.Of(entry.Id, Field, before, after));
        }

        /// <summary>
        /// 消去: records that rows of a table were deleted. Their fields are not: the old values, and so what must go, would be in the trail.
        /// </summary>
        /// <param name="rows">How many.</param>
        internal void RecordErasure(string table, Guid erasureId, Guid personId, int rows, AuditKey key, DateTimeOffset now)
        {
            const string Field = "Rows";
            var (id, count) = (erasureId.ToString(), rows.ToString(CultureInfo.InvariantCulture));
            var digests = JsonSerializer.Serialize(new[] { new[] { Field, key.Digest(id, Field, count), key.Digest(id, Field, null) } });
            var entry = db.Record(AuditAct.Erased, table, id, personId, digests, now);
            db.AuditValues.Add(AuditValue.Of(entry.Id, Field, count, null));
        }

        /// <summary>持ち出し: recorded each time.</summary>
        /// <param name="personId">The person concerned; null if nobody or many.</param>
        public void RecordExport(string subject, string subjectId, Guid? personId, DateTimeOffset now) =>
            db.Record(AuditAct.Exported, subject, subjectId, personId, "[]", now);

        /// <summary>
        /// 検索 while typing: words that extend those of the last minute, with no other act in between, count as the same search, and only the longer
        /// ones stay in the trail. Rows shown in the results are no act. Other or shorter words, or the same ones after a record was opened, are
        /// another search.
        /// </summary>
        public async Task RecordTyped(string subject, string words, AuditKey key, DateTimeOffset now)
        {
            var sitting = db.Actor.Sitting;
            var latest = await db.AuditEntries.Where(e => e.Sitting == sitting && e.Act != AuditAct.Previewed)
                .OrderByDescending(e => e.At).Take(2).ToListAsync();
            // of two entries at the same instant, the later one is unknown
            var last = latest is [var newest, .. var rest] && rest.All(e => e.At < newest.At) ? newest : null;
            if (last is { Act: AuditAct.Searched, Number: null } && last.Subject == subject && last.At > now - TypingRunsFor
                && await db.AuditValues.SingleOrDefaultAsync(v => v.EntryId == last.Id) is { After: { } before } && words.Length > before.Length
                && words.StartsWith(before, StringComparison.Ordinal))
                db.AuditEntries.Remove(last);
            await db.RecordSearch(subject, words, key, now);
        }

        /// <summary>
        /// 検索: recorded once per session for the same words. The words are stored separately and can be erased; the chain contains their digest.
        /// </summary>
        public async Task RecordSearch(string subject, string words, AuditKey key, DateTimeOffset now)
        {
            if (words.Length > LongestSearch)
                throw new RuleException($"さがす言葉は{LongestSearch}文字までにしてください。"); // checked here, because every search is recorded
            var sitting = db.Actor.Sitting;
            var digest = key.Digest(subject, words);
            if (await db.AuditEntries.AnyAsync(e => e.Sitting == sitting && e.Act == AuditAct.Searched && e.Subject == subject && e.SubjectId == digest))
                return;

            var entry = db.Record(AuditAct.Searched, subject, digest, null, "[]", now);
            db.AuditValues.Add(AuditValue.Of(entry.Id, "Words", null, words));
        }
    }
}
