using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Clients;
using OneStop.Domain.Shifts;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Benchmarks;

/// <summary>
/// Bookings per second with fifty concurrent clients, each booking a time of their choice, on a SQLite file; compared with
/// inserting the same rows without checking availability, one save each.
/// </summary>
internal static class BookingBenchmark
{
    private const int Clients = 50;
    private const int Each = 12;
    private const int People = 20;
    private static readonly ServiceDay First = ServiceDay.Of(TimeProvider.System.GetUtcNow()).AddDays(1);

    public static async Task<int> Run()
    {
        var folder = Directory.CreateTempSubdirectory("onestop-bench-").FullName;
        try
        {
            await using var desks = new DesksBeside(folder);
            var (members, clients) = await Prepare(desks);
            await Book(desks, members, clients, day: 0); // not counted: the runtime compiles
            var booked = await Book(desks, members, clients, day: 1);
            var plain = await Write(desks, members, clients);
            return Line.Write(
            [
                new($"bookings/s, {Clients} clients at once", booked.PerSecond, "N0"),
                new("    p50 / p95 ms", booked.Latencies.P50, "0", Beside: booked.Latencies.P95),
                new("    longest, ms", booked.Latencies.Most, "0"),
                new("    nobody's time twice", booked.Doubled, "0", "0", d => (int)d == 0),
                new("the same rows without looking for room: saves/s", plain, "N0"),
                new("    bookings beside them", booked.PerSecond / plain, "0.00"),
            ]) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(List<StaffMember> Members, List<Guid> Clients)> Prepare(DesksBeside desks)
    {
        var now = TimeProvider.System.GetUtcNow();
        return await desks.Read(async db =>
        {
            await db.Database.MigrateAsync();
            var members = Enumerable.Range(0, People).Select(i => StaffMember.Create($"counselor{i}", $"相談員{i}", [Duty.Counselor], now)).ToList();
            db.Users.AddRange(members);
            foreach (var member in members)
            {
                foreach (var weekday in Enum.GetValues<DayOfWeek>())
                    db.WeeklyShifts.Add(WeeklyShift.For(member.Id, weekday, new(2026, 1, 1), WorkingTimes.Read("6:00-25:00"), now));
            }
            var clients = Enumerable.Range(1, Clients).Select(i => Client.Of(i, null, null, now)).ToList();
            db.Clients.AddRange(clients);
            db.Consents.AddRange(clients.Select(c => Consent.To(ConsentPurpose.Consultation, c.Id, null, now)));
            await db.SaveChangesAsync();
            return (members, clients.Select(c => c.Id).ToList());
        });
    }

    private static async Task<(double PerSecond, Latencies Latencies, int Doubled)> Book(DesksBeside desks, List<StaffMember> members,
        List<Guid> clients, int day)
    {
        var times = new System.Collections.Concurrent.ConcurrentBag<double>();
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(clients.Select((client, i) => Task.Run(async () =>
        {
            for (var turn = 0; turn < Each; turn++)
            {
                var at = First.AddDays(day).At(TimeSpan.FromHours(6 + turn)); // fifty clients want each hour, and twenty can have it
                var began = Stopwatch.GetTimestamp();
                try
                {
                    await desks.At<BookingDesk>(members[i % members.Count],
                        d => d.Book(client, new(BookingKind.Consultation, ContactMethod.Chat, at.AddDays(3 * (i % 3)), null, Beyond: false,
                            Tells: false), isProposal: false));
                    times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                }
                catch (RuleException)
                {
                    // Nobody was free any more: a valid answer, but not a booking.
                }
            }
        })));
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return (times.Count / took, Latencies.Of(times), await Doubled(desks));
    }

    /// <summary>Counts bookings that begin before the previous booking of the same member, with its buffer, has ended.</summary>
    private static async Task<int> Doubled(DesksBeside desks)
    {
        var taken = await desks.Read(db => db.Bookings.Where(b => b.State == BookingState.Confirmed)
            .Select(b => new TakenTime(b.StaffId, b.FirstQuarter, b.Quarters)).ToListAsync());
        return taken.GroupBy(t => t.StaffId).Sum(own =>
        {
            var inOrder = own.OrderBy(t => t.FirstQuarter).ToList();
            return inOrder.Zip(inOrder.Skip(1)).Count(pair => pair.Second.FirstQuarter < pair.First.FirstQuarter + pair.First.Quarters);
        });
    }

    private static async Task<double> Write(DesksBeside desks, List<StaffMember> members, List<Guid> clients)
    {
        var now = TimeProvider.System.GetUtcNow();
        var terms = BookingTerms.Standard(BookingKind.Consultation);
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(clients.Select((id, i) => Task.Run(async () =>
        {
            for (var turn = 0; turn < Each; turn++)
            {
                var slot = new Slot(First.AddDays(20 + i).At(TimeSpan.FromHours(6 + turn)), terms.Minutes);
                await desks.Read(async db =>
                {
                    db.Bookings.Add(Booking.Of(await db.Clients.SingleAsync(c => c.Id == id), terms, ContactMethod.Chat, slot, members[turn].Id, null,
                        null, now));
                    return await db.SaveChangesAsync();
                });
            }
        })));
        return clients.Count * Each / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
