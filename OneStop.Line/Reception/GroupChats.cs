using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneStop.Domain;
using OneStop.Domain.Channels;
using OneStop.Line.Api;
using OneStop.Line.Webhook;

namespace OneStop.Line.Reception;

/// <summary>
/// Answers groups and rooms, where others would read along: the account says in one sentence that it is for one-to-one conversations only, at most
/// once an hour in each group. It is tried once by the reply token after the event is stored, never by push. It runs in its own queue, so that a slow
/// response of LINE delays no friend.
/// </summary>
public sealed class GroupChats(LineApi line, TimeProvider clock, ILogger<GroupChats> logger) : BackgroundService
{
    private const string Sentence = "このサービスは1対1のトーク専用ですので、ご相談はこのアカウントとの1対1のトークに送ってください。";
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan SilentFor = TimeSpan.FromHours(1);

    // A longer queue is useless, because a reply token is valid for a minute.
    private readonly Channel<Occasion> occasions =
        Channel.CreateBounded<Occasion>(new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<string, DateTimeOffset> saidAt = [];

    /// <summary>Queues the sentence for an event of a group that has a reply token.</summary>
    public void Decline(LineEvent? happened)
    {
        if (happened is { Source.GroupChat: { } gathering, ReplyToken: { } token })
            occasions.Writer.TryWrite(new(gathering, token, clock.GetUtcNow() + ReplyToken.FreshFor));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var occasion in occasions.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await Say(occasion, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError("A group could not be answered: {Failure}", exception.WithoutWords);
            }
        }
    }

    private async Task Say(Occasion occasion, CancellationToken stopping)
    {
        var now = clock.GetUtcNow();
        if (now > occasion.Until || (saidAt.TryGetValue(occasion.GroupChat, out var said) && now - said < SilentFor))
            return;

        var answer = await line.Reply(occasion.ReplyToken, [new TextMessage(Sentence)], notificationDisabled: false, stopping);
        logger.LogInformation("A group was told that the service is for one-to-one talk; LINE answered {Status}, request {RequestId}.",
            (int?)answer.Status, answer.RequestId);
        if (answer.IsRefused)
            return; // it was not said, so the next event may be answered
        if (saidAt.Count >= MostRemembered)
            saidAt.Clear();
        saidAt[occasion.GroupChat] = now;
    }

    /// <param name="Until">Until when the reply token is worth trying.</param>
    private sealed record Occasion(string GroupChat, string ReplyToken, DateTimeOffset Until);
}
