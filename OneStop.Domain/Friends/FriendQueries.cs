using Microsoft.EntityFrameworkCore;

namespace OneStop.Domain.Friends;

/// <summary>How friends are found.</summary>
public static class FriendQueries
{
    extension(DbSet<Friend> friends)
    {
        /// <summary>
        /// The friend with this address, met now if unknown. Two that meet one person at the same moment collide on the unique
        /// index when they save; the one that lost tries again and finds the friend.
        /// </summary>
        public async Task<Friend> FindOrMeet(LineUserId lineUserId, DateTimeOffset now)
        {
            var friend = await friends.SingleOrDefaultAsync(f => f.LineUserId == lineUserId);
            if (friend is null)
            {
                var last = await friends.MaxAsync(f => (int?)f.Number) ?? 0;
                friends.Add(friend = Friend.Meet(lineUserId, last + 1, now));
            }
            return friend;
        }
    }
}
