using System.Text.Json;

namespace OneStop.Domain.Conversations.Danger;

/// <summary>
/// Reads all texts that a client can have put into an event, including events of unknown kinds. Only properties that the channel itself writes are
/// left out, by name: a word could occur in a token or id by chance.
/// </summary>
internal static class EventWords
{
    private static readonly string[] Machinery = ["type", "mode", "source", "deliveryContext", "contentProvider", "keywords", "stickerResourceType",
        "emojis", "mention", "hash"];

    /// <summary>Returns the texts of an event's body.</summary>
    public static IReadOnlyList<string> In(string body)
    {
        try
        {
            using var read = JsonDocument.Parse(body);
            return [.. Of(read.RootElement)];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return [body]; // invalid JSON or a broken surrogate pair: the whole body is checked as text
        }
    }

    private static IEnumerable<string> Of(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.String => [part.GetString()!],
        JsonValueKind.Array => part.EnumerateArray().SelectMany(Of),
        JsonValueKind.Object => part.EnumerateObject().Where(p => !IsMachinery(p.Name)).SelectMany(p => Of(p.Value)),
        _ => [],
    };

    private static bool IsMachinery(string name) =>
        Machinery.Contains(name) || name.EndsWith("id", StringComparison.OrdinalIgnoreCase) || name.EndsWith("token", StringComparison.OrdinalIgnoreCase);
}
