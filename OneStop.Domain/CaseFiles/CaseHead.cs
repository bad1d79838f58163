using OneStop.Domain.Bookings;
using OneStop.Domain.Clients;
using OneStop.Domain.Stages;

namespace OneStop.Domain.CaseFiles;

/// <summary>The head of a case file.</summary>
public sealed record CaseHead
{
    public required ClientRow Client { get; init; }
    public required CaseStage Stage { get; init; }

    /// <summary>Who is in charge; after the closing, who was it last. Null if nobody was.</summary>
    public required CaseCharge? Charge { get; init; }

    /// <summary>How the case was closed; null while it is open.</summary>
    public required CaseClosing? Closing { get; init; }

    /// <summary>The next booking; null if there is none.</summary>
    public required BookedTalk? Next { get; init; }

    /// <summary>When client or staff last wrote in LINE, or a booked talk was held; null if never.</summary>
    public required DateTimeOffset? LastTalkAt { get; init; }

    /// <summary>The client's own tags; those of the conversation are shown there.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>要注意 in the conversation: the reason; null if it is not set.</summary>
    public required string? Caution { get; init; }

    /// <summary>連絡は控えめに: the reason; null if it is not set.</summary>
    public required string? Discretion { get; init; }

    /// <summary>The topics whose changes concern this file.</summary>
    public required IReadOnlyList<string> Topics { get; init; }
}

/// <summary>Who is in charge of a client.</summary>
/// <param name="Until">Null for the present one.</param>
/// <param name="Note">The note of the transfer.</param>
/// <param name="By">The name of who transferred the case.</param>
public sealed record CaseCharge(Guid Id, Guid StaffId, string Name, DateTimeOffset Since, DateTimeOffset? Until, string Note, string By, bool IsAcknowledged);

/// <summary>A coming booking.</summary>
public sealed record BookedTalk(Guid Id, DateTimeOffset Start, BookingKind Kind, ContactMethod Method, string StaffName);
