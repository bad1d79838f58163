using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;

namespace OneStop.Domain.Bookings.Reminders;

/// <summary>キャンセル待ち: a client who is told when room is found on a day. The first who presses the button has it for 15 minutes.</summary>
public sealed class WaitingEntry
{
    /// <summary>So long what was freed is held for the one who pressed first.</summary>
    public static readonly TimeSpan OfferHeldFor = TimeSpan.FromMinutes(15);

    private WaitingEntry() { }

    public static WaitingEntry Of(Client client, BookingKind kind, ContactMethod method, ServiceDay day, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), ClientId = client.Id, Kind = kind, Method = method, Date = day.Date, CreatedAt = now };

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }
    public BookingKind Kind { get; private set; }
    public ContactMethod Method { get; private set; }

    /// <summary>The service day's date.</summary>
    public DateOnly Date { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the client was told of room that may still be there.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>Which start they were last told of.</summary>
    public DateTimeOffset? ToldOf { get; private set; }

    /// <summary>It is over: booked, given up, or the day went by.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The client is told of room.</summary>
    public void Tell(DateTimeOffset start, DateTimeOffset now) => (ToldAt, ToldOf) = (now, start);

    /// <summary>The day is full again: they are told when room is found once more. Their button still says of what.</summary>
    public void Forget() => ToldAt = null;

    /// <summary>They wait no longer.</summary>
    public void End(DateTimeOffset now) => EndedAt ??= now;
}

internal static class WaitingQueries
{
    extension(OneStopDb db)
    {
        /// <summary>Who has a booking of the kind on a day waits for none there.</summary>
        public async Task EndWaiting(Booking booking, DateTimeOffset now)
        {
            foreach (var waiting in await db.WaitingList.Where(w => w.ClientId == booking.ClientId && w.EndedAt == null && w.Kind == booking.Kind
                && w.Date == booking.Slot.Day.Date).ToListAsync())
                waiting.End(now);
        }
    }
}
