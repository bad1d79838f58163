using System.Security.Cryptography;
using System.Text.Json;
using OneStop.Domain.Friends;

namespace OneStop.Line.Webhook;

/// <summary>An event as it is stored on receipt: only a few fields are parsed, and nothing is interpreted.</summary>
public sealed record WrittenEvent(string EventId, string? Sender, string? MessageId, DateTimeOffset OccurredAt, string Body);

/// <summary>Splits a webhook body into events. One body may contain events of several people.</summary>
public static class WebhookBody
{
    private const string VerifyingUser = "Udeadbeefdeadbeefdeadbeefdeadbeef";
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 32 };

    /// <exception cref="JsonException">The body is no JSON, or no webhook.</exception>
    public static IReadOnlyList<WrittenEvent> Read(ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        using var document = JsonDocument.Parse(body, Limits);
        if (Find(document.RootElement, "events") is not { ValueKind: JsonValueKind.Array } events)
            throw new JsonException("A webhook body has an array of events.");
        return [.. events.EnumerateArray().Select(e => Write(e, now))];
    }

    private static WrittenEvent Write(JsonElement element, DateTimeOffset now)
    {
        var raw = element.GetRawText();
        return new(IdOf(element, raw), SenderOf(element), MessageIdOf(element), TimeOf(element, now), raw);
    }

    /// <summary>Returns LINE's <c>webhookEventId</c>; if it is missing, the event's hash, so that the same event is still stored once.</summary>
    private static string IdOf(JsonElement element, string raw) => Text(element, "webhookEventId") is { Length: > 0 and <= 64 } id
        ? id
        : "sha256:" + Convert.ToBase64String(
            SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(element.ValueKind == JsonValueKind.Object ? WithoutDelivery(element) : raw)));

    /// <summary>Returns the event without <c>deliveryContext</c>, the only part that differs in a redelivery.</summary>
    private static string WithoutDelivery(JsonElement element) =>
        string.Join(',', element.EnumerateObject().Select(p => p.ToString()).Where(p => !p.StartsWith("\"deliveryContext\"", StringComparison.Ordinal)));

    private static string? SenderOf(JsonElement element) =>
        Find(element, "source") is var source && Text(source, "type") == "user" && LineUserId.TryParse(Text(source, "userId"), out var id)
        && !IsTest(element, id) ? id.Value : null;

    /// <summary>
    /// Whether the event comes from the button 検証 (Verify) in LINE's console, which posts events of a user that does not exist, with reply tokens
    /// of one repeated digit. It is stored without a sender, so that no friend is registered.
    /// </summary>
    private static bool IsTest(JsonElement element, LineUserId id) =>
        id.Value == VerifyingUser || (Text(element, "replyToken") is { Length: 32 } token && (token.All(c => c == '0') || token.All(c => c is 'f' or 'F')));

    /// <summary>Returns the id of the message that was sent, edited or unsent; null for other events.</summary>
    private static string? MessageIdOf(JsonElement element) =>
        (Text(Find(element, "message"), "id") ?? Text(Find(element, "unsend"), "messageId")) is { Length: <= 40 } id ? id : null;

    /// <summary>Returns LINE's <c>timestamp</c> (milliseconds), or the present time if it is missing, older than 30 days or in the future.</summary>
    private static DateTimeOffset TimeOf(JsonElement element, DateTimeOffset now)
    {
        if (Find(element, "timestamp") is not { ValueKind: JsonValueKind.Number } at || !at.TryGetInt64(out var milliseconds))
            return now;

        var earliest = now.AddDays(-30).ToUnixTimeMilliseconds();
        return milliseconds < earliest || milliseconds > now.ToUnixTimeMilliseconds() ? now : DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
    }

    private static JsonElement Find(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return default;
        try
        {
            return element.TryGetProperty(name, out var value) ? value : default;
        }
        catch (InvalidOperationException)
        {
            return element.EnumerateObject().LastOrDefault(p => IsNamed(p, name)).Value; // another name in it is invalid Unicode
        }
    }

    private static bool IsNamed(JsonProperty property, string name)
    {
        try
        {
            return property.NameEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>
    /// Returns a text; null if it is missing. A text with invalid Unicode (a lone surrogate) is well-formed JSON and no reason to refuse the other
    /// events, so it counts as missing.
    /// </summary>
    private static string? Text(JsonElement element, string name)
    {
        try
        {
            return Find(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
