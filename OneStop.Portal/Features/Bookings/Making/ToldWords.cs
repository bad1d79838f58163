namespace OneStop.Portal.Features.Bookings.Making;

/// <summary>Says in a toast whether the client was told.</summary>
internal static class ToldWords
{
    /// <param name="wished">True if staff wished to tell the client.</param>
    /// <param name="isTold">True if the client was told.</param>
    public static string Of(bool wished, bool isTold) => isTold ? "（本人に知らせました）" : wished ? "（LINEでは届きません。電話で知らせてください）" : "";
}
