using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Due;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Partners.Signpostings;

/// <summary>経過: the steps of signpostings, by the day on which they happened.</summary>
internal sealed class SignpostingTimeline : ITimelineSource
{
    private static readonly TimelineKind Kind = new("signposting", "案内");

    /// <inheritdoc/>
    public IReadOnlyList<TimelineKind> Kinds => [Kind];

    /// <inheritdoc/>
    public IReadOnlyList<Type> Tables => [typeof(Signposting), typeof(SignpostingStep)];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query)
    {
        if (!query.Wants(Kind) || query.Person.ClientId is not { } client)
            return [];
        var steps = from s in db.Signpostings
                    where s.ClientId == client
                    from t in s.Steps
                    where t.Withdrawal == null
                    select new StepRow { Id = t.Id, At = t.EnteredAt, Service = s.Service, Step = t };
        return await query.Newest(steps, r => r.At, r => new()
        {
            Id = r.Id,
            Kind = Kind.Code,
            At = r.At,
            By = TimelineAuthor.Staff,
            StaffId = r.Step.StaffId,
            Title = $"案内: {r.Service} — {r.Step.Stage.InJapanese}{(r.Step.Result is { } result ? $"（{result.InJapanese}）" : "")}",
            Text = string.Join('\n', new[] { r.Step.On == r.At.JapaneseDate ? "" : $"{JapanTime.Say(r.Step.On)}のこと", r.Step.Words,
                r.Step.HandedOver.Length > 0 ? $"渡したもの: {r.Step.HandedOver}" : "" }.Where(t => t.Length > 0)) is { Length: > 0 } text ? text : null,
            Link = $"/clients/{client}",
        });
    }

    private sealed record StepRow
    {
        public required Guid Id { get; init; }
        public required DateTimeOffset At { get; init; }
        public required string Service { get; init; }
        public required SignpostingStep Step { get; init; }
    }
}

/// <summary>Signpostings whose next date has come: whoever is in charge of the client looks after them.</summary>
internal sealed class SignpostingsDue : IDueSource
{
    /// <summary>The code of the items.</summary>
    public const string Kind = "signposting";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueItem>> Read(OneStopDb db, DueQuery query)
    {
        var due = db.Signpostings.AsNoTracking().Where(s => s.NextOn != null && s.Stage != null && s.Stage != SignpostingStage.Ended);
        if (query.Person is { ClientId: var client })
            due = due.Where(s => s.ClientId == client);
        var rows = await due.OrderBy(s => s.NextOn).ThenBy(s => s.Id).Take(query.Take)
            .Select(s => new { s.Id, s.ClientId, s.Service, NextOn = s.NextOn!.Value }).ToListAsync();
        return [.. rows.Select(s => new DueItem
        {
            Id = s.Id,
            Kind = Kind,
            ClientId = s.ClientId,
            FallsToCharge = true,
            What = "案内のその後を確かめる",
            Of = s.Service,
            Until = JapanTime.At(s.NextOn.AddDays(1), TimeOnly.MinValue),
            Link = $"/clients/{s.ClientId}",
        }).Where(i => i.Until < query.Before)];
    }
}
