using System.ComponentModel;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations;

/// <summary>受信箱の窓口: which conversations there are and who waits.</summary>
[DisplayName("受信箱")]
public sealed class InboxDesk(Actor actor, InboxBoard board, IDbContextFactory<OneStopDb> dbs, AuditKey key, TimeProvider clock)
{
    /// <summary>How many rows a list loads at a time.</summary>
    public const int PageSize = 50;

    /// <summary>How far back it is looked for whom nobody has taken: whoever waits behind so many has not just begun to.</summary>
    public const int MostUntaken = 200;

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

    /// <summary>Finds conversations by the number in the alias (A-0123, 123). Recorded in the audit trail, once a sitting for the same words.</summary>
    [DisplayName("さがす")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<InboxRow>> Find(string words)
    {
        actor.MayDo<InboxDesk>();
        var me = actor.StaffId;
        var digits = string.Concat(words.Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsAsciiDigit));
        await using var db = await dbs.CreateDbContextAsync();
        await db.RecordSearch(nameof(Conversation), words.Trim(), key, clock.GetUtcNow());
        await db.SaveChangesAsync();
        if (!int.TryParse(digits, CultureInfo.InvariantCulture, out var number))
            return [];

        var rows = await db.Conversations.Where(c => c.Friend.Number == number).ToRows(db).ToListAsync();
        return await WithUnread(db, rows, me);
    }

    /// <summary>Finds the conversation of one number. Recorded in the audit trail like any search.</summary>
    /// <returns>Null if there is none.</returns>
    [DisplayName("番号でさがす")]
    [Allowed(Casework = true)]
    public async Task<Guid?> FindByNumber(int number)
    {
        actor.MayDo<InboxDesk>();
        await using var db = await dbs.CreateDbContextAsync();
        await db.RecordSearch(nameof(Conversation), Friends.Friend.AliasOf(number), key, clock.GetUtcNow());
        await db.SaveChangesAsync();
        return await db.Conversations.Where(c => c.Friend.Number == number).Select(c => (Guid?)c.Id).SingleOrDefaultAsync();
    }

    /// <summary>How many wait for an answer; what the rail shows.</summary>
    [DisplayName("要返信の数を見る")]
    [Allowed(Casework = true)]
    public async Task<int> CountWaiting()
    {
        actor.MayDo<InboxDesk>();
        return await board.Count(InboxList.NeedsAnswer, actor.StaffId);
    }

    /// <summary>Who waits and is nobody's or mine, the last who began first; at most <see cref="MostUntaken"/>. Without names and words: what rings knows no more.</summary>
    [DisplayName("引き受け手のいない人を知る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<WaitingRow>> Untaken()
    {
        actor.MayDo<InboxDesk>();
        var me = actor.StaffId;
        return [.. (await board.Waiting(MostUntaken)).Where(w => w.AssigneeId is null || w.AssigneeId == me)];
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

    private static async Task<IReadOnlyList<InboxRow>> WithUnread(OneStopDb db, IReadOnlyList<InboxRow> rows, Guid me)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var read = await db.ReadMarks.Where(m => m.StaffId == me && ids.Contains(m.ConversationId)).ToDictionaryAsync(m => m.ConversationId, m => m.UpTo);
        return [.. rows.Select(r => r with { IsUnread = r.LastBy is Speaker.Client && r.SpokenOrder > read.GetValueOrDefault(r.Id) })];
    }
}
