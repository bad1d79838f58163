using OneStop.Domain.Channels;

namespace OneStop.Domain.Bookings.Video;

/// <summary>What a booking by video shows to staff.</summary>
/// <param name="Services">The services that are approved on its day.</param>
/// <param name="Link">The present address; null if none was entered.</param>
/// <param name="Former">When the addresses before it were replaced, the latest first.</param>
/// <param name="Talk">Null before the room was opened.</param>
public sealed record VideoView(IReadOnlyList<VideoProviderView> Services, VideoLinkView? Link, IReadOnlyList<DateTimeOffset> Former, VideoTalkView? Talk);

/// <summary>A service on which the address may lie.</summary>
public sealed record VideoProviderView(string Name, IReadOnlyList<string> Hosts);

/// <summary>An address of a booking.</summary>
/// <param name="EnteredBy">The name of the member of staff who entered it.</param>
/// <param name="IsApproved">Whether it lies on a service that is approved on that day.</param>
/// <param name="Sending">The state of the message by which it was sent; null if it was not.</param>
/// <param name="SentAt">When it was sent, unless that certainly did not arrive.</param>
/// <param name="RemindedAt">When it was put into the reminder.</param>
/// <param name="Reminder">The state of that reminder; null if it was in none.</param>
/// <param name="IsAfterAnother">Whether another one was sent before.</param>
public sealed record VideoLinkView(Guid Id, string Address, string EnteredBy, DateTimeOffset EnteredAt, bool IsApproved, Delivery? Sending,
    DateTimeOffset? SentAt, DateTimeOffset? RemindedAt, Delivery? Reminder, bool IsAfterAnother)
{
    /// <summary>Whether 本人に送る is possible: it was not sent, or certainly did not arrive.</summary>
    public bool IsToBeSent => Sending is null or Delivery.Failed or Delivery.TakenBack;
}

/// <summary>Begin and end of a talk by video.</summary>
public sealed record VideoTalkView(DateTimeOffset BeganAt, DateTimeOffset? EndedAt);

/// <summary>What the client would get.</summary>
/// <param name="IsBehindButton">連絡は控えめに: a notice with a button is sent in its place.</param>
/// <param name="LeftAloneUntil">The end of 連絡不可の時間帯, if it covers the present time.</param>
public sealed record VideoPreview(CardContent Card, bool IsBehindButton, DateTimeOffset? LeftAloneUntil);
