using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Consultations;

/// <summary>The list of records: by filter, by a search, of one client, and as a file.</summary>
public sealed partial class ConsultationDesk
{
    /// <summary>The name under which the audit trail records a list that was saved as a file.</summary>
    public const string Exported = "ConsultationList";

    /// <summary>The most rows of a file.</summary>
    public const int MostExported = 5000;

    /// <summary>Returns the records of a list, the latest first. A search is recorded, and so is a look at each person on the page.</summary>
    [DisplayName("記録の一覧を見る")]
    [Allowed(Casework = true)]
    public async Task<ListPart<ConsultationRow>> List(ListQuery<ConsultationFilter> query)
    {
        desk.MayDo<ConsultationDesk>();
        await using var db = await desk.Read();
        var records = db.Consultations.Matching(query.Filter, db);
        if (query.Words.Trim() is { Length: > 0 } sought)
        {
            await db.RecordSearch(nameof(Consultation), sought, key, desk.Now);
            await db.SaveChangesAsync();
            records = records.OfSought(db, sought);
        }
        var part = await Sorted(records, query).ToRows(db).ToPart(query.Page, db.Consultations.Standing());
        return part with { Rows = desk.Show(part.Rows) };
    }

    /// <summary>Returns the records of a client, the latest first, without removed ones.</summary>
    [DisplayName("利用者の記録を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<ConsultationRow>> Of(Guid clientId)
    {
        desk.MayDo<ConsultationDesk>();
        await using var db = await desk.Read();
        return desk.Show(await db.Consultations.Standing().Where(c => c.ClientId == clientId).OrderByDescending(c => c.Begin).ToRows(db)
            .Take(ListPart<ConsultationRow>.PageSize).ToListAsync());
    }

    /// <summary>持ち出し: returns the records of all pages of the list, and records an export for each person in it. Words are not exported.</summary>
    [DisplayName("記録の一覧を保存する")]
    [Allowed(Duty.Manager)]
    public async Task<IReadOnlyList<ConsultationRow>> Export(ConsultationFilter filter)
    {
        desk.MayDo<ConsultationDesk>();
        await using var db = await desk.Read();
        var rows = await db.Consultations.Matching(filter, db).OrderByDescending(c => c.Begin).ToRows(db).Take(MostExported).ToListAsync();
        var day = ServiceDay.Of(desk.Now).Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var client in rows.Select(r => r.ClientId).Distinct())
            db.RecordExport(Exported, day, client, desk.Now);
        await db.SaveChangesAsync();
        return desk.Show(rows);
    }

    private static IQueryable<Consultation> Sorted(IQueryable<Consultation> records, ListQuery<ConsultationFilter> query) => (query.Sort, query.IsDescending) switch
    {
        ("begin", false) => records.OrderBy(c => c.Begin).ThenBy(c => c.Id),
        ("minutes", false) => records.OrderBy(c => c.Minutes).ThenBy(c => c.Id),
        ("minutes", true) => records.OrderByDescending(c => c.Minutes).ThenBy(c => c.Id),
        _ => records.OrderByDescending(c => c.Begin).ThenBy(c => c.Id),
    };
}
