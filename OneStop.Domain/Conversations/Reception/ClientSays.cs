using OneStop.Domain.Conversations.Files;
namespace OneStop.Domain.Conversations.Reception;

/// <summary>What came from a friend, after the channel understood it and before the conversation keeps it.</summary>
/// <param name="LineMessageId">LINE's id of the message.</param>
public abstract record ClientSays(string? LineMessageId)
{
    /// <summary>LINE's id of the message that is quoted.</summary>
    public string? Quotes { get; init; }

    /// <summary>LINE's token for quoting it.</summary>
    public string? QuoteToken { get; init; }
}

/// <summary>Words.</summary>
public sealed record SaysText(string? LineMessageId, string Text) : ClientSays(LineMessageId);

/// <summary>A sticker.</summary>
public sealed record ShowsSticker(string? LineMessageId, Sticker Sticker) : ClientSays(LineMessageId);

/// <summary>A picture, video, voice or file, whose contents are fetched from <paramref name="From"/> by the file worker.</summary>
public sealed record SendsFile(string? LineMessageId, MessageKind Kind, string? Name, FileSource From) : ClientSays(LineMessageId)
{
    /// <summary>Its place among pictures that were sent at once.</summary>
    public PictureSet? Set { get; init; }
}

/// <summary>Which of several pictures sent at once.</summary>
/// <param name="Of">Reads the same of another event's raw body, in the channel's terms.</param>
public sealed record PictureSet(string Id, int Index, Func<string, PictureSet?> Of);

/// <summary>A location.</summary>
public sealed record TellsPlace(string? LineMessageId, Place Place) : ClientSays(LineMessageId);

/// <summary>Something that could not be read at all; it is kept whole in its incoming event.</summary>
public sealed record SaysUnreadable() : ClientSays((string?)null);

/// <summary>A message of a kind that the service does not know; kept whole in its incoming event.</summary>
public sealed record SaysUnknown(string? LineMessageId, string Kind) : ClientSays(LineMessageId);
