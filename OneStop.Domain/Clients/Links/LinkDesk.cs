using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients.Links;

/// <summary>A telephone of a client in LINE.</summary>
/// <param name="Until">When another took its place; null for the one that is used.</param>
public sealed record LinkedFriend(Guid ClientId, Guid FriendId, int FriendNumber, Guid? ConversationId, DateTimeOffset? Until) : IShowsPerson
{
    ShownPerson IShowsPerson.Shown => ShownPerson.Of(ConversationId, ClientId);
}

/// <summary>LINEのつながりの窓口: a client's telephones in LINE, one after the other. A new telephone is a new friend.</summary>
[DisplayName("利用者とLINEのつながり")]
public sealed class LinkDesk(DeskContext desk)
{
    /// <summary>Returns the telephones, the one that is used first.</summary>
    [DisplayName("利用者のLINEを見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<LinkedFriend>> Of(Guid clientId)
    {
        desk.MayDo<LinkDesk>();
        await using var db = await desk.Read();
        var used = from c in db.Clients
                   join f in db.Friends on c.FriendId equals (Guid?)f.Id
                   where c.Id == clientId
                   select new { f.Id, f.Number, Until = (DateTimeOffset?)null };
        var former = from l in db.FormerFriends
                     join f in db.Friends on l.FriendId equals f.Id
                     where l.ClientId == clientId
                     orderby l.Until descending
                     select new { f.Id, f.Number, Until = (DateTimeOffset?)l.Until };
        var all = (await used.ToListAsync()).Concat(await former.ToListAsync()).ToList();
        var ids = all.ConvertAll(f => f.Id);
        var talks = await db.Conversations.Where(t => ids.Contains(t.FriendId)).ToDictionaryAsync(t => t.FriendId, t => t.Id);
        return desk.Show<LinkedFriend>([.. all.Select(f =>
            new LinkedFriend(clientId, f.Id, f.Number, talks.TryGetValue(f.Id, out var talk) ? talk : null, f.Until))]);
    }

    /// <summary>
    /// Makes the person of a conversation this client: their first telephone in LINE, or a new one. The one used before becomes a former one.
    /// </summary>
    /// <returns>The friend that was used before, for undoing; null if there was none.</returns>
    /// <exception cref="RuleException">The conversation is another client's.</exception>
    [DisplayName("トークの人を利用者につなぐ")]
    [Allowed(Casework = true)]
    public Task<Guid?> Link(Guid clientId, Guid conversationId)
    {
        desk.MayDo<LinkDesk>();
        return desk.Change(async db =>
        {
            var friend = (await db.Conversations.Include(t => t.Friend).SingleAsync(t => t.Id == conversationId)).Friend;
            var client = await db.Clients.SingleAsync(c => c.Id == clientId);
            if (await db.ClientOf(friend) is { } other && other.Id != clientId)
                throw new RuleException($"このLINEは、利用者 {Client.NumberOf(other.Number)} につながっています。同じ人なら、統合してください。");
            var before = client.FriendId;
            if (before == friend.Id)
                return null;
            db.RemoveRange(await db.FormerFriends.Where(f => f.FriendId == friend.Id).ToListAsync()); // an earlier telephone is used again
            if (before is { } old)
                db.Add(FormerFriend.Of(clientId, old, desk.Actor.StaffId, desk.Now));
            client.UseFriend(friend.Id);
            return before;
        });
    }

    /// <summary>Undoes a link: the telephone used before is used again.</summary>
    /// <param name="conversationId">The conversation that was linked.</param>
    /// <param name="before">What <see cref="Link"/> returned.</param>
    /// <exception cref="RuleException">Another telephone was linked since.</exception>
    [DisplayName("LINEのつながりを元に戻す")]
    [Allowed(Casework = true)]
    public Task LinkBack(Guid clientId, Guid conversationId, Guid? before)
    {
        desk.MayDo<LinkDesk>();
        return desk.Change(async db =>
        {
            var client = await db.Clients.SingleAsync(c => c.Id == clientId);
            if (!await db.Conversations.AnyAsync(t => t.Id == conversationId && t.FriendId == client.FriendId))
                throw new RuleException("そのあとに、ほかのLINEがつながれました。");
            db.RemoveRange(await db.FormerFriends.Where(f => f.ClientId == clientId && f.FriendId == before).ToListAsync());
            client.UseFriend(before);
        });
    }

    /// <summary>Removes a link that was a mistake: the conversation is not this client's. Bookings and records stay with the client.</summary>
    /// <exception cref="RuleException">The friend is not linked to this client.</exception>
    [DisplayName("LINEのつながりを外す")]
    [Allowed(Casework = true)]
    public Task Unlink(Guid clientId, Guid friendId)
    {
        desk.MayDo<LinkDesk>();
        return desk.Change(async db =>
        {
            var client = await db.Clients.SingleAsync(c => c.Id == clientId);
            var former = await db.FormerFriends.Where(f => f.ClientId == clientId && f.FriendId == friendId).ToListAsync();
            if (client.FriendId != friendId && former.Count == 0)
                throw new RuleException("このLINEは、もう外されています。");
            db.RemoveRange(former);
            if (client.FriendId == friendId)
                client.UseFriend(null);
        });
    }

    /// <summary>Undoes the removal of a link.</summary>
    /// <param name="link">The link as it was shown before.</param>
    /// <exception cref="RuleException">Another telephone was linked since, or the conversation became another client's.</exception>
    [DisplayName("外したLINEをつなぎ直す")]
    [Allowed(Casework = true)]
    public Task Relink(LinkedFriend link)
    {
        desk.MayDo<LinkDesk>();
        return desk.Change(async db =>
        {
            var (client, friend) = (await db.Clients.SingleAsync(c => c.Id == link.ClientId), await db.Friends.SingleAsync(f => f.Id == link.FriendId));
            if ((await db.ClientOf(friend) is { } other && other.Id != client.Id) || (link.Until is null && client.FriendId is not null))
                throw new RuleException("そのあとに、ほかのつながりができました。");
            if (link.Until is null)
                client.UseFriend(friend.Id);
            else if (client.FriendId != friend.Id)
                db.Add(FormerFriend.Of(client.Id, friend.Id, desk.Actor.StaffId, link.Until.Value));
        });
    }
}
