using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations;

/// <summary>受信箱の窓口: which conversations there are and who waits.</summary>
[DisplayName("受信箱")]
public sealed class InboxDesk(Actor actor, InboxBoard board, IDbContextFactory<OneStopDb> dbs)
{
    /// <summary>How many rows a list loads at a time.</summary>
    public const int PageSize = 50;

    /// <summary>The first rows of a list, and how many each list holds.</summary>
    /// <param name="take">How many rows.</param>
    [DisplayName("一覧を見る")]
    [Allowed(Casework = true)]
    public async Task<InboxView> List(InboxList list, int take = PageSize)
    {
        actor.MayDo<InboxDesk>();
        var me = actor.StaffId;
        var rows = await board.Rows(list, take, me);
        var counts = new Dictionary<InboxList, int>();
        foreach (var each in Enum.GetValues<InboxList>())
            counts[each] = await board.Count(each, me);
        await using var db = await dbs.CreateDbContextAsync();
        return new(await WithUnread(db, [.. rows.Take(take)], me), rows.Count > take, counts);
    }

    /// <summary>How many wait for an answer; what the rail shows.</summary>
    [DisplayName("要返信の数を見る")]
    [Allowed(Casework = true)]
    public async Task<int> CountWaiting()
    {
        actor.MayDo<InboxDesk>();
        return await board.Count(InboxList.NeedsAnswer, actor.StaffId);
    }

    /// <summary>The colleagues who can look after conversations.</summary>
    [DisplayName("担当になれる人を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<Colleague>> Colleagues()
    {
        actor.MayDo<InboxDesk>();
        await using var db = await dbs.CreateDbContextAsync();
        var staff = await db.Users.AsNoTracking().Where(s => s.LeftAt == null).OrderBy(s => s.Name).ToListAsync();
        return [.. staff.Where(s => s.Duties.Any(d => d.SeesPeople)).Select(s => new Colleague(s.Id, s.Name))];
    }

    /// <summary>Adds which rows I have not read.</summary>
    internal static async Task<IReadOnlyList<InboxRow>> WithUnread(OneStopDb db, IReadOnlyList<InboxRow> rows, Guid me)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var read = await db.ReadMarks.Where(m => m.StaffId == me && ids.Contains(m.ConversationId)).ToDictionaryAsync(m => m.ConversationId, m => m.UpTo);
        return [.. rows.Select(r => r with { IsUnread = r.LastBy is Speaker.Client && r.SpokenOrder > read.GetValueOrDefault(r.Id) })];
    }
}
