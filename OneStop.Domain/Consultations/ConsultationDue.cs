using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Due;

namespace OneStop.Domain.Consultations;

/// <summary>
/// What is due of records: those missing for booked talks that were held, drafts, next steps with a date, and comments to acknowledge.
/// </summary>
internal sealed class ConsultationDue : IDueSource
{
    private const string Missing = "record", Unfinished = "record-draft", Step = "next-step", Comment = "record-comment";

    public async Task<IReadOnlyList<DueItem>> Read(OneStopDb db, DueQuery query)
    {
        if (!db.Actor.SeesSupport)
            return []; // who may not write records has nothing to do here
        List<DueItem> items = [.. await MissingRecords(db, query), .. await Drafts(db, query), .. await NextSteps(db, query), .. await Comments(db, query)];
        return [.. items.Where(i => i.Until < query.Before).OrderBy(i => i.Until).ThenBy(i => i.Id).Take(query.Take)];
    }

    private static async Task<IEnumerable<DueItem>> MissingRecords(OneStopDb db, DueQuery query)
    {
        var (client, isAll, staff) = (query.Person?.ClientId, query.Staff is null, query.Staff ?? []);
        if (query.BesidesToday || (query.Person is not null && client is null))
            return [];
        var held = db.BookedAndHeld().Where(b => !db.Consultations.Any(c => c.BookingId == b.Id && c.Removal == null) // a draft is due itself
            && db.Clients.Any(c => c.Id == b.ClientId && c.ErasedAt == null)
            && (client == null || b.ClientId == client) && (isAll || staff.Contains(b.StaffId)));
        return (await held.OrderBy(b => b.Slot.Start).Take(query.Take).Select(b => new { b.Id, b.ClientId, b.Slot.Start, b.StaffId }).ToListAsync())
            .Select(b => new DueItem
            {
                Id = b.Id,
                Kind = Missing,
                ClientId = b.ClientId,
                What = "相談の記録を書く",
                Of = ServiceDay.Say(b.Start),
                Until = RecordDeadline.For(b.Start),
                StaffId = b.StaffId,
                Link = $"/clients/{b.ClientId}/consultations/new?booking={b.Id}",
            });
    }

    /// <summary>Drafts. 今日 shows the one of a booked talk itself, unless the booking has become one that needs no record.</summary>
    private static async Task<IEnumerable<DueItem>> Drafts(OneStopDb db, DueQuery query)
    {
        var drafts = Of(db, query).Where(c => c.Confirmation == null && db.ConsultationVersions.Any(v => v.ConsultationId == c.Id));
        if (query.BesidesToday)
            drafts = drafts.Where(c => !db.BookedAndHeld().Any(b => b.Id == c.BookingId));
        return (await drafts.OrderBy(c => c.Begin).Take(query.Take).ToRows(db).ToListAsync())
            .Select(r => Item(r, Unfinished, "下書きの記録を確定する", ServiceDay.Say(r.Begin), RecordDeadline.For(r.Begin)));
    }

    private static async Task<IEnumerable<DueItem>> NextSteps(OneStopDb db, DueQuery query)
    {
        var dated = db.NewestOf(Of(db, query).Where(c => c.Confirmation != null && c.NextStepDone == null)).Where(v => v.NextStepOn != null)
            .OrderBy(v => v.NextStepOn).Take(query.Take).Select(v => v.ConsultationId);
        return (await db.Consultations.Where(c => dated.Contains(c.Id)).ToRows(db).ToListAsync())
            .Select(r => Item(r, Step, "次の一手を行う", r.Words!.NextStep, RecordDeadline.On(r.Words.NextStepOn!.Value)));
    }

    private static async Task<IEnumerable<DueItem>> Comments(OneStopDb db, DueQuery query) =>
        (await Of(db, query).Where(c => db.ConsultationComments.Any(k => k.ConsultationId == c.Id && k.Acknowledgement == null && k.TakenBackAt == null))
            .OrderBy(c => c.Begin).Take(query.Take).ToRows(db).ToListAsync())
            .Select(r => Item(r, Comment, "助言を確認する", ServiceDay.Say(r.Begin), RecordDeadline.For(r.ConfirmedAt!.Value)));

    private static IQueryable<Consultation> Of(OneStopDb db, DueQuery query)
    {
        var (isOfOne, client, isAll, staff) = (query.Person is not null, query.Person?.ClientId, query.Staff is null, query.Staff ?? []);
        return db.Consultations.Standing().Where(c => (!isOfOne || c.ClientId == client) && (isAll || staff.Contains(c.StaffId)));
    }

    private static DueItem Item(ConsultationRow row, string kind, string what, string of, DateTimeOffset until) => new()
    {
        Id = row.Id,
        Kind = kind,
        ClientId = row.ClientId,
        ConversationId = row.ConversationId,
        What = what,
        Of = of,
        Until = until,
        StaffId = row.StaffId,
        Link = $"/consultations/{row.Id}",
    };
}
