using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Conversations.Tags;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportMeasures.Explanations;

namespace OneStop.Domain.CaseFiles;

/// <summary>利用者の一覧の窓口: the list of clients, on screen and as a file, and tags for several at once.</summary>
[DisplayName("利用者の一覧")]
public sealed class ClientListDesk(DeskContext desk, AuditKey key)
{
    /// <summary>The name under which the audit trail records a list that was saved as a file.</summary>
    public const string Exported = "ClientList";

    /// <summary>Returns a page of the list. A search is recorded, and so is a look at each person whose row is on the page.</summary>
    [DisplayName("利用者の一覧を見る")]
    [Allowed(Casework = true)]
    public async Task<ClientList> List(ListQuery<ClientFilter> query)
    {
        desk.MayDo<ClientListDesk>();
        await using var db = await desk.Read();
        var (now, sought) = (desk.Now, query.Words.Trim());
        var clients = db.Clients.That(db, query.Filter, now);
        if (sought.Length > 0)
        {
            await db.RecordSearch(nameof(Client), sought, key, now);
            await db.SaveChangesAsync();
            clients = clients.Sought(db, sought);
        }
        var part = await clients.ToListRows(db, now).Sorted(query.Sort, query.IsDescending).ToPart(query.Page, db.Clients.Standing);
        var told = await db.FourTold([.. part.Rows.Select(r => r.Id)]);
        return new(part with { Rows = desk.Show(await db.WithTags(part.Rows)) }, told,
            await db.Users.Where(s => db.CaseAssignments.Any(a => a.StaffId == s.Id && a.Until == null))
                .OrderBy(s => s.Name).Select(s => new ListChoice(s.Id, s.Name)).ToListAsync(),
            await db.Tags.Where(t => t.RetiredAt == null).OrderBy(t => t.Name).Select(t => new ListChoice(t.Id, t.Name)).ToListAsync());
    }

    /// <summary>持ち出し: returns the clients of all pages of the list, and records an export for each.</summary>
    [DisplayName("利用者の一覧を保存する")]
    [Allowed(Duty.Manager)]
    public async Task<IReadOnlyList<ClientListRow>> Export(ListQuery<ClientFilter> query)
    {
        desk.MayDo<ClientListDesk>();
        await using var db = await desk.Read();
        var rows = await db.Clients.That(db, query.Filter, desk.Now).ToListRows(db, desk.Now).Sorted(query.Sort, query.IsDescending).ToListAsync();
        foreach (var row in rows)
            db.RecordExport(Exported, row.Id.ToString(), row.Id, desk.Now);
        await db.SaveChangesAsync();
        return desk.Show(await db.WithTags(rows));
    }

    /// <summary>Sets a tag on the conversations of clients. Who has no LINE has none, and is left out.</summary>
    /// <returns>The clients who did not have it before, for undoing.</returns>
    [DisplayName("利用者にまとめてタグをつける")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<Guid>> Tag(IReadOnlyList<Guid> clientIds, Guid tagId)
    {
        desk.MayDo<ClientListDesk>();
        return await desk.Change<IReadOnlyList<Guid>>(async db =>
        {
            var fresh = await TalksOf(db, clientIds).Where(t => !db.Taggings.Any(x => x.ConversationId == t.Talk && x.TagId == tagId)).ToListAsync();
            db.Taggings.AddRange(fresh.Select(t => Tagging.Of(t.Talk, tagId)));
            return fresh.ConvertAll(t => t.Client);
        });
    }

    /// <summary>Removes a tag from the conversations of clients.</summary>
    /// <returns>The clients who had it.</returns>
    [DisplayName("利用者からまとめてタグを外す")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<Guid>> Untag(IReadOnlyList<Guid> clientIds, Guid tagId)
    {
        desk.MayDo<ClientListDesk>();
        return await desk.Change<IReadOnlyList<Guid>>(async db =>
        {
            var talks = await TalksOf(db, clientIds).ToListAsync();
            var ids = talks.ConvertAll(t => t.Talk);
            var taggings = await db.Taggings.Where(t => t.TagId == tagId && ids.Contains(t.ConversationId)).ToListAsync();
            db.Taggings.RemoveRange(taggings);
            return [.. talks.Where(t => taggings.Any(x => x.ConversationId == t.Talk)).Select(t => t.Client)];
        });
    }

    private static IQueryable<ClientTalk> TalksOf(OneStopDb db, IReadOnlyList<Guid> clientIds) =>
        from c in db.Clients
        join t in db.Conversations on c.FriendId equals (Guid?)t.FriendId
        where clientIds.Contains(c.Id)
        select new ClientTalk { Client = c.Id, Talk = t.Id };

    private sealed class ClientTalk
    {
        public Guid Client { get; init; }
        public Guid Talk { get; init; }
    }
}
