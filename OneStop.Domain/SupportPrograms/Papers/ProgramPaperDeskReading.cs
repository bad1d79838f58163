using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Partners.Signpostings;
using OneStop.Domain.Staff;

namespace OneStop.Domain.SupportPrograms.Papers;

/// <content>The view of the papers, and what leaves for the City.</content>
public sealed partial class ProgramPaperDesk
{
    /// <summary>
    /// 匿名のプログラム: returns what the report of a month says of the versions that were established in it; empty until the month is open
    /// (<see cref="CityMonth.OpensOn"/>). The only way by which programs leave for the City; recorded as an export.
    /// </summary>
    /// <param name="month">Any day of the month.</param>
    [DisplayName("匿名のプログラムを月ごとに見る")]
    [Allowed(Duty.City, Duty.Manager)]
    public Task<IReadOnlyList<AnonymousProgram>> ForCity(DateOnly month)
    {
        desk.MayDo<ProgramPaperDesk>();
        var first = CityMonth.FirstOf(month);
        return desk.Change(async db =>
        {
            db.SeeEverybody("kinds, bands and rounded amounts of programs, without any word or id of a person");
            var today = desk.Now.JapaneseDate;
            if (first >= CityMonth.FirstOf(today) || today < CityMonth.OpensOn(first)) // the former also for an address with the last month that there is
                return [];
            await db.TakeTurn(); // of two who read it first, one freezes it
            var frozen = await db.CityMonths.SingleOrDefaultAsync(m => m.Month == first) ?? db.Add(await Freeze(db, first)).Entity;
            Safeguards.AuditRecords.RecordExport(db, nameof(AnonymousProgram), $"{first:yyyy-MM}", null, desk.Now);
            return (IReadOnlyList<AnonymousProgram>)frozen.Programs;
        });
    }

    /// <summary>Freezes the versions of a month, with those of frozen months that were recorded after these had been read.</summary>
    private async Task<CityMonth> Freeze(OneStopDb db, DateOnly first)
    {
        var next = first.AddMonths(1);
        var earlier = await db.CityMonths.AsNoTracking().ToListAsync();
        var (months, told) = (earlier.Select(m => m.Month).ToHashSet(), earlier.SelectMany(m => m.VersionIds).ToHashSet());
        var versions = (await db.ProgramVersions.Where(v => v.Way == VersionWay.Whole && v.EstablishedOn < next && v.CircumstancesId != null)
                .Select(v => new { v.Id, v.EstablishedOn }).ToListAsync())
            .Where(v => !told.Contains(v.Id) && (v.EstablishedOn >= first || months.Contains(CityMonth.FirstOf(v.EstablishedOn!.Value))))
            .Select(v => v.Id).ToList();
        var rows = await (from v in db.ProgramVersions.Where(v => versions.Contains(v.Id))
                          join a in db.Circumstances on v.CircumstancesId equals a.Id
                          join p in db.SupportPrograms on v.ProgramId equals p.Id
                          join c in db.Clients on p.ClientId equals c.Id
                          select new { Version = v, Circumstances = a, p.ClientId, c.BirthDate }).ToListAsync();
        var ids = rows.Select(r => r.Version.ProgramId).ToList();
        var states = await db.ItemStandings.Where(s => ids.Contains(s.ProgramId)).ToDictionaryAsync(s => s.ItemId, s => s.State);
        var programs = AnonymousProgram.Numbered(rows.Select(r => (r.ClientId, AnonymousProgram.Of(null, r.Version.EstablishedOn!.Value, r.Version.Number,
            r.BirthDate, Contents.ProgramContent.Of(r.Version, r.Circumstances), states))));
        return CityMonth.Of(first, AnonymousProgram.Hidden(programs), rows.Select(r => r.Version.Id), desk.Now);
    }

    private async Task<PapersView> View(OneStopDb db, PaperSource source)
    {
        var (program, version) = (source.Program, source.Version);
        var today = desk.Now.JapaneseDate;
        var consents = (await db.Consents.InForce(program.ClientId, SharingConsent.To, today).ToListAsync()).ToLookup(c => c.ObjectId);
        var offices = (await db.Partners.AsNoTracking().Where(p => p.Closing == null).OrderBy(p => p.Reading).ToListAsync()).Where(p => p.DecidesOnBenefits)
            .Select(p => new OfficeChoice(p.Id, p.Name, consents[p.Id].Select(c => (DateTimeOffset?)c.GivenAt).Max()));
        return new()
        {
            ClientId = program.ClientId,
            VersionId = version.Id,
            Head = source.Head,
            Person = (await db.PaperForPerson(source))!,
            Signing = source.Head.IsDraft ? null : await db.PaperToSign(source),
            Office = (await db.PaperForOffice(source, "", OfficeWords.None, desk.Now))!,
            Anonymous = (await AnonymousOf(db, source))!,
            Offices = [.. offices.OrderBy(o => o.ConsentAt is null)],
            HandOvers = await HandOversOf(db, program.Id),
            MayWrite = desk.Actor.Duties.Any(d => d is Duty.Planner or Duty.Manager),
        };
    }

    /// <summary>One alone: what a report would say if nobody else of the month had the same.</summary>
    private static async Task<AnonymousProgram?> AnonymousOf(OneStopDb db, PaperSource source)
    {
        var birthDate = await db.Clients.Where(c => c.Id == source.Program.ClientId).Select(c => c.BirthDate).SingleAsync();
        var states = await db.ItemStandings.Where(s => s.ProgramId == source.Program.Id).ToDictionaryAsync(s => s.ItemId, s => s.State);
        return AnonymousProgram.Hidden([AnonymousProgram.Of(null, source.Head.On, source.Version.Number, birthDate, source.Content, states)])[0];
    }

    private static async Task<IReadOnlyList<HandOverRow>> HandOversOf(OneStopDb db, Guid programId)
    {
        var papers = await db.ProgramHandOvers.AsNoTracking().Where(h => h.ProgramId == programId).OrderByDescending(h => h.MadeAt).ToListAsync();
        var names = await db.Users.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Name);
        var rests = papers.Select(p => p.ConsentId).Distinct().ToList();
        var given = await db.Consents.Where(c => rests.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.GivenAt);
        return [.. papers.Select(h => new HandOverRow(h.Id, h.Edition, h.PartnerName, h.Format, h.Digest, h.Words, h.MadeAt, names[h.MadeBy],
            given.TryGetValue(h.ConsentId, out var at) ? at : null, h.Handing, h.Handing is { } handing ? names[handing.StaffId] : null,
            [.. h.Notes.Select(n => new HandOverNoteRow(n.At, names.GetValueOrDefault(n.StaffId, "従事者"), n.Words, n.IsVoid))]))];
    }
}
