using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Tags;
using OneStop.Domain.Conversations.Tags;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Domain.Stages;
using OneStop.Domain.SupportMeasures.Explanations;

namespace OneStop.Domain.CaseFiles;

/// <summary>利用者の一覧の窓口: the list of clients, on screen and as a file, and tags for several at once.</summary>
[DisplayName("利用者の一覧")]
public sealed class ClientListDesk(DeskContext desk, AuditKey key, IEnumerable<ICaseTrack> tracks)
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
        var clients = db.Clients.That(db, query.Filter, now).At(db, query.Filter.Stage, tracks);
        if (sought.Length > 0)
        {
            await db.RecordSearch(nameof(Client), sought, key, now);
            await db.SaveChangesAsync();
            clients = clients.Sought(db, sought);
        }
        var part = await clients.ToListRows(db, now).Sorted(query.Sort, query.IsDescending).ToPart(query.Page, db.Clients.Standing, clients);
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
        var rows = await db.Clients.That(db, query.Filter, desk.Now).At(db, query.Filter.Stage, tracks).ToListRows(db, desk.Now)
            .Sorted(query.Sort, query.IsDescending).ToListAsync();
        foreach (var row in rows)
            db.RecordExport(Exported, row.Id.ToString(), row.Id, desk.Now);
        await db.SaveChangesAsync();
        return desk.Show(await db.WithTags(rows));
    }

    /// <summary>
    /// Sets a tag on clients: on the conversation, where the inbox shows it, or on the client themselves if they have no LINE. A tag stays where it was set.
    /// </summary>
    /// <returns>The clients who did not have it before, for undoing.</returns>
    [DisplayName("利用者にまとめてタグをつける")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<Guid>> Tag(IReadOnlyList<Guid> clientIds, Guid tagId)
    {
        desk.MayDo<ClientListDesk>();
        return await desk.Change<IReadOnlyList<Guid>>(async db =>
        {
            var fresh = await TalksOf(db, clientIds).Where(t => !db.ClientTaggings.Any(x => x.ClientId == t.Client && x.TagId == tagId)
                && !db.Taggings.Any(x => x.ConversationId == t.Talk && x.TagId == tagId)).ToListAsync();
            db.Taggings.AddRange(fresh.Select(t => t.Talk).OfType<Guid>().Select(talk => Tagging.Of(talk, tagId)));
            db.ClientTaggings.AddRange(fresh.Where(t => t.Talk is null).Select(t => ClientTagging.Of(t.Client, tagId, desk.Now)));
            return fresh.ConvertAll(t => t.Client);
        });
    }

    /// <summary>Removes a tag from clients, wherever it was set.</summary>
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
            var own = await db.ClientTaggings.Where(t => t.TagId == tagId && clientIds.Contains(t.ClientId)).ToListAsync();
            db.Taggings.RemoveRange(taggings);
            db.ClientTaggings.RemoveRange(own);
            return [.. talks.Where(t => taggings.Exists(x => x.ConversationId == t.Talk) || own.Exists(x => x.ClientId == t.Client)).Select(t => t.Client)];
        });
    }

    private static IQueryable<ClientTalk> TalksOf(OneStopDb db, IReadOnlyList<Guid> clientIds) =>
        from c in db.Clients.Standing
        join t in db.Conversations on c.FriendId equals (Guid?)t.FriendId into talks
        from t in talks.DefaultIfEmpty()
        where clientIds.Contains(c.Id)
        select new ClientTalk { Client = c.Id, Talk = (Guid?)t.Id };

    private sealed class ClientTalk
    {
        public Guid Client { get; init; }

        /// <summary>Null without LINE.</summary>
        public Guid? Talk { get; init; }
    }
}
