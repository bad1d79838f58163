using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Friends;

/// <summary>Queries over friends.</summary>
public static class FriendQueries
{
    extension(OneStopDb db)
    {
        /// <summary>
        /// Returns the friend with this LINE user id, and registers them if unknown. Registering takes a turn, so concurrent registrations wait.
        /// </summary>
        public async Task<Friend> GetOrRegister(LineUserId lineUserId, DateTimeOffset now)
        {
            if (await db.Known(lineUserId) is { } known)
                return known;
            var number = await db.NextNumber<Friend>(nameof(Friend.Number));
            // another transaction may have registered them before this one had its turn
            return await db.Known(lineUserId) ?? db.Friends.Add(Friend.Register(lineUserId, number, now)).Entity;
        }

        /// <summary>Queries the database only if the friend is not loaded yet.</summary>
        private async Task<Friend?> Known(LineUserId lineUserId) =>
            db.Friends.Local.FindEntry(nameof(Friend.LineUserId), lineUserId)?.Entity ?? await db.Friends.SingleOrDefaultAsync(f => f.LineUserId == lineUserId);
    }
}
