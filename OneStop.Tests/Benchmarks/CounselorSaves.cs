using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;

namespace OneStop.Tests.Benchmarks;

/// <summary>A counselor who saves drafts and answers at a constant rate, whatever the portal's load is.</summary>
internal sealed class CounselorSaves(BenchPortal portal, IReadOnlyList<Guid> conversations)
{
    private const int PerSecond = 20;

    /// <summary>Begins with existing conversations.</summary>
    public static async Task<CounselorSaves> Begin(BenchPortal portal) =>
        new(portal, await portal.Read(db => db.Conversations.OrderBy(c => c.Id).Select(c => c.Id).Take(PerSecond).ToListAsync()));

    /// <summary>Saves until the other task is complete. Each save begins when it is due, even while an earlier one still waits.</summary>
    public async Task<Latencies> While(Task other)
    {
        var saves = new List<Task<double>>();
        var started = Stopwatch.GetTimestamp();
        while (!other.IsCompleted)
        {
            var number = saves.Count;
            saves.Add(Task.Run(() => Save(number)));
            var rest = TimeSpan.FromSeconds((double)saves.Count / PerSecond) - Stopwatch.GetElapsedTime(started);
            if (rest > TimeSpan.Zero)
                await Task.Delay(rest);
        }
        return Latencies.Of(await Task.WhenAll(saves));
    }

    private async Task<double> Save(int number)
    {
        var started = Stopwatch.GetTimestamp();
        var conversation = conversations[number / 2 % conversations.Count];
        await portal.AsCounselor(async services =>
        {
            if (number % 2 == 0)
                await services.GetRequiredService<ConversationDesk>().SaveDraft(conversation, $"お問い合わせありがとうございます。{number}");
            else
                await services.GetRequiredService<AnswerDesk>().Answer(conversation, $"お問い合わせありがとうございます。求人をお送りします。{number}");
        });
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
