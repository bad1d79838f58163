using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Partners;

/// <summary>A form for a note.</summary>
public sealed record PartnerNoteWish(string Text)
{
    /// <summary>An empty form.</summary>
    public static PartnerNoteWish None { get; } = new("");
}

/// <summary>関係機関のメモの窓口: what counselors tell each other about a partner (仕様書 7(2)①(ク): 情報共有).</summary>
[DisplayName("関係機関のメモ")]
public sealed class PartnerNoteDesk(DeskContext desk)
{
    /// <summary>Adds a note.</summary>
    /// <returns>Its id, for undoing.</returns>
    /// <exception cref="RuleException">The text is empty or too long.</exception>
    [DisplayName("関係機関のメモを書く")]
    [Allowed(Casework = true)]
    public Task<Guid> Write(Guid partnerId, Edit<PartnerNoteWish> edit)
    {
        desk.MayDo<PartnerNoteDesk>();
        return desk.Create(edit.Key, db =>
            Task.FromResult(db.PartnerNotes.Add(PartnerNote.Of(partnerId, edit.Wish.Text, desk.Actor.StaffId, desk.Now)).Entity.Id));
    }

    /// <summary>Takes a note back. Everybody can, because an outdated note misleads.</summary>
    [DisplayName("関係機関のメモを消す")]
    [Allowed(Casework = true)]
    public Task Withdraw(Guid noteId)
    {
        desk.MayDo<PartnerNoteDesk>();
        return desk.Change(async db => (await db.PartnerNotes.SingleAsync(n => n.Id == noteId)).Withdraw(desk.Actor.StaffId, desk.Now));
    }

    /// <summary>Shows a note again.</summary>
    [DisplayName("消した関係機関のメモを戻す")]
    [Allowed(Casework = true)]
    public Task Restore(Guid noteId)
    {
        desk.MayDo<PartnerNoteDesk>();
        return desk.Change(async db => (await db.PartnerNotes.SingleAsync(n => n.Id == noteId)).Restore());
    }
}
