using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Data;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Bookings;

/// <summary>予約 in the timeline, by the time of the talk, with what became of it.</summary>
internal sealed class BookingTimeline : ITimelineSource
{
    private static readonly TimelineKind Kind = new("booking", "予約");

    public IReadOnlyList<TimelineKind> Kinds => [Kind];

    public IReadOnlyList<Type> Tables => [typeof(Booking)];

    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query)
    {
        if (!query.Wants(Kind) || query.Person.ClientId is not { } client)
            return [];
        return await query.Newest(db.Bookings.AsNoTracking().Where(b => b.ClientId == client && !b.IsAnnulled), b => b.Slot.Start, Entry);
    }

    private static TimelineEntry Entry(Booking booking) => new()
    {
        Id = booking.Id,
        Kind = Kind.Code,
        At = booking.Slot.Start,
        Until = booking.Slot.End,
        By = booking.EnteredBy is null ? TimelineAuthor.Client : TimelineAuthor.Staff,
        StaffId = booking.StaffId,
        Title = $"{booking.Kind.InJapanese}の予約（{booking.Method.InJapanese}）{booking.State.InJapanese}",
        Link = $"/bookings?day={booking.Day.ServiceDay:yyyy-MM-dd}",
    };
}
