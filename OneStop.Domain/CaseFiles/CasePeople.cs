using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.CaseFiles;

/// <summary>Finds the person of a case file.</summary>
internal static class CasePeople
{
    extension(CasePerson person)
    {
        /// <summary>The topics that an open case file watches: the client's own, and those of the talks.</summary>
        public IReadOnlyList<string> Topics =>
            [.. person.ClientId is { } id ? [CasePerson.TopicOf(id)] : (string[])[], .. person.Conversations.Select(ConversationTopics.Of)];
    }

    extension(OneStopDb db)
    {
        /// <summary>Returns the person of a client; null if there is no such client.</summary>
        public async Task<CasePerson?> PersonOf(Guid clientId)
        {
            var client = await db.Clients.Where(c => c.Id == clientId).Select(c => new { c.FriendId }).SingleOrDefaultAsync();
            if (client is null)
                return null;
            var former = await db.FormerFriends.Where(f => f.ClientId == clientId).Select(f => f.FriendId).ToListAsync();
            Guid[] friends = client.FriendId is { } friend ? [friend, .. former] : [.. former];
            return new(clientId, friends, await db.Conversations.Where(c => friends.Contains(c.FriendId)).Select(c => c.Id).ToListAsync());
        }

        /// <summary>Returns the person of a conversation, who may be no client yet; null if there is no such conversation.</summary>
        public async Task<CasePerson?> PersonOfTalk(Guid conversationId)
        {
            var friend = await db.Conversations.Where(c => c.Id == conversationId).Select(c => (Guid?)c.FriendId).SingleOrDefaultAsync();
            return friend is null ? null
                : await db.Clients.OfFriend(db, friend.Value).Select(c => (Guid?)c.Id).SingleOrDefaultAsync() is { } client ? await db.PersonOf(client)
                : new(null, [friend.Value], [conversationId]);
        }
    }
}
