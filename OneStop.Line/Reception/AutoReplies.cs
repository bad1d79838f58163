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
/// What the bot says: short, kind, easy words. Nothing that is sent automatically, and no notice on a locked screen, says anything
/// about a consultation: the telephone may be seen by the family.
/// </summary>
public static class AutoReplies
{
    private const string PrivacyPath = "privacy";
    private const string GuidePath = "guide";

    /// <summary>使い方, which can be typed and stands on no menu.</summary>
    internal const string Guide = "guide";

    /// <summary>個人情報の取り扱い, typed.</summary>
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

    /// <summary>ブロックを解除した人に: they know the service, and what they had is still there.</summary>
    public static AutoReply WelcomeBack => Card("おかえりなさい😊", "またつながることができて、うれしいです。前の予約やトークは、そのままです。メッセージはいつでも送ってください。",
        [new("予約を確認する", Says: "予約を確認する", Data: MenuButtons.MyBookings), new("相談を予約したい", Says: "相談を予約したい", Data: MenuButtons.BookConsultation),
            new("質問する", Says: "質問する", Data: MenuButtons.Ask)]);

    /// <summary>What is said to thanks.</summary>
    /// <param name="waits">They still wait for a person's answer.</param>
    /// <param name="begins">It is the first that was heard of them, and without words: they are shown what one can begin with.</param>
    public static AutoReply ThanksBack(bool waits, bool begins) => Text(waits
        ? "こちらこそ、ありがとうございます😊\nお返事まで、もう少しお待ちください。"
        : "こちらこそ、ありがとうございます😊\n気になることがあれば、いつでも送ってください。") is var thanks && begins ? new([.. thanks.Contents, Begin]) : thanks;

    /// <summary>Buttons beside the receipt, where what was written is for a person but a button may be quicker; null where none fits.</summary>
    public static AutoReply? WaysBeside(string text) => PhoneNumber.StandsIn(text)
            ? Card("電話番号のこと", "電話番号は、専用のページで受け取ります。トークに残したくないときは、番号を長く押して「送信取消」を選んでください。", [DialogueWords.Step("電話番号を入れる", new WantsForm())])
        : TypedSteps.SpeaksOfBooking(text) ? WaysToBook
        : null;

    /// <summary>The buttons for what is booked or to be booked.</summary>
    internal static AutoReply WaysToBook => Card("予約のことですか？", "下のボタンからもできます。",
        [DialogueWords.Step("予約する", new Chooses(new(BookingKind.Consultation))), DialogueWords.Step("予約を見る", new LooksAtMine()),
            DialogueWords.Step("行けないことを伝える", new CannotCome())]);

    /// <summary>What one can begin with.</summary>
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

    /// <summary>受付のお知らせ: at once, with the time by which a person answers. In another language, where they write one: a person will answer.</summary>
    /// <param name="text">What was written; null for a sticker, a picture, a place.</param>
    public static AutoReply Receipt(OwedReceipt owed, string? text) => (text, text is null ? null : ForeignLanguages.Of(text)) switch
    {
        (_, { } language) => Card("メッセージを うけとりました", $"{language.WillBeAnswered}\n\nあなたの ことばで 書いて だいじょうぶです。\n{owed.Promise.InWords}",
            [new("使い方（やさしい日本語）", Opens: GuidePath)]),
        (null, _) when owed.IsFirst => new([new TextContent($"メッセージを受け取りました。\n{owed.Promise.InWords}"), Begin]),
        _ => Text($"メッセージを受け取りました。\n{owed.Promise.InWords}"),
    };

    /// <summary>Does a button ask for an answer that was only announced (連絡は控えめに)?</summary>
    public static bool IsReveal(string data, out Guid messageId)
    {
        messageId = default;
        return data.StartsWith(RevealedAnswer.Data, StringComparison.Ordinal) && Guid.TryParseExact(data[RevealedAnswer.Data.Length..], "N", out messageId);
    }

    /// <summary>Where that answer is no more.</summary>
    public static AutoReply NothingToReveal => Text("このお返事は、いまは表示できません。ご用件をこのトークに送ってください。担当者がお返事します。");

    /// <summary>What the bot answers to a button. What it does not know comes from an old card, or from a device that made it up.</summary>
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

    /// <summary>What the talk calls a button that was pressed.</summary>
    public static string NameOf(string data) => data switch
    {
        MenuButtons.About => "ボタン「できることを見る」",
        _ when MenuButtons.All.FirstOrDefault(b => b.Data == data) is { } button => $"ボタン「{button.Label}」",
        _ => "いまは使えないボタン",
    };

    /// <summary>The four measures of which everybody is told; whether one can be had is not a machine's to say.</summary>
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
