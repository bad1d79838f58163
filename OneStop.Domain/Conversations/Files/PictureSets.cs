using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Conversations.Reception;
using OneStop.Domain.Data;

namespace OneStop.Domain.Conversations.Files;

/// <summary>Puts pictures that a client sent together into the order in which they chose them, whatever order LINE delivers them in.</summary>
internal static class PictureSets
{
    private const int Most = 60; // more than the fifty that LINE sends at once

    extension(OneStopDb db)
    {
        /// <summary>
        /// Puts a new picture into its place in its set. The contents of the messages are exchanged, not the messages: their order keys are unique,
        /// and staff may have read up to them. The sets are read from the stored raw events.
        /// </summary>
        public async Task Sort(Message added, PictureSet set)
        {
            var lately = await db.Messages.Where(m => m.ConversationId == added.ConversationId && m.By == Speaker.Client && m.LineMessageId != null)
                .OrderByDescending(m => m.Order).Take(Most).Where(m => m.Kind == MessageKind.Picture && m.UnsentAt == null).ToListAsync();
            var ids = lately.Select(m => m.LineMessageId).ToList();
            var places = (await db.IncomingEvents.AsNoTracking().Where(e => ids.Contains(e.MessageId)).Select(e => new { e.MessageId, e.Body }).ToListAsync())
                .Select(e => (e.MessageId, Set: set.Of(e.Body))).Where(e => e.Set?.Id == set.Id).ToLookup(e => e.MessageId, e => e.Set!.Index);
            List<(Message Message, int Index)> pictures =
                [.. lately.Where(m => places.Contains(m.LineMessageId)).OrderBy(m => m.Order).Select(m => (m, places[m.LineMessageId].First())),
                    (added, set.Index)];
            var carried = pictures.OrderBy(p => p.Index).Select(p => p.Message.Carried).ToList();
            for (var i = 0; i < pictures.Count; i++)
                pictures[i].Message.Carried = carried[i];
        }
    }
}
