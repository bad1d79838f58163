using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.RichMenus;

namespace OneStop.Line.RichMenu;

/// <summary>The buttons of the rich menu: label, postback data, action. 仕様書 7(1)②(ウ).</summary>
public static class MenuButtons
{
    private const string Booking = BookingStep.Prefix;

    public const string BookConsultation = Booking + "c";
    public const string BookPlacement = Booking + "j";
    public const string MyBookings = Booking + "mine";
    public const string Ask = "ask";
    public const string Help = "help";
    public const string About = "about";

    /// <summary>The text on the bar that folds the menu.</summary>
    public const string ChatBarText = "メニュー";

    /// <summary>The buttons row by row, as in the picture: three in a row.</summary>
    public static IReadOnlyList<MenuButton> All { get; } =
    [
        new("就業相談の予約", BookConsultation, "キャリアカウンセラーとの相談の予約を始めます。"),
        new("職業紹介の予約", BookPlacement, "仕事の紹介を受ける面談の予約を始めます。"),
        new("予約の確認", MyBookings, "いまの予約を見て、変更や取消ができます。"),
        new("質問する", Ask, "質問の送り方を答え、文字の入力欄を開きます。担当者が24時間以内に返事をします。", OpensKeyboard: true),
        new("支援情報", Help, "給付金と貸付の4つの制度を案内します。"),
        new("この事業について", About, "この事業でできることを案内します。"),
    ];
}
