using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Channels;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Clients.Dialogues;
using OneStop.Domain.Conversations.Reception;
using OneStop.Domain.Partners.Cards;

namespace OneStop.Line.Reception;

/// <summary>
/// The words common to all dialogues: one idea on a card, large buttons, easy words, and always a way to continue. The notification on a locked
/// screen never names the subject. Each dialogue has its own class of words beside this one.
/// </summary>
internal static class DialogueWords
{
    /// <summary>The text of the notification.</summary>
    public const string Notice = "ご案内があります";

    /// <summary>The button that leads to a person.</summary>
    public static Choice Person { get; } = new("相談員にきく", Says: "質問する", Data: "ask");

    /// <summary>Returns the words for a reply.</summary>
    public static AutoReply Of(DialogueReply reply) => new([reply switch
    {
        GateReply gate => GateWords.Of(gate),
        IsOver => Card("この案内は古くなりました", "いまの予約は、下のボタンで見られます。", Step("予約を確認する", new LooksAtMine()),
            Step("予約する", new Chooses(new(BookingKind.Consultation))), Person),
        _ => ClientWords.Of(reply) ?? PartnerWords.Of(reply) ?? BookingWords.Of(reply) ?? throw new InvalidOperationException($"No words for {reply.GetType().Name}."),
    }]);

    /// <summary>Returns what the conversation shows to staff about a pressed button.</summary>
    public static string Happened(DialogueStep step) => step switch
    {
        ClientStep client => ClientWords.Happened(client),
        AnswersConsent { Agrees: var agrees } => agrees ? "同意のカードに「はい」と答えました" : "同意のカードに「今はいいえ」と答えました",
        PartnerStep partner => PartnerWords.Happened(partner),
        BookingStep booking => BookingWords.Happened(booking),
        _ => "ボタンが押されました",
    };

    /// <summary>Returns a button for a step.</summary>
    public static Choice Step(string label, DialogueStep step) => new(label, Says: label, Data: step.Data);

    /// <summary>Returns a card with its buttons.</summary>
    public static CardContent Card(string title, string text, params Choice[] choices) => new(Notice, title, text, choices);
}
