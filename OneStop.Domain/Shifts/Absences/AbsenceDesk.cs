using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Shifts.Absences;

/// <summary>不在と代わりの窓口: who is away and who stands in. Everybody enters their own absence, managers also those of others.</summary>
[DisplayName("不在と代わり")]
public sealed class AbsenceDesk(DeskContext desk)
{
    /// <summary>Announced when an absence has changed.</summary>
    public const string Topic = "absences";

    /// <summary>Returns who is away now.</summary>
    [DisplayName("いまの不在を見る")]
    [Allowed(Casework = true)]
    public async Task<AwayToday> Today()
    {
        desk.MayDo<AbsenceDesk>();
        await using var db = await desk.Read();
        return await db.AwayAt(desk.Now);
    }

    /// <summary>Returns the absences that are in force or coming.</summary>
    [DisplayName("不在の一覧を見る")]
    [Allowed(Casework = true)]
    public async Task<AbsenceList> List()
    {
        desk.MayDo<AbsenceDesk>();
        await using var db = await desk.Read();
        var today = ServiceDay.Of(desk.Now).Date;
        var absences = await db.Absences.AsNoTracking().Where(a => a.Until == null || a.Until >= today).OrderBy(a => a.From).ThenBy(a => a.Id).ToListAsync();
        var everybody = await db.Users.AsNoTracking().OrderBy(s => s.Name).ToListAsync();
        var names = everybody.ToDictionary(s => s.Id, s => s.Name);
        var here = Here(everybody);
        return new(today,
            [.. absences.Select(a => new AbsenceRow(a.Id, names[a.StaffId], a.Wish,
                [.. a.Substitutes.Select(s => new SubstituteRow(names[s], Hindrance(s, a)))], names[a.EnteredBy], a.Covers(today), MayChange(a.StaffId)))],
            here);

        string? Hindrance(Guid substitute, Absence absence) => !here.ContainsKey(substitute) ? "担当できません"
            : absences.Exists(o => o.StaffId == substitute && (absence.Covers(today) ? o.Covers(today) : o.Meets(absence))) ? "不在"
            : null;
    }

    /// <summary>Enters or changes an absence.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="RuleException">It is somebody else's and the actor is no manager; it is over; it overlaps with another one of the person; or a
    /// substitute cannot see people or is away at the same time.</exception>
    /// <exception cref="ConflictException{T}">Somebody else has changed it meanwhile.</exception>
    [DisplayName("不在を入れる")]
    [Allowed(Casework = true)]
    public Task<Guid> Save(Guid? id, Edit<AbsenceWish> edit)
    {
        desk.MayDo<AbsenceDesk>();
        return id is null ? desk.Create(edit.Key, async db => (await Put(db, null, edit)).Id) : desk.Change(async db => (await Put(db, id, edit)).Id);
    }

    /// <summary>取り消す: removes an absence that has not begun, or that was a mistake.</summary>
    /// <exception cref="RuleException">It is somebody else's and the actor is no manager, or it is gone.</exception>
    [DisplayName("不在を取り消す")]
    [Allowed(Casework = true)]
    public Task Remove(Guid id)
    {
        desk.MayDo<AbsenceDesk>();
        return desk.Change(async db => db.Absences.Remove(await Mine(db, id)));
    }

    /// <summary>今日から戻る: ends an absence with yesterday's service day, or removes one that began today or has not begun.</summary>
    /// <returns>The change, for undoing; null if it was removed.</returns>
    /// <exception cref="RuleException">It is somebody else's and the actor is no manager, or it is gone.</exception>
    [DisplayName("不在を終わりにする")]
    [Allowed(Casework = true)]
    public Task<Edit<AbsenceWish>?> End(Guid id)
    {
        desk.MayDo<AbsenceDesk>();
        return desk.Change<Edit<AbsenceWish>?>(async db =>
        {
            var absence = await Mine(db, id);
            var (was, yesterday) = (absence.Wish, ServiceDay.Of(desk.Now).Date.AddDays(-1));
            if (was.From > yesterday)
            {
                db.Absences.Remove(absence);
                return null;
            }
            absence.Change(was with { Until = was.Until < yesterday ? was.Until : yesterday });
            return new Edit<AbsenceWish>(was, absence.Wish);
        });
    }

    private async Task<Absence> Mine(OneStopDb db, Guid id)
    {
        var absence = await db.Absences.SingleOrDefaultAsync(a => a.Id == id) ?? throw new RuleException("この不在は、もう取り消されています。");
        RefuseUnlessMayChange(absence.StaffId);
        return absence;
    }

    private async Task<Absence> Put(OneStopDb db, Guid? id, Edit<AbsenceWish> edit)
    {
        await db.TakeTurn(); // two absences that overlap are two rows: nothing may come between this check and the save
        var wish = edit.Wish;
        RefuseUnlessMayChange(wish.Required.StaffId);
        var absence = id is null ? db.Absences.Add(Absence.Of(wish, desk.Actor.StaffId, desk.Now)).Entity
            : await db.Absences.SingleOrDefaultAsync(a => a.Id == id) ?? throw new RuleException("この不在は、もう取り消されています。");
        if (id is not null)
            absence.Change(db.Accept(edit, absence, a => a.Wish));
        var yesterday = ServiceDay.Of(desk.Now).Date.AddDays(-1); // who comes back a day early ends it yesterday
        if (absence.Until < yesterday)
            throw new RuleException("もう終わっている不在は入れられません。", nameof(AbsenceWish.Until));
        await Check(db, absence);
        return absence;
    }

    private static async Task Check(OneStopDb db, Absence absence)
    {
        var here = Here(await db.Users.AsNoTracking().ToListAsync());
        if (!here.TryGetValue(absence.StaffId, out var person))
            throw new RuleException("この人は、利用者を担当していません。", nameof(AbsenceWish.StaffId));
        var later = await db.Absences.AsNoTracking().Where(a => a.Id != absence.Id && (a.Until == null || a.Until >= absence.From)).ToListAsync();
        var others = later.FindAll(absence.Meets);
        if (others.Find(o => o.StaffId == absence.StaffId) is { } same)
            throw new RuleException($"{person}さんの不在（{JapanTime.Say(same.From)}から）と重なります。", nameof(AbsenceWish.From));
        foreach (var substitute in absence.Substitutes)
        {
            if (!here.TryGetValue(substitute, out var name))
                throw new RuleException("利用者を担当できない人は、代わりになれません。", nameof(AbsenceWish.Substitutes));
            if (others.Exists(o => o.StaffId == substitute))
                throw new RuleException($"{name}さんも、そのあいだに不在の日があります。ほかの人を選んでください。", nameof(AbsenceWish.Substitutes));
        }
    }

    private bool MayChange(Guid staffId) => staffId == desk.Actor.StaffId || desk.Actor.Duties.Contains(Duty.Manager);

    private void RefuseUnlessMayChange(Guid staffId)
    {
        if (!MayChange(staffId))
            throw new RuleException("ほかの人の不在を入れられるのは、業務責任者だけです。", nameof(AbsenceWish.StaffId));
    }

    /// <summary>Those who work here and see people, by name.</summary>
    private static Dictionary<Guid, string> Here(IEnumerable<StaffMember> everybody) =>
        everybody.Where(s => s.LeftAt is null && s.Duties.Any(d => d.SeesPeople)).ToDictionary(s => s.Id, s => s.Name);
}
