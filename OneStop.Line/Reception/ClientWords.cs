using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Channels;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Clients.Dialogues;
using static OneStop.Line.Reception.DialogueWords;

namespace OneStop.Line.Reception;

/// <summary>The words of the dialogue about the client's own data: telephone number, consents and their withdrawal, deletion.</summary>
internal static class ClientWords
{
    /// <summary>The label of the button that opens the page for a telephone number.</summary>
    public const string AddPhone = "電話番号を入れる";

    /// <summary>The path of that page, before its key.</summary>
    public const string FormPath = "c/";

    private static readonly Choice Erase = Step("記録を消したい", new AsksErasure(false));
    private static readonly Choice Leave = Step("やめる", new LooksAtMine());

    /// <summary>Returns the words for a reply; null if it belongs to another dialogue.</summary>
    public static CardContent? Of(DialogueReply reply) => reply switch
    {
        OffersForm { FormKey: var key } => Card("電話番号のページ", "下のボタンのページで教えてください。3日のあいだ、1回だけ使えます。", new(AddPhone, Opens: FormPath + key),
            Step("予約を確認する", new LooksAtMine())),
        AsksPhoneLater => Card("電話番号は、あとで大丈夫です", "電話の相談を予約すると、電話番号を入れるページのボタンが出ます。トークには書かなくて大丈夫です。",
            Step("予約する", new Chooses(new(BookingKind.Consultation))), Person),
        AsksWhichConsent { Purposes: var purposes } => Card("どの同意を取り消しますか？", "取り消さない同意は、そのまま残ります。",
            [.. purposes.Select(p => Step(p.InJapanese, new WithdrawsConsent(p.Code, IsSure: false))),
                Step("すべて", new WithdrawsConsent(WithdrawsConsent.All, IsSure: false)), Leave]),
        AsksToWithdraw { Purpose: var purpose, Bookings: var bookings } => Card("同意を取り消しますか？",
            purpose is not null && purpose != ConsentPurpose.Consultation ? $"「{purpose.InJapanese}」への同意を取り消します。ほかの同意は、そのまま残ります。"
            : bookings == 0 ? "取り消すと、あらためて同意をいただくまで予約ができません。" : $"取り消すと、いまの予約（{bookings}件）も取り消します。",
            Step("同意を取り消す", new WithdrawsConsent(purpose?.Code ?? WithdrawsConsent.All, IsSure: true)), Leave),
        HasNoConsent => Card("取り消す同意はありません", "いまは、同意をいただいていません。記録を消したいときは、下のボタンを押してください。", Erase, Person),
        ConsentIsWithdrawn { CancelledBookings: 0 } => Card("同意を取り消しました", "記録を消したいときは、下のボタンを押してください。", Erase, Person),
        ConsentIsWithdrawn { CancelledBookings: var cancelled } => Card("同意を取り消しました", $"予約{cancelled}件も取り消しました。記録を消したいときは、下のボタンを押してください。", Erase, Person),
        ConsentIsGiven { Purpose: var given } => Card("ありがとうございます", $"「{given.InJapanese}」への同意を受け取りました。いつでも「同意を取り消したい」と送ると、取り消せます。", Person),
        ConsentIsLeft => Card("わかりました", "このままで大丈夫です。相談は今までどおりできます。", Person),
        AsksToErase => Card("記録を消したいとき", "相談員に、記録を消す手続きをお願いします。法律で残す必要がある記録は、その期間のあとで消します。", Step("お願いする", new AsksErasure(true)), Leave),
        ErasureIsAsked => Card("お願いを受け取りました", "担当者が確認して、このトークでお返事します。", Person),
        _ => null,
    };

    /// <summary>Returns what the conversation shows to staff about a pressed button.</summary>
    public static string Happened(ClientStep step) => step switch
    {
        GateAnswer answer => GateWords.Happened(answer),
        WantsForm => "電話番号のページを求めました",
        WithdrawsConsent { IsSure: var sure } => sure ? "同意を取り消すと答えました" : "同意の取り消しが押されました",
        AsksErasure { IsSure: var sure } => sure ? "記録の消去を依頼しました" : "記録の消去が押されました",
        _ => throw new InvalidOperationException($"No words for {step.GetType().Name}."),
    };
}
