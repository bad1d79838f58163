using System.Text.Json.Serialization;

namespace OneStop.Line.Webhook;

/// <summary>A webhook event as LINE describes it. LINE adds kinds and fields without notice: what is not known here passes as this base.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(FollowEvent), "follow")]
[JsonDerivedType(typeof(UnfollowEvent), "unfollow")]
[JsonDerivedType(typeof(MessageEvent), "message")]
[JsonDerivedType(typeof(PostbackEvent), "postback")]
[JsonDerivedType(typeof(UnsendEvent), "unsend")]
public record LineEvent
{
    /// <summary>Good for one reply within a minute; absent where nothing can be replied to.</summary>
    public string? ReplyToken { get; init; }
}

/// <summary>The person added or unblocked the account.</summary>
public sealed record FollowEvent : LineEvent;

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
public sealed record PostbackData(string Data);

/// <summary>A received message; a kind that is not known passes as this base.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(ReceivedText), "text")]
[JsonDerivedType(typeof(ReceivedSticker), "sticker")]
[JsonDerivedType(typeof(ReceivedImage), "image")]
[JsonDerivedType(typeof(ReceivedFile), "file")]
[JsonDerivedType(typeof(ReceivedLocation), "location")]
public record LineContentMessage
{
    /// <summary>A decimal string.</summary>
    public string? Id { get; init; }
}

/// <summary>Words; LINE's own emoji stand in them as text like (love).</summary>
public sealed record ReceivedText(string Text) : LineContentMessage;

/// <summary>A sticker; keywords and text may be missing.</summary>
public sealed record ReceivedSticker(string PackageId, string StickerId, IReadOnlyList<string>? Keywords, string? Text) : LineContentMessage;

/// <summary>A picture, at LINE or (external) at an address.</summary>
public sealed record ReceivedImage(ContentProvider? ContentProvider) : LineContentMessage;

/// <summary>A file; its name is the sender's.</summary>
public sealed record ReceivedFile(string? FileName) : LineContentMessage;

/// <summary>A location.</summary>
public sealed record ReceivedLocation(string? Title, string? Address, double Latitude, double Longitude) : LineContentMessage;

/// <summary>Where a content lies: <c>line</c>, or <c>external</c> with its address.</summary>
public sealed record ContentProvider(string? Type);
