using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings;
using OneStop.Domain.Data;
using OneStop.Domain.Due;
using OneStop.Domain.Indicators;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.SupportMeasures.Explanations;

/// <summary>支援策の説明 in the timeline of a client.</summary>
internal sealed class ExplanationTimeline : ITimelineSource
{
    private static readonly TimelineKind Kind = new("explanation", "支援策の説明");

    /// <inheritdoc/>
    public IReadOnlyList<TimelineKind> Kinds => [Kind];

    /// <inheritdoc/>
    public IReadOnlyList<Type> Tables => [typeof(Explanation)];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query)
    {
        if (query.Person.ClientId is not { } client || !query.Wants(Kind))
            return [];
        var names = await db.SupportMeasures.ToDictionaryAsync(m => m.Id, m => m.Wording.Name);
        return await query.Newest(db.StandingExplanations().AsNoTracking().Where(e => e.ClientId == client), e => e.At, e => new()
        {
            Id = e.Id,
            Kind = Kind.Code,
            At = e.At,
            By = TimelineAuthor.Staff,
            StaffId = e.StaffId,
            Title = $"{names[e.MeasureId]}を説明（{e.Way.InJapanese}）",
            Text = e.Response == MeasureResponse.NotAsked ? null : e.Response.InJapanese,
        });
    }
}

/// <summary>支援策の申請 in the timeline of a client, as it stands.</summary>
internal sealed class ApplicationTimeline : ITimelineSource
{
    private static readonly TimelineKind Kind = new("measure-application", "支援策の申請");

    /// <inheritdoc/>
    public IReadOnlyList<TimelineKind> Kinds => [Kind];

    /// <inheritdoc/>
    public IReadOnlyList<Type> Tables => [typeof(MeasureApplication)];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query)
    {
        if (query.Person.ClientId is not { } client || !query.Wants(Kind))
            return [];
        var names = await db.SupportMeasures.ToDictionaryAsync(m => m.Id, m => m.Wording.Name);
        var rows = db.MeasureApplications.AsNoTracking().Where(a => a.ClientId == client && a.State != ApplicationState.None);
        return await query.Newest(rows, a => a.ChangedAt, a => new()
        {
            Id = a.Id,
            Kind = Kind.Code,
            At = a.ChangedAt,
            By = TimelineAuthor.Staff,
            StaffId = a.ChangedBy,
            Title = $"{names[a.MeasureId]}: {a.State.InJapanese}",
            Text = a.Note.Length > 0 ? a.Note : null,
        });
    }
}

/// <summary>講座・貸付の前に聞くこと in the timeline of a client, as it stands.</summary>
internal sealed class ChecklistTimeline : ITimelineSource
{
    private static readonly TimelineKind Kind = new("measure-checklist", "講座・貸付の前の質問");

    /// <inheritdoc/>
    public IReadOnlyList<TimelineKind> Kinds => [Kind];

    /// <inheritdoc/>
    public IReadOnlyList<Type> Tables => [typeof(MeasureChecklist)];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query)
    {
        if (query.Person.ClientId is not { } client || !query.Wants(Kind))
            return [];
        return await query.Newest(db.MeasureChecklists.AsNoTracking().Where(c => c.ClientId == client), c => c.ChangedAt, c => new()
        {
            Id = c.Id,
            Kind = Kind.Code,
            At = c.ChangedAt,
            By = TimelineAuthor.Staff,
            StaffId = c.ChangedBy,
            Title = $"講座・貸付の前の質問（{c.Wish.Answered}問に回答）",
        });
    }
}

/// <summary>What is due about measures: the four not all explained a week after the first talk that was held, and the last days to apply.</summary>
internal sealed class ExplanationsDue : IDueSource
{
    private const int DaysToExplain = 7;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueItem>> Read(OneStopDb db, DueQuery query)
    {
        var one = query.Person?.ClientId;
        if (query.Person is not null && one is null)
            return [];
        var items = (await Untold(db, query, one)).Concat(await Deadlines(db, query, one));
        return [.. items.OrderBy(i => i.Until).ThenBy(i => i.Id).Take(query.Take)];
    }

    private static async Task<IEnumerable<DueItem>> Untold(OneStopDb db, DueQuery query, Guid? one)
    {
        var before = query.Before.AddDays(-DaysToExplain);
        var (told, clients, whole) = (db.OfTheFour(), db.Clients.Where(c => c.ErasedAt == null), TheFour.Codes.Count);
        if (one is { } client)
            (told, clients) = (told.Where(e => e.ClientId == client), clients.Where(c => c.Id == client));
        var knowAll = told.GroupBy(e => e.ClientId).Where(g => g.Select(e => e.MeasureId).Distinct().Count() == whole).Select(g => g.Key);
        var first = await clients.Where(c => !knowAll.Contains(c.Id)).Select(c => new
        {
            ClientId = c.Id,
            End = db.Bookings.Where(b => b.ClientId == c.Id && b.State == BookingState.Held).Min(b => (DateTimeOffset?)b.Slot.End),
        })
            .Where(f => f.End < before).OrderBy(f => f.End).Take(query.Take).ToListAsync();
        var missing = await db.FourTold([.. first.Select(f => f.ClientId)]);
        return first.Select(f => new DueItem
        {
            Id = f.ClientId,
            Kind = "explain-four",
            ClientId = f.ClientId,
            FallsToCharge = true,
            What = "4つの支援策を説明する",
            Of = $"まだ: {string.Join("、", missing[f.ClientId].Missing)}",
            Until = f.End!.Value.AddDays(DaysToExplain),
            Link = $"/clients/{f.ClientId}",
        });
    }

    private static async Task<IEnumerable<DueItem>> Deadlines(OneStopDb db, DueQuery query, Guid? one)
    {
        var last = one is null ? query.Before.JapaneseDate : DateOnly.MaxValue; // of one client, all that is open
        var open = await (from a in db.MeasureApplications
                          where a.State == ApplicationState.Planned && a.ApplyBy != null && a.ApplyBy <= last && (one == null || a.ClientId == one)
                          join m in db.SupportMeasures on a.MeasureId equals m.Id
                          orderby a.ApplyBy
                          select new { a.Id, a.ClientId, a.ApplyBy, m.Wording.Name }).Take(query.Take).ToListAsync();
        return open.Select(a => new DueItem
        {
            Id = a.Id,
            Kind = "measure-application",
            ClientId = a.ClientId,
            FallsToCharge = true,
            What = "支援策の申請の期限",
            Of = a.Name,
            Until = JapanTime.At(a.ApplyBy!.Value.AddDays(1), TimeOnly.MinValue),
            Link = $"/clients/{a.ClientId}",
        }).Where(i => i.Until < query.Before || one is not null);
    }
}

/// <summary>支援策の説明件数</summary>
internal sealed class ExplanationCount : IIndicatorSource
{
    /// <inheritdoc/>
    public Indicator Indicator { get; } = new("measures.explanations", "支援策の説明件数",
        "支援策を1つ説明するごとに1件。同じ日に同じ人へ同じ支援策を何度説明しても1件ずつ数え、誤記と、届かなかったカードは数えない。", "7(2)①(ク)", IndicatorUnit.Cases);

    /// <inheritdoc/>
    public IQueryable<IndicatorRow> Rows(OneStopDb db, DateOnly from, DateOnly to) => db.StandingExplanations().Where(e => e.Day >= from && e.Day <= to)
        .Select(e => new IndicatorRow { Id = e.Id, ClientId = e.ClientId, Day = e.Day });
}

/// <summary>4つの支援策をすべて説明した人数</summary>
internal sealed class ToldAllFour : IIndicatorSource
{
    /// <inheritdoc/>
    public Indicator Indicator { get; } = new("measures.all-four", "4つの支援策をすべて説明した人数",
        "仕様書の4つの支援策のうち、最後の1つをはじめて説明した日に、1人と数える。", "7(2)①(ク)", IndicatorUnit.People);

    /// <inheritdoc/>
    public IQueryable<IndicatorRow> Rows(OneStopDb db, DateOnly from, DateOnly to)
    {
        var whole = TheFour.Codes.Count;
        return db.OfTheFour().GroupBy(e => new { e.ClientId, e.MeasureId }).Select(g => new { g.Key.ClientId, Day = g.Min(e => e.Day) })
            .GroupBy(f => f.ClientId).Where(g => g.Count() == whole).Select(g => new IndicatorRow { Id = g.Key, ClientId = g.Key, Day = g.Max(f => f.Day) })
            .Where(r => r.Day >= from && r.Day <= to);
    }
}
