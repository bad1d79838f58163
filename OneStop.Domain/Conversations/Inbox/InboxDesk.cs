using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Tags;
using OneStop.Domain.Data;
using OneStop.Domain.Shifts.Absences;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations.Inbox;

/// <summary>受信箱の窓口: lists of conversations, and the clients who wait.</summary>
[DisplayName("受信箱")]
public sealed class InboxDesk(DeskContext desk, InboxBoard board, StaffPresence present)
{
    /// <summary>The number of rows that a list loads at a time.</summary>
    public const int PageSize = 50;

    /// <summary>The most waiting clients examined by <see cref="Untaken"/>; those further back have waited for long.</summary>
    public const int MostUntaken = 200;

    /// <summary>The most rows of <see cref="Answers"/>.</summary>
    public const int MostAnswers = 200;

    /// <summary>Returns the first rows of a list, and the count of each list.</summary>
    /// <param name="filter">Filters the rows; the counts of the lists are unfiltered.</param>
    /// <param name="take">The number of rows.</param>
    [DisplayName("一覧を見る")]
    [Allowed(Casework = true)]
    public async Task<InboxView> List(InboxList list, InboxFilter? filter = null, int take = PageSize)
    {
        desk.MayDo<InboxDesk>();
        var (me, narrowed) = (desk.Actor.StaffId, filter ?? InboxFilter.None);
        await using var db = await desk.Read();
        var mine = await db.WithStoodInFor(me, desk.Now);
        var rows = await board.Rows(list, narrowed, take, mine);
        var counts = new Dictionary<InboxList, int>();
        foreach (var each in Enum.GetValues<InboxList>())
            counts[each] = await board.Count(each, InboxFilter.None, mine);
        return new(desk.Show(await WithUnread(db, [.. rows.Take(take)], me)), rows.Count > take, counts, await board.Count(list, narrowed, mine));
    }

    /// <summary>
    /// Returns 要返信 by whose it is, in the order of the list: clients in danger first, then by the deadline. All screens share one reading, unless it is
    /// cut: then mine and nobody's are read by themselves, because they may lie behind it.
    /// </summary>
    [DisplayName("返信を待っている人を見る")]
    [Allowed(Casework = true)]
    public async Task<WaitingAnswers> Answers()
    {
        desk.MayDo<InboxDesk>();
        var me = desk.Actor.StaffId;
        await using var db = await desk.Read();
        var mine = await db.WithStoodInFor(me, desk.Now);
        var rows = await board.Rows(InboxList.NeedsAnswer, InboxFilter.None, MostAnswers, mine);
        var unread = desk.Show(await WithUnread(db, [.. rows.Take(MostAnswers)], me));
        return rows.Count > MostAnswers ? new(unread, await AnswersOf(db, mine, me), await AnswersOf(db, [], me), true)
            : new(unread, [.. unread.Where(r => r.AssigneeId is { } theirs && mine.Contains(theirs))], [.. unread.Where(r => r.AssigneeId is null)], false);
    }

    /// <summary>未読にする: marks a conversation as unread for me.</summary>
    [DisplayName("未読にする")]
    [Allowed(Casework = true)]
    public async Task MarkUnread(Guid conversationId)
    {
        desk.MayDo<InboxDesk>();
        var me = desk.Actor.StaffId;
        await desk.Change(async db =>
        {
            var mark = await db.ReadMarks.SingleOrDefaultAsync(m => m.ConversationId == conversationId && m.StaffId == me);
            if (mark is null)
                db.ReadMarks.Add(mark = ReadMark.Begin(conversationId, me));
            mark.PutBack();
        });
    }

    /// <summary>Undoes <see cref="MarkUnread"/>: restores how far I had read.</summary>
    [DisplayName("未読を元に戻す")]
    [Allowed(Casework = true)]
    public async Task UndoMarkUnread(Guid conversationId)
    {
        desk.MayDo<InboxDesk>();
        var me = desk.Actor.StaffId;
        await desk.Change(async db => (await db.ReadMarks.SingleOrDefaultAsync(m => m.ConversationId == conversationId && m.StaffId == me))?.Read(0));
    }

    /// <summary>完了にする for several conversations. Those whose client waits, or with a danger flag, are left unchanged.</summary>
    /// <returns>Those that were closed, for undoing.</returns>
    [DisplayName("まとめて完了にする")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<Guid>> CloseAll(IReadOnlyList<Guid> conversationIds)
    {
        desk.MayDo<InboxDesk>();
        return await Each(conversationIds, c => c.AnswerDue is null && c.DangerAt is null && c.Closing is null, c => c.Close(desk.Actor.StaffId, desk.Now));
    }

    /// <summary>Takes 完了 back for several conversations.</summary>
    [DisplayName("まとめて完了を取り消す")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<Guid>> ReopenAll(IReadOnlyList<Guid> conversationIds)
    {
        desk.MayDo<InboxDesk>();
        return await Each(conversationIds, c => c.Closing is not null, c => c.Reopen());
    }

    private async Task<IReadOnlyList<InboxRow>> AnswersOf(OneStopDb db, ValueList<Guid> staff, Guid me) =>
        desk.Show(await WithUnread(db, [.. (await board.AnswersOf(staff, MostAnswers)).Take(MostAnswers)], me));

    private Task<IReadOnlyList<Guid>> Each(IReadOnlyList<Guid> conversationIds, Func<Conversation, bool> concerned, Action<Conversation> change) =>
        desk.Change<IReadOnlyList<Guid>>(async db =>
    {
        var conversations = (await db.Conversations.Where(c => conversationIds.Contains(c.Id)).ToListAsync()).Where(concerned).ToList();
        conversations.ForEach(change);
        return conversations.ConvertAll(c => c.Id);
    });

    /// <summary>Returns the number of conversations in 要返信, for the navigation.</summary>
    [DisplayName("要返信の数を見る")]
    [Allowed(Casework = true)]
    public async Task<int> CountWaiting()
    {
        desk.MayDo<InboxDesk>();
        return await board.Count(InboxList.NeedsAnswer, InboxFilter.None, [desk.Actor.StaffId]);
    }

    /// <summary>
    /// Returns the waiting clients for whom this reader's bell rings: in danger, or assigned to nobody, to me, to somebody for whom I stand in, or to
    /// somebody who has no window open; the latest begin first, at most <see cref="MostUntaken"/> examined. Without names and texts, because the bell
    /// needs none.
    /// </summary>
    [DisplayName("引き受け手のいない人を知る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<WaitingRow>> Untaken()
    {
        desk.MayDo<InboxDesk>();
        await using var db = await desk.Read();
        var mine = await db.WithStoodInFor(desk.Actor.StaffId, desk.Now);
        var waiting = await board.Waiting(MostUntaken);
        return [.. waiting.Where(w => w.InDanger || w.AssigneeId is not { } theirs || mine.Contains(theirs) || !present.Has(theirs))];
    }

    /// <summary>Returns the colleagues to whom conversations can be assigned.</summary>
    [DisplayName("担当になれる人を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<Colleague>> Colleagues()
    {
        desk.MayDo<InboxDesk>();
        await using var db = await desk.Read();
        var staff = await db.Users.AsNoTracking().Where(s => s.LeftAt == null).OrderBy(s => s.Name).ToListAsync();
        return [.. staff.Where(s => s.Duties.Any(d => d.SeesPeople)).Select(s => new Colleague(s.Id, s.Name))];
    }

    /// <summary>Adds to each row whether I have not read it.</summary>
    internal static async Task<IReadOnlyList<InboxRow>> WithUnread(OneStopDb db, IReadOnlyList<InboxRow> rows, Guid me)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var marks = await db.ReadMarks.AsNoTracking().Where(m => m.StaffId == me && ids.Contains(m.ConversationId)).ToDictionaryAsync(m => m.ConversationId);
        return [.. rows.Select(r => r with { IsUnread = IsUnread(r, marks.GetValueOrDefault(r.Id)) })];
    }

    private static bool IsUnread(InboxRow row, ReadMark? mark) => mark?.IsPutBack == true || row.HeardOrder > (mark?.UpTo ?? 0);
}

/// <summary>Parts of the inbox's rows that need a separate query.</summary>
internal static class InboxRowParts
{
    extension(OneStopDb db)
    {
        /// <summary>Adds the tags by a separate query: a join would return a row for each tag.</summary>
        public async Task<IReadOnlyList<InboxRow>> WithTags(IReadOnlyList<InboxRow> rows)
        {
            var ids = rows.Select(r => r.Id).ToList();
            var tags = (await db.Taggings.Where(t => ids.Contains(t.ConversationId))
                .Join(db.Tags, t => t.TagId, t => t.Id, (tagging, tag) => new { tagging.ConversationId, tag.Id, tag.Name })
                .OrderBy(t => t.Name).ToListAsync()).ToLookup(t => t.ConversationId, t => new TagRow(t.Id, t.Name));
            return [.. rows.Select(r => r with { Tags = [.. tags[r.Id]] })];
        }
    }
}
