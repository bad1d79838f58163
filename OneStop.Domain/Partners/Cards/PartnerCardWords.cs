using OneStop.Domain.Channels;
using OneStop.Domain.Clients.Dialogues;

namespace OneStop.Domain.Partners.Cards;

/// <summary>The cards about partners. Their notification never names the subject, since others may see the telephone.</summary>
public static class PartnerCardWords
{
    private const string Notice = "お知らせがあります";
    private const int LongestTitle = 60;

    /// <summary>The card that names the partner, with its telephone number to press.</summary>
    public static CardContent Of(Partner partner) => new(Notice, partner.Name.CutTo(LongestTitle), string.Join('\n', [.. Lines(partner), .. Number(partner)]),
    [
        .. partner.Phone.Length > 0 ? [new Choice("電話をかける", Outside: new($"tel:{partner.Phone}"))] : Array.Empty<Choice>(),
        .. Link("地図を見る", partner.MapLink), .. Link("ホームページを見る", partner.WebAddress),
        new("この窓口のことを聞く", Says: "いただいた案内のことを聞きたいです"),
    ]);

    /// <summary>The card that asks whether the other may be sent. It names neither the partner nor the subject.</summary>
    public static CardContent Asking(Guid cardId) => new(Notice, "ご案内を送ってもよいですか？", "お話に合いそうな窓口のご案内があります。まわりに人がいないときに、下のボタンを押してください。",
        [Step("はい、見ます", new SaysToPartnerCard(cardId, IsYes: true)), Step("今はいいです", new SaysToPartnerCard(cardId, IsYes: false))]);

    /// <summary>What a client reads about a partner, line by line; the telephone number has a button.</summary>
    public static IEnumerable<string> Lines(Partner partner) => new (string Label, string Text)[]
    {
        ("", partner.ForWhom),
        ("受付: ", partner.Hours),
        ("住所: ", partner.Address),
    }.Where(l => l.Text.Length > 0).Select(l => $"{l.Label}{l.Text}");

    private static IEnumerable<string> Number(Partner partner) => partner.Phone.Length > 0 ? [$"電話: {partner.Phone}"] : [];

    private static IEnumerable<Choice> Link(string label, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps ? [new(label, Outside: link)] : [];

    private static Choice Step(string label, DialogueStep step) => new(label, Says: label, Data: step.Data);
}
