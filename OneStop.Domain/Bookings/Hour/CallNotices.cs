using OneStop.Domain.Channels;

namespace OneStop.Domain.Bookings.Hour;

/// <summary>
/// The message after a call that did not reach the client. Whoever took the call may see the telephone too: neither the card nor its notification
/// names the service or the subject.
/// </summary>
public static class CallNotices
{
    /// <summary>
    /// How long it waits after somebody else has answered: they may still hold the telephone and have the voice of the caller in their ear. Half an hour
    /// later the telephone is put away, and the client still reads it in the hour of the booking.
    /// </summary>
    public static readonly TimeSpan WaitsAfterSomebodyElse = TimeSpan.FromMinutes(30);

    /// <summary>お電話しました</summary>
    public static CardContent NotReached { get; } = new("お知らせがあります", "お電話しました",
        "お電話しましたが、お話しできませんでした。\n\nご都合のよい時間を、このトークで教えてください。", [new("時間を相談する", Says: "時間を相談したいです")]);
}
