namespace OneStop.Portal.Features.Bookings.Making;

/// <summary>What a toast says of whether the client knows.</summary>
internal static class ToldWords
{
    /// <param name="wished">Staff wished to tell them.</param>
    /// <param name="isTold">They are told.</param>
    public static string Of(bool wished, bool isTold) => isTold ? "（本人に知らせました）" : wished ? "（LINEでは届きません。電話で知らせてください）" : "";
}
