using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Hours;

/// <summary>実施時間の窓口: service hours by method, and closures (仕様書 7(2)①(エ)). Bookings outside new hours stay valid.</summary>
[DisplayName("実施時間")]
public sealed class HoursDesk(DeskContext desk, IBookedTimes booked)
{
    /// <summary>Announced when hours or closures have changed.</summary>
    public const string Topic = "hours";

    /// <summary>Returns the hours in force, coming changes, closures, and the bookings outside of them.</summary>
    [DisplayName("実施時間を見る")]
    [Allowed(Casework = true)]
    public async Task<HoursView> View()
    {
        desk.MayDo<HoursDesk>();
        var today = ServiceDay.Of(desk.Now).Date;
        await using var db = await desk.Read();
        var names = await db.Users.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Name);
        var settings = await db.HoursSettings.AsNoTracking().OrderByDescending(s => s.EffectiveFrom).ThenBy(s => s.Method).ToListAsync();
        var closures = await db.Closures.AsNoTracking().Where(c => c.Until >= today).OrderBy(c => c.From).ToListAsync();
        var inForce = Enum.GetValues<ContactMethod>().ToDictionary(m => m, m => settings.Where(s => s.Method == m).InForceOn(today));
        return new(today,
            inForce.ToDictionary(p => p.Key, p => p.Value is { } set ? new ServiceHours(set.Opens, set.Closes) : ServiceHours.Standard),
            [.. settings.Select(s => new HoursRow(s.Id, s.Method, s.EffectiveFrom, new(s.Opens, s.Closes), s.Reason, names[s.SetBy], s.HasBegun(today),
                inForce[s.Method] == s))],
            [.. closures.Select(c => new ClosureRow(c.Id, c.From, c.Until, c.Method, c.Reason, names[c.SetBy], c.IsToCome(today)))],
            await Outside(db, today, null));
    }

    /// <summary>Returns whether consultations are held now; contains no personal data.</summary>
    [DisplayName("いまの実施時間を見る")]
    [Allowed(AnyStaff = true)]
    public async Task<HoursNow> Now()
    {
        desk.MayDo<HoursDesk>();
        await using var db = await desk.Read();
        var now = desk.Now;
        return (await db.Calendar(ServiceDay.Of(now).Date)).At(now);
    }

    /// <summary>決める: sets the hours of a method from a service day on.</summary>
    /// <param name="key">The key of the form: a form that is saved twice creates one setting.</param>
    /// <exception cref="RuleException">The hours are out of bounds, a required reason is missing, or a setting begins on that day
    /// already.</exception>
    [DisplayName("実施時間を変える")]
    [Allowed(Duty.Manager)]
    public async Task<HoursChange> Set(HoursWish wish, Guid? key = null)
    {
        desk.MayDo<HoursDesk>();
        var setting = HoursSetting.From(wish, desk.Actor.StaffId, desk.Now);
        var id = await desk.Create(key, async db =>
        {
            if (await db.HoursSettings.AnyAsync(s => s.Method == setting.Method && s.EffectiveFrom == setting.EffectiveFrom))
                throw new RuleException($"{JapanTime.Say(setting.EffectiveFrom)}からの{setting.Method.InJapanese}の時間は、すでに決めてあります。取り消してから決め直してください。",
                    nameof(wish.From));
            return db.HoursSettings.Add(setting).Entity.Id;
        });
        return new(id, await Outside(setting.EffectiveFrom, setting.Method));
    }

    /// <summary>取り消す: deletes a setting that has not begun. Setting it again undoes that.</summary>
    /// <exception cref="RuleException">The setting has begun.</exception>
    [DisplayName("実施時間の変更を取り消す")]
    [Allowed(Duty.Manager)]
    public async Task<HoursChange> TakeBack(Guid settingId)
    {
        desk.MayDo<HoursDesk>();
        var (from, method) = await desk.Change(async db =>
        {
            var setting = await db.HoursSettings.SingleAsync(s => s.Id == settingId);
            if (setting.HasBegun(ServiceDay.Of(desk.Now).Date))
                throw new RuleException("すでに始まった時間は取り消せません。新しい時間を、あすからの日付で決めてください。");
            db.HoursSettings.Remove(setting);
            return (setting.EffectiveFrom, setting.Method);
        });
        return new(settingId, await Outside(from, method));
    }

    /// <summary>休業を加える.</summary>
    /// <param name="key">The key of the form: a form that is saved twice creates one closure.</param>
    /// <exception cref="RuleException">The days or the reason are missing or not valid.</exception>
    [DisplayName("休業を加える")]
    [Allowed(Duty.Manager)]
    public async Task<HoursChange> Close(ClosureWish wish, Guid? key = null)
    {
        desk.MayDo<HoursDesk>();
        var closure = Closure.Of(wish, desk.Actor.StaffId, desk.Now);
        var id = await desk.Create(key, db => Task.FromResult(db.Closures.Add(closure).Entity.Id));
        return new(id, [.. (await Outside(closure.From, closure.Method)).Where(b => b.Slot.Day.Date <= closure.Until)]);
    }

    /// <summary>休業をやめる: opens again from today on; past days of the closure stay recorded.</summary>
    /// <returns>The parameter for <see cref="CloseAgain"/>.</returns>
    /// <exception cref="RuleException">The closure is over.</exception>
    [DisplayName("休業をやめる")]
    [Allowed(Duty.Manager)]
    public async Task<LiftedClosure> Lift(Guid closureId)
    {
        desk.MayDo<HoursDesk>();
        var lifted = await desk.Change(async db =>
        {
            var today = ServiceDay.Of(desk.Now).Date;
            var closure = await db.Closures.SingleAsync(c => c.Id == closureId);
            if (closure.Until < today)
                throw new RuleException("この休業は、もう終わっています。");
            var before = new LiftedClosure(closure.Id, closure.From, closure.Until, closure.Method, closure.Reason, closure.IsToCome(today));
            if (before.WasRemoved)
                db.Closures.Remove(closure);
            else
                closure.LastUntil(today.AddDays(-1));
            return before;
        });
        return lifted;
    }

    /// <summary>Undoes <see cref="Lift"/>.</summary>
    /// <exception cref="RuleException">The days of the closure are over.</exception>
    [DisplayName("やめた休業を元に戻す")]
    [Allowed(Duty.Manager)]
    public async Task CloseAgain(LiftedClosure lifted)
    {
        desk.MayDo<HoursDesk>();
        await desk.Change(async db =>
        {
            if (lifted.WasRemoved)
                db.Closures.Add(Closure.Of(new(lifted.From, lifted.Until, lifted.Method, lifted.Reason), desk.Actor.StaffId, desk.Now));
            else
                (await db.Closures.SingleAsync(c => c.Id == lifted.Id)).LastUntil(lifted.Until);
        });
    }

    /// <returns>Coming bookings that lie outside the hours now.</returns>
    private async Task<IReadOnlyList<IBookedTime>> Outside(DateOnly from, ContactMethod? method)
    {
        await using var db = await desk.Read();
        return await Outside(db, from, method);
    }

    private async Task<IReadOnlyList<IBookedTime>> Outside(OneStopDb db, DateOnly from, ContactMethod? method)
    {
        var calendar = await db.Calendar(from);
        var rows = await booked.Ahead(db, from, DateOnly.MaxValue, desk.Now);
        return desk.Show([.. rows.Where(r => (method == null || r.Method == method) && !calendar.Covers(r.Slot, r.Method))]);
    }
}
