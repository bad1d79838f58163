using System.Text.Json.Serialization;

namespace OneStop.Line.Webhook;

/// <summary>A webhook event as LINE describes it. LINE adds kinds and fields without notice: what is not known here passes as this base.</summary>
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
    /// <summary>Good for one reply within a minute; absent where nothing can be replied to.</summary>
    public string? ReplyToken { get; init; }

    public EventSource? Source { get; init; }

    /// <summary><c>active</c>, or <c>standby</c> while another module of the channel has the talk: then nothing is to be said.</summary>
    public string? Mode { get; init; }
}

/// <summary>Where an event comes from: a user, or a group or room of several.</summary>
public sealed record EventSource(string? Type, string? GroupId, string? RoomId)
{
    /// <summary>The group or room; null for one-to-one talk.</summary>
    public string? GroupChat => GroupId ?? RoomId;
}

/// <summary>The person added or unblocked the account.</summary>
public sealed record FollowEvent(FollowDetail? Follow = null) : LineEvent;

/// <summary>How it came to be a friend: added (again), or unblocked.</summary>
public sealed record FollowDetail(bool IsUnblocked);

/// <summary>The person blocked the account.</summary>
public sealed record UnfollowEvent : LineEvent;

/// <summary>The person sent something.</summary>
public sealed record MessageEvent(LineContentMessage Message) : LineEvent;

/// <summary>The person took a message back.</summary>
public sealed record UnsendEvent(UnsentMessage Unsend) : LineEvent;

/// <summary>Which message.</summary>
public sealed record UnsentMessage(string MessageId);

/// <summary>The person pressed a button.</summary>
public sealed record PostbackEvent(PostbackData Postback) : LineEvent;

/// <summary>What the button carried; it comes from the client's device and is not to be trusted.</summary>
public sealed record PostbackData(string Data, PostbackParameters? Params);

/// <summary>What a date picker or a menu's tab adds.</summary>
public sealed record PostbackParameters(string? NewRichMenuAliasId, string? Status)
{
    /// <summary>A tab of the rich menu was changed; there is nothing to answer.</summary>
    public bool IsMenuSwitch => NewRichMenuAliasId is not null || Status is not null;
}

/// <summary>The person changed the words of a message; LINE documents it for groups.</summary>
public sealed record MessageEditedEvent(LineContentMessage Message) : LineEvent;

/// <summary>The person watched a video of ours to its end.</summary>
public sealed record VideoPlayCompleteEvent : LineEvent;

/// <summary>The person linked, or failed to link, their LINE account with one of the service.</summary>
public sealed record AccountLinkEvent(AccountLink Link) : LineEvent;

/// <summary><c>ok</c> or <c>failed</c>; the nonce is not used.</summary>
public sealed record AccountLink(string? Result);

/// <summary>A received message; a kind that is not known passes as this base.</summary>
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

    /// <summary>For quoting it; audio, file and location have none.</summary>
    public string? QuoteToken { get; init; }

    /// <summary>The id of the message that it quotes.</summary>
    public string? QuotedMessageId { get; init; }
}

/// <summary>Words; LINE's own emoji stand in them as text like (love), or () where the sender's device knows no name.</summary>
public sealed record ReceivedText(string Text) : LineContentMessage
{
    /// <summary>Where in the words LINE's own emoji stand.</summary>
    public IReadOnlyList<ReceivedEmoji>? Emojis { get; init; }
}

/// <summary>One of LINE's own emoji in a text: its place and length in UTF-16 units.</summary>
public sealed record ReceivedEmoji(int Index, int Length);

/// <summary>A sticker; keywords and text may be missing.</summary>
public sealed record ReceivedSticker(string? PackageId, string? StickerId, IReadOnlyList<string>? Keywords, string? Text) : LineContentMessage;

/// <summary>A picture, at LINE or (external) at an address.</summary>
public sealed record ReceivedImage(ContentProvider? ContentProvider) : LineContentMessage
{
    /// <summary>Set where several were sent at once.</summary>
    public ImageSet? ImageSet { get; init; }
}

/// <summary>Which of several pictures sent at once this is, from 1 on; old telephones do not tell.</summary>
public sealed record ImageSet(string? Id, int? Index);

/// <summary>A video, at LINE, where it may still be prepared, or (external) at an address. Milliseconds; may be missing.</summary>
public sealed record ReceivedVideo(ContentProvider? ContentProvider, double? Duration) : LineContentMessage;

/// <summary>A voice message.</summary>
public sealed record ReceivedAudio(ContentProvider? ContentProvider, double? Duration) : LineContentMessage;

/// <summary>A file; its name is the sender's.</summary>
public sealed record ReceivedFile(string? FileName) : LineContentMessage;

/// <summary>A location.</summary>
public sealed record ReceivedLocation(string? Title, string? Address, double Latitude, double Longitude) : LineContentMessage;

/// <summary>Where a content lies: <c>line</c>, or <c>external</c> with its address.</summary>
public sealed record ContentProvider(string? Type);
