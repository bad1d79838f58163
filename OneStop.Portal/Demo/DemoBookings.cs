using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;
using OneStop.Domain.Shifts;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Demo;

/// <summary>The demo's shifts, clients and bookings, in every state, on the days around now. Fictitious people, a fixed seed.</summary>
internal static class DemoBookings
{
    private const int Seed = 20261002;
    private const int Clients = 50;
    private const int Callers = 5;
    private const int DaysBefore = 12;
    private const int DaysAfter = 16;
    private static readonly string[] Early = ["6:00-14:00", "9:00-18:00"], Late = ["13:00-22:00", "17:00-25:00"];

    /// <summary>Who works when: early or late by turns, and two days off.</summary>
    public static void Write(OneStopDb db, IReadOnlyList<StaffMember> staff, IReadOnlyList<Friend> friends, DateTimeOffset now)
    {
        var people = staff.Where(s => s.Duties.Any(d => d.SeesPeople)).OrderBy(s => s.UserName, StringComparer.Ordinal).ToList();
        var roster = new Dictionary<(Guid, DayOfWeek), WorkingTimes>();
        for (var i = 0; i < people.Count; i++)
        {
            foreach (var weekday in Enum.GetValues<DayOfWeek>())
            {
                var times = ((int)weekday + i) % 7 < 2 ? WorkingTimes.None : WorkingTimes.Read((i % 2 == 0 ? Early : Late)[((int)weekday + i) % 2]);
                roster[(people[i].Id, weekday)] = times;
                db.Add(WeeklyShift.For(people[i].Id, weekday, now.JapaneseDate.AddDays(-60), times, now));
            }
        }
        Book(db, people, roster, [.. People(db, people[0].Id, friends, now)], now);
    }

    private static IEnumerable<Client> People(OneStopDb db, Guid by, IReadOnlyList<Friend> friends, DateTimeOffset now)
    {
        for (var i = 0; i < Clients; i++)
        {
            var isCaller = i >= Clients - Callers;
            var client = Client.Of(i + 1, isCaller ? null : friends[i], isCaller ? by : null, now.AddDays(-30).AddHours(i));
            if (isCaller)
                client.CallAs(DemoData.Nicknames[i % DemoData.Nicknames.Length]);
            if (i % 3 != 2 && PhoneNumber.TryRead($"090-0000-{1000 + i}", out var phone))
                client.CallAt(phone);
            client.Answer(i % 11 == 5 ? Eligibility.Unsure : Eligibility.Yes, (isCaller ? EligibilityQuestion.ReadOut : EligibilityQuestion.Alone).Rule, client.BornAt);
            if (i == 8)
                client.AskErasure(now.AddDays(-2));
            db.Add(client);
            db.Add(Consent.To(ConsentPurpose.Consultation, client.Id, isCaller ? by : null, client.BornAt));
            yield return client;
        }
    }

    private static void Book(OneStopDb db, List<StaffMember> people, Dictionary<(Guid, DayOfWeek), WorkingTimes> roster, List<Client> clients, DateTimeOffset now)
    {
        var random = new Random(Seed);
        var today = ServiceDay.Of(now);
        for (var offset = -DaysBefore; offset <= DaysAfter; offset++)
        {
            var day = today.AddDays(offset);
            if (ServiceHours.IsYearEnd(day.Date))
                continue;
            var free = new Queue<Client>(clients.OrderBy(_ => random.Next()));
            foreach (var person in people)
            {
                foreach (var span in roster[(person.Id, day.Date.DayOfWeek)].Spans)
                {
                    for (var at = span.From.Add(TimeSpan.FromMinutes(30)); at + TimeSpan.FromHours(1) <= span.Until && free.Count > 0; at += TimeSpan.FromMinutes(75 + 15 * random.Next(9)))
                    {
                        var booking = Make(person, free.Dequeue(), day.At(at), random, now);
                        End(booking, person.Id, random, now);
                        db.Add(booking);
                    }
                }
            }
        }
    }

    private static Booking Make(StaffMember person, Client client, DateTimeOffset start, Random random, DateTimeOffset now)
    {
        var kinds = Enum.GetValues<BookingKind>().Where(k => person.Duties.Contains(k.Needs)).DefaultIfEmpty(BookingKind.Consultation).ToList();
        var method = client.FriendId is null ? ContactMethod.Phone : (ContactMethod)random.Next(3);
        var terms = BookingTerms.Standard(kinds[random.Next(kinds.Count)]);
        var entered = client.FriendId is null || random.Next(4) == 0 ? person.Id : (Guid?)null;
        var early = start.AddDays(-3 - random.Next(9));
        var made = early < now && ServiceDay.Of(start).Date != ServiceDay.Of(now).Date ? early : now.AddHours(-1); // of today's nobody is reminded late
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
            else if (fate > 2 || booking.Slot.End < now.AddHours(-4)) // some of the last hours are still to be noted
                booking.Hold(staffId, booking.Slot.End);
        }
    }
}
