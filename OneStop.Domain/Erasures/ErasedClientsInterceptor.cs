using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Erasures.Carrying;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Erasures;

/// <summary>
/// Refuses what staff would enter about a client whose records are being deleted or are gone, from a window that was open before. In every save, because
/// any desk may be meant; by the path to the client, because a comment on a record that stays knows only the record. What is typed there and not saved is not
/// kept either.
/// </summary>
public sealed class ErasedClientsInterceptor : SaveChangesInterceptor
{
    /// <exception cref="RuleException">A row of the save belongs to such a client.</exception>
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result,
        CancellationToken cancellationToken = default)
    {
        if (eventData.Context is OneStopDb { Actor.Kind: ActorKind.Staff } db)
        {
            await Refuse(db, cancellationToken);
            await LeaveDraftsOut(db, cancellationToken);
        }
        return await base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    private static async Task Refuse(OneStopDb db, CancellationToken stopping)
    {
        var written = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified && LeadsToClient(e.Metadata)).ToList();
        var ids = (await new PersonLookup(db).Find(written)).Values.Distinct().ToList();
        if (ids.Count > 0 && await db.Clients.AnyAsync(c => ids.Contains(c.Id) && c.ErasedAt != null, stopping))
            throw new RuleException("この利用者の記録は消去されました。新しく書き込むことはできません。");
    }

    /// <summary>Without an error: nobody has pressed anything. Whoever saves the form is told.</summary>
    private static async Task LeaveDraftsOut(OneStopDb db, CancellationToken stopping)
    {
        foreach (var draft in db.ChangeTracker.Entries<FormDraft>().Where(e => e.State is EntityState.Added or EntityState.Modified).ToList())
        {
            var (ids, talk) = (FormDraftStep.IdsIn(draft.Entity.Key), draft.Entity.ConversationId);
            if (await db.Clients.AnyAsync(c => ids.Contains(c.Id) && c.ErasedAt != null, stopping)
                || (talk is not null && !await db.Conversations.AnyAsync(c => c.Id == talk, stopping)))
                draft.State = draft.State == EntityState.Added ? EntityState.Detached : EntityState.Unchanged;
        }
    }

    /// <summary>A path that leads to a friend needs no look: what hangs on a conversation cannot be saved any more once it is gone.</summary>
    private static bool LeadsToClient(IEntityType table) => PersonPath.IsPerson(table) ? table.ClrType == typeof(Client)
        : PersonPath.NextOf(table) is { } next && LeadsToClient((IEntityType)next.To);
}
