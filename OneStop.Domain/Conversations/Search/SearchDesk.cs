using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Conversations.Inbox;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Search;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations.Search;

/// <summary>検索の窓口: finds people by number and name, and messages by their text. Searches are recorded in the audit trail only.</summary>
[DisplayName("検索")]
public sealed class SearchDesk(DeskContext desk, AuditKey key)
{
    /// <summary>The number of messages of a page.</summary>
    public const int PageSize = MessageIndex.PageSize;

    private const int MostPeople = 10;

    /// <summary>
    /// Finds people and a page of messages. Recorded in the audit trail, once per session for the same words; of words that grow while they are
    /// typed, only the last.
    /// </summary>
    [DisplayName("さがす")]
    [Allowed(Casework = true)]
    public async Task<SearchResult> Find(SearchQuery query)
    {
        desk.MayDo<SearchDesk>();
        var me = desk.Actor.StaffId;
        var words = new SearchWords(query.Words);
        if (words.AreNone)
            return SearchResult.Nothing;

        await using var db = await desk.Read();
        await db.RecordTyped(nameof(Conversation), query.Words.Trim(), key, desk.Now);
        await db.SaveChangesAsync();
        var found = words.AreTooShort ? SearchResult.Nothing with { IsTooShort = true } : await db.Find(words, query);
        desk.Show(found.Hits);
        return query.After is null ? found with { People = desk.Show(await People(db, words, me)) } : found;
    }

    /// <summary>Finds the conversation with a friend's number. Recorded in the audit trail like any search.</summary>
    /// <returns>Null if there is none.</returns>
    [DisplayName("番号でさがす")]
    [Allowed(Casework = true)]
    public async Task<Guid?> FindByNumber(int number)
    {
        desk.MayDo<SearchDesk>();
        await using var db = await desk.Read();
        await db.RecordSearch(nameof(Conversation), Friends.Friend.AliasOf(number), key, desk.Now);
        await db.SaveChangesAsync();
        return await db.Conversations.Where(c => c.Friend.Number == number).Select(c => (Guid?)c.Id).SingleOrDefaultAsync();
    }

    /// <summary>
    /// Reads the results on the screen again, without those that no longer contain the words or are deleted. No new results are added, and the search
    /// is not recorded again.
    /// </summary>
    [DisplayName("見つかったものを読み直す")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<SearchHit>> ReadAgain(SearchQuery query, IReadOnlyList<SearchHit> shown)
    {
        desk.MayDo<SearchDesk>();
        var words = new SearchWords(query.Words);
        await using var db = await desk.Read();
        return desk.Show(await db.ReadAgain(words, shown));
    }

    /// <summary>Returns people by number if one was typed, the exact one first; else by name.</summary>
    private static async Task<IReadOnlyList<InboxRow>> People(OneStopDb db, SearchWords words, Guid me)
    {
        var meant = words.Numbers is var (number, from, to) ? db.Conversations.Numbered(number, from, to) : db.Conversations.Called(words.Typed);
        var rows = await meant.Take(MostPeople).ToRows(db).ToListAsync();
        return await InboxDesk.WithUnread(db,
            await db.WithTags([.. rows.OrderBy(r => r.FriendNumber != words.Numbers?.Exactly).ThenBy(r => r.FriendNumber)]), me);
    }
}
