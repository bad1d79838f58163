using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.Workers;
using OneStop.Line.Api;

namespace OneStop.Line.Delivery;

/// <summary>One try at LINE: the message in LINE's words, by the route that was noted beforehand.</summary>
public sealed class Sender(LineApi line, LineWords words, IOptions<LineOptions> options, Instruments instruments, TimeProvider clock, ILogger<Sender> logger)
{
    /// <summary>How long a try may have a message in hand.</summary>
    public TimeSpan ClaimFor => options.Value.ClaimFor;

    /// <summary>Makes the call. One that has begun is ended, also while the portal stops: else it would be 不明.</summary>
    public async Task<LineAnswer> Send(OneStopDb db, OutgoingMessage message, Route route, CancellationToken stopping)
    {
        using var span = instruments.Begin("send message");
        var contents = await words.Write(db, message.Contents, stopping);
        var clientSpokeAt = await db.Messages.Of(message.ConversationId, long.MaxValue).Where(m => m.By == Speaker.Client).Select(m => (DateTimeOffset?)m.At).FirstOrDefaultAsync(stopping);
        var isSilent = QuietHours.AreKept(clock.GetUtcNow(), clientSpokeAt);
        var answer = route == Route.Reply
            ? await line.Reply(message.ReplyToken!, contents, isSilent, CancellationToken.None)
            : await line.Push(message.To.Value, contents, message.Id, isSilent, CancellationToken.None);
        span?.SetTag("route", route.ToString()).SetTag("status", (int?)answer.Status);
        instruments.Sent(route.ToString(), (int?)answer.Status);
        logger.LogInformation("{Route} answered {Status}, request {RequestId}.", route, (int?)answer.Status, answer.RequestId);
        return answer;
    }
}
