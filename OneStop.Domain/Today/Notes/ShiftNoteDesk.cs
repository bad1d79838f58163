using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings;
using OneStop.Domain.Data;
using OneStop.Domain.Shifts.Absences;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Today.Notes;

/// <summary>申し送りの窓口: what colleagues tell the next shift. A note about a client belongs to their case file.</summary>
[DisplayName("申し送り")]
public sealed class ShiftNoteDesk(DeskContext desk)
{
    /// <summary>Announced when a note was written, read or taken back.</summary>
    public const string Topic = "shift-notes";

    /// <summary>The most notes of a list.</summary>
    public const int Most = 100;

    private const int MostSwept = 500;

    /// <summary>
    /// Returns the notes of today: what waits for the actor, and what they wrote themselves; managers get all others too. If there are more than a list
    /// has room for, these are the newest.
    /// </summary>
    [DisplayName("今日の申し送りを見る")]
    [Allowed(Casework = true)]
    public async Task<ShiftNotes> Now()
    {
        desk.MayDo<ShiftNoteDesk>();
        await using var db = await desk.Read();
        var (me, all, today) = (desk.Actor.StaffId, IsManager, ServiceDay.Of(desk.Now).Date);
        var mine = await db.WithStoodInFor(me, desk.Now);
        var live = db.ShiftNotes.Where(n => n.LastDay >= today);
        var forMe = await Rows(db, live.OpenTo(mine, false).Where(n => n.By != me), mine, today);
        var others = await Rows(db, live.OpenTo(mine, all).Where(n => all || n.By == me), mine, today);
        return new([.. forMe.Where(r => r.Waits).Reverse()], [.. others.Where(r => !r.Waits).Reverse()]);
    }

    /// <summary>Returns the notes of the last days that concern the actor, the newest first; managers get everybody's.</summary>
    [DisplayName("最近の申し送りを見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<ShiftNoteRow>> Latest()
    {
        desk.MayDo<ShiftNoteDesk>();
        await using var db = await desk.Read();
        var since = desk.Now.AddDays(-ShiftNote.ListedForDays);
        var mine = await db.WithStoodInFor(desk.Actor.StaffId, desk.Now);
        return await Rows(db, db.ShiftNotes.Where(n => n.At >= since).OpenTo(mine, IsManager), mine, ServiceDay.Of(desk.Now).Date);
    }

    /// <summary>Returns for whom and about whom a note can be.</summary>
    /// <param name="aboutOne">Whether the client is known already: then nobody is to be chosen, and nobody is shown.</param>
    [DisplayName("申し送りの相手を見る")]
    [Allowed(Casework = true)]
    public async Task<NoteChoices> Choices(bool aboutOne = false)
    {
        desk.MayDo<ShiftNoteDesk>();
        await using var db = await desk.Read();
        var (me, now, today) = (desk.Actor.StaffId, desk.Now, ServiceDay.Of(desk.Now).Date);
        var staff = await db.Users.AsNoTracking().WorkingHere().Where(s => s.Id != me).OrderBy(s => s.Name).ToListAsync();
        var booked = aboutOne ? [] : await db.Bookings.OnDays(today, today.AddDays(1)).Where(b => b.State == BookingState.Confirmed).ToRows(db).ToListAsync();
        return new(staff.Where(s => s.Duties.Any(d => d.SeesPeople)).ToDictionary(s => s.Id, s => s.Name),
            desk.Show([.. booked.Where(b => b.End > now).DistinctBy(b => b.ClientId)
                .Select(b => new NoteSubject(b.ClientId, b.ConversationId, $"{(ServiceDay.Of(b.Start).Date == today ? "" : "あす ")}{ServiceDay.SayTime(b.Start)} {b.Alias}"))]));
    }

    /// <summary>Writes a note.</summary>
    /// <returns>Its id, for undoing.</returns>
    /// <exception cref="RuleException">The text is missing or too long, it is for the writer alone, or for somebody who cannot see people.</exception>
    [DisplayName("申し送りを書く")]
    [Allowed(Casework = true)]
    public Task<Guid> Write(Edit<ShiftNoteWish> edit)
    {
        desk.MayDo<ShiftNoteDesk>();
        return desk.Create(edit.Key, async db =>
        {
            var wish = edit.Wish;
            if (wish.ForStaffId is { } one && await db.Users.AsNoTracking().WorkingHere().SingleOrDefaultAsync(s => s.Id == one) is var reader
                && reader?.Duties.Any(d => d.SeesPeople) != true)
                throw new RuleException("この人は、申し送りを受け取れません。", nameof(ShiftNoteWish.ForStaffId));
            if (wish.ClientId is { } client && !await db.Clients.AnyAsync(c => c.Id == client && c.ErasedAt == null && c.MergedIntoId == null))
                throw new RuleException("この利用者は、もう登録されていません。", nameof(ShiftNoteWish.ClientId));
            return db.ShiftNotes.Add(ShiftNote.Of(wish, desk.Actor.StaffId, await db.LastDayOf(wish, desk.Now), desk.Now)).Entity.Id;
        });
    }

    /// <summary>読みました, and undoing it.</summary>
    [DisplayName("申し送りを読みましたにする・戻す")]
    [Allowed(Casework = true)]
    public Task Read(Guid noteId, bool isRead)
    {
        desk.MayDo<ShiftNoteDesk>();
        return desk.Change(async db =>
        {
            var note = await db.ShiftNotes.SingleAsync(n => n.Id == noteId);
            if (isRead)
                note.Read(desk.Actor.StaffId, desk.Now);
            else
                note.Unread(desk.Actor.StaffId);
        });
    }

    /// <summary>取り消す, by the writer, and undoing it.</summary>
    /// <exception cref="RuleException">Somebody else wrote it.</exception>
    [DisplayName("申し送りを取り消す・戻す")]
    [Allowed(Casework = true)]
    public Task TakeBack(Guid noteId, bool isTakenBack = true)
    {
        desk.MayDo<ShiftNoteDesk>();
        return desk.Change(async db =>
        {
            var note = await db.ShiftNotes.SingleAsync(n => n.Id == noteId);
            if (isTakenBack)
                note.TakeBack(desk.Actor.StaffId, desk.Now);
            else
                note.BringBack(desk.Actor.StaffId);
        });
    }

    /// <summary>
    /// Deletes notes about no client that are in no list any more, also those that were taken back: they belong to no case file, and nothing else would
    /// ever delete what they say.
    /// </summary>
    [DisplayName("古い申し送りを消す")]
    [Allowed(Clock = true)]
    public Task Sweep()
    {
        desk.MayDo<ShiftNoteDesk>();
        var (now, today) = (desk.Now, ServiceDay.Of(desk.Now).Date);
        return desk.Change(async db => db.ShiftNotes.RemoveRange(await db.ShiftNotes.Forgotten(now, today).Take(MostSwept).ToListAsync()));
    }

    private bool IsManager => desk.Actor.Duties.Contains(Duty.Manager);

    private async Task<IReadOnlyList<ShiftNoteRow>> Rows(OneStopDb db, IQueryable<ShiftNote> notes, IReadOnlyList<Guid> mine, DateOnly today)
    {
        var rows = await db.RowsOf(notes.OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(Most), mine, today);
        desk.Show([.. rows.Where(r => r.ClientId is not null)]);
        return rows;
    }
}
