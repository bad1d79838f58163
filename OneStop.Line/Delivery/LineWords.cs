using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Line.Api;
using OneStop.Line.RichMenu;

namespace OneStop.Line.Delivery;

/// <summary>Converts contents into LINE's message objects.</summary>
public sealed class LineWords(PublicAddress address, LinkKeys keys)
{
    /// <summary>The path at which LINE fetches our pictures.</summary>
    public const string FilePath = "m";

    private const string Teal = "#0F6B6B";
    private const string TealText = "#0B5A5A";
    private const string Ink = "#1F2A2A";
    private const string Paper = "#FFFFFF";

    /// <summary>Returns LINE's objects for the contents, in order; null if a picture does not exist any more.</summary>
    public async Task<IReadOnlyList<LineMessage>?> Write(OneStopDb db, IReadOnlyList<OutgoingContent> contents, CancellationToken stopping)
    {
        var messages = new List<LineMessage>();
        foreach (var content in contents)
        {
            LineMessage? message = content switch
            {
                TextContent text => new TextMessage(text.Text, text.QuoteToken),
                PictureContent picture => await db.StoredFiles.Where(f => f.Id == picture.FileId && f.State == FileState.Stored
                    && f.PublicUntil != null).Select(f => new { f.PublicKey }).SingleOrDefaultAsync(stopping) is { } file
                    ? Image(file.PublicKey ?? keys.Of(picture.FileId))
                    : null,
                CardContent card => new FlexMessage(card.Notice, Bubble(card)),
                CarouselContent carousel => new FlexMessage(carousel.Notice, new FlexCarousel([.. carousel.Cards.Select(Bubble)])),
                _ => throw new InvalidOperationException($"No words for {content.GetType().Name}."),
            };
            if (message is null)
                return null;
            messages.Add(message);
        }
        return messages;
    }

    private ImageMessage Image(string publicKey) => new(address.Below($"{FilePath}/{publicKey}"), address.Below($"{FilePath}/{publicKey}/preview"));

    /// <summary>LINE does not adapt a card's own colours to dark mode, so both background and text colour are set.</summary>
    private FlexBubble Bubble(CardContent card) => new(
        new FlexBox("vertical", [new FlexText(card.Title, Size: "lg", Weight: "bold", Color: Ink), new FlexText(card.Text, Size: "md", Color: Ink)], "md"),
        new FlexBox("vertical",
        [
            .. card.Columns == 0 ? card.Choices.Select((choice, i) =>
                (FlexComponent)Button(choice, i == 0 ? "primary" : "link", i == 0 ? Teal : TealText))
                : card.Choices.Chunk(card.Columns).Select(row => (FlexComponent)Row(row, card.Columns)),
            .. card.Below is { } below ? [new FlexSeparator("md"), .. below.Select(choice => Button(choice, "link", TealText))] : Array.Empty<FlexComponent>(),
        ], "sm"),
        new FlexStyles(new(Paper), new(Paper)));

    /// <summary>Returns a row of equal buttons; an incomplete row is filled up, so that its buttons are no wider than those above.</summary>
    private FlexBox Row(Choice[] choices, int columns) => new("horizontal",
        [.. choices.Select(choice => (FlexComponent)Button(choice, "primary", Teal)),
            .. Enumerable.Repeat(new FlexBox("vertical", []), columns - choices.Length)], "sm");

    private FlexButton Button(Choice choice, string style, string color) => new(Action(choice), style, "sm", color);

    private LineAction Action(Choice choice) => choice switch
    {
        { Opens: { } path } => new UriAction(choice.Label, address.Below(keys.Fill(path))),
        { Outside: { } outside } => new UriAction(choice.Label, outside),
        // closed because the menu would hide the answering card
        { Data: { } data } => new PostbackAction(choice.Label, data, choice.Says ?? choice.Label, data == MenuButtons.Ask ? "openKeyboard" : "closeRichMenu"),
        _ => new MessageAction(choice.Label, choice.Says ?? choice.Label),
    };
}
