using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Conversations.Search;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations;

/// <summary>
/// 社内メモの窓口: notes that colleagues write to each other in a conversation. Nothing of it can reach a client, because no sending is created.
/// </summary>
[DisplayName("社内メモ")]
public sealed class NoteDesk(DeskContext desk)
{
    /// <summary>How long the writer can take a note back.</summary>
    public static readonly TimeSpan RemovableFor = TimeSpan.FromMinutes(10);

    /// <summary>Adds a note.</summary>
    /// <param name="noteId">An id made by the writer's page, so that a note submitted twice is saved once.</param>
    /// <exception cref="RuleException">The note is empty or too long.</exception>
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

    /// <summary>Takes back my own note, within ten minutes.</summary>
    /// <returns>Its text.</returns>
    /// <exception cref="RuleException">A colleague wrote it, or it is too old.</exception>
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
