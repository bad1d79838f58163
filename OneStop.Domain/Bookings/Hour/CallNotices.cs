using OneStop.Domain.Channels;

namespace OneStop.Domain.Bookings.Hour;

/// <summary>
/// The message after a call that did not reach the client. Whoever took the call may see the telephone too: neither the card nor its notification
/// names the service or the subject.
/// </summary>
public static class CallNotices
{
    /// <summary>お電話しました</summary>
    public static CardContent NotReached { get; } = new("お知らせがあります", "お電話しました",
        "お電話しましたが、お話しできませんでした。\n\nご都合のよい時間を、このトークで教えてください。", [new("時間を相談する", Says: "時間を相談したいです")]);
}
