using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using OneStop.Line.Api;
using OneStop.Line.Webhook;

namespace OneStop.Line.Reception;

/// <summary>
/// Groups and rooms: the service is for one-to-one talk, where nobody reads along. The account says so in one sentence, not oftener
/// than once an hour in each. It is a courtesy: tried once by the reply token after the event is kept, and never by push.
/// </summary>
public sealed class Gatherings(LineApi line, TimeProvider clock, ILogger<Gatherings> logger)
{
    private const string Sentence = "このサービスは1対1のトーク専用ですので、ご相談はこのアカウントとの1対1のトークに送ってください。";
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan SilentFor = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, DateTimeOffset> saidAt = new();

    /// <summary>Answers what happened in a group with the sentence, if it can be answered and was not lately.</summary>
    public async Task Decline(LineEvent? happened)
    {
        if (happened is not { Source.Gathering: { } gathering, ReplyToken: { } token } || !IsDueIn(gathering))
            return;

        var answer = await line.Reply(token, [new TextMessage(Sentence)], notificationDisabled: false, CancellationToken.None);
        logger.LogInformation("A group was told that the service is for one-to-one talk; LINE answered {Status}, request {RequestId}.", (int?)answer.Status, answer.RequestId);
    }

    private bool IsDueIn(string gathering)
    {
        var now = clock.GetUtcNow();
        if (saidAt.TryGetValue(gathering, out var said) && now - said < SilentFor)
            return false;
        if (saidAt.Count >= MostRemembered)
            saidAt.Clear();
        saidAt[gathering] = now;
        return true;
    }
}
