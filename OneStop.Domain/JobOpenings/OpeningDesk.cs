using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.JobOpenings.Checks;
using OneStop.Domain.JobOpenings.Listing;
using OneStop.Domain.Staff;

namespace OneStop.Domain.JobOpenings;

/// <summary>
/// 求人の窓口 (仕様書 7(2)③④): writing, accepting, checking and publishing openings. Who works with people, and outreach, read; placement and outreach officers and
/// managers write.
/// </summary>
[DisplayName("求人")]
public sealed partial class OpeningDesk(DeskContext desk)
{
    /// <summary>Announced when openings have changed.</summary>
    public const string Topic = "openings";

    /// <summary>The part before an opening's id of the topic that is announced when it has changed.</summary>
    public const string OneTopic = "opening";

    /// <summary>Returns a page of the list.</summary>
    [DisplayName("求人の一覧を見る")]
    [Allowed(Duty.OutreachOfficer, Casework = true)]
    public async Task<ListPart<OpeningRow>> List(ListQuery<OpeningFilter> query)
    {
        desk.MayDo<OpeningDesk>();
        await using var db = await desk.Read();
        var found = db.OpeningTraits.AsNoTracking().That(query.Filter, db, desk.Now.JapaneseDate).Sought(query.Words);
        return await found.Sorted(query.Sort, query.IsDescending).ToRows(db).ToPart(query.Page, db.OpeningTraits, found);
    }

    /// <summary>Writes an opening, or rewrites it. Once it is accepted, the change is kept and has to be checked again.</summary>
    /// <param name="openingId">Null for a new one.</param>
    /// <param name="why">Why it changes; obligatory once it is accepted.</param>
    /// <exception cref="RuleException">Something is missing, too long, or not possible; it has ended, or is not ours to change.</exception>
    /// <exception cref="ConflictException{T}">A colleague has changed it meanwhile.</exception>
    [DisplayName("求人を書く")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task<Guid> Save(Guid? openingId, Edit<OpeningWish> edit, string why = "")
    {
        desk.MayDo<OpeningDesk>();
        return openingId is not { } id
            ? desk.Create(edit.Key, async db =>
            {
                await db.RefuseUnknown(edit.Wish.EmployerId, edit.Wish.WorksiteId);
                return db.JobOpenings.Add(JobOpening.Of(edit.Wish, desk.Actor.StaffId, desk.Now)).Entity.Id;
            })
            : desk.Change(async db =>
            {
                await db.RefuseUnknown(edit.Wish.EmployerId, edit.Wish.WorksiteId);
                var opening = await db.JobOpenings.SingleAsync(o => o.Id == id);
                if (opening.Rewrite(db.Accept(edit, opening, o => o.Wish), why, desk.Actor.StaffId, desk.Now) is { } revision)
                    db.OpeningRevisions.Add(revision);
                return id;
            });
    }

    /// <summary>複製: begins another opening with the words of this one.</summary>
    /// <param name="key">The key of the act, so that pressing twice makes one copy.</param>
    /// <exception cref="RuleException">Its employer is not in our list.</exception>
    [DisplayName("求人を複製する")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task<Guid> Copy(Guid openingId, Guid? key = null)
    {
        desk.MayDo<OpeningDesk>();
        return desk.Create(key, async db =>
        {
            var opening = await db.JobOpenings.AsNoTracking().SingleAsync(o => o.Id == openingId);
            return db.JobOpenings.Add(opening.Copy(desk.Actor.StaffId, desk.Now)).Entity.Id;
        });
    }

    private Task Change(Guid openingId, Action<JobOpening, DateTimeOffset> change) => Change(openingId, (_, opening, _, now) =>
    {
        change(opening, now);
        return Task.CompletedTask;
    });

    private Task Change(Guid openingId, Func<OneStopDb, JobOpening, OpeningRules, DateTimeOffset, Task> change) => desk.Change(async db =>
    {
        var now = desk.Now;
        var opening = await db.JobOpenings.SingleAsync(o => o.Id == openingId);
        await change(db, opening, await db.OpeningRules(now), now);
    });

    private static async Task<IReadOnlyList<string>> Against(OneStopDb db, OpeningAct act, JobOpening opening, OpeningRules rules) =>
        OpeningGate.Against(act, await db.Gated(opening, rules), rules);

    private static DateOnly? NextAsking(DateOnly on, OpeningRules rules) =>
        rules.Whole(OpeningRuleCodes.AskAgainDays) is { } days ? on.AddDays(days) : null;
}
