using OneStop.Domain.Channels;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Hour;

/// <summary>
/// What clients are told about the hour of their booking: that somebody is there, late, or another person. The notification names nothing, and a client
/// marked 連絡は控えめに sees the first and the last, which name a person, only after pressing a button.
/// </summary>
public static class HourNotices
{
    private const string Notice = "お知らせがあります";

    /// <summary>結びのことば: stands ready for the composer. A person sends it; nothing does by itself.</summary>
    public const string Closing = """
        今日はお話しいただき、ありがとうございました。
        この時間は、ここまでにしますね。また話したくなったら、いつでもこのトークに書いてください。
        """;

    /// <summary>相談員が入りました</summary>
    /// <param name="name">The name of the member of staff; the client reads the family name only.</param>
    public static CardContent Begun(BookingKind kind, string name) => new(Notice,
        kind == BookingKind.Consultation ? "相談員が入りました" : "担当者が入りました",
        $"{StaffMember.FamilyNameOf(name)}です。いまから、このトークでお話しできます。\n\n短い言葉でも、少しずつでも大丈夫です。", []);

    /// <summary>遅れます</summary>
    public static CardContent Late(Slot slot, int minutes) => new(Notice, "少しお待ちください",
        $"{slot.InEasyWords}\n\nお約束の時間に、{minutes}分ほど遅れます。お待たせして申し訳ありません。", []);

    /// <summary>交代: another person is in charge; the time stays. The words fit a talk by any method: nobody visits.</summary>
    /// <param name="name">The name of the new person; the client reads the family name only.</param>
    public static CardContent Handed(Slot slot, string name) => new(Notice, "担当が変わりました",
        $"{slot.InEasyWords}\n\n{StaffMember.FamilyNameOf(name)}がお話をお聞きします。日時は変わりません。", []);
}
