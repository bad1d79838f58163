using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.JobOpenings.Checks;
using OneStop.Domain.JobOpenings.Counting;
using OneStop.Domain.JobOpenings.Declaring;
using OneStop.Domain.JobOpenings.Listing;
using OneStop.Domain.JobOpenings.Terms;
using OneStop.Domain.Staff;

namespace OneStop.Domain.JobOpenings;

/// <content>Reading one opening.</content>
public sealed partial class OpeningDesk
{
    /// <summary>Returns an opening with what was found in it, what may be done with it, and its history; null if there is none.</summary>
    [DisplayName("求人を開く")]
    [Allowed(Duty.OutreachOfficer, Casework = true)]
    public async Task<OpeningView?> Open(Guid openingId)
    {
        desk.MayDo<OpeningDesk>();
        await using var db = await desk.Read();
        if (await db.JobOpenings.AsNoTracking().SingleOrDefaultAsync(o => o.Id == openingId) is not { } opening)
            return null;
        var rules = await db.OpeningRules(desk.Now);
        var gated = await db.Gated(opening, rules);
        var names = await db.Users.Select(u => new { u.Id, u.Name }).ToDictionaryAsync(u => u.Id, u => u.Name);
        return new OpeningView
        {
            Row = await db.OpeningTraits.AsNoTracking().Where(t => t.OpeningId == openingId).ToRows(db).SingleAsync(),
            Wish = opening.Wish,
            Digest = opening.Digest,
            Findings = gated.Findings,
            Against = Enum.GetValues<OpeningAct>().ToDictionary(a => a, a => OpeningGate.Against(a, gated, rules)),
            Count = await CountOf(db, opening, rules),
            MonthlyPay = WorkedOutPay.Monthly(opening.Terms),
            HourlyPay = WorkedOutPay.Hourly(opening.Terms),
            End = opening.End,
            Steps = StepsOf(opening, names),
            Revisions = await Revisions(db, openingId, names),
            Inquiries = await Inquiries(db, openingId, names),
            Declarations = await Declarations(db, openingId, names),
            NewDeclaration = DeclarationWish.For(rules.DeclarationForm ?? "", rules.Grounds),
            Source = gated.Source is { } s ? new(s.SourceInJapanese, s.Number, s.ReceivedOn, s.ValidUntil, s.AsOf, s.GoneOn, s.Shown) : null,
            MayCheck = opening.State == OpeningState.Received && opening.MayBeCheckedBy(desk.Actor.StaffId),
        };
    }

    private static async Task<OpeningCountView> CountOf(OneStopDb db, JobOpening opening, OpeningRules rules)
    {
        if (opening.CountDecision is { } decision)
            return new(OpeningCounting.IsCounted(opening), OpeningCounting.CountedOn(opening), opening.Count?.Why ?? "", decision);
        if (opening.Count is { } count && opening.End is not { IsVoid: true })
            return new(count.Counts, count.On, count.Why, null);
        var reasons = OpeningCounting.Reasons(await db.Counted(opening, rules), rules);
        return new(OpeningCounting.IsUnderWay(opening, rules) ? null : reasons.Count == 0, null, string.Concat(reasons), null);
    }

    private static List<OpeningStepRow> StepsOf(JobOpening opening, Dictionary<Guid, string> names)
    {
        List<OpeningStepRow> steps = [new(opening.CreatedAt, "作成", Name(names, opening.CreatedBy), "")];
        if (opening.Receipt is { } receipt)
            steps.Add(new(receipt.At, "受理", Name(names, receipt.StaffId), $"{opening.Number}・受付 {JapanTime.Say(receipt.On)}"));
        if (opening.Check is { } check)
            steps.Add(new(check.At, "確認", Name(names, check.StaffId), ""));
        if (opening.Publication is { } publication)
            steps.Add(new(publication.At, "公開", Name(names, publication.StaffId), ""));
        if (opening.End is { } end)
            steps.Add(new(end.At, "終了", Name(names, end.StaffId), $"{end.Kind.InJapanese}{(end.Refusal is { } why ? $"・{why.InJapanese}" : "")} {end.Words}".Trim()));
        return steps;
    }

    private static async Task<IReadOnlyList<OpeningRevisionRow>> Revisions(OneStopDb db, Guid openingId, Dictionary<Guid, string> names) =>
        [.. (await db.OpeningRevisions.AsNoTracking().Where(r => r.OpeningId == openingId).OrderByDescending(r => r.Number).ToListAsync())
            .Select(r => new OpeningRevisionRow(r.Number, r.At, Name(names, r.StaffId), r.Why, r.Changes, r.Title, r.ValidUntil))];

    private static async Task<IReadOnlyList<OpeningInquiryRow>> Inquiries(OneStopDb db, Guid openingId, Dictionary<Guid, string> names) =>
        [.. (await db.OpeningInquiries.AsNoTracking().Where(i => i.OpeningId == openingId)
            .OrderByDescending(i => i.On).ThenByDescending(i => i.Id).ToListAsync())
            .Select(i => new OpeningInquiryRow(i.Id, i.On, i.Of, i.Answer, i.Words, Name(names, i.StaffId)!))];

    private static async Task<IReadOnlyList<DeclarationRow>> Declarations(OneStopDb db, Guid openingId, Dictionary<Guid, string> names) =>
        [.. (await db.EmployerDeclarations.AsNoTracking().Where(d => d.OpeningId == openingId)
            .OrderByDescending(d => d.At).ThenByDescending(d => d.Id).ToListAsync())
            .Select(d => new DeclarationRow(d.Id, d.Form, d.SignedBy, d.SignedOn, d.Answers, Name(names, d.StaffId)!))];

    private static string? Name(Dictionary<Guid, string> names, Guid? staffId) => staffId is { } id ? names.GetValueOrDefault(id, "（退職した人）") : null;
}
