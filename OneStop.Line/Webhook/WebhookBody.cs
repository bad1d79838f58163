using System.Security.Cryptography;
using System.Text.Json;
using OneStop.Domain.Friends;

namespace OneStop.Line.Webhook;

/// <summary>An event as it is written down at the door: little is read, nothing is judged.</summary>
public sealed record WrittenEvent(string EventId, string? Sender, string? MessageId, DateTimeOffset OccurredAt, string Body);

/// <summary>Takes a webhook body apart into events. One body may carry several people's.</summary>
public static class WebhookBody
{
    private const string VerifyingUser = "Udeadbeefdeadbeefdeadbeefdeadbeef";
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 32 };

    /// <exception cref="JsonException">It is no JSON, or no webhook.</exception>
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

    /// <summary>LINE's <c>webhookEventId</c>; where it is missing, the event's hash, so that the same event is still kept once.</summary>
    private static string IdOf(JsonElement element, string raw) => Text(element, "webhookEventId") is { Length: > 0 and <= 64 } id
        ? id
        : "sha256:" + Convert.ToBase64String(
            SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(element.ValueKind == JsonValueKind.Object ? WithoutDelivery(element) : raw)));

    /// <summary>A redelivery differs in <c>deliveryContext</c> alone.</summary>
    private static string WithoutDelivery(JsonElement element) =>
        string.Join(',', element.EnumerateObject().Select(p => p.ToString()).Where(p => !p.StartsWith("\"deliveryContext\"", StringComparison.Ordinal)));

    private static string? SenderOf(JsonElement element) =>
        Find(element, "source") is var source && Text(source, "type") == "user" && LineUserId.TryParse(Text(source, "userId"), out var id)
        && !IsTest(element, id) ? id.Value : null;

    /// <summary>
    /// The button 検証 (Verify) in LINE's console posts events of a user that does not exist,
    /// with reply tokens of one digit: kept like all, and nobody is met.
    /// </summary>
    private static bool IsTest(JsonElement element, LineUserId id) =>
        id.Value == VerifyingUser || (Text(element, "replyToken") is { Length: 32 } token && (token.All(c => c == '0') || token.All(c => c is 'f' or 'F')));

    /// <summary>Of the message that it brings, or takes back.</summary>
    private static string? MessageIdOf(JsonElement element) =>
        (Text(Find(element, "message"), "id") ?? Text(Find(element, "unsend"), "messageId")) is { Length: <= 40 } id ? id : null;

    /// <summary>LINE's <c>timestamp</c> in milliseconds; one that lies outside any sense is not believed.</summary>
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
            return element.EnumerateObject().LastOrDefault(p => IsNamed(p, name)).Value; // some other name in it is no Unicode
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

    /// <summary>Text that is no Unicode (half an emoji) is well-formed JSON and no reason to refuse the events beside it: it counts as missing.</summary>
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
