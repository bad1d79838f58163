using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.House;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Bookings;

/// <summary>
/// The booking dialogue off the main path: a button pressed twice, late, by somebody else, or made up always gets a kind answer and a next step.
/// </summary>
public sealed class OddWaysTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_question_typed_in_the_middle_goes_to_a_person_and_the_way_stays_open()
    {
        var friend = await oneStop.OnTheWay("10月8日(木)", "10:00");
        await oneStop.Type(friend, "子どもを連れて行ってもいいですか");
        oneStop.AssertSays(friend, "メッセージを受け取りました");
        Assert.NotNull(await oneStop.DueOf(friend));
        await oneStop.Tap(friend, "予約する"); // the earlier card is still valid
        oneStop.AssertSays(friend, "予約ができました");
    }

    [Fact]
    public async Task The_last_button_pressed_twice_books_once()
    {
        var friend = await oneStop.OnTheWay("10月8日(木)", "11:00");
        var button = Thumb.Find(oneStop.Line.TalkOf(friend.UserId), "予約する");
        oneStop.Line.Press(friend.UserId, button.Data, button.Says, null);
        oneStop.Line.Press(friend.UserId, button.Data, button.Says, null); // on another telephone
        await Until(() => Task.FromResult(oneStop.Line.TalkOf(friend.UserId)
            .Count(b => !b.IsMine && Thumb.Read(b.Message).Contains("この予約はできています", StringComparison.Ordinal)) == 1), "the second answer");
        Assert.Single(await oneStop.BookingsOf(friend));
    }

    [Fact]
    public async Task Going_back_lets_go_of_what_was_held()
    {
        var member = await oneStop.OnShift("aoba");
        var friend = await oneStop.OnTheWay("10月9日(金)", "10:00");
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
        foreach (var label in (string[])["10月8日(木)", "10:00", "時間を選び直す", "10:30"]) // half an hour later, with the same person
            await own.Tap(friend, label);
        Assert.Contains("10:30〜11:30", own.Says(friend), StringComparison.Ordinal);
        await own.Tap(friend, "時間を選び直す");
        await own.Tap(friend, "10:30"); // offered again, and chosen once more
        await own.Tap(friend, "予約する");
        Assert.Equal((BookingState.Confirmed, Japan("2026-10-08T10:30").ToUniversalTime()),
            Assert.Single(await own.BookingsOf(friend)) is var booking ? (booking.State, booking.Slot.Start) : default);
    }

    [Fact]
    public async Task What_was_held_too_long_is_free_again_and_the_old_button_still_books_it_if_it_can()
    {
        var friend = await oneStop.OnTheWay("10月12日(月)", "10:00");
        oneStop.Pass(BookingDialogue.HeldFor + TimeSpan.FromSeconds(1));
        await Until(async () => (await oneStop.BookingsOf(friend)).Count == 0, "the letting go");
        await oneStop.Tap(friend, "予約する");
        oneStop.AssertSays(friend, "予約ができました");
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
            await own.Tap(friend, "10月8日(木)");
        }
        await own.Tap(first, "14:00");
        await own.Tap(first, "予約する");
        await own.Tap(second, "14:00");
        Assert.Contains("この時間は取れなくなりました", own.Says(second), StringComparison.Ordinal);
        await own.Tap(second, "15:30"); // an hour and the buffer later
        await own.Tap(second, "予約する");
        Assert.Equal(Japan("2026-10-08T15:30").ToUniversalTime(), Assert.Single(await own.BookingsOf(second)).Slot.Start);
    }

    [Fact]
    public async Task A_proposal_waits_for_the_clients_word_wherever_they_meet_it()
    {
        await using var own = new TestOneStop();
        await own.InitializeAsync();
        var (one, _) = (await own.OnShift("aoba"), await own.OnShift("midori"));
        var friend = await own.AFriend();
        await own.Type(friend, "予約");
        await own.AnswersFirstQuestions(friend);
        var client = await own.Read(db => Task.FromResult(db.Clients.Single().Id));
        Task<Guid> Propose(double hour) =>
            own.At<BookingDesk, Guid>(one,
                async d => (await d.Book(client,
                    new(BookingKind.Consultation, ContactMethod.Chat, new Domain.ServiceDay(new(2026, 10, 8)).At(TimeSpan.FromHours(hour)), one.Id,
                        Beyond: false, Tells: true), isProposal: true)).Id);

        var first = await Propose(10);
        await own.Hears(friend, "日時のご提案");
        await own.Type(friend, "予約の確認");
        Assert.Contains("よければ「決める」", own.Says(friend), StringComparison.Ordinal);
        foreach (var label in (string[])["就業相談を予約", "10月8日(木)", "10:00"]) // the client chooses the proposed time independently
            await own.Tap(friend, label);
        Assert.Contains("日時のご提案", own.Says(friend), StringComparison.Ordinal);

        var moved = await own.At<BookingDesk, Guid>(one,
            async d => (await d.Move(first,
                new(BookingKind.Consultation, ContactMethod.Chat, new Domain.ServiceDay(new(2026, 10, 8)).At(TimeSpan.FromHours(15)), one.Id,
                    Beyond: false, Tells: true))).Id);
        Assert.True((await own.BookingsOf(friend)).Single(b => b.Id == moved).IsProposal);
        // the card from before the move
        own.Line.Press(friend.UserId,
            new Confirms(first, new(BookingKind.Consultation, ContactMethod.Chat, new(new(2026, 10, 8)), TimeSpan.FromHours(10))).Data, "決める", null);
        await own.Hears(friend, "この案内は古くなりました");
        await own.Type(friend, "予約の確認");
        await own.Tap(friend, "決める");
        Assert.Contains("予約ができました", own.Says(friend), StringComparison.Ordinal);
        Assert.Equal([BookingState.Cancelled, BookingState.Confirmed], (await own.BookingsOf(friend)).Select(b => b.State));
    }

    [Fact]
    public async Task On_the_way_to_moving_a_full_day_offers_no_waiting_beside_what_is_booked()
    {
        await using var own = new TestOneStop();
        await own.InitializeAsync();
        var only = await own.OnShift("only", times: "10:00-12:15");
        var friend = await own.AFriend();
        await own.Type(friend, "予約");
        await own.AnswersFirstQuestions(friend);
        foreach (var label in (string[])["10月8日(木)", "10:00", "予約する"])
            await own.Tap(friend, label);
        var other = await own.AClient(only);
        await own.At<BookingDesk>(only,
            d => d.Book(other, new(BookingKind.Consultation, ContactMethod.Chat, new Domain.ServiceDay(new(2026, 10, 9)).At(TimeSpan.FromHours(10)),
                only.Id, Beyond: false, Tells: false), isProposal: false));
        var booked = Assert.Single(await own.BookingsOf(friend));
        own.Line.Press(friend.UserId, new Chooses(new(booked.Kind, booked.Method, new(new(2026, 10, 9)), Moves: booked.Id)).Data, "10月9日(金)", null);
        await own.Hears(friend, "この日は、いまは空きがありません");
        Assert.DoesNotContain(Thumb.Buttons(own.Line.TalkOf(friend.UserId).Last(b => !b.IsMine).Message), b => b["label"]!.GetValue<string>() == "空いたら知らせる");
    }

    [Fact]
    public async Task Words_that_the_bot_answered_are_gone_when_the_client_takes_them_back()
    {
        var friend = await oneStop.Somebody();
        var before = oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine);
        var id = oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "記録を消したい" });
        await Until(() => Task.FromResult(oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine) > before), "the answer");
        var talk = await oneStop.ConversationOf(friend);
        Assert.Equal(1, await Kept());
        oneStop.Line.Unsend(friend.UserId, id);
        await Until(async () => await Kept() == 0, "the wiping");
        Assert.Null(await oneStop.DueOf(friend));

        Task<int> Kept() => oneStop.Read(db =>
            Task.FromResult(db.Messages.Count(m => m.ConversationId == talk && m.By != Domain.Conversations.Speaker.Bot && m.Text!.Contains("消したい"))
                + db.IncomingEvents.Count(e => e.MessageId == id && e.Body.Contains("消したい")) / 2));
    }

    [Fact]
    public async Task Blocked_and_back_the_booking_is_still_there()
    {
        var friend = await oneStop.Booked("10月16日(金)", "10:00");
        oneStop.Line.Block(friend.UserId);
        oneStop.Clock.Advance(TimeSpan.FromSeconds(1));
        oneStop.Line.Follow(friend.UserId);
        await oneStop.Hears(friend, "おかえりなさい"); // somebody who returns is not greeted like a new friend
        Assert.Equal(1, await oneStop.CountInOutbox(friend, "友だち追加")); // when they were added
        await oneStop.Type(friend, "予約の確認");
        oneStop.AssertSays(friend, "10月16日(金) 10:00〜11:00");
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
        var friend = await oneStop.Somebody();
        var before = oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine);
        oneStop.Line.Press(friend.UserId, data, "ボタン", null);
        await Until(() => Task.FromResult(oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine) == before + 1), "an answer");
        Assert.Empty(await oneStop.BookingsOf(friend));
    }

    [Fact]
    public async Task Another_persons_booking_cannot_be_touched()
    {
        var (owner, other) = (await oneStop.Booked("10月19日(月)", "10:00"), await oneStop.Booked("10月19日(月)", "12:00"));
        var booking = Assert.Single(await oneStop.BookingsOf(owner));
        oneStop.Line.Press(other.UserId, new Cancels(booking.Id).Data, "取り消す", null);
        await oneStop.Hears(other, "この案内は古くなりました");
        Assert.Equal(BookingState.Confirmed, Assert.Single(await oneStop.BookingsOf(owner)).State);
    }

    private Task<IReadOnlyList<FreeTime>> FreeTimes(StaffMember by, DateOnly day) =>
        oneStop.At<BookingDesk, IReadOnlyList<FreeTime>>(by, d => d.FreeTimes(BookingKind.Consultation, ContactMethod.Chat, day));
}
