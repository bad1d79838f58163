using System.Security.Cryptography;
using System.Text.Json;
using OneStop.Domain.Friends;

namespace OneStop.Line.Webhook;

/// <summary>An event as it is written down at the door: little is read, nothing is judged.</summary>
public sealed record WrittenEvent(string EventId, string? Sender, string? MessageId, DateTimeOffset OccurredAt, string Body);

/// <summary>Takes a webhook body apart into events. One body may carry several people's.</summary>
public static class WebhookBody
{
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 32 };

    /// <exception cref="JsonException">It is no JSON, or no webhook.</exception>
    public static IReadOnlyList<WrittenEvent> Read(ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        using var document = JsonDocument.Parse(body, Limits);
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("events", out var events) || events.ValueKind != JsonValueKind.Array)
            throw new JsonException("A webhook body has an array of events.");
        return [.. events.EnumerateArray().Select(e => Write(e, now))];
    }

    private static WrittenEvent Write(JsonElement element, DateTimeOffset now)
    {
        var raw = element.GetRawText();
        return new(IdOf(element, raw), SenderOf(element), MessageIdOf(element), TimeOf(element, now), raw);
    }

    /// <summary>LINE's <c>webhookEventId</c>; where it is missing, the event's hash, so that the same event is still kept once.</summary>
    private static string IdOf(JsonElement element, string raw) => Text(element, "webhookEventId") is { Length: > 0 and <= 64 } id
        ? id
        : "sha256:" + Convert.ToBase64String(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(raw)));

    private static string? SenderOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("source", out var source) && Text(source, "type") == "user" && LineUserId.TryParse(Text(source, "userId"), out var id)
            ? id.Value
            : null;

    private static string? MessageIdOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("message", out var message) && Text(message, "id") is { Length: <= 40 } id ? id : null;

    /// <summary>LINE's <c>timestamp</c> in milliseconds; one that lies outside any sense is not believed.</summary>
    private static DateTimeOffset TimeOf(JsonElement element, DateTimeOffset now)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("timestamp", out var at) || at.ValueKind != JsonValueKind.Number || !at.TryGetInt64(out var milliseconds))
            return now;

        var earliest = now.AddDays(-30).ToUnixTimeMilliseconds();
        return milliseconds < earliest || milliseconds > now.ToUnixTimeMilliseconds() ? now : DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
