using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Dialogues;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.Clients;

/// <summary>Eligibility and consent, asked and withdrawn in LINE.</summary>
public sealed class ConsentDialogueTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Answering_a_first_question_again_goes_on_from_there()
    {
        var friend = await oneStop.OnTheWay("10月22日(木)", "10:00");
        await oneStop.Tap(friend, "はい"); // on the card far above
        oneStop.AssertSays(friend, "日を選んでください");
        await oneStop.Tap(friend, "同意する");
        oneStop.AssertSays(friend, "日を選んでください");
    }

    [Theory]
    [InlineData("いいえ", Eligibility.No)]
    [InlineData("よく分からない", Eligibility.Unsure)]
    public async Task Nobody_is_refused_a_person_takes_over_and_booking_goes_on(string answer, Eligibility kept)
    {
        var friend = await oneStop.Somebody();
        await oneStop.Type(friend, "予約");
        await oneStop.Tap(friend, answer);
        oneStop.AssertSays(friend, "相談員がお答えします");
        Assert.NotNull(await oneStop.DueOf(friend));
        await oneStop.Tap(friend, "このまま予約する");
        oneStop.AssertSays(friend, "個人情報について");
        Assert.Equal(kept, await oneStop.Read(db => Task.FromResult(db.Clients.OrderByDescending(c => c.Number).First().Eligibility)));
    }

    [Fact]
    public async Task Without_consent_nothing_is_booked_whatever_button_is_pressed()
    {
        var friend = await oneStop.Somebody();
        await oneStop.Type(friend, "予約");
        await oneStop.Tap(friend, "はい");
        await oneStop.Tap(friend, "同意しない");
        oneStop.AssertSays(friend, "予約をお預かりできません");
        oneStop.Line.Press(friend.UserId, "book/c/c/20261010/600", "10:00", null);
        await oneStop.Hears(friend, "個人情報について");
        Assert.Empty(await oneStop.BookingsOf(friend));
    }

    [Fact]
    public async Task Who_has_withdrawn_or_refused_is_asked_before_a_page_takes_their_number()
    {
        var friend = await oneStop.Booked("10月23日(金)", "10:00");
        foreach (var words in (string[])["同意を取り消したい", "電話番号を送りたい"])
            await oneStop.Type(friend, words);
        oneStop.AssertSays(friend, "電話番号のページ"); // the consent is still valid
        await oneStop.Tap(friend, "同意を取り消す");
        await oneStop.Type(friend, "電話番号を送りたい");
        oneStop.AssertSays(friend, "電話番号をお預かりします");
        await oneStop.Tap(friend, "同意しない");
        oneStop.AssertSays(friend, "同意がないと、電話番号をお預かりできません");
        await oneStop.Tap(friend, "もう一度読む");
        await oneStop.Tap(friend, "同意する");
        oneStop.AssertSays(friend, "電話番号のページ");
    }

    [Fact]
    public async Task Agreeing_on_the_way_to_that_page_leads_round_no_first_question()
    {
        var friend = await oneStop.Somebody();
        // made up: this card was never shown to them
        oneStop.Line.Press(friend.UserId, new SaysConsent(true, ConsentPurpose.Consultation.Code, new WantsForm().Data).Data, "同意する", null);
        await oneStop.Hears(friend, "電話番号は、あとで大丈夫です");
    }

    [Fact]
    public async Task An_old_refusal_takes_nothing_back_by_itself_and_says_what_would()
    {
        var friend = await oneStop.Booked("10月26日(月)", "10:00");
        await oneStop.Tap(friend, "同意しない"); // on the card far above
        oneStop.AssertSays(friend, "同意を取り消しますか？");
        oneStop.AssertSays(friend, "1件");
        Assert.Equal(BookingState.Confirmed, Assert.Single(await oneStop.BookingsOf(friend)).State);
        await oneStop.Tap(friend, "やめる");
        oneStop.AssertSays(friend, "10月26日(月) 10:00〜11:00");
    }

    [Theory]
    [InlineData("同意を取り消したい", "取り消す同意はありません")]
    [InlineData("電話番号を送りたい", "電話番号は、あとで大丈夫です")]
    public async Task Who_typed_it_without_having_anything_is_not_told_of_a_button(string typed, string answer)
    {
        var friend = await oneStop.Somebody();
        await oneStop.Type(friend, typed);
        oneStop.AssertSays(friend, answer);
        Assert.Null(await oneStop.DueOf(friend));
    }

    [Fact]
    public async Task Consent_to_an_earlier_wording_can_be_withdrawn_too_and_ends_the_waiting_and_the_page()
    {
        await using var own = new TestOneStop();
        await own.InitializeAsync();
        var only = await own.OnShift("only");
        var friend = await own.AFriend();
        await own.Type(friend, "予約");
        await own.AnswersFirstQuestions(friend);
        foreach (var label in (string[])["10月8日(木)", "10:00", "電話・ビデオに変える", "電話", "予約する"])
            await own.Tap(friend, label);
        own.Line.Press(friend.UserId, new WantsToWait(new(BookingKind.Consultation, ContactMethod.Chat, new(new(2026, 10, 9)))).Data, "空いたら知らせる", null);
        await own.Hears(friend, "空きが出ました"); // sent at once, as the day is free; later it would be taken for the answer to a tap
        await own.Read(db => db.Consents.ExecuteUpdateAsync(c => c.SetProperty(x => x.Wording, "2020-01")));
        await own.Type(friend, "同意を取り消したい");
        own.AssertSays(friend, "同意を取り消しますか");
        await own.Tap(friend, "同意を取り消す");
        await Ended();
        Assert.Equal(BookingState.Cancelled, Assert.Single(await own.BookingsOf(friend)).State);

        await own.Type(friend, "予約"); // again, withdrawn by a member of staff
        await own.Tap(friend, "同意する");
        foreach (var label in (string[])["10月8日(木)", "12:00", "予約する"])
            await own.Tap(friend, label);
        var client = await own.Read(db => Task.FromResult(db.Clients.Single().Id));
        await own.At<ClientDesk>(only, d => d.Withdraw(client));
        await Ended();
        Assert.All(await own.BookingsOf(friend), b => Assert.Equal(BookingState.Cancelled, b.State));

        async Task Ended() => Assert.Equal((0, 0, 0),
            await own.Read(db => Task.FromResult(
                (db.Consents.Count(c => c.WithdrawnAt == null), db.WaitingList.Count(w => w.EndedAt == null),
                    db.ClientLinks.Count(l => l.WithdrawnAt == null)))));
    }

    [Fact]
    public async Task Consent_withdrawn_in_LINE_cancels_what_was_booked()
    {
        var friend = await oneStop.Booked("10月15日(木)", "10:00");
        await oneStop.Type(friend, "同意を取り消したい");
        oneStop.AssertSays(friend, "1件");
        await oneStop.Tap(friend, "同意を取り消す");
        oneStop.AssertSays(friend, "同意を取り消しました");
        Assert.Equal(BookingState.Cancelled, Assert.Single(await oneStop.BookingsOf(friend)).State);
        await oneStop.Tap(friend, "記録を消したい");
        await oneStop.Tap(friend, "お願いする");
        oneStop.AssertSays(friend, "お願いを受け取りました");
        Assert.NotNull(await oneStop.Read(db => Task.FromResult(db.Clients.OrderByDescending(c => c.Number).First().ErasureAskedAt)));
    }
}
