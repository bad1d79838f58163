using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Inbox;
using OneStop.Domain.Conversations.Search;

namespace OneStop.Tests.Benchmarks;

/// <summary>
/// The inbox with few and with many conversations: its lists with their counts, opening a conversation, searching. Uses the real
/// desks, and measures the slowest variant of each call: lists after a change that invalidates the cache, conversations and searches
/// for the first time in a sitting, so that they are recorded.
/// </summary>
internal static class InboxBenchmark
{
    private const int WarmUp = 20;
    private const int Calls = 100;

    private static readonly (string Name, SearchQuery Query)[] Searches =
    [
        ("common", new(InboxTexts.Common)),
        ("rare", new(InboxTexts.Rare)),
        ("absent", new(InboxTexts.Absent)),
        ("rare of a common one's files", new(InboxTexts.Common, Kind: MessageKind.File)),
        ("longer word", new(InboxTexts.Longer)),
        ("two words", new($"{InboxTexts.Longer} 簿記")),
        ("common in one week of the first year", new(InboxTexts.Common, From: new(2027, 5, 3), To: new(2027, 5, 9))),
    ];

    public static async Task<int> Run()
    {
        await using var small = await InboxPortal.Open(2_000, 200_000);
        await using var large = await InboxPortal.Open(18_000, 2_000_000);
        Console.WriteLine("2,000 friends, 200,000 messages; then 18,000 friends, 2,000,000 messages: p50 / p95 ms");
        for (var i = 0; i < 3; i++)
            await Times(small, large, (portal, _) => List(portal, InboxList.All)); // not counted: the JIT recompiles hot methods
        var lines = new List<Line>();
        foreach (var list in Enum.GetValues<InboxList>())
            lines.AddRange(await Hold($"list {list}", (portal, _) => List(portal, list)));
        lines.AddRange(await Hold("opening a conversation",
            (portal, call) => portal.AsCounselor(s => s.GetRequiredService<ConversationDesk>().Open(portal.Conversation(call)), $"sitting {call}")));
        foreach (var (name, query) in Searches)
            lines.AddRange(await Hold($"search, {name}",
                (portal, call) => portal.AsCounselor(s => s.GetRequiredService<SearchDesk>().Find(query), $"sitting {call}"), isSearch: true));
        return Line.Write(lines) ? 0 : 1;

        async Task<IReadOnlyList<Line>> Hold(string name, Func<InboxPortal, int, Task> call, bool isSearch = false)
        {
            var (few, many) = await Times(small, large, call);
            var most = isSearch ? 300 : 50;
            Line[] both = [new(name, few.P50, "0.0", Beside: few.P95), new("    large", many.P50, "0.0", Beside: many.P95),
                new("    large, p95", many.P95, "0.0", $"under {most}", p95 => p95 < most)];
            return isSearch ? both : [.. both, new("    large beside small, p50", many.P50 / few.P50, "0.00", "at most 1.5", r => r <= 1.5)];
        }
    }

    private static Task<InboxView> List(InboxPortal portal, InboxList list)
    {
        portal.Live.Announce(ConversationTopics.Inbox); // invalidates the shared cache
        return portal.AsCounselor(s => s.GetRequiredService<InboxDesk>().List(list), "sitting");
    }

    /// <summary>Calls the small and the large portal alternately, so that other load on the machine affects both alike.</summary>
    private static async Task<(Latencies Few, Latencies Many)> Times(InboxPortal small, InboxPortal large, Func<InboxPortal, int, Task> call)
    {
        var (few, many) = (new List<double>(), new List<double>());
        for (var i = 0; i < WarmUp + Calls; i++)
        {
            few.Add(await Time(small, i));
            many.Add(await Time(large, i));
        }
        return (Latencies.Of(few.Skip(WarmUp)), Latencies.Of(many.Skip(WarmUp)));

        async Task<double> Time(InboxPortal portal, int i)
        {
            var started = Stopwatch.GetTimestamp();
            await call(portal, i);
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
    }
}
