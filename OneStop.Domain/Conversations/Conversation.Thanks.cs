using OneStop.Domain.Conversations.Reception;
namespace OneStop.Domain.Conversations;

// A client's message as a row of the conversation; and thanks, which need no answer.
public sealed partial class Conversation
{
    /// <summary>
    /// Adds thanks: the list shows them as unread, but no answer becomes due. An earlier wait continues, and a closed conversation stays closed.
    /// </summary>
    public Message HearThanks(ClientSays said, DateTimeOffset at, DateTimeOffset now) => Keep(said, at, now);

    private Message Keep(ClientSays said, DateTimeOffset at, DateTimeOffset now)
    {
        var message = Say(Speaker.Client, KindOf(said), TextOf(said), at, now);
        message.LineMessageId = said.LineMessageId;
        (message.Quotes, message.QuoteToken) = (said.Quotes, said.QuoteToken);
        message.Sticker = (said as ShowsSticker)?.Sticker;
        message.Place = (said as TellsPlace)?.Place;
        HeardOrder = message.Order;
        return message;
    }

    private static MessageKind KindOf(ClientSays said) => said switch
    {
        SaysText => MessageKind.Text,
        ShowsSticker => MessageKind.Sticker,
        SendsFile file => file.Kind,
        TellsPlace => MessageKind.Place,
        _ => MessageKind.Unsupported,
    };

    private static string? TextOf(ClientSays said) => said switch
    {
        SaysText text => text.Text,
        ShowsSticker sticker => sticker.Sticker.Keywords,
        SendsFile file => file.Name,
        TellsPlace place => place.Place.Address ?? place.Place.Title,
        SaysUnreadable => "読み取れないメッセージが届きました。内容を確かめてください",
        SaysUnknown unknown => $"未対応イベント（{unknown.Kind}）",
        _ => null,
    };
}
