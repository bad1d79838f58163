using MudBlazor;
using OneStop.Domain.Staff;
using OneStop.Portal.Features.Conversations;
using OneStop.Portal.Features.ReplyTemplates;
using OneStop.Portal.Features.Settings;
using OneStop.Portal.Features.Today;

namespace OneStop.Portal.Shell;

/// <summary>A place in the left rail; shown to whom its page is open.</summary>
internal sealed record RailItem(string Title, string Href, string Icon, Type Page);

/// <summary>The rail, in the order of a day's work.</summary>
internal static class Rail
{
    private static readonly RailItem[] Items =
    [
        new("今日", "/", Icons.Material.Outlined.WbSunny, typeof(TodayPage)),
        new("受信箱", "/inbox", Icons.Material.Outlined.Forum, typeof(InboxScreen)),
        new("定型文", "/settings/templates", Icons.Material.Outlined.Quickreply, typeof(TemplatesPage)),
        new("LINEチャネル", "/settings/channel", Icons.Material.Outlined.Hub, typeof(ChannelPage)),
        new("タグ", "/settings/tags", Icons.Material.Outlined.Sell, typeof(TagsPage)),
        new("権限", "/settings/duties", Icons.Material.Outlined.VerifiedUser, typeof(DutiesPage)),
        new("動作状況", "/settings/status", Icons.Material.Outlined.MonitorHeart, typeof(StatusPage)),
    ];

    /// <summary>What this actor may use.</summary>
    public static IEnumerable<RailItem> For(Actor actor) => Items.Where(i => PageGate.Admits(i.Page, actor));
}
