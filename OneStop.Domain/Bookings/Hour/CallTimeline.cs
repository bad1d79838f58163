using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Bookings.Hour;

/// <summary>電話 in the timeline: each try to reach the client at the time of a booking, and each talk.</summary>
internal sealed class CallTimeline : ITimelineSource
{
    private static readonly TimelineKind Kind = new("call", "電話");

    public IReadOnlyList<TimelineKind> Kinds => [Kind];

    public IReadOnlyList<Type> Tables => [typeof(CallTry)];

    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query) =>
        !query.Wants(Kind) || query.Person.ClientId is not { } client ? []
        : await query.Newest(db.CallTries.AsNoTracking().Standing().Where(t => db.Bookings.Any(b => b.Id == t.BookingId && b.ClientId == client)),
            t => t.At, Entry);

    private static TimelineEntry Entry(CallTry tried) => new()
    {
        Id = tried.Id,
        Kind = Kind.Code,
        At = tried.At,
        Until = tried.EndedAt,
        By = TimelineAuthor.Staff,
        StaffId = tried.StaffId,
        Title = $"電話: {tried.Outcome.InJapanese}{(tried.NoticeAt is null ? "" : "（お電話したことを本人に知らせた）")}",
        Text = tried.Note.Length == 0 ? null : tried.Note,
        Link = $"/bookings/{tried.BookingId}",
    };
}
