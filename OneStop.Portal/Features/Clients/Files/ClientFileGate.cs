using OneStop.Domain.Clients.Files;
using OneStop.Domain.Conversations.Files;
using OneStop.Portal.Documents;

namespace OneStop.Portal.Features.Clients.Files;

/// <summary>The endpoints of clients' files. The addresses contain ids only.</summary>
internal static class ClientFileGate
{
    /// <summary>The path of files in the browser's viewer of PDF files; they have headers of their own (<c>Screens</c>).</summary>
    public const string PdfPath = "/pdf";

    /// <summary>Returns the address at which a file is saved.</summary>
    public static string Save(Guid id) => $"/files/of-client/{id}";

    /// <summary>Returns the address at which a picture or PDF is shown.</summary>
    public static string Show(ClientFileRow file) => file.View == ClientFileView.Pdf ? $"{PdfPath}/{file.Id}" : $"{Save(file.Id)}/picture";

    /// <summary>Returns the address of the small picture.</summary>
    public static string Preview(Guid id) => $"{Save(id)}/preview";

    extension(IEndpointRouteBuilder app)
    {
        public void MapClientFiles()
        {
            app.MapGet("/files/of-client/{id:guid}", async (Guid id, ClientFileDesk desk, HttpContext http) => Send(await desk.Take(id), http, isSaved: true));
            app.MapGet("/files/of-client/{id:guid}/preview", async (Guid id, ClientFileDesk desk, HttpContext http) => Send(await desk.OpenPreview(id), http));
            app.MapGet("/files/of-client/{id:guid}/picture",
                async (Guid id, ClientFileDesk desk, HttpContext http) => Send(await desk.Open(id, ClientFileView.Picture), http));
            app.MapGet($"{PdfPath}/{{id:guid}}", async (Guid id, ClientFileDesk desk, HttpContext http) => Send(await desk.Open(id, ClientFileView.Pdf), http));
        }
    }

    private static IResult Send(OpenedFile? file, HttpContext http, bool isSaved = false)
    {
        if (file is null)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentDisposition = Download.Disposition(file.Name, isShown: !isSaved);
        return Results.Stream(file.Bytes, isSaved ? "application/octet-stream" : file.ContentType);
    }
}
