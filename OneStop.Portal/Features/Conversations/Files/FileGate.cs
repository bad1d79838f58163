using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Staff;
using OneStop.Portal.Documents;

namespace OneStop.Portal.Features.Conversations.Files;

/// <summary>
/// Hands out stored files over HTTP: pictures, videos and voices to be shown, all else only to be saved, nothing ever to be run or guessed at.
/// </summary>
internal sealed class FileGate(FileDesk desk, Actor actor, IHttpContextAccessor http)
{
    /// <summary>For staff who may see the conversation.</summary>
    public async Task<IResult> Open(Guid id, bool preview) => Send(await desk.Open(id, preview), "no-store", isNamed: true);

    /// <summary>For LINE and the client's telephone, by the unguessable address.</summary>
    public async Task<IResult> OpenPublic(string key, bool preview)
    {
        actor.BeLine();
        return Send(await desk.OpenPublic(key, preview), "private, max-age=600", isNamed: false);
    }

    /// <summary>A document that staff sent, for the client's telephone: PDF is the one kind that is sent so.</summary>
    /// <param name="save">Saved instead of shown.</param>
    public async Task<IResult> OpenDocument(string key, bool save)
    {
        actor.BeLine();
        if (await desk.OpenDocument(key) is not { } file)
            return Results.Redirect($"/d/{Uri.EscapeDataString(key)}"); // which says why
        var headers = http.HttpContext!.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentDisposition = Download.Disposition(file.Name, isShown: !save);
        return Results.Stream(file.Bytes, file.ContentType);
    }

    /// <param name="isNamed">What is shown says what it was called, for whoever saves it; LINE is not told how staff call their files.</param>
    private IResult Send(OpenedFile? file, string cache, bool isNamed)
    {
        if (file is null)
            return Results.NotFound();

        var headers = http.HttpContext!.Response.Headers;
        headers.CacheControl = cache;
        if (isNamed || !file.IsShown)
            headers.ContentDisposition = Download.Disposition(file.Name, file.IsShown);
        return file.IsShown
            ? Results.Stream(file.Bytes, file.ContentType, enableRangeProcessing: true) // a video is wound to and fro
            : Results.Stream(file.Bytes, "application/octet-stream");
    }
}

/// <summary>Where files are asked for.</summary>
internal static class FileEndpoints
{
    extension(IEndpointRouteBuilder app)
    {
        public void MapFiles()
        {
            app.MapGet("/files/{id:guid}", (Guid id, FileGate gate) => gate.Open(id, preview: false));
            app.MapGet("/files/{id:guid}/preview", (Guid id, FileGate gate) => gate.Open(id, preview: true));
        }
    }
}
