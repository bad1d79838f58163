using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Conversations.Search;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations;

/// <summary>社内メモの窓口: what colleagues write to each other in a talk. Nothing here can reach a client: no sending is made.</summary>
[DisplayName("社内メモ")]
public sealed class NoteDesk(DeskContext desk)
{
    /// <summary>So long the writer may take a note back.</summary>
    public static readonly TimeSpan RemovableFor = TimeSpan.FromMinutes(10);

    /// <summary>Adds a note.</summary>
    /// <param name="noteId">Made by whoever writes, so that the same note handed in twice is kept once.</param>
    /// <exception cref="RuleException">Nothing to keep, or too long.</exception>
    [DisplayName("社内メモを書く")]
    [Allowed(Casework = true)]
    public async Task Write(Guid conversationId, string text, Guid noteId)
    {
        desk.MayDo<NoteDesk>();
        var me = desk.Actor.StaffId;
        await desk.Change(async db =>
        {
            if (await db.Messages.AnyAsync(m => m.Id == noteId))
                return;
            var conversation = await db.Conversations.SingleAsync(c => c.Id == conversationId);
            db.Messages.Add(conversation.Note(text, me, desk.Now, noteId));
            (await db.Drafts.SingleOrDefaultAsync(d => d.ConversationId == conversationId && d.StaffId == me))?.WriteNote("", desk.Now);
        });
    }

    /// <summary>Takes one's own note back, for ten minutes.</summary>
    /// <returns>Its words.</returns>
    /// <exception cref="RuleException">It is a colleague's, or too old.</exception>
    [DisplayName("社内メモを取り消す")]
    [Allowed(Casework = true)]
    public async Task<string> TakeBack(Guid conversationId, Guid noteId)
    {
        desk.MayDo<NoteDesk>();
        var me = desk.Actor.StaffId;
        return await desk.Change(async db =>
        {
            var note = await db.Messages.SingleAsync(m => m.Id == noteId && m.ConversationId == conversationId && m.Kind == MessageKind.Note);
            if (note.StaffId != me)
                throw new RuleException("取り消せるのは、書いた本人だけです。");
            if (desk.Now - note.At > RemovableFor)
                throw new RuleException("書いてから10分を過ぎたメモは取り消せません。");
            await db.Forget(note, await db.Conversations.Where(c => c.Id == conversationId).Select(c => c.Friend.Number).SingleAsync());
            db.Messages.Remove(note);
            return note.Text!;
        });
    }
}
