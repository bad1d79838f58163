using System.Text.Json.Nodes;
using OneStop.Line.Simulator;

namespace OneStop.Tests.Bookings;

/// <summary>Finds buttons and texts in messages as LINE shows them.</summary>
internal static class Thumb
{
    /// <summary>Returns the postback data of the button with this label, in the newest message that has one.</summary>
    public static (string Data, string? Says) Find(IEnumerable<Bubble> talk, string label)
    {
        var buttons = talk.Where(b => !b.IsMine).Reverse()
            .Select(b => Buttons(b.Message)
                .FirstOrDefault(a => a["label"]!.GetValue<string>() is var stands && (stands == label || stands == $"{label} ○" || stands == $"{label} △")));
        var action = buttons.FirstOrDefault(a => a is not null);
        Assert.True(action is not null,
            $"No button 「{label}」. There are: {string.Join(" ", Buttons(talk.Last(b => !b.IsMine).Message).Select(a => a["label"]))}");
        return (action!["data"]!.GetValue<string>(), action["displayText"]?.GetValue<string>());
    }

    /// <summary>Returns all buttons of a message.</summary>
    public static IEnumerable<JsonObject> Buttons(JsonNode? part) => part switch
    {
        JsonObject { } o when o["type"]?.GetValue<string>() == "button" => [o["action"]!.AsObject()],
        JsonObject o => o.SelectMany(p => Buttons(p.Value)),
        JsonArray a => a.SelectMany(Buttons),
        _ => [],
    };

    /// <summary>Returns all texts of a message, one per line, without its buttons and its notice.</summary>
    public static string Read(JsonNode? part) => string.Join('\n', Texts(part));

    private static IEnumerable<string> Texts(JsonNode? part) => part switch
    {
        JsonObject o when o["type"]?.GetValue<string>() == "text" => [o["text"]!.GetValue<string>()],
        JsonObject o when o["type"]?.GetValue<string>() == "button" => [],
        JsonObject o => o.SelectMany(p => Texts(p.Value)),
        JsonArray a => a.SelectMany(Texts),
        _ => [],
    };
}
