using OneStop.Domain.Channels;
using OneStop.Domain.Clients.Dialogues;
using OneStop.Domain.Partners.Cards;
using static OneStop.Line.Reception.DialogueWords;

namespace OneStop.Line.Reception;

/// <summary>The words of the dialogue about a partner whose name alone would tell too much.</summary>
internal static class PartnerWords
{
    /// <summary>Returns the words for a reply; null if it belongs to another dialogue.</summary>
    public static CardContent? Of(DialogueReply reply) => reply switch
    {
        AsksWhereToSee { CardId: var card, PageKey: var key } => Card("どこで見ますか？", "ページで見ると、このトークには窓口の名前が残りません。ページは7日のあいだ開けます。",
            new("ページで見る", Opens: PartnerCardDesk.PagePath + key), Step("ここで見る", new ShowsPartnerHere(card)),
            Step("今はいいです", new SaysToPartnerCard(card, IsYes: false))),
        ShowsPartner { Card: var shown } => shown,
        PartnerIsLeft => Card("わかりました", "必要になったら、いつでもこのトークで声をかけてください。", Person),
        PartnerIsGone => Card("このご案内は古くなりました", "もう一度必要なときは、このトークでお知らせください。", Person),
        _ => null,
    };

    /// <summary>Returns what the conversation shows to staff about a pressed button.</summary>
    public static string Happened(PartnerStep step) => step switch
    {
        SaysToPartnerCard { IsYes: true } => "ご案内を見ると答えました",
        SaysToPartnerCard => "ご案内は、今はいいと答えました",
        _ => "ご案内をトークで見ると答えました",
    };
}
