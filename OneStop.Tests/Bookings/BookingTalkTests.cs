using OneStop.Domain.Bookings;
using OneStop.Domain.Clients;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.House;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Bookings;

/// <summary>The whole dialogue through the simulator, by thumbs: the straight way, and each way beside it.</summary>
public sealed class BookingTalkTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_first_booking_takes_two_answers_and_five_taps()
    {
        var friend = await Somebody("aoba");
        await oneStop.Tap(friend, "相談を予約したい");
        AssertSays(friend, "福岡市内");
        await oneStop.AnswersFirstQuestions(friend);
        await oneStop.Tap(friend, "チャット");
        await oneStop.Tap(friend, "10月7日(水)");
        await oneStop.Tap(friend, "24:00");
        AssertSays(friend, "10月7日(水) 24:00〜25:00");
        await oneStop.Tap(friend, "予約する");
        AssertSays(friend, "予約ができました");
        var booking = Assert.Single(await oneStop.BookingsOf(friend));
        Assert.Equal((BookingState.Confirmed, BookingKind.Consultation, ContactMethod.Chat, Japan("2026-10-08T00:00").ToUniversalTime()), (booking.State, booking.Kind, booking.Method, booking.Slot.Start));
        Assert.Equal(new DateOnly(2026, 10, 7), booking.Day.ServiceDay);
    }

    [Fact]
    public async Task Everything_can_be_reached_by_typing()
    {
        var friend = await Somebody();
        await oneStop.Type(friend, "予約");
        await oneStop.AnswersFirstQuestions(friend);
        AssertSays(friend, "どの方法で話しますか？");
        await oneStop.Type(friend, "予約の確認。");
        AssertSays(friend, "予約はありません");
        await oneStop.Type(friend, "記録を消したい");
        AssertSays(friend, "記録を消したいとき");
        Assert.Null(await DueOf(friend)); // nobody has to answer what the bot could
    }

    [Fact]
    public async Task A_question_typed_in_the_middle_goes_to_a_person_and_the_way_stays_open()
    {
        var friend = await OnTheWay("10月8日(木)", "10:00");
        await oneStop.Type(friend, "子どもを連れて行ってもいいですか");
        AssertSays(friend, "メッセージを受け取りました");
        Assert.NotNull(await DueOf(friend));
        await oneStop.Tap(friend, "予約する"); // the card above is still good
        AssertSays(friend, "予約ができました");
    }

    [Fact]
    public async Task Answering_a_first_question_again_goes_on_from_there()
    {
        var friend = await OnTheWay("10月22日(木)", "10:00");
        await oneStop.Tap(friend, "はい"); // the card far above
        AssertSays(friend, "どの方法で話しますか？");
        await oneStop.Tap(friend, "同意する");
        AssertSays(friend, "どの方法で話しますか？");
    }

    [Fact]
    public async Task The_last_button_pressed_twice_books_once()
    {
        var friend = await OnTheWay("10月8日(木)", "11:00");
        var button = Thumb.Find(oneStop.Line.TalkOf(friend.UserId), "予約する");
        oneStop.Line.Press(friend.UserId, button.Data, button.Says, null);
        oneStop.Line.Press(friend.UserId, button.Data, button.Says, null); // the other telephone
        await Until(() => Task.FromResult(oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine && Thumb.Read(b.Message).Contains("この予約はできています", StringComparison.Ordinal)) == 1), "the second answer");
        Assert.Single(await oneStop.BookingsOf(friend));
    }

    [Fact]
    public async Task Going_back_lets_go_of_what_was_held()
    {
        var member = await oneStop.OnShift("aoba");
        var friend = await OnTheWay("10月9日(金)", "10:00");
        await oneStop.Tap(friend, "時間を選び直す");
        await oneStop.Tap(friend, "13:00");
        Assert.Equal(Japan("2026-10-09T13:00").ToUniversalTime(), Assert.Single(await oneStop.BookingsOf(friend)).Slot.Start);
        Assert.Contains(await FreeTimes(member, new(2026, 10, 9)), t => t.Time == TimeSpan.FromHours(10) && t.People.Any(p => p.Id == member.Id));
    }

    [Fact]
    public async Task What_is_held_for_a_client_does_not_stand_in_their_own_way()
    {
        await using var own = new TestOneStop();
        await own.InitializeAsync();
        await own.OnShift("only");
        var friend = await own.AFriend();
        await own.Type(friend, "予約");
        await own.AnswersFirstQuestions(friend);
        foreach (var label in (string[])["チャット", "10月8日(木)", "10:00", "時間を選び直す", "10:30"]) // half an hour later, with the same person
            await own.Tap(friend, label);
        Assert.Contains("10:30〜11:30", own.Says(friend), StringComparison.Ordinal);
        await own.Tap(friend, "時間を選び直す");
        await own.Tap(friend, "10:30"); // offered again, and the same once more
        await own.Tap(friend, "予約する");
        Assert.Equal((BookingState.Confirmed, Japan("2026-10-08T10:30").ToUniversalTime()), Assert.Single(await own.BookingsOf(friend)) is var booking ? (booking.State, booking.Slot.Start) : default);
    }

    [Fact]
    public async Task What_was_held_too_long_is_free_again_and_the_old_button_still_books_it_if_it_can()
    {
        var friend = await OnTheWay("10月12日(月)", "10:00");
        oneStop.Pass(BookingTalk.HeldFor + TimeSpan.FromSeconds(1));
        await Until(async () => (await oneStop.BookingsOf(friend)).Count == 0, "the letting go");
        await oneStop.Tap(friend, "予約する");
        AssertSays(friend, "予約ができました");
        Assert.Equal(BookingState.Confirmed, Assert.Single(await oneStop.BookingsOf(friend)).State);
    }

    [Fact]
    public async Task A_time_that_somebody_else_took_meanwhile_is_answered_kindly_with_times_near_it()
    {
        await using var own = new TestOneStop();
        await own.InitializeAsync();
        await own.OnShift("only");
        var (first, second) = (await own.AFriend(), await own.AFriend());
        foreach (var friend in (VirtualFriend[])[first, second])
        {
            await own.Tap(friend, "相談を予約したい");
            await own.AnswersFirstQuestions(friend);
            await own.Tap(friend, "電話");
            await own.Tap(friend, "10月8日(木)");
        }
        await own.Tap(first, "14:00");
        await own.Tap(first, "予約する");
        await own.Tap(second, "14:00");
        Assert.Contains("この時間は埋まりました", own.Says(second), StringComparison.Ordinal);
        await own.Tap(second, "15:30"); // an hour and the quarter after it
        await own.Tap(second, "予約する");
        Assert.Equal(Japan("2026-10-08T15:30").ToUniversalTime(), Assert.Single(await own.BookingsOf(second)).Slot.Start);
    }

    [Fact]
    public async Task A_booking_is_moved_by_its_client_even_into_its_own_time()
    {
        var friend = await Booked("10月13日(火)", "23:30");
        await oneStop.Type(friend, "予約の変更");
        await oneStop.Tap(friend, "変更する");
        await oneStop.Tap(friend, "10月13日(火)");
        await oneStop.Tap(friend, "24:00");
        AssertSays(friend, "いまの予約はそのままです");
        await oneStop.Tap(friend, "変更する");
        AssertSays(friend, "予約を変更しました");
        var bookings = await oneStop.BookingsOf(friend);
        Assert.Equal([BookingState.Cancelled, BookingState.Confirmed], bookings.Select(b => b.State));
        Assert.Equal((bookings[0].Id, 1, new DateOnly(2026, 10, 13)), (bookings[1].MovedFrom!.Value, bookings[1].Moves, bookings[1].Day.ServiceDay));
    }

    [Fact]
    public async Task A_booking_is_cancelled_with_a_reason_in_one_tap_and_its_old_buttons_are_over()
    {
        var friend = await Booked("10月14日(水)", "10:00");
        await oneStop.Tap(friend, "予約を取り消す");
        AssertSays(friend, "予約を取り消しますか？");
        await oneStop.Tap(friend, "取り消す");
        await oneStop.Tap(friend, "子どもの体調");
        var booking = Assert.Single(await oneStop.BookingsOf(friend));
        Assert.Equal((BookingState.Cancelled, CancelReason.ChildUnwell), (booking.State, booking.Reason));
        oneStop.Line.Press(friend.UserId, new WantsToMove(booking.Id).Data, "予約を変更する", null);
        await Until(() => Task.FromResult(oneStop.Says(friend).Contains("このボタンは終わっています", StringComparison.Ordinal)), "the kind answer");
    }

    [Fact]
    public async Task Too_near_to_its_start_a_person_takes_over()
    {
        var friend = await Booked("10月5日(月)", "22:00");
        oneStop.Pass(Japan("2026-10-05T21:01") - oneStop.Clock.GetUtcNow());
        await Until(() => Task.FromResult(oneStop.Says(friend).Contains("まもなくお約束の時間です", StringComparison.Ordinal)), "the reminder");
        await oneStop.Tap(friend, "予約を取り消す");
        AssertSays(friend, "相談員におまかせください");
        Assert.NotNull(await DueOf(friend));
        Assert.Equal(BookingState.Confirmed, Assert.Single(await oneStop.BookingsOf(friend)).State);
    }

    [Theory]
    [InlineData("いいえ", Eligibility.No)]
    [InlineData("よく分からない", Eligibility.Unsure)]
    public async Task Nobody_is_refused_a_person_takes_over_and_booking_goes_on(string answer, Eligibility kept)
    {
        var friend = await Somebody();
        await oneStop.Type(friend, "予約");
        await oneStop.Tap(friend, answer);
        AssertSays(friend, "相談員がお答えします");
        Assert.NotNull(await DueOf(friend));
        await oneStop.Tap(friend, "このまま予約する");
        AssertSays(friend, "個人情報について");
        Assert.Equal(kept, await oneStop.Read(db => Task.FromResult(db.Clients.OrderByDescending(c => c.Number).First().Eligibility)));
    }

    [Fact]
    public async Task Without_consent_nothing_is_booked_whatever_button_is_pressed()
    {
        var friend = await Somebody();
        await oneStop.Type(friend, "予約");
        await oneStop.Tap(friend, "はい");
        await oneStop.Tap(friend, "同意しない");
        AssertSays(friend, "予約をお預かりできません");
        oneStop.Line.Press(friend.UserId, "book/c/c/20261010/600", "10:00", null);
        await Until(() => Task.FromResult(oneStop.Says(friend).Contains("個人情報について", StringComparison.Ordinal)), "the question again");
        Assert.Empty(await oneStop.BookingsOf(friend));
    }

    [Fact]
    public async Task Consent_withdrawn_in_LINE_cancels_what_was_booked()
    {
        var friend = await Booked("10月15日(木)", "10:00");
        await oneStop.Type(friend, "同意を取り消したい");
        AssertSays(friend, "1件");
        await oneStop.Tap(friend, "同意を取り消す");
        AssertSays(friend, "同意を取り消しました");
        Assert.Equal(BookingState.Cancelled, Assert.Single(await oneStop.BookingsOf(friend)).State);
        await oneStop.Tap(friend, "記録を消したい");
        await oneStop.Tap(friend, "お願いする");
        AssertSays(friend, "承りました");
        Assert.NotNull(await oneStop.Read(db => Task.FromResult(db.Clients.OrderByDescending(c => c.Number).First().ErasureAskedAt)));
    }

    [Fact]
    public async Task Blocked_and_back_the_booking_is_still_there()
    {
        var friend = await Booked("10月16日(金)", "10:00");
        oneStop.Line.Block(friend.UserId);
        oneStop.Clock.Advance(TimeSpan.FromSeconds(1));
        oneStop.Line.Follow(friend.UserId);
        await Until(() => Task.FromResult(oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine && Thumb.Buttons(b.Message).Any(a => a["label"]!.GetValue<string>() == "できることを見る")) == 2), "the greeting");
        await oneStop.Type(friend, "予約の確認");
        AssertSays(friend, "10月16日(金) 10:00〜11:00");
    }

    [Theory]
    [InlineData("book/")]
    [InlineData("book/x/c/20261007/600")]
    [InlineData("book/c/c/99999999/600")]
    [InlineData("book/c/c/20261007/601")]
    [InlineData("book/c/c/20261007/9999999999")]
    [InlineData("book/ok/123/c/c/20261007/600")]
    [InlineData("book/why/00000000000000000000000000000000/7")]
    [InlineData("book/c/c/20200101/600")]
    [InlineData("book/c/c/21990101/600")]
    [InlineData("book/move/00000000000000000000000000000000")]
    public async Task A_button_that_somebody_made_up_gets_a_kind_answer(string data)
    {
        var friend = await Somebody();
        var before = oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine);
        oneStop.Line.Press(friend.UserId, data, "ボタン", null);
        await Until(() => Task.FromResult(oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine) == before + 1), "an answer");
        Assert.Empty(await oneStop.BookingsOf(friend));
    }

    [Fact]
    public async Task Another_persons_booking_cannot_be_touched()
    {
        var (owner, other) = (await Booked("10月19日(月)", "10:00"), await Booked("10月19日(月)", "12:00"));
        var booking = Assert.Single(await oneStop.BookingsOf(owner));
        oneStop.Line.Press(other.UserId, new Cancels(booking.Id).Data, "取り消す", null);
        await Until(() => Task.FromResult(oneStop.Says(other).Contains("このボタンは終わっています", StringComparison.Ordinal)), "the answer");
        Assert.Equal(BookingState.Confirmed, Assert.Single(await oneStop.BookingsOf(owner)).State);
    }

    [Fact]
    public async Task Talking_at_once_is_off_until_it_is_switched_on()
    {
        var friend = await Booked("10月20日(火)", "10:00");
        await oneStop.Type(friend, "今すぐ相談");
        AssertSays(friend, "相談は予約制です");
        Assert.Single(await oneStop.BookingsOf(friend));
    }

    [Fact]
    public async Task Switched_on_talking_at_once_is_a_booking_for_the_next_quarter_hour()
    {
        await using var own = new TestOneStop();
        await own.InitializeAsync();
        await own.OnShift("at-once");
        var manager = await own.AMember("chief", Duty.Manager);
        await own.At<TermsDesk>(manager, d => d.OfferNow(BookingKind.Consultation, true));
        var friend = await own.AFriend();
        await own.Type(friend, "予約");
        await own.AnswersFirstQuestions(friend);
        await own.Type(friend, "今すぐ相談");
        Assert.Contains("予約ができました", own.Says(friend), StringComparison.Ordinal);
        Assert.Equal(Japan("2026-10-05T09:15").ToUniversalTime(), Assert.Single(await own.BookingsOf(friend)).Slot.Start);
        var second = await own.AFriend();
        await own.Type(second, "予約");
        await own.AnswersFirstQuestions(second);
        await own.Type(second, "今すぐ相談");
        Assert.Contains("いまは相談員が話し中です", own.Says(second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_phone_the_number_is_asked_for_on_a_page_and_never_in_the_talk()
    {
        var friend = await Somebody();
        await oneStop.Tap(friend, "相談を予約したい");
        await oneStop.AnswersFirstQuestions(friend);
        await oneStop.Tap(friend, "電話");
        await oneStop.Tap(friend, "10月21日(水)");
        await oneStop.Tap(friend, "10:00");
        await oneStop.Tap(friend, "予約する");
        AssertSays(friend, "トークには書かなくて大丈夫です");
        var opens = Thumb.Buttons(oneStop.Line.TalkOf(friend.UserId).Last(b => !b.IsMine).Message).First(a => a["type"]!.GetValue<string>() == "uri")["uri"]!.GetValue<string>();
        Assert.Matches("/c/[0-9a-f]{32}$", opens);
        await oneStop.Type(friend, "電話番号を変えたい"); // another page, since each is good once
        var again = Thumb.Buttons(oneStop.Line.TalkOf(friend.UserId).Last(b => !b.IsMine).Message).First(a => a["type"]!.GetValue<string>() == "uri")["uri"]!.GetValue<string>();
        Assert.NotEqual(opens, again);
    }

    private async Task<VirtualFriend> Somebody(string counselor = "aoba")
    {
        await oneStop.OnShift(counselor);
        await oneStop.OnShift("midori");
        return await oneStop.AFriend();
    }

    /// <summary>Before the last question.</summary>
    private async Task<VirtualFriend> OnTheWay(string day, string time)
    {
        var friend = await Somebody();
        await oneStop.Tap(friend, "相談を予約したい");
        await oneStop.AnswersFirstQuestions(friend);
        await oneStop.Tap(friend, "チャット");
        await oneStop.Tap(friend, day);
        await oneStop.Tap(friend, time);
        return friend;
    }

    private async Task<VirtualFriend> Booked(string day, string time)
    {
        var friend = await OnTheWay(day, time);
        await oneStop.Tap(friend, "予約する");
        AssertSays(friend, "予約ができました");
        return friend;
    }

    private void AssertSays(VirtualFriend friend, string words) => Assert.Contains(words, oneStop.Says(friend), StringComparison.Ordinal);

    private async Task<DateTimeOffset?> DueOf(VirtualFriend friend)
    {
        var id = await oneStop.ConversationOf(friend);
        return await oneStop.Read(db => Task.FromResult(db.Conversations.Where(c => c.Id == id).Select(c => c.AnswerDue).Single()));
    }

    private Task<IReadOnlyList<FreeTime>> FreeTimes(StaffMember by, DateOnly day) => oneStop.At<BookingDesk, IReadOnlyList<FreeTime>>(by, d => d.FreeTimes(BookingKind.Consultation, ContactMethod.Chat, day));
}
