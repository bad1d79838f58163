using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Clients.Links;
using OneStop.Domain.Data;

namespace OneStop.Domain.Clients.Merging;

/// <summary>Moves everything of one client to another, within the caller's save.</summary>
internal static class Merging
{
    extension(OneStopDb db)
    {
        /// <summary>All columns that refer to a client.</summary>
        public IReadOnlyList<ClientReference> ClientReferences => ClientReference.Of(db.GetService<IDesignTimeModel>().Model);

        /// <summary>Moves all rows that refer to the merged client. Of a table with one row for each client, the chosen fields.</summary>
        /// <param name="fromMerged">The keys of the fields whose value is taken from the merged client.</param>
        public async Task MoveRows(Client kept, Client merged, IReadOnlyCollection<string> fromMerged, MergeChanges changes, DateTimeOffset now)
        {
            foreach (var reference in db.ClientReferences)
            {
                var theirs = await db.RowsWith(reference.Table, reference.Column, merged.Id);
                if (theirs.Count == 0)
                    continue;
                var mine = await db.RowsWith(reference.Table, reference.Column, kept.Id);
                if (reference.IsOneForEach && mine is [var row])
                    Take(row, theirs[0], fromMerged, changes);
                else
                    foreach (var their in theirs)
                        Move(their, reference, mine, kept, changes, now);
            }
        }

        /// <summary>Takes the chosen fields of the client's own row, every telephone number, and what must not be lost.</summary>
        public async Task TakeClient(Client kept, Client merged, IReadOnlyCollection<string> fromMerged, MergeChanges changes, DateTimeOffset now)
        {
            var (mine, theirs) = (db.Entry(kept), db.Entry(merged));
            Take(mine, theirs, fromMerged, changes);
            kept.Fold();
            if (kept.Eligibility == Eligibility.NotAsked)
                foreach (var answer in (string[])[nameof(Client.Eligibility), nameof(Client.EligibilityRule), nameof(Client.EligibilityAt)])
                    changes.Set(mine, answer, theirs.At(answer).CurrentValue);
            if (merged.ErasureAskedAt is { } asked && !(kept.ErasureAskedAt <= asked))
                changes.Set(mine, nameof(Client.ErasureAskedAt), asked);
            await TakePhone(db, kept, merged, changes, now);
        }

        /// <summary>The merged client's telephone in LINE goes along: as the one that is used, or as a former one.</summary>
        public void TakeFriend(Client kept, Client merged, bool isUsed, MergeChanges changes, Guid by, DateTimeOffset now)
        {
            if (merged.FriendId is not { } theirs)
                return;
            var former = kept.FriendId is { } mine ? isUsed ? mine : theirs : (Guid?)null;
            changes.Set(db.Entry(merged), nameof(Client.FriendId), null);
            if (former != theirs)
                changes.Set(db.Entry(kept), nameof(Client.FriendId), theirs);
            if (former is { } old)
                changes.Add(db.Add(FormerFriend.Of(kept.Id, old, by, now)));
        }
    }

    /// <summary>Takes a row along. One of which the client has its like is ended first, deleted, or stays, as its table declares.</summary>
    private static void Move(EntityEntry their, ClientReference reference, IReadOnlyList<EntityEntry> mine, Client kept, MergeChanges changes,
        DateTimeOffset now)
    {
        if (!reference.IsDoubled(their, mine))
        {
            changes.Set(their, reference.Column.Name, kept.Id);
        }
        else if (MergeRules.EndOf(reference.Table) is { } end)
        {
            changes.Set(their, end, now.ToUniversalTime()); // as it is read back: by it an undo knows that nobody changed it
            changes.Set(their, reference.Column.Name, kept.Id);
        }
        else if (MergeRules.IsDeletedWhenDoubled(reference.Table))
        {
            changes.Remove(their);
        }
    }

    private static async Task TakePhone(OneStopDb db, Client kept, Client merged, MergeChanges changes, DateTimeOffset now)
    {
        if (merged.Phone is not { } phone)
            return;
        if (kept.Phone is null)
        {
            changes.Set(db.Entry(kept), nameof(Client.Phone), phone);
            changes.Set(db.Entry(kept), nameof(Client.PhoneRemark), merged.PhoneRemark);
        }
        else if ((await db.PhonesOf(kept)) is var phones && phones.Lines.All(l => l.Number != phone))
        {
            changes.Add(db.Add(ClientPhone.Of(kept.Id, new(phone, merged.PhoneRemark ?? ""), phones.Lines.Count, now)));
        }
    }

    private static void Take(EntityEntry mine, EntityEntry theirs, IReadOnlyCollection<string> fromMerged, MergeChanges changes)
    {
        foreach (var (column, _, _) in MergeComparison.FieldsOf(mine).Where(f => fromMerged.Contains(MergeComparison.KeyOf(mine, f.Column))))
            changes.Set(mine, column, theirs.At(column).CurrentValue);
    }
}
