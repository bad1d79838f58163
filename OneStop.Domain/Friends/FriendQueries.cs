using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Friends;

/// <summary>How friends are found.</summary>
public static class FriendQueries
{
    extension(OneStopDb db)
    {
        /// <summary>
        /// The friend with this address, met now if unknown. Who meets somebody does so in turn: others who meet people at the same moment wait.
        /// </summary>
        public async Task<Friend> GetOrRegister(LineUserId lineUserId, DateTimeOffset now)
        {
            if (await db.Known(lineUserId) is { } known)
                return known;
            var number = await db.NextNumber<Friend>(nameof(Friend.Number));
            // somebody else may have met them before it was our turn
            return await db.Known(lineUserId) ?? db.Friends.Add(Friend.Register(lineUserId, number, now)).Entity;
        }

        /// <summary>Asks the database only for who was not loaded together with others.</summary>
        private async Task<Friend?> Known(LineUserId lineUserId) =>
            db.Friends.Local.FindEntry(nameof(Friend.LineUserId), lineUserId)?.Entity ?? await db.Friends.SingleOrDefaultAsync(f => f.LineUserId == lineUserId);
    }
}
