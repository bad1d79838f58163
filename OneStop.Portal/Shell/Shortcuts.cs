using OneStop.Domain.Staff;

namespace OneStop.Portal.Shell;

/// <summary>The place in which a key acts.</summary>
internal enum KeyPlace
{
    Everywhere,
    Inbox,
    Lists,
    Bookings,
    Calendar,
    Reply,
}

/// <summary>A key and what it does. Elements name their key (<c>data-key</c>); the script and the list of shortcuts use that.</summary>
/// <param name="Key">The key as printed on the keyboard.</param>
/// <param name="What">What it does.</param>
/// <param name="Reading">The same in hiragana, for the palette; null if the palette does not need it.</param>
internal sealed record Shortcut(string Key, string What, KeyPlace Place, string? Reading = null)
{
    /// <summary>The key as in <c>data-key</c>.</summary>
    public string Name => Key.ToLowerInvariant();
}

/// <summary>All shortcut keys: one list for the sheet and the palette.</summary>
internal static class Shortcuts
{
    private static readonly Shortcut[] Fixed =
    [
        new("Ctrl+K", "画面や操作を名前で呼び出す", KeyPlace.Everywhere),
        new("?", "この一覧を開く", KeyPlace.Everywhere),
        new("Esc", "開いた窓を閉じる", KeyPlace.Everywhere),
        new("Z", "「元に戻す」「取り消す」が出ている間、直前の操作を元に戻す", KeyPlace.Everywhere),
        new("J", "次の会話を開く", KeyPlace.Inbox, "つぎのかいわをひらく"),
        new("K", "前の会話を開く", KeyPlace.Inbox, "まえのかいわをひらく"),
        new("R", "返信を書く", KeyPlace.Inbox, "へんしんをかく"),
        new("N", "メモを書く", KeyPlace.Inbox, "めもをかく"),
        new("Q", "相談者の最後のメッセージを引用する", KeyPlace.Inbox, "さいごのめっせーじをいんようする"),
        new("D", "返信不要にする", KeyPlace.Inbox, "へんしんふようにする"),
        new("T", "タグをつける", KeyPlace.Inbox, "たぐをつける"),
        new("E", "完了にする", KeyPlace.Inbox, "かんりょうにする"),
        new("U", "未読に戻す", KeyPlace.Inbox, "みどくにもどす"),
        new("M", "相談中に、結びのことばを返信の欄に入れる", KeyPlace.Inbox, "むすびのことばをいれる"),
        new("O", "相談を終える", KeyPlace.Inbox, "そうだんをおえる"),
        new("J", "次の行へ", KeyPlace.Lists),
        new("K", "前の行へ", KeyPlace.Lists),
        new("Enter", "その行のものを開く", KeyPlace.Lists),
        new("X", "その行を選ぶ（まとめて操作できる一覧で）", KeyPlace.Lists),
        new("B", "時間になった相談を始める", KeyPlace.Bookings),
        new("A", "来談にする", KeyPlace.Bookings),
        new("X", "無断にする", KeyPlace.Bookings),
        new("N", "新しい予約を置く", KeyPlace.Calendar),
        new("M", "予約をつかんで動かす（矢印で動かし、Enterで置く）", KeyPlace.Calendar),
    ];

    /// <summary>Returns all shortcuts, with this person's key for sending.</summary>
    public static IReadOnlyList<Shortcut> All(SendKey sendWith) =>
    [
        .. Fixed,
        new(sendWith == SendKey.Enter ? "Enter" : "Ctrl+Enter", "返信を送る", KeyPlace.Reply),
        new("Ctrl+Shift+Enter", "返信を送って、次の会話を開く", KeyPlace.Reply),
        new(sendWith == SendKey.Enter ? "Shift+Enter" : "Enter", "改行する", KeyPlace.Reply),
        new("Esc", "欄から出て、1文字のキーに戻る", KeyPlace.Reply),
    ];

    /// <summary>Returns the shortcut of a key; null if there is none.</summary>
    public static Shortcut? On(string? key) => Fixed.FirstOrDefault(s => s.Name == key);

    extension(KeyPlace place)
    {
        /// <summary>The heading in the list of shortcuts.</summary>
        public string InJapanese => place switch
        {
            KeyPlace.Everywhere => "どの画面でも",
            KeyPlace.Inbox => "受信箱で",
            KeyPlace.Lists => "一覧で",
            KeyPlace.Bookings => "予約の一覧で",
            KeyPlace.Calendar => "カレンダーで",
            _ => "返信の欄で",
        };
    }
}
