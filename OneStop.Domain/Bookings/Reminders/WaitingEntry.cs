using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;

namespace OneStop.Domain.Bookings.Reminders;

/// <summary>キャンセル待ち: a client who is notified when a time becomes free on a day. The first who presses the button has it for 15 minutes.</summary>
public sealed class WaitingEntry
{
    /// <summary>How long a freed time is held for the client who pressed first.</summary>
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

    /// <summary>When the client was notified of a time that may still be free; null if they are to be notified.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>The start of which the client was last notified.</summary>
    public DateTimeOffset? ToldOf { get; private set; }

    /// <summary>When the wait ended: the client booked or gave up, or the day is past.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Records that the client is notified of a free start.</summary>
    public void Tell(DateTimeOffset start, DateTimeOffset now) => (ToldAt, ToldOf) = (now, start);

    /// <summary>
    /// The day is full again: the client is notified the next time. <see cref="ToldOf"/> stays, because the button on the last card refers to it.
    /// </summary>
    public void Forget() => ToldAt = null;

    /// <summary>Ends the wait.</summary>
    public void End(DateTimeOffset now) => EndedAt ??= now;
}

internal static class WaitingQueries
{
    extension(OneStopDb db)
    {
        /// <summary>Ends the client's waits for the kind and day of a booking they now have.</summary>
        public async Task EndWaiting(Booking booking, DateTimeOffset now)
        {
            foreach (var waiting in await db.WaitingList.Where(w => w.ClientId == booking.ClientId && w.EndedAt == null && w.Kind == booking.Kind
                && w.Date == booking.Slot.Day.Date).ToListAsync())
                waiting.End(now);
        }
    }
}
