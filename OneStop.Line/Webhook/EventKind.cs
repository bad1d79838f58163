using System.Text.Json;

namespace OneStop.Line.Webhook;

/// <summary>The kind of an event in LINE's terms, for display; nothing else of its body is used.</summary>
internal static class EventKind
{
    private const int Longest = 40;
    private const string Unknown = "種類なし";

    /// <summary>Returns beacon, message/video, …; also for a body that LINE does not document.</summary>
    public static string Of(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var kind = TypeOf(root);
            return kind == "message" && root.TryGetProperty("message", out var message) && TypeOf(message) is { } inner ? $"message/{inner}" : kind ?? Unknown;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException) // the latter for a name with invalid Unicode
        {
            return Unknown;
        }
    }

    /// <summary>Returns group, room or user; null if there is no source.</summary>
    public static string? SourceOf(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("source", out var source) ? TypeOf(source) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException) // the latter for a name with invalid Unicode
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
            return null; // text with invalid Unicode
        }
    }
}
