using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OneStop.Line.Simulator;

/// <summary>The rich-menu calls that we make, with LINE's responses.</summary>
internal static class RichMenuApi
{
    private const string Menus = "v2/bot/richmenu";
    private const string Everybodys = "v2/bot/user/all/richmenu";
    private const string NotFound = "Not found";

    extension(IEndpointRouteBuilder api)
    {
        public void MapRichMenus()
        {
            api.MapPost($"{Menus}/validate", (HttpRequest request) => Checked(request, _ => Nothing));
            api.MapPost(Menus, (HttpRequest request, LinePlatform line) => Checked(request, menu => Results.Json(new { richMenuId = line.Menus.Make(menu) })));
            api.MapGet($"{Menus}/list", (LinePlatform line) => Results.Json(new { richmenus = line.Menus.All.Select(Listed) }));
            api.MapDelete($"{Menus}/{{id}}", Delete);
            api.MapGet(Everybodys, Default);
            api.MapPost($"{Everybodys}/{{id}}", Show);
            api.MapDelete(Everybodys, (LinePlatform line) => ShowOnly(line, null));
        }

        /// <summary>Maps the calls of the host for contents.</summary>
        public void MapRichMenuPictures() => api.MapPost($"{Menus}/{{id}}/content", Upload);
    }

    private static IResult Nothing => Results.Json(new { });

    private static async Task<IResult> Checked(HttpRequest request, Func<JsonObject, IResult> accept)
    {
        JsonElement menu;
        try
        {
            menu = await request.ReadFromJsonAsync<JsonElement>();
        }
        catch (JsonException)
        {
            return PlatformApi.Refuse(StatusCodes.Status400BadRequest, "The request body could not be parsed as JSON (line: 1, column: 1)");
        }
        var faults = RichMenuRules.Check(menu);
        return faults.Count == 0
            ? accept(JsonObject.Create(menu)!)
            : Results.Json(new
            {
                message = $"The request body has {faults.Count} error(s)",
                details = faults.Select(f => new { message = f.Message, property = f.Property })
            }, statusCode: StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> Upload(string id, HttpRequest request, LinePlatform line)
    {
        if (line.Menus.Find(id) is not { } menu)
            return PlatformApi.Refuse(StatusCodes.Status404NotFound, NotFound);
        if (menu.Picture is not null)
            return PlatformApi.Refuse(StatusCodes.Status400BadRequest, "An image has already been uploaded to the richmenu");

        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes);
        if (RichMenuRules.CheckPicture(bytes.ToArray(), request.ContentType, JsonSerializer.SerializeToElement(menu.Body)) is { } fault)
            return PlatformApi.Refuse(fault.Status, fault.Message);
        line.Menus.Keep(menu with { Picture = bytes.ToArray() });
        return Nothing;
    }

    private static IResult Default(LinePlatform line) =>
        line.Menus.IsSetInConsole ? PlatformApi.Refuse(StatusCodes.Status403Forbidden, "Access to this API is not available for your account")
        : line.Menus.Default is { } menu ? Results.Json(new { richMenuId = menu.Id })
        : PlatformApi.Refuse(StatusCodes.Status404NotFound, "no default richmenu");

    private static IResult Show(string id, LinePlatform line) => line.Menus.Find(id) switch
    {
        null => PlatformApi.Refuse(StatusCodes.Status404NotFound, NotFound),
        { Picture: null } => PlatformApi.Refuse(StatusCodes.Status400BadRequest, "must upload richmenu image before applying it to user"),
        _ => ShowOnly(line, id),
    };

    private static IResult ShowOnly(LinePlatform line, string? id)
    {
        line.Menus.Show(id);
        return Nothing;
    }

    private static IResult Delete(string id, LinePlatform line) =>
        line.Menus.Remove(id) ? Nothing : PlatformApi.Refuse(StatusCodes.Status404NotFound, NotFound);

    private static JsonObject Listed(SimulatedMenu menu)
    {
        var listed = new JsonObject { ["richMenuId"] = menu.Id };
        foreach (var (name, value) in menu.Body)
            listed[name] = value?.DeepClone();
        return listed;
    }
}
