using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Assessment;
using OneStop.Domain.SupportPrograms.Conditions;
using OneStop.Domain.SupportPrograms.Contents;
using OneStop.Domain.SupportPrograms.Listing;

namespace OneStop.Tests.Benchmarks;

/// <summary>
/// Programs: 500 with ten versions each, beside a tenth of them. The list, whose turn it is, the page of the manager, opening the editor, comparing two
/// versions, and saving a goal, at the real desks.
/// </summary>
internal static class ProgramBenchmark
{
    private const int WarmUp = 20, Calls = 100;
    private const int Few = 50, Many = 500, Versions = 10;
    private const int Planners = 3;
    private const int Asked = 20; // every so manieth newest version waits for an approval
    private const int Open = 3; // every third program is being changed; the editor is opened on these

    public static async Task<int> Run()
    {
        await using var small = await Portal(friends: 200, messages: 1_000, programs: Few);
        await using var large = await Portal(friends: 2_000, messages: 9_999, programs: Many);
        var (few, many) = (await ProgramsOf(small), await ProgramsOf(large));
        Console.WriteLine($"{Few} programs, then {Many}, of {Versions} versions each: p50 / p95 ms");
        var lines = new List<Line>();
        foreach (var (name, call) in Acts)
            lines.AddRange(await Hold(name, i => call(small, few[i * 7919 % few.Count], i), i => call(large, many[i * 7919 % many.Count], i)));
        return Line.Write(lines) ? 0 : 1;
    }

    private static readonly (string Name, Func<InboxPortal, Guid, int, Task> Call)[] Acts =
    [
        ("the list of programs", (p, _, i) => p.AsManager(s => s.GetRequiredService<ProgramListDesk>().List(new(new())), $"list {i}")),
        ("the list of one state by review", (p, _, i) => p.AsManager(s => s.GetRequiredService<ProgramListDesk>().List(new(new() { State = ProgramState.Running }, "review")), $"state {i}")),
        ("the list of one name", (p, _, i) => p.AsManager(s => s.GetRequiredService<ProgramListDesk>().List(new(new()) { Words = "ひな" }), $"word {i}")),
        ("what waits for me", (p, _, i) => p.AsManager(s => s.GetRequiredService<ProgramListDesk>().Waiting(), $"waiting {i}")),
        ("the count in the rail", (p, _, i) => p.AsManager(s => s.GetRequiredService<ProgramListDesk>().CountWaiting(), $"rail {i}")),
        ("the page of the manager", (p, _, i) => p.AsManager(s => s.GetRequiredService<ProgramListDesk>().Overview(), $"overview {i}")),
        ("opening the editor", (p, one, i) => p.AsManager(s => s.GetRequiredService<ProgramDesk>().Open(one), $"open {i}")),
        ("comparing two versions", (p, one, i) => p.AsManager(s => s.GetRequiredService<ProgramDesk>().Compare(one, 1, Versions), $"compare {i}")),
        ("saving a goal", (p, one, i) => p.AsManager(async s =>
        {
            var goal = (await p.Read(db => db.ProgramVersions.AsNoTracking().Where(v => v.ProgramId == one && v.Number == Versions).Select(v => v.Goals).SingleAsync()))[0];
            await s.GetRequiredService<ProgramDesk>().SaveGoal(one, new(goal, goal with { Yardstick = $"合格 {i}" }));
            return true;
        }, $"save {i}")),
    ];

    /// <summary>The programs whose newest version is written.</summary>
    private static Task<List<Guid>> ProgramsOf(InboxPortal portal) => portal.Read(db =>
        db.SupportPrograms.Where(p => p.NewestStep == VersionStep.Draft).OrderBy(p => p.Number).Select(p => p.Id).ToListAsync());

    private static async Task<InboxPortal> Portal(int friends, int messages, int programs)
    {
        var portal = await InboxPortal.Open(friends, messages);
        await portal.Read(async db =>
        {
            if (!await db.SupportPrograms.AnyAsync())
                await Fill(db, programs);
            return true;
        });
        return portal;
    }

    private static async Task Fill(OneStopDb db, int programs)
    {
        var began = JapanTime.At(new(2026, 10, 5), new(9, 0));
        List<StaffMember> planners = [.. Enumerable.Range(0, Planners).Select(i => StaffMember.Create($"planner{i}", $"策定員{i}", [Duty.Planner], began))];
        db.AddRange(planners);
        await db.SaveChangesAsync();
        foreach (var (number, friend) in (await db.Friends.OrderBy(f => f.Number).Take(programs).ToListAsync()).Index())
        {
            friend.CallAs(number % 25 == 0 ? $"ひなた{number}" : $"利用者{number}");
            var client = db.Add(Client.Of(number + 1, friend, planners[0].Id, began)).Entity;
            db.Add(Consent.To(SupportConsents.Program, client.Id, null, began));
            AddProgram(db, client.Id, number, planners[number % Planners].Id, planners[(number + 1) % Planners].Id, began.AddHours(number));
        }
        await db.SaveChangesAsync();
    }

    private static void AddProgram(OneStopDb db, Guid client, int number, Guid planner, Guid second, DateTimeOffset at)
    {
        var id = Guid.CreateVersion7(at);
        var circumstances = db.Add(Circumstances.First(id, Carried(at), planner, at)).Entity;
        circumstances.Rewrite(circumstances.Notes with { Life = Words("小学生の子と2人で暮らしています。"), Work = Words("スーパーで週20時間働いています。"), Motivation = Words("正社員をめざしたい。") }, planner, at);
        circumstances.Rewrite(Budget(), planner, at);
        circumstances.Rewrite([.. Enum.GetValues<BarrierKind>().Take(5).Select(k => new BarrierPair { Id = Guid.CreateVersion7(at), Kind = k, Hard = Words("預け先がない"), Strength = Words("通える学童がある") })], planner, at);
        var program = db.Add(SupportProgram.Begin(id, client, number + 1, at.JapaneseDate, circumstances, planner, at)).Entity;
        program.LedBy(new(ProgramLead.Ours, ""));
        var (goals, items) = (Goals(at), Items(at));
        for (var edition = 1; edition <= Versions; edition++)
        {
            if (edition > 1)
                db.Add(program.Change(program.Newest, "希望が変わったため", planner, at.AddDays(30 * edition)));
            var now = at.AddDays((30 * edition) + 1);
            program.Newest.Rewrite([.. goals.Select(g => g with { Yardstick = $"第{edition}版のめやす" })], planner, now);
            program.Newest.Rewrite(items, planner, now);
            var digest = ProgramContent.Of(program.Newest, circumstances).Digest;
            if (edition == Versions && number % Open == 0)
                return; // still written
            program.Ask([], digest, "お願いします", planner, now);
            if (edition == Versions && number % Asked == 1)
                return;
            program.Approve(digest, digest, second, now);
            program.Establish(new(now, now.JapaneseDate, Domain.SupportPrograms.Versions.ConfirmationWay.Page, digest, null, null), circumstances.Carried,
                now.JapaneseDate.AddMonths(1), now);
            circumstances.Fix(now);
        }
    }

    private static CarriedFacts Carried(DateTimeOffset at) => new([.. CarriedFacts.Shown.Select(p =>
        new CarriedGroup(p, at, "策定員0", [.. Enumerable.Range(0, 8).Select(i => new FactRow($"項目{i}", Words("聞いたこと")))]))], 98_000, 20, WorkForm.PartTime);

    private static Budget Budget() =>
        new() { Lines = [.. Enumerable.Range(0, 12).Select(i => new BudgetLine(i < 4, $"費目{i}", 10_000 + (i * 1_000)))] };

    private static ValueList<Goal> Goals(DateTimeOffset at) => [.. Enumerable.Range(0, 6).Select(i => new Goal
    {
        Id = Guid.CreateVersion7(at),
        Term = (GoalTerm)(i % 3),
        OwnWords = Words("子どもと安心して暮らしたい。"),
        Words = Words("資格を取って正社員で働く。"),
        MonthlyIncome = 180_000 + (i * 10_000),
        Until = at.JapaneseDate.AddMonths(6 + i),
    })];

    private static ValueList<SupportItem> Items(DateTimeOffset at) => [.. Enumerable.Range(0, 10).Select(i => new SupportItem
    {
        Id = Guid.CreateVersion7(at),
        Kind = SupportItemKind.Training,
        What = $"講座{i}に通う",
        Responsible = "センターの担当",
        From = at.JapaneseDate,
        Until = at.JapaneseDate.AddMonths(1 + i),
        HowOften = "週1回",
        ClientDoes = Words("申込書を書いて出す。"),
    })];

    /// <summary>A text as long as people write.</summary>
    private static string Words(string words) => string.Concat(Enumerable.Repeat(words, 5));

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
        return [new(name, small.P50, "0.0", Beside: small.P95), new($"    {Many} programs", large.P50, "0.0", Beside: large.P95),
            new($"    {Many} programs, p95", large.P95, "0.0", "under 50", p95 => p95 < 50),
            new($"    {Many} beside {Few}, p50", large.P50 / small.P50, "0.00")];
    }

    private static async Task<double> Time(Func<int, Task> call, int i)
    {
        var started = Stopwatch.GetTimestamp();
        await call(i);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
