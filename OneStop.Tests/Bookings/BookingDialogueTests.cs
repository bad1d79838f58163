using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Line.RichMenu;
using OneStop.Tests.House;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Bookings;

/// <summary>The booking dialogue in the simulator, on the main path: booking, changing and cancelling, by buttons and by typing.</summary>
public sealed class BookingDialogueTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task From_the_menu_on_a_first_booking_takes_two_answers_and_a_later_one_four_taps()
    {
        var friend = await oneStop.Somebody("aoba");
        await oneStop.Press(friend, MenuButtons.BookConsultation); // the menu
        oneStop.AssertSays(friend, "福岡市に住む、ひとり親の方の相談です");
        await oneStop.AnswersFirstQuestions(friend);
        await oneStop.Tap(friend, "10月7日(水)");
        await oneStop.Tap(friend, "24:00");
        oneStop.AssertSays(friend, "10月7日(水) 24:00〜25:00");
        await oneStop.Tap(friend, "予約する");
        oneStop.AssertSays(friend, "予約ができました");
        var booking = Assert.Single(await oneStop.BookingsOf(friend));
        Assert.Equal((BookingState.Confirmed, BookingKind.Consultation, ContactMethod.Chat, Japan("2026-10-08T00:00").ToUniversalTime()),
            (booking.State, booking.Kind, booking.Method, booking.Slot.Start));
        Assert.Equal(new DateOnly(2026, 10, 7), booking.Day.ServiceDay);

        await oneStop.Press(friend, MenuButtons.BookConsultation);
        foreach (var label in (string[])["10月9日(金)", "10:00", "予約する"])
            await oneStop.Tap(friend, label);
        oneStop.AssertSays(friend, "予約ができました");
        Assert.Equal(2, (await oneStop.BookingsOf(friend)).Count(b => b.State == BookingState.Confirmed));
    }

    [Fact]
    public async Task Every_button_of_the_menu_can_be_typed_and_answers_the_same()
    {
        var (thumb, typist) = (await oneStop.Somebody(), await oneStop.Somebody());
        foreach (var button in MenuButtons.All)
        {
            var before = oneStop.Line.TalkOf(thumb.UserId).Count(b => !b.IsMine);
            oneStop.Line.Press(thumb.UserId, button.Data, button.Label, null);
            await Until(() => Task.FromResult(oneStop.Line.TalkOf(thumb.UserId).Count(b => !b.IsMine) > before), $"an answer to {button.Label}");
            await oneStop.Type(typist, $" {button.Label}。");
            Assert.Equal((button.Label, oneStop.Says(thumb)), (button.Label, oneStop.Says(typist)));
        }
        Assert.Null(await oneStop.DueOf(typist)); // the bot has answered, so staff need not
    }

    [Fact]
    public async Task Every_button_of_the_greeting_can_be_typed_and_leads_to_the_guide_too()
    {
        var friend = await oneStop.Somebody();
        var greeting = Thumb.Buttons(oneStop.Line.TalkOf(friend.UserId).Last(b => !b.IsMine).Message).Select(b => b["label"]!.GetValue<string>()).ToList();
        Assert.Contains("使い方", greeting);
        foreach (var label in greeting.Append("記録を消したい"))
        {
            await oneStop.Type(friend, label);
        }
        Assert.Equal(0, await oneStop.CountInOutbox(friend, "メッセージを受け取りました"));
        Assert.Null(await oneStop.DueOf(friend));
        foreach (var words in (string[])["使い方", "この事業について"])
        {
            await oneStop.Type(friend, words);
            Assert.Contains(Thumb.Buttons(oneStop.Line.TalkOf(friend.UserId).Last(b => !b.IsMine).Message),
                b => b["uri"]?.GetValue<string>().EndsWith("/guide", StringComparison.Ordinal) == true);
        }
    }

    [Theory]
    [InlineData("予約確認", "6:00")]
    [InlineData("予約の変更", "8:00")]
    [InlineData("予約を取り消したい", "10:00")]
    [InlineData("予約を取り消す", "12:00")]
    [InlineData("予約の取消し", "14:00")]
    [InlineData("予約をキャンセルしたいです。", "16:00")]
    [InlineData("キャンセル！", "18:00")]
    public async Task However_it_is_typed_their_bookings_come(string typed, string time)
    {
        var friend = await oneStop.Booked("10月29日(木)", time);
        await oneStop.Type(friend, typed);
        oneStop.AssertSays(friend, $"10月29日(木) {time}〜");
        Assert.Null(await oneStop.DueOf(friend));
    }

    [Theory]
    [InlineData("子どもが熱を出したので予約を取り消したいのですが")]
    [InlineData("予約の確認はどこですか")]
    public async Task A_sentence_around_it_goes_to_a_person(string typed)
    {
        var friend = await oneStop.Somebody();
        await oneStop.Type(friend, typed);
        await Until(() => Task.FromResult(oneStop.Labels(friend).Contains("行けないことを伝える")), "the buttons, which may help meanwhile");
        Assert.Contains(oneStop.Line.TalkOf(friend.UserId), b => !b.IsMine && Thumb.Read(b.Message).StartsWith("メッセージを受け取りました", StringComparison.Ordinal));
        Assert.NotNull(await oneStop.DueOf(friend));
    }

    [Fact]
    public async Task A_booking_is_moved_by_its_client_even_into_its_own_time()
    {
        var friend = await oneStop.Booked("10月13日(火)", "23:30");
        await oneStop.Type(friend, "予約の変更");
        await oneStop.Tap(friend, "変更する");
        await oneStop.Tap(friend, "10月13日(火)");
        await oneStop.Tap(friend, "24:00");
        oneStop.AssertSays(friend, "いまの予約はそのままです");
        await oneStop.Tap(friend, "変更する");
        oneStop.AssertSays(friend, "予約を変更しました");
        var bookings = await oneStop.BookingsOf(friend);
        Assert.Equal([BookingState.Cancelled, BookingState.Confirmed], bookings.Select(b => b.State));
        Assert.Equal((bookings[0].Id, 1, new DateOnly(2026, 10, 13)), (bookings[1].MovedFrom!.Value, bookings[1].Moves, bookings[1].Day.ServiceDay));
    }

    [Fact]
    public async Task A_booking_is_cancelled_with_a_reason_in_one_tap_and_its_old_buttons_are_over()
    {
        var friend = await oneStop.Booked("10月14日(水)", "10:00");
        await oneStop.Tap(friend, "予約を取り消す");
        oneStop.AssertSays(friend, "予約を取り消しますか？");
        await oneStop.Tap(friend, "取り消す");
        await oneStop.Tap(friend, "子どもの体調");
        var booking = Assert.Single(await oneStop.BookingsOf(friend));
        Assert.Equal((BookingState.Cancelled, CancelReason.ChildUnwell), (booking.State, booking.Reason));
        oneStop.Line.Press(friend.UserId, new WantsToMove(booking.Id).Data, "予約を変更する", null);
        await oneStop.Hears(friend, "この案内は古くなりました");
    }

    [Fact]
    public async Task Too_near_to_its_start_one_tap_tells_a_person_who_takes_over()
    {
        await using var own = new TestOneStop();
        await own.InitializeAsync();
        var friend = await own.Booked("10月5日(月)", "22:00");
        own.Pass(Japan("2026-10-05T21:01") - own.Clock.GetUtcNow());
        await own.Hears(friend, "まもなくお約束の時間です");
        Assert.Equal(["確認しました", "行けないことを伝える", "時間を変えたいと伝える"], own.Labels(friend)); // from now on clients cannot change it
        foreach (var (wish, tells) in new[] { ("予約を取り消す", "行けないことを伝える"), ("予約を変更する", "時間を変えたいと伝える") })
        {
            await own.Tap(friend, wish); // on the card that confirmed the booking
            own.AssertSays(friend, "始まる1時間前をすぎたため");
            await own.Tap(friend, tells);
            own.AssertSays(friend, "担当者に伝えました");
        }
        await own.Type(friend, "予約の確認");
        Assert.Equal(["行けないことを伝える", "時間を変えたいと伝える"], own.Labels(friend)[..2]);
        Assert.NotNull(await own.DueOf(friend));
        Assert.Equal(BookingState.Confirmed, Assert.Single(await own.BookingsOf(friend)).State); // staff decide
        Assert.Equal(["行けないとのことです（締切のあと）: 就業相談 10月5日(月) 22:00〜23:00", "時間を変えたいとのことです（締切のあと）: 就業相談 10月5日(月) 22:00〜23:00"],
            await own.Read(db => Task.FromResult(db.Messages.Where(m => m.Text!.Contains("とのことです")).OrderBy(m => m.Order).Select(m => m.Text!).ToList())));
    }

    [Fact]
    public async Task What_is_only_proposed_can_be_declined_until_the_last_minute()
    {
        await using var own = new TestOneStop();
        await own.InitializeAsync();
        var friend = await own.Booked("10月20日(火)", "10:00");
        var (client, member) = (await own.Read(db => Task.FromResult(db.Clients.Single().Id)), await own.OnShift("aoba"));
        var proposed = (await own.At<BookingDesk, EnteredBooking>(member,
            d => d.Book(client, new(BookingKind.Consultation, ContactMethod.Chat, Japan("2026-10-05T10:00"), member.Id, Beyond: false, Tells: true),
                isProposal: true))).Id;
        await own.Hears(friend, "日時のご提案");
        own.Pass(TimeSpan.FromMinutes(55));
        await own.Tap(friend, "見送る");
        own.AssertSays(friend, "ご提案を見送りますか？");
        await own.Tap(friend, "見送る");
        own.AssertSays(friend, "ご提案を見送りました");
        Assert.Equal(BookingState.Cancelled, (await own.BookingsOf(friend)).Single(b => b.Id == proposed).State);
        Assert.Null(await own.DueOf(friend));
    }

    [Fact]
    public async Task By_phone_the_number_is_asked_for_on_a_page_and_never_in_the_talk()
    {
        var friend = await oneStop.Somebody();
        await oneStop.Tap(friend, "相談を予約したい");
        await oneStop.AnswersFirstQuestions(friend);
        foreach (var label in (string[])["10月21日(水)", "10:00", "電話・ビデオに変える", "電話"])
            await oneStop.Tap(friend, label);
        oneStop.AssertSays(friend, "10月21日(水) 10:00〜11:00\n電話");
        await oneStop.Tap(friend, "予約する");
        oneStop.AssertSays(friend, "トークには書かなくて大丈夫です");
        var opens = Thumb.Buttons(oneStop.Line.TalkOf(friend.UserId).Last(b => !b.IsMine).Message)
            .First(a => a["type"]!.GetValue<string>() == "uri")["uri"]!.GetValue<string>();
        Assert.Matches("/c/[0-9a-f]{64}$", opens);
        var code = opens[^32..]; // the key, without which the address opens nothing
        Assert.False(await oneStop.Read(db => db.OutgoingMessages.AnyAsync(m => EF.Property<string>(m, "contents").Contains(code))));
        await oneStop.Type(friend, "電話番号を変えたい"); // another page, since each can be used once
        var again = Thumb.Buttons(oneStop.Line.TalkOf(friend.UserId).Last(b => !b.IsMine).Message)
            .First(a => a["type"]!.GetValue<string>() == "uri")["uri"]!.GetValue<string>();
        Assert.NotEqual(opens, again);
    }

    [Fact]
    public async Task Until_the_number_is_known_each_card_of_a_talk_by_telephone_asks_for_it()
    {
        await using var own = new TestOneStop();
        await own.InitializeAsync();
        var friend = await own.Booked("10月23日(金)", "10:00", "電話");
        await own.Tap(friend, "予約する"); // the old button
        own.AssertSays(friend, "この予約はできています");
        own.AssertSays(friend, "電話番号を、下のボタンのページで");
        await own.Type(friend, "予約の確認");
        own.AssertSays(friend, "電話番号をまだいただいていません");
        await own.Tap(friend, "電話番号を入れる");
        own.AssertSays(friend, "電話番号のページ");

        own.Pass(Japan("2026-10-22T18:01") - own.Clock.GetUtcNow());
        await own.Hears(friend, "あすのお約束");
        own.AssertSays(friend, "連絡先をまだいただいていません");
        await own.Tap(friend, "連絡先を入れる");
        own.AssertSays(friend, "電話番号のページ");
    }
}
