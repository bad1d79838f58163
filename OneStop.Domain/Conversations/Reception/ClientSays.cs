using OneStop.Domain.Conversations.Files;
namespace OneStop.Domain.Conversations.Reception;

/// <summary>A client's message, parsed by the channel and not yet stored.</summary>
/// <param name="LineMessageId">LINE's id of the message.</param>
public abstract record ClientSays(string? LineMessageId)
{
    /// <summary>LINE's id of the quoted message.</summary>
    public string? Quotes { get; init; }

    /// <summary>LINE's token for quoting this message.</summary>
    public string? QuoteToken { get; init; }
}

/// <summary>A text.</summary>
public sealed record SaysText(string? LineMessageId, string Text) : ClientSays(LineMessageId);

/// <summary>A sticker.</summary>
public sealed record ShowsSticker(string? LineMessageId, Sticker Sticker) : ClientSays(LineMessageId);

/// <summary>A picture, video, voice or file; the file worker fetches its contents from <paramref name="From"/>.</summary>
public sealed record SendsFile(string? LineMessageId, MessageKind Kind, string? Name, FileSource From) : ClientSays(LineMessageId)
{
    /// <summary>Its place among pictures sent together; null for a single one.</summary>
    public PictureSet? Set { get; init; }
}

/// <summary>The place of a picture among several sent together.</summary>
/// <param name="Of">Parses the set from another event's raw body, which only the channel can do.</param>
public sealed record PictureSet(string Id, int Index, Func<string, PictureSet?> Of);

/// <summary>A location.</summary>
public sealed record TellsPlace(string? LineMessageId, Place Place) : ClientSays(LineMessageId);

/// <summary>A message that could not be parsed; its incoming event is kept.</summary>
public sealed record SaysUnreadable() : ClientSays((string?)null);

/// <summary>A message of an unknown kind; its incoming event is kept.</summary>
public sealed record SaysUnknown(string? LineMessageId, string Kind) : ClientSays(LineMessageId);
