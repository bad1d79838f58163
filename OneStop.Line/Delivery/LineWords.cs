using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Data;
using OneStop.Line.Api;

namespace OneStop.Line.Delivery;

/// <summary>Turns what is to be said into LINE's message objects.</summary>
public sealed class LineWords(PublicAddress address)
{
    /// <summary>Where LINE fetches our pictures.</summary>
    public const string FilePath = "m";

    private const string Teal = "#0F6B6B";
    private const string Ink = "#1F2A2A";

    /// <summary>LINE's objects for these contents, in order; null where a picture among them is gone.</summary>
    public async Task<IReadOnlyList<LineMessage>?> Write(OneStopDb db, IReadOnlyList<OutgoingContent> contents, CancellationToken stopping)
    {
        var messages = new List<LineMessage>();
        foreach (var content in contents)
        {
            LineMessage? message = content switch
            {
                TextContent text => new TextMessage(text.Text, text.QuoteToken),
                PictureContent picture => await db.StoredFiles.Where(f => f.Id == picture.FileId).Select(f => f.PublicKey).SingleOrDefaultAsync(stopping) is { } key ? Image(key) : null,
                CardContent card => Card(card),
                _ => throw new InvalidOperationException($"No words for {content.GetType().Name}."),
            };
            if (message is null)
                return null;
            messages.Add(message);
        }
        return messages;
    }

    private ImageMessage Image(string publicKey) => new(address.Below($"{FilePath}/{publicKey}"), address.Below($"{FilePath}/{publicKey}/preview"));

    private FlexMessage Card(CardContent card) => new(card.Notice, new FlexBubble(
        new FlexBox("vertical", [new FlexText(card.Title, Size: "lg", Weight: "bold", Color: Ink), new FlexText(card.Text, Size: "md", Color: Ink)], "md"),
        new FlexBox("vertical", [.. card.Choices.Select((choice, i) => new FlexButton(Action(choice), i == 0 ? "primary" : "link", "md", i == 0 ? Teal : null))], "sm")));

    private LineAction Action(Choice choice) => choice switch
    {
        { Opens: { } path } => new UriAction(choice.Label, address.Below(path)),
        { Data: { } data } => new PostbackAction(choice.Label, data, choice.Says ?? choice.Label),
        _ => new MessageAction(choice.Label, choice.Says ?? choice.Label),
    };
}
