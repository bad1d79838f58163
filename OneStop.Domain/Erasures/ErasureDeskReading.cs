using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Approvals;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Erasures;

/// <summary>Reading: the page of a client, and the list of all wishes.</summary>
public sealed partial class ErasureDesk
{
    private const string Gone = "登録のない従事者";

    /// <summary>Opens the page of a client; null if there is no such client.</summary>
    [DisplayName("利用者の消去のページを開く")]
    [Allowed(Duty.Manager)]
    public Task<ClientErasure?> Open(Guid clientId)
    {
        desk.MayDo<ErasureDesk>();
        return desk.Open(async db =>
            await db.Clients.Where(c => c.Id == clientId).ToRows(db).SingleOrDefaultAsync() is { } client ? await Page(db, client) : null,
            _ => OpenedRecord.Client(clientId, nameof(Erasure)));
    }

    /// <summary>Returns all wishes, the open ones first, then the latest.</summary>
    [DisplayName("消去の依頼の一覧を見る")]
    [Allowed(Duty.Manager)]
    public async Task<ListPart<ErasureRow>> List(ListQuery<ErasureFilter> query)
    {
        desk.MayDo<ErasureDesk>();
        await using var db = await desk.Read();
        var rows = await Rows(db, db.Erasures, await NamesOf(db));
        var part = rows.Where(r => query.Filter.IsClosed is not { } closed || closed == (r.ClosedAt != null))
            .OrderBy(r => r.ClosedAt != null).ThenByDescending(r => r.ClosedAt).ThenBy(r => r.AskedOn).ToList().ToPart(query.Page, rows.Count);
        desk.Show(part.Rows);
        return part;
    }

    private async Task<ClientErasure> Page(OneStopDb db, ClientRow client)
    {
        var names = await NamesOf(db);
        var own = db.Erasures.Where(e => e.ClientId == client.Id);
        var rows = await Rows(db, own, names);
        var first = rows.OrderBy(r => r.ClosedAt != null).ThenByDescending(r => r.Taken.At).ThenByDescending(r => r.Number).FirstOrDefault();
        var latest = first is null ? null : await own.AsNoTracking().Include(e => e.Approval).SingleAsync(e => e.Id == first.Id);
        var isOpen = latest is { ClosedAt: null, Order: null };
        var preview = isOpen ? await db.PreviewOf(latest!) : null;
        return new()
        {
            Client = client,
            Latest = latest is null ? null : View(latest, first!, preview, names),
            Preview = preview,
            Obstacles = isOpen ? await db.ObstaclesOf(await db.ErasedPersonOf(client.Id), desk.Now) : [],
            Earlier = [.. rows.Where(r => r != first).OrderByDescending(r => r.Taken.At)],
        };
    }

    private ErasureView View(Erasure erasure, ErasureRow row, ErasurePreview? preview, IReadOnlyDictionary<Guid, string> names)
    {
        var asked = erasure.Approval is { State: ApprovalState.Asked or ApprovalState.Granted } one ? one : null;
        return new()
        {
            Row = row,
            Wish = erasure.Wish,
            ToldAt = erasure.ToldAt,
            AskedApproval = asked is null ? null : Step(asked.AskedBy, asked.AskedAt),
            Approved = erasure.ApprovedBy is { } by ? Step(by.StaffId, by.At) : asked?.Decision is { } decision ? Step(decision.StaffId, decision.At) : null,
            Ordered = erasure.Order is { } order ? Step(order.StaffId, order.At) : null,
            SentBackReason = erasure.State == ErasureState.SentBack ? erasure.Approval!.Return!.Reason : null,
            Answer = erasure.Answer,
            DoneAt = erasure.DoneAt,
            StepsDone = erasure.StepsDone,
            Steps = erasure.Steps,
            Counts = erasure.Counts,
            MayApprove = erasure.State == ErasureState.Asked && asked!.AskedBy != desk.Actor.StaffId,
            HasChanged = asked is not null && preview is not null && asked.Digest != preview.Digest,
        };

        ErasureStep Step(Guid staffId, DateTimeOffset at) => new(names.GetValueOrDefault(staffId, Gone), at);
    }

    private static async Task<List<ErasureRow>> Rows(OneStopDb db, IQueryable<Erasure> which, Dictionary<Guid, string> names)
    {
        var all = await which.AsNoTracking().Include(e => e.Approval).ToListAsync();
        var ids = all.ConvertAll(e => e.ClientId);
        var clients = await db.Clients.Where(c => ids.Contains(c.Id)).Select(c => new
        {
            c.Id,
            c.Number,
            Talk = db.Conversations.Where(t => t.FriendId == c.FriendId).Select(t => (Guid?)t.Id).FirstOrDefault(),
        }).ToDictionaryAsync(c => c.Id);
        return all.ConvertAll(e => new ErasureRow
        {
            Id = e.Id,
            Number = e.Number,
            ClientId = e.ClientId,
            ClientNumber = clients.GetValueOrDefault(e.ClientId)?.Number ?? 0,
            ConversationId = clients.GetValueOrDefault(e.ClientId)?.Talk,
            State = e.State,
            Way = e.Way,
            Identity = e.Identity,
            AskedOn = e.AskedOn,
            Taken = new(names.GetValueOrDefault(e.TakenBy, Gone), e.TakenAt),
            ClosedAt = e.ClosedAt,
        });
    }

    private static Task<Dictionary<Guid, string>> NamesOf(OneStopDb db) => db.Users.Select(u => new { u.Id, u.Name }).ToDictionaryAsync(u => u.Id, u => u.Name);
}
