using System.Text.Json;

namespace OneStop.Domain.Conversations.Danger;

/// <summary>
/// All words that a client can have put into an event, whatever its kind: kinds that nobody knows yet are read as well. Only what the
/// channel's own machinery writes is left out, by its name; among tokens and ids a word would stand by chance.
/// </summary>
internal static class EventWords
{
    private static readonly string[] Machinery = ["type", "mode", "source", "deliveryContext", "contentProvider", "keywords", "stickerResourceType",
        "emojis", "mention", "hash"];

    /// <summary>The words of an event's body; none where it cannot be read.</summary>
    public static IReadOnlyList<string> In(string body)
    {
        try
        {
            using var read = JsonDocument.Parse(body);
            return [.. Of(read.RootElement)];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return [body]; // no JSON, or half a character in it: whatever stands there is looked at as it is
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
