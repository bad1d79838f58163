using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Approvals;
using OneStop.Domain.Data;
using OneStop.Domain.Erasures.Carrying;

namespace OneStop.Domain.Erasures;

/// <summary>What would be deleted and kept now.</summary>
/// <param name="Tables">By table, without those that have no row.</param>
/// <param name="Events">The number of raw events from LINE.</param>
/// <param name="Digest">Identifies it together with the wish; changed words of the person change it.</param>
public sealed record ErasurePreview(IReadOnlyList<ErasedCount> Tables, int Events, string Digest);

/// <summary>Computes what would be deleted.</summary>
public static class ErasurePreviews
{
    extension(OneStopDb db)
    {
        /// <summary>Returns the digest of what would be deleted and kept, for which an approval is valid.</summary>
        public async Task<string> ErasureDigestOf(Erasure erasure) => (await db.PreviewOf(erasure)).Digest;

        /// <summary>
        /// Counts the rows by table. The digest covers what is the person's record, with the number of its changes; not what is worked out from it, read marks
        /// and drafts, which change while somebody looks.
        /// </summary>
        internal async Task<ErasurePreview> PreviewOf(Erasure erasure)
        {
            var person = await db.ErasedPersonOf(erasure.ClientId);
            var (rows, friends, counts, content) = (new ErasedRows(person), person.Friends, new List<ErasedCount>(), ContentOf(erasure, person));
            foreach (var table in ErasurePlan.TablesOf(db).Where(t => t.ClrType != typeof(Erasure)))
            {
                var count = new ErasedCount(Trail.NameOf(table), await db.CountRows(table, rows.Gone(table)), await db.CountRows(table, rows.Kept(table)));
                if (count.Deleted + count.Kept == 0)
                    continue;
                counts.Add(count);
                var changes = await db.ChangesIn(table, rows.Of(table));
                if (Trail.IsInTrail(table, byStaff: true))
                    content.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {changes}"));
            }
            var lineIds = (await db.Friends.Where(f => friends.Contains(f.Id)).Select(f => f.LineUserId).ToListAsync()).ConvertAll(l => l.Value);
            var events = await db.IncomingEvents.CountAsync(e => lineIds.Contains(e.Sender!));
            return new(counts, events, ContentDigest.Of(content));
        }
    }

    private static List<string> ContentOf(Erasure erasure, ErasedPerson person) =>
    [
        erasure.Id.ToString(), erasure.Way.ToString(), erasure.Identity.ToString(), erasure.AskedOn.ToString("O", CultureInfo.InvariantCulture), erasure.Words,
        .. person.All.Select(id => id.ToString()),
    ];
}
