using OneStop.Domain.Channels;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Dialogues;
using static OneStop.Line.Reception.DialogueWords;

namespace OneStop.Line.Reception;

/// <summary>The words of the gate before all dialogues. Each of its buttons carries the step that waits.</summary>
internal static class GateWords
{
    private const string FitsAndAgrees = "あてはまり、同意して進む";
    private const string NotSure = "わからない・ちがう";

    private static readonly Choice Notice = new("取り扱いを読む", Opens: "privacy");

    /// <summary>Returns the words for a reply of the gate.</summary>
    public static CardContent Of(GateReply reply)
    {
        var (next, data) = (reply.Next, reply.Next.Data);
        return reply switch
        {
            AsksEligibility => Card("はじめに", EligibilityQuestion.Alone.Words,
                Step("はい", new SaysEligible(Eligibility.Yes, data)), Step("よく分からない", new SaysEligible(Eligibility.Unsure, data)),
                Step("いいえ", new SaysEligible(Eligibility.No, data))),
            AsksOnOneCard => Card("はじめに", $"{EligibilityQuestion.OnOneCard.Words}「個人情報の取り扱い」に同意すると、{NameOf(next)}に進めます。",
                Step(FitsAndAgrees, new AnswersOneCard(true, data)), Notice, Step(NotSure, new AnswersOneCard(false, data))),
            AsksToChangeAnswer { Answer: var answer } => Card("お答えを変えますか？", $"前に、ちがうお答えをいただいています。「{InWords(answer)}」に変えますか？",
                Step("変える", new SaysEligible(answer, data, IsSure: true)), Step("このままにする", next), Person),
            AsksConsent { Purpose: var purpose } => Card("個人情報について", $"{Kept(purpose, next)}をお預かりします。「個人情報の取り扱い」を読んで、よければ「同意する」を押してください。あとから取り消すこともできます。",
                Step("同意する", new SaysConsent(true, purpose.Code, data)), Notice, Step("同意しない", new SaysConsent(false, purpose.Code, data))),
            LedToPerson => Card("相談員がお答えします", $"あてはまるかどうか、相談員がいっしょに確認します。このまま{NameOf(next)}もできますし、トークに気になることを書いていただいても大丈夫です。",
                Step($"このまま{NameOf(next)}する", next), Person),
            NoConsent => Card("分かりました", $"同意がないと、{NameOf(next)}をお預かりできません。気になることがあれば、相談員におたずねください。気持ちが変わったら、いつでもどうぞ。",
                Person, Step("もう一度読む", next)),
            _ => throw new InvalidOperationException($"No words for {reply.GetType().Name}."),
        };
    }

    /// <summary>Returns what the conversation shows to staff about an answer to the gate.</summary>
    public static string Happened(GateAnswer answer) => answer switch
    {
        SaysEligible said => $"対象者の確認に「{InWords(said.Answer)}」と答え{(said.IsSure ? "直し" : "")}ました",
        AnswersOneCard said => $"はじめのカードに「{(said.Fits ? FitsAndAgrees : NotSure)}」と答えました",
        SaysConsent said => $"{(said.Purpose == ConsentPurpose.Consultation.Code ? "個人情報の取り扱い" : "同意のお願い")}に{(said.Agrees ? "「同意する」" : "「同意しない」")}と答えました",
        _ => throw new InvalidOperationException($"No words for {answer.GetType().Name}."),
    };

    private static string NameOf(DialogueStep next) => next is WantsForm ? "電話番号" : "予約";

    private static string Kept(ConsentPurpose purpose, DialogueStep next) =>
        purpose != ConsentPurpose.Consultation ? $"「{purpose.InJapanese}」のために、必要なこと" : next is WantsForm ? "電話番号" : "予約のために、相談の内容など";

    private static string InWords(Eligibility answer) => answer switch { Eligibility.Yes => "はい", Eligibility.No => "いいえ", _ => "よく分からない" };
}
