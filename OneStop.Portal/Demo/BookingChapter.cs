using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Video;
using OneStop.Domain.Clients;
using OneStop.Domain.Shifts;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Demo;

/// <summary>Bookings in every state, in the days before and after now.</summary>
internal sealed class BookingChapter : IDemoChapter
{
    private const int Seed = 20261002;
    private const int DaysBefore = 12;
    private const int DaysAfter = 16;

    /// <inheritdoc/>
    public IReadOnlyList<Type> After => [typeof(ShiftChapter), typeof(ClientChapter), typeof(VideoProviderChapter)];

    /// <inheritdoc/>
    public Task Write(DemoBook book)
    {
        var (now, random) = (book.Now, new Random(Seed));
        var (people, roster) = (ShiftChapter.Workers(book), new Roster([.. book.Written<WeeklyShift>()], []));
        var services = book.Written<VideoProvider>().ToList();
        var clients = book.Written<Client>().OrderBy(c => c.Number).ToList();
        var today = ServiceDay.Of(now);
        for (var offset = -DaysBefore; offset <= DaysAfter; offset++)
        {
            var day = today.AddDays(offset);
            if (ServiceHours.IsYearEnd(day.Date))
                continue;
            var free = new Queue<Client>(clients.OrderBy(_ => random.Next()));
            foreach (var person in people.Where(p => KindsOf(p).Count > 0))
            {
                foreach (var span in roster.Of(person.Id, day).Spans)
                {
                    var at = span.From.Add(TimeSpan.FromMinutes(30));
                    for (; at + TimeSpan.FromHours(1) <= span.Until && free.Count > 0; at += TimeSpan.FromMinutes(75 + 15 * random.Next(9)))
                    {
                        var booking = Make(person, free.Dequeue(), day.At(at), services, random, now);
                        End(booking, person.Id, random, now);
                        book.Add(booking);
                    }
                }
            }
        }
        return Task.CompletedTask;
    }

    /// <summary>The kinds of talks that a person holds: a manager who is no counselor holds none.</summary>
    private static List<BookingKind> KindsOf(StaffMember person) => [.. Enum.GetValues<BookingKind>().Where(k => person.Duties.Contains(k.Needs))];

    private static Booking Make(StaffMember person, Client client, DateTimeOffset start, IReadOnlyList<VideoProvider> services, Random random,
        DateTimeOffset now)
    {
        var kinds = KindsOf(person);
        var method = client.FriendId is null ? ContactMethod.Phone : (ContactMethod)random.Next(3);
        var terms = BookingTerms.Standard(kinds[random.Next(kinds.Count)]).With(services, now);
        var entered = client.FriendId is null || random.Next(4) == 0 ? person.Id : (Guid?)null;
        var early = start.AddDays(-3 - random.Next(9));
        var made = early < now && ServiceDay.Of(start).Date != ServiceDay.Of(now).Date ? early : now.AddHours(-1); // no late reminders for today's bookings
        return Booking.Of(client, terms, method, new Slot(start, terms.Minutes), person.Id, entered, null, made);
    }

    private static void End(Booking booking, Guid staffId, Random random, DateTimeOffset now)
    {
        var fate = random.Next(12);
        if (booking.Slot.Start > now)
        {
            if (fate == 0)
                booking.Cancel(null, CancelReason.ChildUnwell, now);
            else if (fate == 1)
                booking.CallOff(staffId, now);
            else if (fate == 2)
                booking.Propose();
            else if (fate < 6)
                booking.Acknowledge(now);
        }
        else if (booking.Slot.End <= now)
        {
            if (fate == 0)
                booking.Miss(staffId, booking.Slot.End);
            else if (fate == 1)
                booking.Cancel(null, CancelReason.Work, booking.CreatedAt.AddHours(2));
            else if (fate > 2 || booking.Slot.End < now.AddHours(-4)) // some of the bookings of the last hours still have no outcome
                booking.Hold(staffId, booking.Slot.End);
        }
    }
}
