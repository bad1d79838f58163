using OneStop.Domain.RichMenus;

namespace OneStop.Portal.Features.RichMenus;

/// <summary>Serves the pictures of menu editions to those who propose and approve them.</summary>
internal static class MenuPictures
{
    public static string PathOf(Guid editionId) => $"/settings/menu/{editionId}/picture";

    extension(IEndpointRouteBuilder app)
    {
        public void MapMenuPictures() => app.MapGet("/settings/menu/{id:guid}/picture", Open);
    }

    private static async Task<IResult> Open(Guid id, MenuEditionDesk desk, HttpResponse response)
    {
        if (await desk.Picture(id) is not { } picture)
            return Results.NotFound();
        response.Headers.CacheControl = "private, max-age=3600"; // an edition's picture never changes
        return Results.Bytes(picture.Bytes, picture.ContentType);
    }
}
