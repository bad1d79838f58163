using System.Net.Http.Headers;

namespace OneStop.Line.Api;

/// <summary>The calls for rich menus: a menu is made, gets its picture, and then becomes what everybody sees. Nothing is set for single users.</summary>
public sealed partial class LineApi
{
    private const string RichMenuPath = "v2/bot/richmenu";
    private const string DefaultRichMenuPath = "v2/bot/user/all/richmenu";
    private static readonly TimeSpan UploadWithin = TimeSpan.FromMinutes(1);

    /// <summary>Lets LINE check a menu without making it.</summary>
    public Task<LineAnswer> ValidateRichMenu(RichMenuRequest menu, CancellationToken stopping) => Send(() => Post($"{RichMenuPath}/validate", menu), stopping);

    /// <summary>Makes a menu, which nobody sees yet; 100 times an hour, 1,000 at a time at most. Without an answer it may have been made.</summary>
    public Task<LineFact<NamedRichMenu>> CreateRichMenu(RichMenuRequest menu, CancellationToken stopping) =>
        Get<NamedRichMenu>(() => Post(RichMenuPath, menu), Within, stopping);

    /// <summary>Gives a menu its picture, once.</summary>
    /// <param name="contentType"><c>image/png</c> or <c>image/jpeg</c>.</param>
    public Task<LineAnswer> UploadRichMenuPicture(string richMenuId, byte[] picture, string contentType, CancellationToken stopping) =>
        Send(() => new(HttpMethod.Post, new Uri(addresses.Data, $"{PathOf(richMenuId)}/content"))
        {
            Content = new ByteArrayContent(picture) { Headers = { ContentType = new MediaTypeHeaderValue(contentType) } },
        }, UploadWithin, stopping);

    /// <summary>All menus that were made by the API; ten times a second at most.</summary>
    public Task<LineFact<RichMenuList>> RichMenus(CancellationToken stopping) => Get<RichMenuList>(new Uri(addresses.Api, $"{RichMenuPath}/list"), stopping);

    /// <summary>Deletes a menu; 404 if it is gone already; 100 times an hour at most. Whoever has the talk open sees it until it is opened again.</summary>
    public Task<LineAnswer> DeleteRichMenu(string richMenuId, CancellationToken stopping) =>
        Send(() => new(HttpMethod.Delete, new Uri(addresses.Api, PathOf(richMenuId))), stopping);

    /// <summary>The menu that everybody sees; 404 if there is none, 403 if LINE's console has set one.</summary>
    public Task<LineFact<NamedRichMenu>> DefaultRichMenu(CancellationToken stopping) =>
        Get<NamedRichMenu>(new Uri(addresses.Api, DefaultRichMenuPath), stopping);

    /// <summary>Everybody sees this menu from now on, at the latest a minute after the talk is opened again; 400 if it has no picture.</summary>
    public Task<LineAnswer> SetDefaultRichMenu(string richMenuId, CancellationToken stopping) =>
        Send(() => new(HttpMethod.Post, new Uri(addresses.Api, $"{DefaultRichMenuPath}/{Uri.EscapeDataString(richMenuId)}")), stopping);

    /// <summary>Nobody sees a menu of ours any more.</summary>
    public Task<LineAnswer> CancelDefaultRichMenu(CancellationToken stopping) =>
        Send(() => new(HttpMethod.Delete, new Uri(addresses.Api, DefaultRichMenuPath)), stopping);

    private static string PathOf(string richMenuId) => $"{RichMenuPath}/{Uri.EscapeDataString(richMenuId)}";
}
