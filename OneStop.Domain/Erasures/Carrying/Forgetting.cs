using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;

namespace OneStop.Domain.Erasures.Carrying;

/// <summary>
/// The beginning of an erasure: the LINE user id is replaced by one that nobody has, in one save with the events that contain it. Whoever writes from now
/// on is a stranger with a new number, and nothing new reaches the rows that are being deleted.
/// </summary>
internal static class Forgetting
{
    extension(OneStopDb db)
    {
        /// <summary>Forgets the LINE user ids of the person. A second call finds nothing.</summary>
        public async Task ForgetLine(ErasedPerson person, DateTimeOffset now)
        {
            var friends = person.Friends;
            foreach (var friend in await db.Friends.AsNoTracking().Where(f => friends.Contains(f.Id)).ToListAsync())
            {
                var (known, nobody) = (friend.LineUserId, LineUserId.Parse($"U{friend.Id:N}"));
                if (known == nobody)
                    continue;
                await db.IncomingEvents.Where(e => e.Sender == known.Value || e.Body.Contains(known.Value)).ExecuteUpdateAsync(e => e
                    .SetProperty(x => x.Body, IncomingEvent.Wiped).SetProperty(x => x.Sender, (string?)null).SetProperty(x => x.MessageId, (string?)null)
                    .SetProperty(x => x.Failure, (string?)null).SetProperty(x => x.PutAsideAt, (DateTimeOffset?)null)
                    .SetProperty(x => x.ProcessedAt, x => x.ProcessedAt ?? now));
                await db.Friends.Where(f => f.Id == friend.Id).ExecuteUpdateAsync(f => f.SetProperty(x => x.LineUserId, nobody));
            }
        }
    }
}
