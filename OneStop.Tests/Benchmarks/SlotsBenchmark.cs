using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Load;
using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Hours;
using OneStop.Domain.Shifts;
using OneStop.Domain.Staff;
using OneStop.Portal.Data;

namespace OneStop.Tests.Benchmarks;

/// <summary>
/// The time to compute the free slots of 30 days for 20 members with 5,000 bookings, on a SQLite file; compared with the time to
/// only read the same rows. And how long a week of 混みぐあい takes in the same office.
/// </summary>
internal static class SlotsBenchmark
{
    private const int People = 20;
    private const int Days = 30;
    private const int Bookings = 5_000;
    private const int WarmUp = 50;
    private const int Calls = 300;

    private static readonly DateTimeOffset Now = new(2026, 10, 5, 0, 0, 0, TimeSpan.Zero);

    public static async Task<int> Run()
    {
        var folder = Directory.CreateTempSubdirectory("onestop-bench-slots-").FullName;
        try
        {
            using var host = HostOn(folder);
            await host.Services.GetRequiredService<Migrator>().Run();
            await InScope(host, Fill);
            await InScope(host, Describe);
            var (slots, plain, week) = (new List<double>(), new List<double>(), new List<double>());
            for (var i = 0; i < WarmUp + Calls; i++)
            {
                plain.Add(await Time(() => InScope(host, ReadPlainly)));
                slots.Add(await Time(() => InScope(host, FindFree)));
                week.Add(await Time(() => LoadOfAWeek(host)));
            }
            var (found, read, load) = (Latencies.Of(slots.Skip(WarmUp)), Latencies.Of(plain.Skip(WarmUp)), Latencies.Of(week.Skip(WarmUp)));
            return Line.Write(
            [
                new("the same rows, read plainly: p50 / p95 ms", read.P50, "0.0", Beside: read.P95),
                new("free slots: p50 / p95 ms", found.P50, "0.0", "under 20", p50 => p50 < 20, found.P95),
                new("    beside reading plainly, p50", found.P50 / read.P50, "0.00", "at most 2", r => r <= 2),
                new("load of a week: p95 / p50 ms", load.P95, "0.0", "under 50", p95 => p95 < 50, load.P50),
            ]) ? 0 : 1;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static StaffMember? reader;

    private static ServiceDay First => ServiceDay.Of(Now);

    private static async Task<int> FindFree(OneStopDb db)
    {
        var freeSlots = await FreeSlots.Read(db, await db.TermsOf(BookingKind.Consultation, Now), ContactMethod.Chat, First, First.AddDays(Days - 1), Now, Now);
        return freeSlots.Days.Sum(d => d.Count);
    }

    /// <summary>Reads everything that the computation needs: hours, closures, shifts, members and taken times.</summary>
    private static async Task<int> ReadPlainly(OneStopDb db)
    {
        await db.TermsOf(BookingKind.Consultation, Now);
        await db.Calendar(First.Date);
        await db.RosterOf(First.Date, First.AddDays(Days - 1).Date);
        var people = await db.Users.AsNoTracking().WorkingHere().ToListAsync();
        var first = BookingCell.IndexOf(First.At(TimeSpan.Zero));
        return people.Count + (await db.Bookings.AsNoTracking().TakenBetween(first, first + (Days * 96) + 32, Now).ToListAsync()).Count;
    }

    private static async Task LoadOfAWeek(IHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeStaff(reader!, "bench");
        await scope.ServiceProvider.GetRequiredService<LoadDesk>().Days(First.Date, LoadDesk.MostDays);
    }

    private static async Task<int> Describe(OneStopDb db)
    {
        Console.WriteLine($"{await db.Users.CountAsync()} people, {await db.Bookings.CountAsync():N0} bookings within {Days} days, {await FindFree(db):N0} starts free");
        return 0;
    }

    private static async Task<int> Fill(OneStopDb db)
    {
        List<StaffMember> people = [.. Enumerable.Range(0, People).Select(i => StaffMember.Create($"counselor{i}", $"相談員{i}", [Duty.Counselor], Now))];
        db.Users.AddRange(people);
        reader = people[0];
        foreach (var person in people)
        {
            foreach (var weekday in Enum.GetValues<DayOfWeek>())
                db.WeeklyShifts.Add(WeeklyShift.For(person.Id, weekday, new(2026, 1, 1), WorkingTimes.Read("6:00-13:00 14:00-25:00"), Now));
        }
        var client = Client.Of(1, null, people[0].Id, Now);
        db.Clients.Add(client);
        await db.SaveChangesAsync();
        var (random, terms, taken) = (new Random(20261005), BookingTerms.Standard(BookingKind.RetentionMeeting), new HashSet<(int, int, int)>());
        while (taken.Count < Bookings)
        {
            var (person, day, hour) = (random.Next(People), random.Next(Days), random.Next(6, 25));
            if (taken.Add((person, day, hour)))
                db.Bookings.Add(Booking.Of(client, terms, ContactMethod.Chat, new(First.AddDays(day).At(TimeSpan.FromHours(hour)), 30),
                    people[person].Id, people[0].Id, null, Now));
        }
        return await db.SaveChangesAsync();
    }

    private static IHost HostOn(string folder)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Production });
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["DataFolder"] = folder, ["Audit:Key"] = "0123456789abcdef0123456789abcdef" });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddDatabase(builder.Configuration, builder.Environment);
        builder.Services.AddOneStop();
        return builder.Build(); // never started
    }

    private static async Task<int> InScope(IHost host, Func<OneStopDb, Task<int>> act)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync();
        return await act(db);
    }

    private static async Task<double> Time(Func<Task> act)
    {
        var started = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
