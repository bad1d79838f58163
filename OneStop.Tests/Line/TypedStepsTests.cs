using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Line.Reception;
using OneStop.Line.Webhook;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Line;

/// <summary>How typed text is interpreted: in every script and width, in polite forms too, and only if the meaning is certain.</summary>
public sealed class TypedStepsTests
{
    [Theory]
    [InlineData("予約")]
    [InlineData("よやく")]
    [InlineData("ヨヤク")]
    [InlineData("ﾖﾔｸ")]
    [InlineData("yoyaku")]
    [InlineData("ＹＯＹＡＫＵ")]
    [InlineData("yoyaku shitai")]
    [InlineData("予約お願いします")]
    [InlineData("予約おねがいします！")]
    [InlineData("予約🙏")]
    [InlineData("予約したいです☺️")]
    [InlineData("相談を予約したいのですが")]
    [InlineData("予約できますか？")]
    [InlineData("予約を取りたいです")]
    [InlineData("よやくー")]
    [InlineData("予　約")]
    public void A_wish_to_book_is_read(string typed) => Assert.Equal(new Chooses(new(BookingKind.Consultation)), TypedSteps.Read(typed));

    [Theory]
    [InlineData("キャンセルしたい")]
    [InlineData("ｷｬﾝｾﾙ")]
    [InlineData("きゃんせる")]
    [InlineData("kyanseru")]
    [InlineData("cancel")]
    [InlineData("やっぱりキャンセルで")]
    [InlineData("キャンセルでお願いします")]
    [InlineData("予約を取り消したいです")]
    [InlineData("日にちを変えたい")]
    [InlineData("日時を変更したいのですが")]
    [InlineData("時間をずらしたい")]
    [InlineData("へんこうしたい")]
    [InlineData("予約の変更お願いします")]
    [InlineData("予約を見る")]
    [InlineData("予約はいつですか")]
    [InlineData("予約をやめたい")]
    public void A_wish_about_what_is_booked_shows_it(string typed) => Assert.Equal(new LooksAtMine(), TypedSteps.Read(typed));

    [Theory]
    [InlineData("行けない")]
    [InlineData("やっぱり行けない")]
    [InlineData("やっぱりいけない💦")]
    [InlineData("ikenai")]
    [InlineData("すみません、明日行けなくなりました")]
    [InlineData("今日は行けません")]
    [InlineData("行けなさそうです")]
    [InlineData("行けないことを伝える")]
    public void That_they_cannot_come_is_read(string typed) => Assert.Equal(new CannotCome(), TypedSteps.Read(typed));

    [Theory]
    [InlineData("やめたい")] // perhaps the job, perhaps life
    [InlineData("もうやめたい")]
    [InlineData("学校に行けない子どものことで")]
    [InlineData("予約した")]
    [InlineData("予約できない")]
    [InlineData("予約の確認はどこですか")]
    [InlineData("かえる")]
    [InlineData("予約予約予約予約予約予約予約予約予約予約予約予約予約予約予約予約予約予約予約予約予約")]
    [InlineData("\uFFFE\uFFFE")]
    [InlineData("")]
    public void What_says_more_or_something_else_is_for_a_person(string typed) => Assert.Null(TypedSteps.Read(typed));

    [Theory]
    [InlineData("子どもが熱を出したので予約を取り消したいのですが", true)]
    [InlineData("明日のキャンセルは何時までですか", true)]
    [InlineData("住所が変更になりました", true)]
    [InlineData("学校に行けない子どものことで", true)]
    [InlineData("よやくのしかたがわからない", true)]
    [InlineData("資格をとらないといけないのですか", false)] // いけな here is not 行けな
    [InlineData("資格のことを相談したいです", false)]
    public void A_sentence_about_a_booking_is_known_by_its_words(string typed, bool speaks) => Assert.Equal(speaks, TypedSteps.SpeaksOfBooking(typed));

    [Theory]
    [InlineData("ありがとう", true)]
    [InlineData("ありがとうございます😊", true)]
    [InlineData("ありがとーございました！", true)]
    [InlineData("有難うございます", true)]
    [InlineData("ｱﾘｶﾞﾄｳ", true)]
    [InlineData("arigatou", true)]
    [InlineData("Thank you!", true)]
    [InlineData("わかりました。ありがとうございます", true)]
    [InlineData("お返事ありがとうございます。助かりました", true)]
    [InlineData("今までありがとう", false)] // a farewell must be read by a person
    [InlineData("いままでありがとうございました", false)]
    [InlineData("ありがとう、さようなら", false)]
    [InlineData("ありがとうございます。来週もお願いできますか", false)]
    [InlineData("ありがとうの手紙", false)]
    [InlineData("わかりました", false)] // may answer a question of staff
    [InlineData("はい、助かります", false)] // accepts an offer
    [InlineData("助かります", false)]
    [InlineData("とても嬉しいです", false)]
    [InlineData("はい、ありがとうございます", false)]
    [InlineData("🙏", false)]
    public void Thanks_are_known_and_nothing_that_goes_on_is(string typed, bool thanks) => Assert.Equal(thanks, TypedThanks.AreAll(typed));

    [Theory]
    [InlineData(new[] { "Thank you", "smile" }, true)]
    [InlineData(new[] { "ありがとう", "にっこり" }, true)]
    [InlineData(new[] { "cry", "sad" }, false)]
    [InlineData(new string[0], false)]
    public void A_sticker_of_thanks_is_known_by_its_keywords(string[] keywords, bool thanks) =>
    Assert.Equal(thanks, TypedThanks.AreAll(new ReceivedSticker("1", "2", keywords, null)));

    [Theory]
    [InlineData("18時で", null, 18.0)]
    [InlineData("18:30でお願いします", null, 18.5)]
    [InlineData("夜7時半", null, 19.5)]
    [InlineData("0時", null, 24.0)]
    [InlineData("夜12時", null, 24.0)] // midnight at the end of the day, never noon
    [InlineData("夜の0時", null, 24.0)]
    [InlineData("夜1時", null, 25.0)]
    [InlineData("夜中12時", null, 24.0)]
    [InlineData("深夜0時半", null, 24.5)]
    [InlineData("深夜11時", null, 23.0)]
    [InlineData("昼1時", null, 13.0)]
    [InlineData("お昼の12時", null, 12.0)]
    [InlineData("午後1時", null, 13.0)]
    [InlineData("明日の夜で", "2026-10-06", null)]
    [InlineData("あさって10時", "2026-10-07", 10.0)]
    [InlineData("10/8", "2026-10-08", null)]
    [InlineData("10月8日の10時がいいです", "2026-10-08", 10.0)]
    [InlineData("1/5", "2027-01-05", null)]
    [InlineData("２月３０日", null, null)]
    [InlineData("来週の火曜", null, null)]
    [InlineData("夜", null, null)]
    public void A_day_or_a_time_is_read(string typed, string? day, double? hour)
    {
        Assert.True(TypedWhen.TryRead(typed, Japan("2026-10-05T09:00"), out var when));
        Assert.Equal(new TypedWhen(day is null ? null : new ServiceDay(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)),
            hour is { } h ? TimeSpan.FromHours(h) : null), when);
    }

    [Theory]
    [InlineData("")]
    [InlineData("で")]
    [InlineData("18歳です")]
    [InlineData("明日の面接が不安です")]
    [InlineData("3時間しか寝ていません")]
    public void What_is_neither_is_for_a_person(string typed) => Assert.False(TypedWhen.TryRead(typed, Japan("2026-10-05T09:00"), out _));
}
