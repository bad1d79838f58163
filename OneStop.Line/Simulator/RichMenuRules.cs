using System.Text.Json;
using OneStop.Line.Api;

namespace OneStop.Line.Simulator;

/// <summary>LINE's checks on a rich menu and its picture; a property that LINE does not document is a fault too.</summary>
public static class RichMenuRules
{
    /// <summary>Returns the faults of a menu object.</summary>
    public static IReadOnlyList<Fault> Check(JsonElement menu)
    {
        if (menu.ValueKind != JsonValueKind.Object)
            return [new("must be specified", "size")];
        return [
            .. MessageRules.Only(menu, "richmenu", ["size", "selected", "name", "chatBarText", "areas"]),
            .. Size(menu),
            .. menu.TryGetProperty("selected", out var selected) && selected.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? []
                : (Fault[])[new("must be specified", "selected")],
            .. MessageRules.Graphemes(menu, "richmenu", "name", RichMenuRequest.LongestName),
            .. MessageRules.Graphemes(menu, "richmenu", "chatBarText", RichMenuRequest.LongestChatBarText),
            .. Areas(menu),
        ];
    }

    /// <summary>Returns why LINE would refuse a picture; null if it accepts it.</summary>
    /// <returns>The status and the message.</returns>
    public static (int Status, string Message)? CheckPicture(byte[] picture, string? contentType, JsonElement menu) =>
        contentType is not ("image/png" or "image/jpeg") ? (415, $"The content type, {contentType}, is not supported")
        : picture.Length > RichMenuRequest.LargestPicture ? (413, "Request entity too large")
        : PixelSize.Of(picture) is not { } size || size.ContentType != contentType ? (400, "The image could not be read")
        : SizeOf(menu) != new RichMenuSize(size.Width, size.Height) ? (400, "The image size must be the same as the size of the rich menu")
        : null;

    private static IEnumerable<Fault> Size(JsonElement menu) => SizeOf(menu) switch
    {
        null => [new("must be specified", "size")],
        {
            Width: < RichMenuSize.LeastWidth
            or > RichMenuSize.MostWidth
        } => [new($"must be between {RichMenuSize.LeastWidth} and {RichMenuSize.MostWidth}", "size.width")],
        var size when !size.IsTaken() => [new("invalid height", "size.height")],
        _ => [],
    };

    private static IEnumerable<Fault> Areas(JsonElement menu)
    {
        if (!menu.TryGetProperty("areas", out var areas) || areas.ValueKind != JsonValueKind.Array)
            return [new("must be specified", "areas")];
        if (areas.GetArrayLength() > RichMenuRequest.MostAreas)
            return [new($"Size must be between 0 and {RichMenuRequest.MostAreas}", "areas")];
        var size = SizeOf(menu);
        return areas.EnumerateArray().SelectMany((area, i) => (Fault[])[
            .. MessageRules.Only(area, $"areas[{i}]", ["bounds", "action"]),
            .. Bounds(area, size, $"areas[{i}].bounds"),
            .. MessageRules.Action(area, $"areas[{i}]", RichMenuRequest.LongestLabel),
        ]);
    }

    private static IEnumerable<Fault> Bounds(JsonElement area, RichMenuSize? size, string at)
    {
        if (!area.TryGetProperty("bounds", out var bounds) || bounds.ValueKind != JsonValueKind.Object)
            return [new("must be specified", at)];
        if (Number(bounds, "x") is not { } x || Number(bounds, "y") is not { } y || Number(bounds, "width") is not { } width
            || Number(bounds, "height") is not { } height)
            return [new("must be specified", at)];
        return [
            .. MessageRules.Only(bounds, at, ["x", "y", "width", "height"]),
            .. x < 0 || y < 0 || width < 1 || height < 1 || x + width > size?.Width || y + height > size?.Height
                ? [new Fault("must lie within the image", at)]
                : (Fault[])[],
        ];
    }

    private static RichMenuSize? SizeOf(JsonElement menu) =>
        menu.TryGetProperty("size", out var size) && size.ValueKind == JsonValueKind.Object && Number(size, "width") is { } width
        && Number(size, "height") is { } height ? new(width, height) : null;

    private static int? Number(JsonElement e, string name) =>
        e.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
