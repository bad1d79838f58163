using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings;
using OneStop.Domain.Consultations;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms.Contents;
using OneStop.Domain.SupportPrograms.Versions;

namespace OneStop.Domain.SupportPrograms.Following;

/// <content>Opening a program as it is carried out.</content>
public sealed partial class FollowingDesk
{
    private const int MostRecords = 20;

    /// <summary>Opens how a program goes, and records the look; null if there is no such program.</summary>
    [DisplayName("プログラムの実施と見直しを開く")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task<FollowingView?> Open(Guid programId)
    {
        desk.MayDo<FollowingDesk>();
        return desk.Open(db => Read(db, programId), v => new OpenedRecord(ProgramDesk.Opened, programId, ShownPerson.Of(null, v.ClientId)));
    }

    /// <summary>Returns an office for a record of contact, and the consent to tell it the name as it held on a day; null if there is no such office.</summary>
    [DisplayName("関係機関に名前を伝えてよいかを見る")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public async Task<ContactOffice?> Office(Guid clientId, Guid partnerId, DateOnly day)
    {
        desk.MayDo<FollowingDesk>();
        await using var db = await desk.Read();
        var name = await db.Partners.Where(p => p.Id == partnerId).Select(p => p.Name).SingleOrDefaultAsync();
        return name is null ? null : new(partnerId, name, (await ConsentOn(db, clientId, partnerId, day))?.GivenAt);
    }

    private async Task<FollowingView?> Read(OneStopDb db, Guid id)
    {
        if (await db.SupportPrograms.AsNoTracking().Where(p => p.Id == id).Standing(db).SingleOrDefaultAsync() is not { } program)
            return null;
        var (now, plan) = (desk.Now, await db.PlanOf(id));
        var names = await db.Users.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Name);
        var reviews = await db.ProgramReviews.AsNoTracking().Where(r => r.ProgramId == id)
            .OrderByDescending(r => r.On).ThenByDescending(r => r.WrittenAt).ToListAsync();
        var today = ServiceDay.Of(now).Date; // of a talk at 24:30 too
        var begins = new ReviewWish { On = today, StaffId = desk.Actor.StaffId, NextOn = await db.ReviewAfter(today, now) };
        begins = Filled(begins, plan);
        return new()
        {
            ProgramId = id,
            ClientId = program.ClientId,
            IsEstablished = program.Establishment is not null,
            IsRunning = program.State == ProgramState.Running,
            HasEnded = program.End is not null,
            Items = await ItemsOf(db, id, plan, names),
            Goals = await GoalsOf(db, id, plan, reviews, names),
            Reviews = reviews.ConvertAll(r => new ReviewRow(r.Id, r.On, Filled(r.Wish, plan), [.. r.Editions.Reverse().Select(e => new ReviewEditionRow(
                e.Content, names.GetValueOrDefault(e.Content.StaffId, ""), e.At, names.GetValueOrDefault(e.By, "")))], r.Removal,
                r.Removal is { } removal ? names.GetValueOrDefault(removal.StaffId) : null)),
            Meetings = await MeetingsOf(db, program, begins, now),
            Begins = begins,
            Contacts = await ContactsOf(db, id, names),
            Checks = [.. (await db.AftercareChecks.AsNoTracking().Where(c => c.ProgramId == id && c.Withdrawal == null).OrderByDescending(c => c.On)
                .ThenByDescending(c => c.EnteredAt).ToListAsync())
                .Select(c => new AftercareRow(c.Id, c.On, c.Result, c.Words, c.NextOn, c.EnteredAt, names.GetValueOrDefault(c.StaffId, "")))],
            Records = [.. (await db.Consultations.AsNoTracking().Confirmed().Where(c => c.ClientId == program.ClientId).OrderByDescending(c => c.Begin)
                .Take(MostRecords).Select(c => new { c.Id, c.Begin, c.Method }).ToListAsync())
                .Select(c => new QuotableRecord(c.Id, $"{ServiceDay.Say(c.Begin)} {c.Method.InJapanese}"))],
            NextReviewOn = program.NextReviewOn,
            UsualNext = begins.NextOn!.Value,
            AftercareOn = program.AftercareOn,
            UsualLook = await db.LookAfter(today, now),
            MayWrite = desk.Actor.Duties.Any(d => d is Duty.Planner or Duty.Manager),
            IsManager = IsManager,
        };
    }

    /// <summary>The form shows every part in force, also those of which nothing was said.</summary>
    private static ReviewWish Filled(ReviewWish wish, FollowedPlan plan) => wish with
    {
        Items = [.. wish.Items, .. plan.Items.Where(i => plan.InForce.Contains(i.Id) && !wish.Items.Any(n => n.ItemId == i.Id))
            .Select(i => new ItemNote(i.Id, i.What, ""))],
        Goals = [.. wish.Goals, .. plan.Goals.Where(g => plan.InForce.Contains(g.Id) && !wish.Goals.Any(n => n.GoalId == g.Id))
            .Select(g => new GoalNote(g.Id, g.Words, null, ""))],
    };

    private static async Task<IReadOnlyList<FollowedItem>> ItemsOf(OneStopDb db, Guid id, FollowedPlan plan, Dictionary<Guid, string> names)
    {
        var standings = await db.ItemStandings.AsNoTracking().Where(s => s.ProgramId == id).ToDictionaryAsync(s => s.ItemId);
        return [.. plan.Items.Select(item => standings.TryGetValue(item.Id, out var s)
            ? new FollowedItem(item, plan.InForce.Contains(item.Id), s.Wish, s.ChangedAt, s.ChangedBy is { } by ? names.GetValueOrDefault(by) : null)
            : new FollowedItem(item, plan.InForce.Contains(item.Id), StandingWish.Planned, null, null))];
    }

    private static async Task<IReadOnlyList<FollowedGoal>> GoalsOf(OneStopDb db, Guid id, FollowedPlan plan, List<ProgramReview> reviews,
        Dictionary<Guid, string> names)
    {
        var recorded = await db.GoalProgresses.AsNoTracking().Where(p => p.ProgramId == id && p.Withdrawal == null).ToListAsync();
        var steps = recorded.Select(p => (p.GoalId, Step: new GoalStep(p.Id, null, p.Percent, p.Evidence, p.At.JapaneseDate, p.At,
                names.GetValueOrDefault(p.By, ""), p.RecordId)))
            .Concat(from r in reviews
                    where r.Removal is null
                    let newest = r.Editions[^1]
                    from note in newest.Content.Goals
                    where note.Percent is not null
                    select (note.GoalId, Step: new GoalStep(null, r.Id, note.Percent!.Value, note.Evidence, r.On, newest.At,
                        names.GetValueOrDefault(newest.By, ""), newest.Content.RecordId)))
            .ToLookup(s => s.GoalId, s => s.Step);
        return [.. plan.Goals.Select(g => new FollowedGoal(g, plan.InForce.Contains(g.Id),
            [.. steps[g.Id].OrderByDescending(s => s.On).ThenByDescending(s => s.At)]))];
    }

    private static async Task<IReadOnlyList<MeetingToReview>> MeetingsOf(OneStopDb db, SupportProgram program, ReviewWish begins, DateTimeOffset now)
    {
        var held = await db.MeetingsToReview(now).Where(b => b.ClientId == program.ClientId).OrderBy(b => b.Slot.Start).AsNoTracking().ToListAsync();
        var since = program.State == ProgramState.Running ? program.Establishment!.On : DateOnly.MaxValue;
        return [.. from b in held
                   where b.Day.ServiceDay >= since
                   select new MeetingToReview(b.Id, b.Slot.Start, begins with
                   {
                       On = b.Day.ServiceDay, // a talk at 24:30 belongs to the day that opened
                       Method = ConsultationMethods.Of(b.Method),
                       StaffId = b.StaffId,
                       BookingId = b.Id,
                   })];
    }

    private static async Task<IReadOnlyList<ContactRow>> ContactsOf(OneStopDb db, Guid id, Dictionary<Guid, string> names) =>
        [.. (await (from c in db.ProgramContacts.AsNoTracking().Where(c => c.ProgramId == id && c.Withdrawal == null)
                    join a in db.Consents on c.ConsentId equals a.Id into consents
                    from a in consents.DefaultIfEmpty()
                    orderby c.On descending, c.EnteredAt descending
                    select new { Contact = c, Given = (DateTimeOffset?)a.GivenAt }).ToListAsync())
            .Select(r => new ContactRow(r.Contact.Id, r.Contact.PartnerId, r.Contact.PartnerName, r.Contact.On, r.Contact.Who, r.Contact.Way, r.Contact.Words,
                r.Contact.ConsentId is null ? null : r.Given is { } at ? $"{JapanTime.Say(at.JapaneseDate)}の同意" : "同意の記録は残っていません", r.Contact.EnteredAt, names.GetValueOrDefault(r.Contact.StaffId, "")))];
}
