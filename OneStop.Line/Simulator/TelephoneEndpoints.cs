using System.Net.Mime;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using OneStop.Line.Api;

namespace OneStop.Line.Simulator;

/// <summary><c>/simulator</c>: a telephone page for several virtual people. Development only.</summary>
internal static class TelephoneEndpoints
{
    private const long LargestUpload = 25 * 1024 * 1024;

    extension(IEndpointRouteBuilder app)
    {
        public void MapTelephone()
        {
            var page = app.MapGroup(SimulatorPaths.Telephone).AllowAnonymous().DisableAntiforgery();
            page.MapGet("", () => Asset("index.html", "text/html; charset=utf-8"));
            page.MapGet("telephone.js", () => Asset("telephone.js", "text/javascript; charset=utf-8"));
            page.MapGet("telephone.css", () => Asset("telephone.css", "text/css; charset=utf-8"));

            var people = page.MapGroup("people");
            people.MapGet("", (LinePlatform line) => Results.Json(line.Friends.Select(f => new { f.UserId, f.Name, f.IsFriend, f.HasBlocked })));
            people.MapPost("", (LinePlatform line, NewPerson person) => Results.Json(new { line.Invent(person.Name).UserId }));
            people.MapGet("{id}/talk",
                (LinePlatform line, string id) =>
                    line.Find(id) is { } f ? Results.Json(
                        new { f.UserId, f.Name, f.IsFriend, f.HasBlocked, f.Lost, f.LoadingUntil, Bubbles = line.TalkOf(id) }) : Results.NotFound());
            people.MapGet("{id}/stream", Stream);
            people.MapPost("{id}/follow", (LinePlatform line, string id) => line.Follow(id));
            people.MapPost("{id}/block", (LinePlatform line, string id) => line.Block(id));
            people.MapPost("{id}/say", (LinePlatform line, string id, JsonObject message) => Results.Json(new { Id = line.Say(id, message) }));
            people.MapPost("{id}/press", (LinePlatform line, string id, Pressed pressed) => line.Press(id, pressed.Data, pressed.DisplayText, pressed.Params));
            people.MapPost("{id}/unsend/{messageId}", (LinePlatform line, string id, string messageId) => line.Unsend(id, messageId));
            people.MapPost("{id}/upload", Upload);
            page.MapGet("orders", (LinePlatform line) => line.Orders.Waiting);
            page.MapPost("orders", (LinePlatform line, Order order) => line.Orders.Give(order));
            page.MapDelete("orders", (LinePlatform line) => line.Orders.Clear());
            page.MapGet("menu", (LinePlatform line) => line.Menus.Default is { } menu ? Results.Json(new { menu.Id, menu.Body }) : Results.NoContent());
            page.MapGet("menu/{id}/picture",
                (LinePlatform line, string id) =>
                    line.Menus.Find(id) is { Picture: { } picture } ? Results.Bytes(picture, PixelSize.Of(picture)?.ContentType) : Results.NotFound());
            page.MapGet("content/{id}",
                (LinePlatform line, string id) => line.Contents.Of(id) is { Bytes.Length: > 0 } c ? Results.Bytes(c.Bytes, c.ContentType) : Results.NotFound());
        }
    }

    private static async Task<IResult> Upload(LinePlatform line, string id, string name, HttpRequest request)
    {
        if (request.ContentLength > LargestUpload)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);

        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes);
        var type = request.ContentType ?? MediaTypeNames.Application.Octet;
        var message = type.Split('/')[0] switch
        {
            "image" => new JsonObject { ["type"] = "image", ["contentProvider"] = new JsonObject { ["type"] = "line" } },
            "video" or "audio" => new JsonObject
            {
                ["type"] = type.Split('/')[0],
                ["duration"] = 1000,
                ["contentProvider"] = new JsonObject { ["type"] = "line" }
            },
            _ => new JsonObject { ["type"] = "file", ["fileName"] = name, ["fileSize"] = bytes.Length },
        };
        return Results.Json(new { Id = line.SendBytes(id, message, bytes.ToArray(), type) });
    }

    /// <summary>
    /// Notifies the page that the conversation or the menu has changed, so that it reads again. Open pages do not delay the portal's stop.
    /// </summary>
    private static async Task Stream(LinePlatform line, string id, HttpResponse response, IHostApplicationLifetime portal, CancellationToken left)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(left, portal.ApplicationStopping);
        var gone = over.Token;
        var changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        void Note(string userId)
        {
            if (userId == id)
                changes.Writer.TryWrite(true);
        }

        void NoteMenu() => changes.Writer.TryWrite(true);

        response.ContentType = "text/event-stream";
        line.Changed += Note;
        line.Menus.Changed += NoteMenu;
        try
        {
            await response.WriteAsync(": hello\n\n", gone);
            await response.Body.FlushAsync(gone);
            await foreach (var _ in changes.Reader.ReadAllAsync(gone))
            {
                await response.WriteAsync("data: changed\n\n", gone);
                await response.Body.FlushAsync(gone);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the portal stops.
        }
        finally
        {
            line.Changed -= Note;
            line.Menus.Changed -= NoteMenu;
        }
    }

    private static IResult Asset(string name, string contentType) =>
        Results.Stream(typeof(TelephoneEndpoints).Assembly.GetManifestResourceStream($"OneStop.Line.Simulator.Telephone.{name}")!, contentType);

    internal sealed record NewPerson(string Name);

    internal sealed record Pressed(string Data, string? DisplayText, JsonObject? Params);
}
