using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Channels;
using OneStop.Domain.Clients.Dialogues;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Reception;
using OneStop.Line.RichMenu;

namespace OneStop.Line.Reception;

/// <summary>
/// The bot's replies: short, kind, in easy words. Neither an automatic message nor its notification mentions a consultation, because the family may
/// see the telephone.
/// </summary>
public static class AutoReplies
{
    private const string PrivacyPath = "privacy";
    private const string GuidePath = "guide";

    /// <summary>使い方: a typed word without a menu button.</summary>
    internal const string Guide = "guide";

    /// <summary>個人情報の取り扱い: a typed word.</summary>
    internal const string Privacy = "privacy";

    /// <summary>友だち追加のあいさつ: what the service does, the privacy notice, and buttons.</summary>
    public static AutoReply Greeting() => new(
    [
        new TextContent("""
            友だち追加ありがとうございます😊
            福岡市の「ひとり親家庭ワンストップ就業支援」です。

            お仕事さがし、転職、資格のこと、お金の制度のことなど、キャリアカウンセラーに無料で相談できます。
            相談は毎日 朝6時から深夜1時まで、チャット・電話・ビデオ通話から選べます（年末年始を除く）。
            メッセージはいつでも送ってください。
            """),
        Begin,
    ]);

    /// <summary>ブロックを解除した人に: they know the service, and their data are still there.</summary>
    public static AutoReply WelcomeBack => Card("おかえりなさい😊", "またつながることができて、うれしいです。前の予約やトークは、そのままです。メッセージはいつでも送ってください。",
        [new("予約を確認する", Says: "予約を確認する", Data: MenuButtons.MyBookings), new("相談を予約したい", Says: "相談を予約したい", Data: MenuButtons.BookConsultation),
            new("質問する", Says: "質問する", Data: MenuButtons.Ask)]);

    /// <summary>The reply to thanks.</summary>
    /// <param name="waits">Whether they still wait for a person's answer.</param>
    /// <param name="begins">Whether it is their first message and has no words: the introduction is added.</param>
    public static AutoReply ThanksBack(bool waits, bool begins) => Text(waits
        ? "こちらこそ、ありがとうございます😊\nお返事まで、もう少しお待ちください。"
        : "こちらこそ、ありがとうございます😊\n気になることがあれば、いつでも送ってください。") is var thanks && begins ? new([.. thanks.Contents, Begin]) : thanks;

    /// <summary>Returns buttons to add to the receipt when a button may be quicker than a person; null if none fits.</summary>
    public static AutoReply? WaysBeside(string text) => PhoneNumber.StandsIn(text)
            ? Card("電話番号のこと", "電話番号は、専用のページで受け取ります。トークに残したくないときは、番号を長く押して「送信取消」を選んでください。", [DialogueWords.Step("電話番号を入れる", new WantsForm())])
        : TypedSteps.SpeaksOfBooking(text) ? WaysToBook
        : null;

    /// <summary>The buttons about bookings.</summary>
    internal static AutoReply WaysToBook => Card("予約のことですか？", "下のボタンからもできます。",
        [DialogueWords.Step("予約する", new Chooses(new(BookingKind.Consultation))), DialogueWords.Step("予約を見る", new LooksAtMine()),
            DialogueWords.Step("行けないことを伝える", new CannotCome())]);

    /// <summary>The introduction.</summary>
    private static CardContent Begin => new(
        "ご案内があります",
        "はじめに",
        """
        お名前や連絡先は、こちらからお願いするまで送らなくて大丈夫です。
        自動で受け取るのはLINEのIDだけです。くわしくは「個人情報の取り扱い」をご覧ください。
        """,
        [
            new("相談を予約したい", Says: "相談を予約したい", Data: MenuButtons.BookConsultation),
            new("質問する", Says: "質問する", Data: MenuButtons.Ask),
            new("できることを見る", Says: "できることを見る", Data: MenuButtons.About),
            new("使い方", Opens: GuidePath),
            new("個人情報の取り扱い", Opens: PrivacyPath),
        ]);

    /// <summary>
    /// 受付のお知らせ: sent at once, with the time by which a person answers. To a text in another language it adds a sentence in that language that
    /// a person will answer.
    /// </summary>
    /// <param name="text">The client's text; null for a sticker, picture or place.</param>
    public static AutoReply Receipt(OwedReceipt owed, string? text) => (text, text is null ? null : ForeignLanguages.Of(text)) switch
    {
        (_, { } language) => Card("メッセージを うけとりました", $"{language.WillBeAnswered}\n\nあなたの ことばで 書いて だいじょうぶです。\n{owed.Promise.InWords}",
            [new("使い方（やさしい日本語）", Opens: GuidePath)]),
        (null, _) when owed.IsFirst => new([new TextContent($"メッセージを受け取りました。\n{owed.Promise.InWords}"), Begin]),
        _ => Text($"メッセージを受け取りました。\n{owed.Promise.InWords}"),
    };

    /// <summary>Whether a button's data ask for an answer that was only announced (連絡は控えめに).</summary>
    public static bool IsReveal(string data, out Guid messageId)
    {
        messageId = default;
        return data.StartsWith(RevealedAnswer.Data, StringComparison.Ordinal) && Guid.TryParseExact(data[RevealedAnswer.Data.Length..], "N", out messageId);
    }

    /// <summary>The reply if that answer is not available any more.</summary>
    public static AutoReply NothingToReveal => Text("このお返事は、いまは表示できません。ご用件をこのトークに送ってください。担当者がお返事します。");

    /// <summary>Returns the reply to a button. Unknown data come from an outdated card or are forged.</summary>
    public static AutoReply AnswerTo(string data) => data switch
    {
        MenuButtons.About => Card("このLINEでできること", """
            ・お仕事や資格についての相談
            ・あなたに合った求人の紹介
            ・就職までの計画づくり
            ・履歴書や面接のお手伝い
            ・就職したあとの半年間のサポート

            費用はかかりません。
            """, [new("相談を予約したい", Says: "相談を予約したい", Data: MenuButtons.BookConsultation), new("使い方", Opens: GuidePath), new("個人情報の取り扱い", Opens: PrivacyPath)]),
        Guide => Card("使い方", "予約のしかた、変えかた、やめたいときのことを、やさしく書いたページがあります。",
            [new("使い方を開く", Opens: GuidePath), new("個人情報の取り扱い", Opens: PrivacyPath), new("質問する", Says: "質問する", Data: MenuButtons.Ask)]),
        Privacy => Card("個人情報の取り扱い", "お預かりするものと、その使い方を書いたページがあります。",
            [new("取り扱いを読む", Opens: PrivacyPath), new("使い方", Opens: GuidePath), new("質問する", Says: "質問する", Data: MenuButtons.Ask)]),
        MenuButtons.Ask => Text("ききたいことを、このトークにそのまま送ってください。いつまでにお返事するかを、すぐにお知らせします。"),
        MenuButtons.Help => Measures,
        _ => Text("このボタンは、いまは使えません。ご用件をこのトークにそのまま送ってください。担当者がお返事します。"),
    };

    /// <summary>Returns the name of a pressed button for the conversation.</summary>
    public static string NameOf(string data) => data switch
    {
        MenuButtons.About => "ボタン「できることを見る」",
        _ when MenuButtons.All.FirstOrDefault(b => b.Data == data) is { } button => $"ボタン「{button.Label}」",
        _ => "いまは使えないボタン",
    };

    /// <summary>The four support measures, as information for everybody; whether a client is entitled is left to staff.</summary>
    private static AutoReply Measures => Card("支援情報", """
        ひとり親の方のための、お金の制度です。

        ● 自立支援教育訓練給付金
        講座を受ける費用の一部が出ます

        ● 高等職業訓練促進給付金
        資格をとる間の生活費を助けます

        ● 高等職業訓練促進資金貸付
        入学・就職の準備金を借りられます

        ● 住宅支援資金貸付
        家賃のお金を借りられます

        使えるかどうか、一緒に確かめます。気軽に質問してください。
        """, [new("質問する", Says: "質問する", Data: MenuButtons.Ask)]);

    private static AutoReply Card(string title, string text, IReadOnlyList<Choice> choices) => new([new CardContent("ご案内があります", title, text, choices)]);

    private static AutoReply Text(string text) => new([new TextContent(text)]);
}
