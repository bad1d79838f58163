using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Data;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Bookings;

/// <summary>予約 in the timeline, by the time of the talk, with what became of it and how long its chat was.</summary>
internal sealed class BookingTimeline : ITimelineSource
{
    private static readonly TimelineKind Kind = new("booking", "予約");
    private static readonly TimelineKind Waiting = new("waiting", "空き待ち");

    public IReadOnlyList<TimelineKind> Kinds => [Kind, Waiting];

    public IReadOnlyList<Type> Tables => [typeof(Booking), typeof(LiveTalk), typeof(WaitingEntry)];

    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query)
    {
        if (query.Person.ClientId is not { } client)
            return [];
        var all = new List<TimelineEntry>();
        if (query.Wants(Kind))
            all.AddRange(await query.Newest(db.Bookings.AsNoTracking().Where(b => b.ClientId == client && !b.IsAnnulled), b => b.Slot.Start, Entry));
        if (query.Wants(Waiting))
            all.AddRange(await query.Newest(db.WaitingList.AsNoTracking().Where(w => w.ClientId == client), w => w.CreatedAt, Entry));
        return [.. all.OrderByDescending(e => e.At).Take(query.Take)];
    }

    private static TimelineEntry Entry(WaitingEntry waiting) => new()
    {
        Id = waiting.Id,
        Kind = Waiting.Code,
        At = waiting.CreatedAt,
        Title = $"{new ServiceDay(waiting.Date)}の空き待ち（{waiting.Kind.InJapanese}・{waiting.Method.InJapanese}）",
    };

    private static TimelineEntry Entry(Booking booking) => new()
    {
        Id = booking.Id,
        Kind = Kind.Code,
        At = booking.Slot.Start,
        Until = booking.Slot.End,
        By = booking.EnteredBy is null ? TimelineAuthor.Client : TimelineAuthor.Staff,
        StaffId = booking.StaffId,
        Title = $"{booking.Kind.InJapanese}の予約（{booking.Method.InJapanese}）{booking.State.InJapanese}",
        Text = booking.Talk is { } talk ? HowLong(talk) : null,
        Link = $"/bookings/{booking.Id}",
    };

    private static string HowLong(LiveTalk talk) => talk.EndedAt is { } end
        ? $"リアルタイム相談 {ServiceDay.SayTime(talk.BeganAt)}〜{ServiceDay.SayTime(ServiceDay.Of(talk.BeganAt).TimeOf(end))}（{(int)Math.Ceiling((end - talk.BeganAt).TotalMinutes)}分）"
        : $"リアルタイム相談 {ServiceDay.SayTime(talk.BeganAt)}から（相談中）";
}
