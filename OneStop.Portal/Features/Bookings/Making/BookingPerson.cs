using OneStop.Domain.Clients;

namespace OneStop.Portal.Features.Bookings.Making;

/// <summary>For whom a booking is, as far as they are known.</summary>
public sealed record BookingPerson
{
    public static BookingPerson Nobody { get; } = new();

    /// <summary>The client; null while the person of a talk is none yet.</summary>
    public ClientRow? Client { get; init; }

    /// <summary>The talk whose person it is for: who it is cannot be chosen.</summary>
    public Guid? ConversationId { get; init; }

    /// <summary>What the person of the talk is called, while they are no client yet.</summary>
    public string? Alias { get; init; }

    /// <summary>The person of the talk has blocked the account. Of a client it is known by itself.</summary>
    public bool IsBlocked { private get; init; }

    /// <summary>Until when they are to be left alone, if they are now.</summary>
    public DateTimeOffset? LeftAlone { get; init; }

    public bool IsKnown => Client is not null || ConversationId is not null;

    public string Called => Client?.Alias ?? Alias ?? "";

    /// <summary>Their talk in LINE.</summary>
    public Guid? Talk => ConversationId ?? Client?.ConversationId;

    /// <summary>What is sent in LINE reaches them.</summary>
    public bool CanBeTold => Client?.CanBeTold ?? (ConversationId is not null && !IsBlocked);

    /// <summary>True if they are told by default: they can be, and not within their no-contact hours.</summary>
    public bool IsTold => CanBeTold && LeftAlone is null;

    /// <summary>対象者の確認 is still to be asked.</summary>
    public bool AsksEligibility => Client is null or { Eligibility: Eligibility.NotAsked };

    /// <summary>同意 is still to be asked.</summary>
    public bool AsksConsent => Client?.ConsentAt is null;
}
