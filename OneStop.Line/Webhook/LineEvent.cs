using System.Text.Json.Serialization;

namespace OneStop.Line.Webhook;

/// <summary>A webhook event in LINE's format. LINE adds kinds and fields without notice: an unknown kind is deserialized as this base type.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(FollowEvent), "follow")]
[JsonDerivedType(typeof(UnfollowEvent), "unfollow")]
[JsonDerivedType(typeof(MessageEvent), "message")]
[JsonDerivedType(typeof(PostbackEvent), "postback")]
[JsonDerivedType(typeof(UnsendEvent), "unsend")]
[JsonDerivedType(typeof(MessageEditedEvent), "messageEdited")]
[JsonDerivedType(typeof(VideoPlayCompleteEvent), "videoPlayComplete")]
[JsonDerivedType(typeof(AccountLinkEvent), "accountLink")]
public record LineEvent
{
    /// <summary>Valid for one reply within a minute; null if no reply is possible.</summary>
    public string? ReplyToken { get; init; }

    public EventSource? Source { get; init; }

    /// <summary><c>active</c>, or <c>standby</c> while another module of the channel has the conversation and the bot must not reply.</summary>
    public string? Mode { get; init; }
}

/// <summary>The source of an event: a user, a group or a room.</summary>
public sealed record EventSource(string? Type, string? GroupId, string? RoomId)
{
    /// <summary>The id of the group or room; null for a one-to-one conversation.</summary>
    public string? GroupChat => GroupId ?? RoomId;
}

/// <summary>The person added or unblocked the account.</summary>
public sealed record FollowEvent(FollowDetail? Follow = null) : LineEvent;

/// <summary>Whether the person unblocked the account or added it.</summary>
public sealed record FollowDetail(bool IsUnblocked);

/// <summary>The person blocked the account.</summary>
public sealed record UnfollowEvent : LineEvent;

/// <summary>The person sent something.</summary>
public sealed record MessageEvent(LineContentMessage Message) : LineEvent;

/// <summary>The person unsent a message.</summary>
public sealed record UnsendEvent(UnsentMessage Unsend) : LineEvent;

/// <summary>The unsent message.</summary>
public sealed record UnsentMessage(string MessageId);

/// <summary>The person pressed a button.</summary>
public sealed record PostbackEvent(PostbackData Postback) : LineEvent;

/// <summary>The data of the button; it comes from the client's device and must not be trusted.</summary>
public sealed record PostbackData(string Data, PostbackParameters? Params);

/// <summary>The additional data of a date picker or a menu's tab.</summary>
public sealed record PostbackParameters(string? NewRichMenuAliasId, string? Status)
{
    /// <summary>Whether a tab of the rich menu was switched, which needs no reply.</summary>
    public bool IsMenuSwitch => NewRichMenuAliasId is not null || Status is not null;
}

/// <summary>The person edited a message; LINE documents it for groups.</summary>
public sealed record MessageEditedEvent(LineContentMessage Message) : LineEvent;

/// <summary>The person watched one of our videos to the end.</summary>
public sealed record VideoPlayCompleteEvent : LineEvent;

/// <summary>The person linked their LINE account with one of the service, or failed to.</summary>
public sealed record AccountLinkEvent(AccountLink Link) : LineEvent;

/// <summary><c>ok</c> or <c>failed</c>; the nonce is not used.</summary>
public sealed record AccountLink(string? Result);

/// <summary>A received message; an unknown kind is deserialized as this base type.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(ReceivedText), "text")]
[JsonDerivedType(typeof(ReceivedSticker), "sticker")]
[JsonDerivedType(typeof(ReceivedImage), "image")]
[JsonDerivedType(typeof(ReceivedVideo), "video")]
[JsonDerivedType(typeof(ReceivedAudio), "audio")]
[JsonDerivedType(typeof(ReceivedFile), "file")]
[JsonDerivedType(typeof(ReceivedLocation), "location")]
public record LineContentMessage
{
    /// <summary>A decimal string.</summary>
    public string? Id { get; init; }

    /// <summary>The token for quoting it; null for audio, file and location.</summary>
    public string? QuoteToken { get; init; }

    /// <summary>The id of the quoted message; null if none.</summary>
    public string? QuotedMessageId { get; init; }
}

/// <summary>A text. LINE's own emoji are in it as text such as (love), or as () if the sender's device knows no name.</summary>
public sealed record ReceivedText(string Text) : LineContentMessage
{
    /// <summary>The positions of LINE's own emoji in the text.</summary>
    public IReadOnlyList<ReceivedEmoji>? Emojis { get; init; }
}

/// <summary>One of LINE's own emoji in a text: position and length in UTF-16 code units.</summary>
public sealed record ReceivedEmoji(int Index, int Length);

/// <summary>A sticker; keywords and text may be missing.</summary>
public sealed record ReceivedSticker(string? PackageId, string? StickerId, IReadOnlyList<string>? Keywords, string? Text) : LineContentMessage;

/// <summary>A picture, stored at LINE or (external) at another address.</summary>
public sealed record ReceivedImage(ContentProvider? ContentProvider) : LineContentMessage
{
    /// <summary>Set if several pictures were sent together.</summary>
    public ImageSet? ImageSet { get; init; }
}

/// <summary>The place of a picture among several sent together, from 1; old telephones do not send it.</summary>
public sealed record ImageSet(string? Id, int? Index);

/// <summary>
/// A video, stored at LINE, where it may still be prepared, or (external) at another address. The duration is in milliseconds and may be missing.
/// </summary>
public sealed record ReceivedVideo(ContentProvider? ContentProvider, double? Duration) : LineContentMessage;

/// <summary>A voice message.</summary>
public sealed record ReceivedAudio(ContentProvider? ContentProvider, double? Duration) : LineContentMessage;

/// <summary>A file; its name was given by the sender.</summary>
public sealed record ReceivedFile(string? FileName) : LineContentMessage;

/// <summary>A location.</summary>
public sealed record ReceivedLocation(string? Title, string? Address, double Latitude, double Longitude) : LineContentMessage;

/// <summary>Where a content is stored: <c>line</c>, or <c>external</c> with its address.</summary>
public sealed record ContentProvider(string? Type);
