using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Line.Api;

namespace OneStop.Line.Delivery;

/// <summary>Makes one attempt at LINE, by the route recorded before.</summary>
public sealed class Sender(LineApi line, LineWords words, IOptions<LineOptions> options, Metrics metrics, TimeProvider clock, ILogger<Sender> logger)
{
    /// <summary>How long an attempt may claim a message.</summary>
    public TimeSpan ClaimFor => options.Value.ClaimFor;

    /// <summary>Converts the message before it is claimed: if this fails, nothing was sent. Null if a picture does not exist any more.</summary>
    public async Task<PreparedCall?> Write(OneStopDb db, OutgoingMessage message, CancellationToken stopping)
    {
        var clientSpokeAt = await db.Messages.Of(message.ConversationId, long.MaxValue)
            .Where(m => m.By == Speaker.Client).Select(m => (DateTimeOffset?)m.At).FirstOrDefaultAsync(stopping);
        var isSilent = message.IsSilent ?? QuietHours.AreKept(clock.GetUtcNow(), message.IsUnasked ? null : clientSpokeAt);
        return await words.Write(db, message.Contents, stopping) is { } written ? new(written, isSilent) : null;
    }

    /// <summary>Makes the call. It is completed even while the portal stops, because its outcome would otherwise be 不明.</summary>
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

/// <summary>A converted message.</summary>
/// <param name="IsSilent">Whether it arrives without a sound.</param>
public sealed record PreparedCall(IReadOnlyList<LineMessage> Messages, bool IsSilent);
