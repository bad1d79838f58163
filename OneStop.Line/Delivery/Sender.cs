using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OneStop.Domain.Channels;
using OneStop.Domain.Data;
using OneStop.Domain.Workers;
using OneStop.Line.Api;

namespace OneStop.Line.Delivery;

/// <summary>One try at LINE: the message in LINE's words, by the route that was noted beforehand.</summary>
public sealed class Sender(LineApi line, LineWords words, IOptions<LineOptions> options, Instruments instruments, ILogger<Sender> logger)
{
    /// <summary>How long a try may have a message in hand.</summary>
    public TimeSpan ClaimFor => options.Value.ClaimFor;

    /// <summary>The message in LINE's words, before it is claimed: what fails here was certainly not sent. Null where a picture of it is gone.</summary>
    public Task<IReadOnlyList<LineMessage>?> Write(OneStopDb db, OutgoingMessage message, CancellationToken stopping) => words.Write(db, message.Contents, stopping);

    /// <summary>Makes the call. One that has begun is ended, also while the portal stops: else it would be 不明.</summary>
    public async Task<LineAnswer> Send(OutgoingMessage message, IReadOnlyList<LineMessage> contents, Route route)
    {
        using var span = instruments.Begin("send message");
        var answer = route == Route.Reply
            ? await line.Reply(message.ReplyToken!, contents, CancellationToken.None)
            : await line.Push(message.To.Value, contents, message.Id, CancellationToken.None);
        span?.SetTag("route", route.ToString()).SetTag("status", (int?)answer.Status);
        instruments.Sent(route.ToString(), (int?)answer.Status);
        logger.LogInformation("{Route} answered {Status}, request {RequestId}.", route, (int?)answer.Status, answer.RequestId);
        return answer;
    }
}
