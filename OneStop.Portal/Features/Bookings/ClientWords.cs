using OneStop.Domain.Clients;

namespace OneStop.Portal.Features.Bookings;

/// <summary>Words for the little that is known of a client.</summary>
internal static class ClientWords
{
    /// <summary>What the person answered when asked whether the service is for them.</summary>
    public static string Of(Eligibility eligibility) => eligibility switch
    {
        Eligibility.Yes => "はい",
        Eligibility.Unsure => "よく分からない",
        Eligibility.No => "いいえ",
        _ => "まだ聞いていません",
    };
}
