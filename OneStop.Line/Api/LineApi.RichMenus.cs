using System.Net.Http.Headers;

namespace OneStop.Line.Api;

/// <summary>
/// The calls for rich menus: a menu is created, gets its picture, and then becomes the default for all users. Nothing is set for single users.
/// </summary>
public sealed partial class LineApi
{
    private const string RichMenuPath = "v2/bot/richmenu";
    private const string DefaultRichMenuPath = "v2/bot/user/all/richmenu";
    private static readonly TimeSpan UploadWithin = TimeSpan.FromMinutes(1);

    /// <summary>Makes LINE validate a menu without creating it.</summary>
    public Task<LineAnswer> ValidateRichMenu(RichMenuRequest menu, CancellationToken stopping) => Send(() => Post($"{RichMenuPath}/validate", menu), stopping);

    /// <summary>Creates a menu that nobody sees yet; at most 100 times an hour and 1,000 menus. Without a response it may have been created.</summary>
    public Task<LineFact<NamedRichMenu>> CreateRichMenu(RichMenuRequest menu, CancellationToken stopping) =>
        Get<NamedRichMenu>(() => Post(RichMenuPath, menu), Within, stopping);

    /// <summary>Uploads the picture of a menu; possible once.</summary>
    /// <param name="contentType"><c>image/png</c> or <c>image/jpeg</c>.</param>
    public Task<LineAnswer> UploadRichMenuPicture(string richMenuId, byte[] picture, string contentType, CancellationToken stopping) =>
        Send(() => new(HttpMethod.Post, new Uri(addresses.Data, $"{PathOf(richMenuId)}/content"))
        {
            Content = new ByteArrayContent(picture) { Headers = { ContentType = new MediaTypeHeaderValue(contentType) } },
        }, UploadWithin, stopping);

    /// <summary>Returns all menus created by the API; at most ten times a second.</summary>
    public Task<LineFact<RichMenuList>> RichMenus(CancellationToken stopping) => Get<RichMenuList>(new Uri(addresses.Api, $"{RichMenuPath}/list"), stopping);

    /// <summary>
    /// Deletes a menu; 404 if there is none; at most 100 times an hour. A user who has the conversation open sees it until they open it again.
    /// </summary>
    public Task<LineAnswer> DeleteRichMenu(string richMenuId, CancellationToken stopping) =>
        Send(() => new(HttpMethod.Delete, new Uri(addresses.Api, PathOf(richMenuId))), stopping);

    /// <summary>Returns the default menu; 404 if there is none, 403 if one was set in LINE's console.</summary>
    public Task<LineFact<NamedRichMenu>> DefaultRichMenu(CancellationToken stopping) =>
        Get<NamedRichMenu>(new Uri(addresses.Api, DefaultRichMenuPath), stopping);

    /// <summary>
    /// Makes a menu the default for all users, effective within a minute after they open the conversation again; 400 if it has no picture.
    /// </summary>
    public Task<LineAnswer> SetDefaultRichMenu(string richMenuId, CancellationToken stopping) =>
        Send(() => new(HttpMethod.Post, new Uri(addresses.Api, $"{DefaultRichMenuPath}/{Uri.EscapeDataString(richMenuId)}")), stopping);

    /// <summary>Removes the default menu.</summary>
    public Task<LineAnswer> CancelDefaultRichMenu(CancellationToken stopping) =>
        Send(() => new(HttpMethod.Delete, new Uri(addresses.Api, DefaultRichMenuPath)), stopping);

    private static string PathOf(string richMenuId) => $"{RichMenuPath}/{Uri.EscapeDataString(richMenuId)}";
}
