using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Load;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Clients;
using OneStop.Domain.Shifts;

namespace OneStop.Portal.Demo;

/// <summary>What was asked for in vain in the last weeks, and people who wait for a day on which nobody works.</summary>
internal sealed class LoadChapter : IDemoChapter
{
    private const int DaysBefore = 28;
    private const int DaysAhead = 6;
    private const int Seed = 20261201;
    private static readonly int[] Evening = [20, 21, 22];

    /// <inheritdoc/>
    public IReadOnlyList<Type> After => [typeof(BookingChapter)];

    /// <inheritdoc/>
    public Task Write(DemoBook book)
    {
        var (random, today, roster) = (new Random(Seed), ServiceDay.Of(book.Now), new Roster([.. book.Written<WeeklyShift>()], []));
        foreach (var day in Enumerable.Range(-DaysBefore, DaysBefore + DaysAhead).Select(today.AddDays).Where(d => !ServiceHours.IsYearEnd(d.Date)))
        {
            foreach (var hour in Evening.Where(hour => !Works(BookingKind.Consultation, day, hour)))
                Ask(day, hour, BookingKind.Consultation, (ContactMethod)random.Next(2), 1 + random.Next(3));
        }
        var (waits, clients) = (0, book.Written<Client>().Where(c => c.FriendId is not null).OrderBy(c => c.Number).ToList());
        foreach (var day in Enumerable.Range(1, DaysAhead).Select(today.AddDays).Where(d => !ServiceHours.IsYearEnd(d.Date)))
        {
            foreach (var kind in Enum.GetValues<BookingKind>().Where(k => !Enumerable.Range(6, 19).Any(hour => Works(k, day, hour))).Take(1))
            {
                Ask(day, AskedInVain.AnyHour, kind, ContactMethod.Chat, 2);
                book.AddRange(clients.Skip(waits).Take(2).Select(c => WaitingEntry.Of(c, kind, ContactMethod.Chat, day, book.Now.AddHours(-5))));
                waits += 2;
            }
        }
        return Task.CompletedTask;

        bool Works(BookingKind kind, ServiceDay day, int hour) => ShiftChapter.Workers(book).Any(p => p.Duties.Contains(kind.Needs)
            && roster.Of(p.Id, day).Spans.Any(s => s.From < TimeSpan.FromHours(hour + 1) && s.Until > TimeSpan.FromHours(hour)));

        void Ask(ServiceDay day, int hour, BookingKind kind, ContactMethod method, int times)
        {
            var asked = AskedInVain.Of(day.Date.AddDays(-3) < today.Date ? day.Date.AddDays(-3) : today.Date, day.Date, hour, kind, method);
            for (var i = 0; i < times; i++)
                asked.Add();
            book.Add(asked);
        }
    }
}
