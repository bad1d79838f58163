using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Line.Api;

namespace OneStop.Line.Delivery;

/// <summary>One try at LINE: the message in LINE's words, by the route that was noted beforehand.</summary>
public sealed class Sender(LineApi line, LineWords words, IOptions<LineOptions> options, Metrics metrics, TimeProvider clock, ILogger<Sender> logger)
{
    /// <summary>How long a try may have a message in hand.</summary>
    public TimeSpan ClaimFor => options.Value.ClaimFor;

    /// <summary>The message in LINE's words, before it is claimed: what fails here was certainly not sent. Null where a picture of it is gone.</summary>
    public async Task<PreparedCall?> Write(OneStopDb db, OutgoingMessage message, CancellationToken stopping)
    {
        var clientSpokeAt = await db.Messages.Of(message.ConversationId, long.MaxValue)
            .Where(m => m.By == Speaker.Client).Select(m => (DateTimeOffset?)m.At).FirstOrDefaultAsync(stopping);
        var isSilent = message.IsSilent ?? QuietHours.AreKept(clock.GetUtcNow(), message.IsUnasked ? null : clientSpokeAt);
        return await words.Write(db, message.Contents, stopping) is { } written ? new(written, isSilent) : null;
    }

    /// <summary>Makes the call. One that has begun is ended, also while the portal stops: else it would be 不明.</summary>
    public async Task<LineAnswer> Send(OutgoingMessage message, PreparedCall call, Route route)
    {
        using var span = metrics.Begin("send message");
        var answer = route == Route.Reply
            ? await line.Reply(message.ReplyToken!, call.Messages, call.IsSilent, CancellationToken.None)
            : await line.Push(message.To.Value, call.Messages, message.Id, call.IsSilent, CancellationToken.None);
        span?.SetTag("route", route.ToString()).SetTag("status", (int?)answer.Status);
        metrics.Sent(route.ToString(), (int?)answer.Status);
        logger.LogInformation("{Route} answered {Status}, request {RequestId}.", route, (int?)answer.Status, answer.RequestId);
        return answer;
    }
}

/// <summary>A message in LINE's words.</summary>
/// <param name="IsSilent">It arrives without a sound.</param>
public sealed record PreparedCall(IReadOnlyList<LineMessage> Messages, bool IsSilent);
