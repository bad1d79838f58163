using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.CaseFiles.Caseload;
using OneStop.Domain.Clients;
using OneStop.Domain.Consultations;
using OneStop.Domain.Consultations.Vocabulary;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Domain.Stages;
using OneStop.Domain.SupportMeasures;
using OneStop.Domain.SupportMeasures.Explanations;
using OneStop.Domain.Today;
using OneStop.Domain.Today.Briefing;

namespace OneStop.Tests.Benchmarks;

/// <summary>
/// Case files with few and with many clients: finding a client, opening a file, its timeline, what is due, 今日, and the brief before a talk. Uses the real desks, each call in a sitting
/// of its own, so that the look is recorded.
/// </summary>
internal static class CaseFileBenchmark
{
    private const int WarmUp = 20;
    private const int Calls = 100;
    private const int BookingsEach = 3;
    private const int Minutes = 30; // of a talk
    private const int MissesRecord = 50; // every so manieth held talk has no record yet, and every so manieth client was not told of the measures
    private const int Found = 20; // clients of the sought name, the same in both
    private const int Transfers = 40; // unconfirmed, the same in both

    public static async Task<int> Run()
    {
        await using var small = await Portal(friends: 1_800, messages: 10_000, clients: 300);
        await using var large = await Portal(friends: 18_000, messages: 100_000, clients: 3_000);
        var (few, many) = (await ClientsOf(small), await ClientsOf(large));
        Console.WriteLine("300 clients, 10,000 messages; then 3,000 clients of 18,000 friends, 100,000 messages: p50 / p95 ms");
        var lines = new List<Line>();
        foreach (var (name, call) in Acts)
            lines.AddRange(await Hold(name, i => call(small, few[i * 7919 % few.Count], i), i => call(large, many[i * 7919 % many.Count], i)));
        return Line.Write(lines) ? 0 : 1;
    }

    private static readonly (string Name, Func<InboxPortal, Subject, int, Task> Call)[] Acts =
    [
        ("the list of clients", (p, _, i) => p.AsCounselor(s => s.GetRequiredService<ClientListDesk>().List(new(new())), $"list {i}")),
        ("the list of one word", (p, _, i) => p.AsCounselor(s => s.GetRequiredService<ClientListDesk>().List(new(new()) { Words = "ひな" }), $"word {i}")),
        ("the list of one stage of one person", (p, _, i) => p.AsCounselor(s => s.GetRequiredService<ClientListDesk>().List(new(new() { Person = s.GetRequiredService<Actor>().Id, Stage = CaseStage.Consulting })), $"stage {i}")),
        ("who has how many cases", (p, _, i) => p.AsCounselor(s => s.GetRequiredService<CaseloadDesk>().Table(), $"load {i}")),
        ("the board of one person", (p, _, i) => p.AsCounselor(s => s.GetRequiredService<CaseloadDesk>().Board(s.GetRequiredService<Actor>().Id), $"board {i}")),
        ("finding a client by name", (p, _, i) => p.AsCounselor(s => s.GetRequiredService<ClientDesk>().Find("ひな"), $"find {i}")),
        ("opening a file", (p, one, i) => p.AsCounselor(s => s.GetRequiredService<CaseFileDesk>().Open(one.Client), $"file {i}")),
        ("its timeline", (p, one, i) => p.AsCounselor(s => s.GetRequiredService<TimelineDesk>().Read(one.Client, new()), $"timeline {i}")),
        ("searching its timeline", (p, one, i) => p.AsCounselor(s => s.GetRequiredService<TimelineDesk>().Read(one.Client, new() { Words = "資格" }), $"words {i}")),
        ("what is due for a client", (p, one, i) => p.AsCounselor(s => s.GetRequiredService<DueDesk>().Of(one.Client), $"due {i}")),
        ("what is due for me", (p, _, i) => p.AsCounselor(s => s.GetRequiredService<DueDesk>().Mine(), $"mine {i}")),
        ("my day", (p, _, i) => p.AsCounselor(s => s.GetRequiredService<TodayDesk>().Mine(), $"day {i}")),
        ("what I have left undone", (p, _, i) => p.AsCounselor(s => s.GetRequiredService<TodayDesk>().Missing(), $"undone {i}")),
        ("the day of the team", (p, _, i) => p.AsManager(s => s.GetRequiredService<TodayDesk>().Team(), $"team {i}")),
        ("what all have left undone", (p, _, i) => p.AsManager(s => s.GetRequiredService<TodayDesk>().AllMissing(), $"all undone {i}")),
        ("what is known before a talk", (p, one, i) => p.AsCounselor(s => s.GetRequiredService<PreBriefDesk>().Open(one.Booking), $"brief {i}")),
    ];

    private static async Task<InboxPortal> Portal(int friends, int messages, int clients)
    {
        var portal = await InboxPortal.Open(friends, messages);
        await portal.Read(async db =>
        {
            if (!await db.Clients.AnyAsync())
                await Fill(db, clients);
            return true;
        });
        return portal;
    }

    private static Task<List<Subject>> ClientsOf(InboxPortal portal) => portal.Read(db => db.Clients.OrderBy(c => c.Number)
        .Select(c => new Subject(c.Id, db.Bookings.Where(b => b.ClientId == c.Id).OrderBy(b => b.Slot.Start).Select(b => b.Id).First())).ToListAsync());

    /// <summary>Registers the friends who write most, each with some talks that were held, nearly all recorded, and somebody in charge.</summary>
    private static async Task Fill(OneStopDb db, int clients)
    {
        var now = new DateTimeOffset(2031, 9, 1, 0, 0, 0, TimeSpan.Zero);
        var (staff, terms) = ((await db.Users.ToListAsync()).FindAll(s => s.Duties.Contains(Duty.Counselor)), await db.TermsOf(BookingKind.Consultation, now));
        var four = await db.SupportMeasures.TheFour().ToListAsync();
        var first = new ServiceDay(new(2026, 10, 5));
        foreach (var (number, friend) in (await db.Friends.OrderBy(f => f.Number).Take(clients).ToListAsync()).Index())
        {
            friend.CallAs(number % (clients / Found) == 0 ? $"ひなた{number}" : $"利用者{number}");
            var client = db.Clients.Add(Client.Of(number + 1, friend, staff[0].Id, now)).Entity;
            for (var i = 0; i < BookingsEach; i++)
            {
                var slot = (number * BookingsEach) + i;
                var start = first.AddDays(slot / (staff.Count * 8)).At(TimeSpan.FromHours(8 + (2 * (slot / staff.Count % 8))));
                var booking = Booking.Of(client, terms, ContactMethod.Phone, new(start, Minutes), staff[slot % staff.Count].Id, staff[0].Id, null, start.AddDays(-1));
                booking.Hold(booking.StaffId, start.AddHours(1));
                db.Bookings.Add(booking);
                if (slot % MissesRecord != 0)
                    db.Consultations.Add(Recorded(booking, start.AddHours(2)));
            }
            if (number % MissesRecord != 0)
                db.Explanations.AddRange(four.Select(m => Explanation.Of(client.Id, client.Id, m, ExplanationWay.Phone, MeasureResponse.NotAsked, null, staff[0].Id, now)));
            var charge = staff[number % staff.Count].Id;
            db.CaseAssignments.Add(CaseAssignment.Of(client.Id, charge, number < Transfers ? staff[0].Id : charge, "", now));
        }
        await db.SaveChangesAsync();
    }

    private static Consultation Recorded(Booking booking, DateTimeOffset now)
    {
        var record = Consultation.Draft(booking.ClientId, booking, null, new()
        {
            Method = ConsultationMethod.Phone,
            Begin = booking.Slot.Start,
            End = booking.Slot.End,
            Place = "",
            StaffId = booking.StaffId,
            Minutes = Minutes,
            SubjectIds = [StandardVocabulary.All[0].Id],
            Complaint = "仕事を探しています。",
            Assessment = "",
            Support = "求人の探し方を話しました。",
            NextStep = "",
            NextStepOn = null,
        }, booking.StaffId, now);
        record.Confirm(booking.StaffId, now);
        return record;
    }

    /// <summary>Calls both portals alternately, so that other load on the machine affects both alike.</summary>
    private static async Task<IReadOnlyList<Line>> Hold(string name, Func<int, Task> onSmall, Func<int, Task> onLarge)
    {
        var (few, many) = (new List<double>(), new List<double>());
        for (var i = 0; i < WarmUp + Calls; i++)
        {
            few.Add(await Time(onSmall, i));
            many.Add(await Time(onLarge, i));
        }
        var (small, large) = (Latencies.Of(few.Skip(WarmUp)), Latencies.Of(many.Skip(WarmUp)));
        return [new(name, small.P50, "0.0", Beside: small.P95), new("    large", large.P50, "0.0", Beside: large.P95),
            new("    large, p95", large.P95, "0.0", "under 50", p95 => p95 < 50),
            new("    large beside small, p50", large.P50 / small.P50, "0.00", "at most 1.5", r => r <= 1.5)];
    }

    /// <summary>A client, and one of their bookings.</summary>
    private sealed record Subject(Guid Client, Guid Booking);

    private static async Task<double> Time(Func<int, Task> call, int i)
    {
        var started = Stopwatch.GetTimestamp();
        await call(i);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
