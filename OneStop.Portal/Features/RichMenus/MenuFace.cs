using MudBlazor;
using OneStop.Domain.RichMenus;
using OneStop.Line.RichMenu;

namespace OneStop.Portal.Features.RichMenus;

/// <summary>The look of a button in the picture: an icon, a line of large text, and a smaller one.</summary>
internal sealed record MenuFace(string Icon, string Large, string Small)
{
    /// <summary>Returns the look of a button. Five large characters fill the width; on a telephone of 360 px they are as large as a heading.</summary>
    public static MenuFace Of(MenuButton button) => button.Data switch
    {
        MenuButtons.BookConsultation => new(Icons.Material.Filled.Forum, "就業相談", "の予約"),
        MenuButtons.BookPlacement => new(Icons.Material.Filled.Work, "職業紹介", "の予約"),
        MenuButtons.MyBookings => new(Icons.Material.Filled.EventAvailable, "予約の確認", "変更・取消"),
        MenuButtons.Ask => new(Icons.Material.Filled.EditNote, "質問する", "いつでも送れます"),
        MenuButtons.Help => new(Icons.Material.Filled.VolunteerActivism, "支援情報", "給付金・貸付"),
        MenuButtons.About => new(Icons.Material.Filled.Info, "この事業", "について"),
        _ => new(Icons.Material.Filled.TouchApp, button.Label, ""),
    };
}
