using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OneStop.Line.Simulator;

/// <summary>A fault as in the details of LINE's errors.</summary>
public sealed record Fault(string Message, string Property);

/// <summary>LINE's checks on the message objects that we send; a property that LINE does not document is a fault too.</summary>
public static class MessageRules
{
    private const int MostMessages = 5;
    private const int MostBubbles = 12;
    private static readonly string[] Common = ["type", "quickReply", "sender"];

    /// <summary>Returns the faults of a call's <c>messages</c>.</summary>
    public static IReadOnlyList<Fault> Check(JsonElement body)
    {
        if (!body.TryGetProperty("messages", out var messages) || messages.ValueKind != JsonValueKind.Array)
            return [new("must be specified", "messages")];
        if (messages.GetArrayLength() is 0 or > MostMessages)
            return [new($"Size must be between 1 and {MostMessages}", "messages")];
        return [.. messages.EnumerateArray().SelectMany((m, i) => Message(m, $"messages[{i}]"))];
    }

    private static IEnumerable<Fault> Message(JsonElement m, string at) => Type(m) switch
    {
        "text" => [.. Only(m, at, [.. Common, "text", "quoteToken", "emojis"]), .. Text(m, at, "text", 5000)],
        "image" => [.. Only(m, at, [.. Common, "originalContentUrl", "previewImageUrl"]), .. Address(m, at, "originalContentUrl", 2000),
            .. Address(m, at, "previewImageUrl", 2000)],
        "flex" => [.. Only(m, at, [.. Common, "altText", "contents"]), .. Text(m, at, "altText", 1500), .. Container(m, at)],
        _ => [new("invalid type", $"{at}.type")],
    };

    private static IEnumerable<Fault> Container(JsonElement m, string at)
    {
        if (!m.TryGetProperty("contents", out var container))
            return [new("must be specified", $"{at}.contents")];
        if (Type(container) != "carousel")
            return Bubble(container, $"{at}.contents");
        if (!container.TryGetProperty("contents", out var bubbles) || bubbles.ValueKind != JsonValueKind.Array
            || bubbles.GetArrayLength() is 0 or > MostBubbles)
            return [new($"size must be between 1 and {MostBubbles}", $"{at}.contents.contents")];
        if (Encoding.UTF8.GetByteCount(container.GetRawText()) > 50 * 1024)
            return [new("size must be less than 50 KB", $"{at}.contents")];
        return [.. Only(container, $"{at}.contents", ["type", "contents"]),
            .. bubbles.EnumerateArray().SelectMany((b, i) => Bubble(b, $"{at}.contents.contents[{i}]"))];
    }

    private static IEnumerable<Fault> Bubble(JsonElement bubble, string at)
    {
        if (Type(bubble) != "bubble")
            return [new("must be specified", at)];
        if (Encoding.UTF8.GetByteCount(bubble.GetRawText()) > 30 * 1024)
            return [new("size must be less than 30 KB", at)];

        string[] parts = ["header", "body", "footer"];
        return [.. Only(bubble, at, ["type", "size", "direction", "hero", "styles", "action", .. parts]),
            .. parts.Where(p => bubble.TryGetProperty(p, out _)).SelectMany(p => Box(bubble.GetProperty(p), $"{at}.{p}")),
            .. bubble.TryGetProperty("styles", out var styles) ? Styles(styles, $"{at}.styles", parts) : []];
    }

    private static IEnumerable<Fault> Styles(JsonElement styles, string at, string[] parts) =>
        [.. Only(styles, at, ["hero", .. parts]),
            .. styles.EnumerateObject().SelectMany(part => Only(part.Value, $"{at}.{part.Name}", ["backgroundColor", "separator", "separatorColor"]))];

    private static IEnumerable<Fault> Box(JsonElement box, string at)
    {
        if (Type(box) != "box" || !box.TryGetProperty("contents", out var contents) || contents.ValueKind != JsonValueKind.Array)
            return [new("must be specified", at)];
        return [.. Only(box, at, ["type", "layout", "contents", "spacing", "margin", "paddingAll", "backgroundColor", "cornerRadius"]),
            .. OneOf(box, at, "layout", "horizontal", "vertical", "baseline"),
            .. contents.EnumerateArray().SelectMany((c, i) => Component(c, $"{at}.contents[{i}]"))];
    }

    private static IEnumerable<Fault> Component(JsonElement c, string at) => Type(c) switch
    {
        "box" => Box(c, at),
        "text" => [.. Only(c, at, ["type", "text", "wrap", "size", "weight", "color", "align", "margin", "flex", "maxLines"]),
            .. Text(c, at, "text", int.MaxValue)],
        "button" => [.. Only(c, at, ["type", "action", "style", "height", "color", "margin"]), .. OneOf(c, at, "style", "primary", "secondary", "link"),
            .. Action(c, at, 40)],
        "separator" => Only(c, at, ["type", "margin", "color"]),
        _ => [new("invalid type", $"{at}.type")],
    };

    internal static IEnumerable<Fault> Action(JsonElement owner, string at, int longestLabel)
    {
        if (!owner.TryGetProperty("action", out var action))
            return [new("must be specified", $"{at}.action")];

        at += ".action";
        return [.. Graphemes(action, at, "label", longestLabel), .. Type(action) switch
        {
            "postback" => [.. Only(action, at, ["type", "label", "data", "displayText", "inputOption", "fillInText"]), .. Text(action, at, "data", 300),
                .. AtMost(action, at, "displayText", 300), .. OneOf(action, at, "inputOption", "closeRichMenu", "openRichMenu", "openKeyboard", "openVoice")],
            "message" => [.. Only(action, at, ["type", "label", "text"]), .. Graphemes(action, at, "text", 300)],
            "uri" => [.. Only(action, at, ["type", "label", "uri", "altUri"]), .. Address(action, at, "uri", 1000)],
            _ => (IEnumerable<Fault>)[new("invalid type", $"{at}.type")],
        }];
    }

    private static IEnumerable<Fault> Text(JsonElement e, string at, string name, int longest) =>
        !e.TryGetProperty(name, out var value) || value.GetString() is not { Length: > 0 } text ? [new("May not be empty", $"{at}.{name}")]
        : text.Length > longest ? [new($"Length must be between 0 and {longest}", $"{at}.{name}")]
        : [];

    internal static IEnumerable<Fault> Graphemes(JsonElement e, string at, string name, int longest) =>
        !e.TryGetProperty(name, out var value) || value.GetString() is not { Length: > 0 } text ? [new("must be specified", $"{at}.{name}")]
        : new StringInfo(text).LengthInTextElements > longest ? [new($"Length must be between 0 and {longest}", $"{at}.{name}")]
        : [];

    private static IEnumerable<Fault> AtMost(JsonElement e, string at, string name, int longest) =>
        e.TryGetProperty(name, out _) ? Graphemes(e, at, name, longest) : [];

    /// <summary>LINE accepts https only; http is accepted for this machine's own address, which has no certificate.</summary>
    private static IEnumerable<Fault> Address(JsonElement e, string at, string name, int longest) =>
        e.TryGetProperty(name, out var value) && value.GetString() is { } text && text.Length <= longest && Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (uri.Scheme is "https" or "tel" or "line" || uri.IsLoopback)
            ? []
            : [new("invalid uri", $"{at}.{name}")];

    private static IEnumerable<Fault> OneOf(JsonElement e, string at, string name, params string[] allowed) =>
        e.TryGetProperty(name, out var value) && !allowed.Contains(value.GetString()) ? [new("invalid value", $"{at}.{name}")] : [];

    internal static IEnumerable<Fault> Only(JsonElement e, string at, string[] known) =>
        e.EnumerateObject().Where(p => !known.Contains(p.Name)).Select(p => new Fault("unknown property", $"{at}.{p.Name}"));

    private static string? Type(JsonElement e) => e.ValueKind == JsonValueKind.Object && e.TryGetProperty("type", out var type) ? type.GetString() : null;
}
