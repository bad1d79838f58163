using OneStop.Domain.Clients;

namespace OneStop.Portal.Features.Bookings.Making;

/// <summary>The person of a booking, as far as known.</summary>
public sealed record BookingPerson
{
    public static BookingPerson Nobody { get; } = new();

    /// <summary>The client; null while a conversation's person is not a client yet.</summary>
    public ClientRow? Client { get; init; }

    /// <summary>The conversation beside which the booking is made; its person cannot be changed.</summary>
    public Guid? ConversationId { get; init; }

    /// <summary>The name of the conversation's person while they are not a client yet.</summary>
    public string? Alias { get; init; }

    /// <summary>True if the conversation's person has blocked the account. For a client, the client's own state is used.</summary>
    public bool IsBlocked { private get; init; }

    /// <summary>The end of their no-contact hours; null outside of them.</summary>
    public DateTimeOffset? LeftAlone { get; init; }

    public bool IsKnown => Client is not null || ConversationId is not null;

    public string Called => Client?.Alias ?? Alias ?? "";

    /// <summary>Their conversation in LINE; null if there is none.</summary>
    public Guid? Talk => ConversationId ?? Client?.ConversationId;

    /// <summary>True if messages in LINE reach them.</summary>
    public bool CanBeTold => Client?.CanBeTold ?? (ConversationId is not null && !IsBlocked);

    /// <summary>True if they are told by default: they can be, and not within their no-contact hours.</summary>
    public bool IsTold => CanBeTold && LeftAlone is null;

    /// <summary>True if 対象者の確認 must still be asked.</summary>
    public bool AsksEligibility => Client is null or { Eligibility: Eligibility.NotAsked };

    /// <summary>True if 同意 must still be asked.</summary>
    public bool AsksConsent => Client?.ConsentAt is null;
}
