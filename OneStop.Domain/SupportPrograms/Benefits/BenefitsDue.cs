using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Consultations;
using OneStop.Domain.Data;
using OneStop.Domain.Due;
using OneStop.Domain.SupportPrograms.Following;

namespace OneStop.Domain.SupportPrograms.Benefits;

/// <summary>
/// The two dates of the loan as things to do of the planner, the first of them also some months before, while there is time to find work. They stay due
/// when the program has ended: the loan's years go on.
/// </summary>
internal sealed class BenefitsDue : IDueSource
{
    private const string Early = "benefit-early", BegunBy = "benefit-job", KeptUntil = "benefit-kept";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueItem>> Read(OneStopDb db, DueQuery query)
    {
        if (!db.Actor.SeesSupport || (query.Person is not null && query.Person.ClientId is null))
            return [];
        if (await ProgramDoers.Of(db, query) is not { MayDo: true, Gone: var gone })
            return [];
        var (client, isAll, staff) = (query.Person?.ClientId, query.Staff is null, query.Staff ?? []);
        var programs = db.SupportPrograms.Standing(db).Where(p => (client == null || p.ClientId == client)
            && (isAll || gone.Contains(p.PlannerId) || staff.Contains(p.PlannerId)));
        var entries = (await (from e in db.BenefitEvents.AsNoTracking()
                              where e.Annulment == null
                              join p in programs on e.ProgramId equals p.Id
                              select e).ToListAsync()).ToLookup(e => e.ProgramId);
        if (entries.Count == 0)
            return [];
        var (rules, today) = (await BenefitRules.Read(db, query.Now), ServiceDay.Of(query.Now).Date);
        var ids = entries.Select(e => e.Key).ToList();
        var about = await db.SupportPrograms.Where(p => ids.Contains(p.Id))
            .Select(p => new { p.Id, p.ClientId, p.PlannerId, p.Number, p.Baseline }).ToListAsync();
        var items = from p in about
                    from date in BenefitDates.Of([.. entries[p.Id]], p.Baseline, rules.On)
                    where date.IsOpen
                    let isEarly = date.RemindOn is not null && date.Day > today
                    let until = isEarly ? date.RemindOn : date.Day
                    select new DueItem
                    {
                        Id = date.EventId,
                        Kind = KindOf(date, isEarly),
                        ClientId = p.ClientId,
                        What = WordsOf(date, isEarly),
                        Of = $"{SupportProgram.NumberOf(p.Number)}・{(date.Day is { } last ? $"{last.InYear}まで" : "年数の決まりがありません")}", // years away
                        Until = until is { } day ? RecordDeadline.On(day) : query.Now,
                        StaffId = gone.Contains(p.PlannerId) ? null : p.PlannerId,
                        ByWhom = gone.Contains(p.PlannerId) ? ProgramDoers.Planners : null,
                        IsForSupport = true,
                        Link = $"/programs/{p.Id}?part=follow",
                    };
        return [.. items.Where(i => i.Until < query.Before).OrderBy(i => i.Until).ThenBy(i => i.Id).Take(query.Take)];
    }

    private static string KindOf(BenefitDate date, bool isEarly) => isEarly ? Early : date.Kind == BenefitDateKind.JobBegunBy ? BegunBy : KeptUntil;

    private static string WordsOf(BenefitDate date, bool isEarly) => date switch
    {
        { Day: null } => "貸付の年数の決まりを確かめる",
        { Kind: BenefitDateKind.JobKeptUntil } => "仕事が続いたかを確かめる（貸付の期限）",
        _ when isEarly => "貸付の期限の前に、仕事のことを確かめる",
        _ => "貸付の期限までに就職・転職したかを確かめる",
    };
}
