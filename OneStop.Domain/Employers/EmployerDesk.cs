using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Places;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Employers;

/// <summary>求人事業者の窓口: the employers with whom openings are sought (仕様書 7(2)④).</summary>
[DisplayName("求人事業者")]
public sealed partial class EmployerDesk(DeskContext desk, EmployerCare care)
{
    /// <summary>Announced when an employer, or something of it, has changed.</summary>
    public const string Topic = "employers";

    /// <summary>Returns a page of the list.</summary>
    [DisplayName("求人事業者の一覧を見る")]
    [Allowed(Duty.OutreachOfficer, Casework = true)]
    public async Task<ListPart<EmployerRow>> List(ListQuery<EmployerFilter> query)
    {
        desk.MayDo<EmployerDesk>();
        await using var db = await desk.Read();
        var found = db.Employers.AsNoTracking().Standing().That(query.Filter, desk.Now.JapaneseDate).Sought(query.Words);
        var part = await found.Sorted(query.Sort, query.IsDescending).ToRows(db).ToPart(query.Page, db.Employers.Standing(), found);
        return part with { Rows = await care.Marked(part.Rows) };
    }

    /// <summary>Returns an employer with everything of it; null if there is none.</summary>
    [DisplayName("求人事業者を開く")]
    [Allowed(Duty.OutreachOfficer, Casework = true)]
    public async Task<EmployerView?> Open(Guid employerId)
    {
        desk.MayDo<EmployerDesk>();
        await using var db = await desk.Read();
        if (await db.Employers.AsNoTracking().SingleOrDefaultAsync(e => e.Id == employerId) is not { } employer)
            return null;
        var row = await db.Employers.Where(e => e.Id == employerId).ToRows(db).SingleAsync();
        var area = await db.CommutingAreaOn(desk.Now.JapaneseDate);
        var sites = await db.Worksites.AsNoTracking().Where(s => s.EmployerId == employerId).OrderBy(s => s.Id).ToListAsync();
        var people = await db.EmployerPeople.AsNoTracking().Where(p => p.EmployerId == employerId).OrderBy(p => p.Id).ToListAsync();
        var listedBy = employer.Listing is { } listing ? await db.Users.Where(u => u.Id == listing.StaffId).Select(u => u.Name).SingleOrDefaultAsync() : null;
        return new((await care.Marked([row]))[0], employer.Wish, employer.Course, employer.Listing, listedBy, employer.MergedIntoId,
            [.. sites.Select(s => new WorksiteRow(s.Id, s.Wish, area.Contain(s.MunicipalityCode), s.Removal is not null))],
            [.. people.Select(p => new EmployerPersonRow(p.Id, p.Wish, p.Removal is not null))],
            await MarksOf(db, employerId), await FindingsOf(db, employerId));
    }

    /// <summary>Enters an employer, or corrects one.</summary>
    /// <param name="employerId">Null for a new one.</param>
    /// <exception cref="RuleException">Something is missing, too long, or not valid, or there is one with this 法人番号.</exception>
    /// <exception cref="ConflictException{T}">A colleague has changed it meanwhile.</exception>
    [DisplayName("求人事業者を書く")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task<Guid> Save(Guid? employerId, Edit<EmployerWish> edit)
    {
        desk.MayDo<EmployerDesk>();
        return employerId is not { } id
            ? desk.Create(edit.Key, async db =>
            {
                var employer = Employer.Of(edit.Wish, desk.Actor.StaffId, desk.Now);
                employer.Assign(desk.Actor.StaffId);
                await RefuseTwice(db, employer);
                return db.Employers.Add(employer).Entity.Id;
            })
            : desk.Change(async db =>
            {
                var employer = await db.Employers.SingleAsync(e => e.Id == id);
                RefuseMerged(employer);
                employer.Rewrite(db.Accept(edit, employer, e => e.Wish));
                await RefuseTwice(db, employer);
                return id;
            });
    }

    /// <summary>持ち出し: returns all pages of the list and records the export. It names no client, and says of none that there is one.</summary>
    [DisplayName("求人事業者の一覧を保存する")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public async Task<IReadOnlyList<EmployerRow>> Export(EmployerFilter filter)
    {
        desk.MayDo<EmployerDesk>();
        await using var db = await desk.Read();
        db.RecordExport("EmployerList", "all", null, desk.Now);
        await db.SaveChangesAsync();
        return await db.Employers.AsNoTracking().Standing().That(filter, desk.Now.JapaneseDate).Sorted("name", false).ToRows(db).ToListAsync();
    }

    /// <summary>Refuses to change what was merged: the change would be seen by nobody.</summary>
    /// <exception cref="RuleException">It was merged with another.</exception>
    internal static void RefuseMerged(Employer employer)
    {
        if (employer.MergedIntoId is not null)
            throw new RuleException($"「{employer.Name}」は、別の登録とまとめてあります。まとめた先を開いてください。");
    }

    private static async Task RefuseTwice(OneStopDb db, Employer employer)
    {
        if (employer.CorporateNumber is { } number
            && await db.Employers.Where(e => e.CorporateNumber == number && e.Id != employer.Id).Select(e => e.Name).FirstOrDefaultAsync() is { } other)
            throw new RuleException($"この法人番号は「{other}」で登録してあります。一覧でさがして、そちらを使ってください。", nameof(EmployerWish.CorporateNumber));
    }

    private static async Task<IReadOnlyList<EmployerMarkRow>> MarksOf(OneStopDb db, Guid employerId)
    {
        var marks = from m in db.EmployerMarks.AsNoTracking()
                    where m.EmployerId == employerId && m.Removal == null
                    join s in db.Users on m.StaffId equals s.Id
                    orderby m.SeenOn descending, m.Id
                    select new { Mark = m, By = s.Name };
        return [.. (await marks.ToListAsync()).Select(m => new EmployerMarkRow(m.Mark.Id, m.Mark.Wish, m.By))];
    }

    private static async Task<IReadOnlyList<UnderstandingRow>> FindingsOf(OneStopDb db, Guid employerId)
    {
        var findings = from u in db.Understandings
                       where u.EmployerId == employerId && u.Removal == null
                       join s in db.Users on u.StaffId equals s.Id
                       orderby u.SeenOn descending, u.At descending, u.Id descending
                       select new UnderstandingRow(u.Id, u.Topic, u.Level, u.Words, u.Evidence, u.SeenOn, s.Name, u.At);
        return await findings.ToListAsync();
    }
}
