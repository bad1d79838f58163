using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Staff;
using OneStop.Portal.Documents;

namespace OneStop.Portal.Features.Conversations.Files;

/// <summary>
/// Serves stored files over HTTP: pictures, videos and voices are shown, all others are only saved. Nothing is executed or content-sniffed.
/// </summary>
internal sealed class FileGate(FileDesk desk, Actor actor, IHttpContextAccessor http)
{
    /// <summary>Serves a file to staff who may see the conversation.</summary>
    public async Task<IResult> Open(Guid id, bool preview) => Send(await desk.Open(id, preview), "no-store", isNamed: true);

    /// <summary>Serves a file to LINE and the client's telephone, by the unguessable address.</summary>
    public async Task<IResult> OpenPublic(string key, bool preview)
    {
        actor.BeLine();
        return Send(await desk.OpenPublic(key, preview), "private, max-age=600", isNamed: false);
    }

    /// <summary>Serves a document of staff to the client's telephone; such documents are always PDF.</summary>
    /// <param name="save">True to save the file instead of showing it.</param>
    public async Task<IResult> OpenDocument(string key, bool save)
    {
        actor.BeLine();
        if (await desk.OpenDocument(key) is not { } file)
            return Results.Redirect($"/d/{Uri.EscapeDataString(key)}"); // that page says why
        var headers = http.HttpContext!.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentDisposition = Download.Disposition(file.Name, isShown: !save);
        return Results.Stream(file.Bytes, file.ContentType);
    }

    /// <param name="isNamed">True to give the original file name when saving; LINE is not told the names of staff's files.</param>
    private IResult Send(OpenedFile? file, string cache, bool isNamed)
    {
        if (file is null)
            return Results.NotFound();

        var headers = http.HttpContext!.Response.Headers;
        headers.CacheControl = cache;
        if (isNamed || !file.IsShown)
            headers.ContentDisposition = Download.Disposition(file.Name, file.IsShown);
        return file.IsShown
            ? Results.Stream(file.Bytes, file.ContentType, enableRangeProcessing: true) // for seeking in a video
            : Results.Stream(file.Bytes, "application/octet-stream");
    }
}

/// <summary>The endpoints of files.</summary>
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
