using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Data;
using OneStop.Domain.DatedRules;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportMeasures;
using OneStop.Domain.SupportMeasures.Explanations;

namespace OneStop.Portal.Demo;

/// <summary>
/// Measures after two months: the manager has checked all but 自立支援教育訓練給付金, whose rate is still open, and most people who came were told about
/// some or all of the four.
/// </summary>
internal sealed class MeasureChapter(IDbContextFactory<OneStopDb> dbs) : IDemoChapter
{
    /// <inheritdoc/>
    public IReadOnlyList<Type> After => [typeof(BookingChapter)];

    /// <inheritdoc/>
    public async Task Write(DemoBook book)
    {
        await Check(book);
        await using var db = await dbs.CreateDbContextAsync();
        var four = (await db.SupportMeasures.AsNoTracking().TheFour().ToListAsync()).InOrder().ToList();
        foreach (var (at, held) in book.Written<Booking>().Where(b => b.State == BookingState.Held).GroupBy(b => b.ClientId)
            .Select(g => g.MinBy(b => b.Slot.Start)!).OrderBy(b => b.Slot.Start).Index())
            Explain(book, held, four.Take(at % 5), at);
    }

    private static void Explain(DemoBook book, Booking held, IEnumerable<SupportMeasure> measures, int at)
    {
        var telling = Guid.CreateVersion7(held.Slot.End);
        var way = held.Method == ContactMethod.Phone ? ExplanationWay.Phone : held.Method == ContactMethod.Video ? ExplanationWay.Video : ExplanationWay.Chat;
        foreach (var (place, measure) in measures.Index())
        {
            var response = (MeasureResponse)((at + place) % Enum.GetValues<MeasureResponse>().Length);
            book.Add(Explanation.Of(telling, held.ClientId, measure, way, response, null, held.StaffId, held.Slot.End));
            if (response == MeasureResponse.Wants)
                book.Add(Planned(book, held, measure, at));
        }
    }

    private static MeasureApplication Planned(DemoBook book, Booking held, SupportMeasure measure, int at)
    {
        var application = MeasureApplication.Of(held.ClientId, measure.Id, held.Slot.End);
        application.Change(ApplicationWish.None with { State = ApplicationState.Planned, ApplyBy = book.Now.JapaneseDate.AddDays(5 + (at * 3)) },
            held.StaffId, held.Slot.End);
        return application;
    }

    private Task Check(DemoBook book) => dbs.Change(async db =>
    {
        var (manager, at) = (book.With(Duty.Manager)[0], book.Now.AddDays(-35));
        var source = RuleSource.Of("こども未来局と福岡市社会福祉協議会に電話で確かめた", "");
        foreach (var measure in await db.SupportMeasures.Where(m => m.Code != TheFour.Training).ToListAsync())
            measure.Confirm(manager, at);
        var open = await db.DatedRules.Where(r => r.Code.StartsWith("measure.kyouiku")).Select(r => r.Id).ToListAsync();
        foreach (var value in await db.RuleValues.Where(v => !open.Contains(v.RuleId)).ToListAsync())
            db.Add(RuleCheck.Of(value.Id, source, manager, at));
    });
}
