using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Employers;

/// <summary>Who is in charge, how far the talks are, and whether the employer agreed to be listed.</summary>
public sealed partial class EmployerDesk
{
    /// <summary>Moves the talks with an employer, and plans what is next. The reversed edit undoes it, as long as nobody has moved it since.</summary>
    /// <exception cref="RuleException">See <see cref="EmployerCourse.Checked"/>.</exception>
    /// <exception cref="ConflictException{T}">A colleague has moved it meanwhile.</exception>
    [DisplayName("求人事業者の段階を進める")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task Move(Guid employerId, Edit<EmployerCourse> edit)
    {
        desk.MayDo<EmployerDesk>();
        return desk.Change(async db =>
        {
            var employer = await db.Employers.SingleAsync(e => e.Id == employerId);
            RefuseMerged(employer);
            employer.Move(db.Accept(edit, employer, e => e.Course), desk.Now);
        });
    }

    /// <summary>Takes a move back: the course of before counts again, as it was, also if its day is past meanwhile.</summary>
    /// <exception cref="ConflictException{T}">A colleague has moved it meanwhile.</exception>
    [DisplayName("求人事業者の段階を戻す")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task MoveBack(Guid employerId, Edit<EmployerCourse> back)
    {
        desk.MayDo<EmployerDesk>();
        return desk.Change(async db =>
        {
            var employer = await db.Employers.SingleAsync(e => e.Id == employerId);
            employer.PutBack(db.Accept(back, employer, e => e.Course));
        });
    }

    /// <summary>Puts somebody in charge who seeks openings.</summary>
    /// <param name="staffId">Null for nobody.</param>
    /// <returns>Who was in charge before, for undoing.</returns>
    /// <exception cref="RuleException">They have left, or do not seek openings.</exception>
    [DisplayName("求人事業者の担当を決める")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task<Guid?> Assign(Guid employerId, Guid? staffId)
    {
        desk.MayDo<EmployerDesk>();
        return desk.Change(async db =>
        {
            if (staffId is { } id && await db.Users.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id) is var chosen && !MaySeek(chosen))
                throw new RuleException("担当にできるのは、開拓担当・職業紹介担当・業務責任者だけです。選び直してください。");
            var employer = await db.Employers.SingleAsync(e => e.Id == employerId);
            RefuseMerged(employer);
            var before = employer.InChargeId;
            employer.Assign(staffId);
            return before;
        });
    }

    /// <summary>Returns who can be in charge, by name.</summary>
    [DisplayName("求人事業者の担当になれる人を見る")]
    [Allowed(Duty.OutreachOfficer, Casework = true)]
    public async Task<IReadOnlyList<(Guid Id, string Name)>> InCharge()
    {
        desk.MayDo<EmployerDesk>();
        await using var db = await desk.Read();
        return [.. (await db.Users.AsNoTracking().OrderBy(s => s.Name).ToListAsync()).Where(MaySeek).Select(s => (s.Id, s.Name))];
    }

    /// <summary>掲載への同意: records that the employer agreed to be named.</summary>
    /// <returns>The consent before, for undoing; null if there was none.</returns>
    /// <exception cref="RuleException">Something is missing or too long, or the day is to come.</exception>
    [DisplayName("掲載への同意を書く")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task<ListingConsent?> Agree(Guid employerId, ListingWish wish)
    {
        desk.MayDo<EmployerDesk>();
        return Listed(employerId, ListingConsent.Of(wish, desk.Actor.StaffId, desk.Now));
    }

    /// <summary>Takes the consent to be listed back, or puts an earlier one in its place.</summary>
    /// <returns>The consent before, for undoing.</returns>
    [DisplayName("掲載への同意を取り消す")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task<ListingConsent?> TakeConsentBack(Guid employerId, ListingConsent? before = null)
    {
        desk.MayDo<EmployerDesk>();
        return Listed(employerId, before);
    }

    private Task<ListingConsent?> Listed(Guid employerId, ListingConsent? consent) => desk.Change(async db =>
    {
        var employer = await db.Employers.SingleAsync(e => e.Id == employerId);
        RefuseMerged(employer);
        var before = employer.Listing;
        employer.Agree(consent);
        return before;
    });

    private static bool MaySeek(StaffMember? member) =>
        member is { LeftAt: null } && member.Duties.Any(d => d is Duty.OutreachOfficer or Duty.PlacementOfficer or Duty.Manager);
}
