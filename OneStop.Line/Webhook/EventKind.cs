using System.Text.Json;

namespace OneStop.Line.Webhook;

/// <summary>What an event is, in LINE's words and nothing else of its body, for showing.</summary>
internal static class EventKind
{
    private const int Longest = 40;
    private const string Unknown = "種類なし";

    /// <summary>beacon, message/video, …; also of a body that is none that LINE describes.</summary>
    public static string Of(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var kind = TypeOf(root);
            return kind == "message" && root.TryGetProperty("message", out var message) && TypeOf(message) is { } inner ? $"message/{inner}" : kind ?? Unknown;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException) // the latter: a name that is no Unicode
        {
            return Unknown;
        }
    }

    /// <summary>group, room, user; null if it comes from nowhere.</summary>
    public static string? SourceOf(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("source", out var source) ? TypeOf(source) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException) // the latter: a name that is no Unicode
        {
            return null;
        }
    }

    private static string? TypeOf(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
                && type.GetString() is { Length: > 0 } word
                ? word[..Math.Min(word.Length, Longest)]
                : null;
        }
        catch (InvalidOperationException)
        {
            return null; // text that is no Unicode
        }
    }
}
