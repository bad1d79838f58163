using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Clients.Dialogues;
using OneStop.Domain.Hours;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Bookings;

/// <summary>A day without service is not called full, has no waiting list, and cannot be booked by a made-up button.</summary>
public sealed class NothingToHaveTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static BookingWish On(DateOnly day, double? hour = null) =>
        new(BookingKind.Consultation, ContactMethod.Chat, new ServiceDay(day), hour is { } h ? TimeSpan.FromHours(h) : null);

    [Theory]
    [InlineData("2026-10-04", "この日の受付は終わりました")] // yesterday
    [InlineData("2026-12-29", "この日はお休みです", "2026-12-01")]
    [InlineData("2027-01-03", "この日はお休みです", "2026-12-28")]
    [InlineData("2027-03-01", "まだ受け付けていません")]
    [InlineData("2026-10-05", "この日の受付は終わりました", "2026-10-05T23:30")] // the last start is 24:00, with two hours' notice
    public async Task A_day_of_which_nothing_will_come_is_not_called_full_and_cannot_be_waited_for(string day, string words, string? now = null)
    {
        await using var own = new TestOneStop();
        await own.InitializeAsync();
        if (now is not null)
            own.Pass(Japan(now) - own.Clock.GetUtcNow());
        var friend = await own.Somebody();
        await own.Type(friend, "予約");
        await own.AnswersFirstQuestions(friend);
        var wish = On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        foreach (var step in new DialogueStep[] { new Chooses(wish), new Chooses(wish with { Time = TimeSpan.FromHours(10) }), new WantsToWait(wish) })
        {
            await own.Press(friend, step.Data);
            own.AssertSays(friend, words);
            Assert.DoesNotContain("空いたら知らせる", own.Labels(friend));
        }
        Assert.Equal(0, await own.Read(db => Task.FromResult(db.WaitingList.Count())));
    }

    [Fact]
    public async Task A_day_that_the_office_closed_is_told_as_closed()
    {
        await using var own = new TestOneStop();
        await own.InitializeAsync();
        var (friend, manager) = (await own.OnTheWay("10月8日(木)", "10:00"), await own.AMember("chief", Duty.Manager));
        await own.At<HoursDesk>(manager, d => d.Close(new(new(2026, 10, 9), new(2026, 10, 9), null, "庁舎の停電")));
        await own.Press(friend, new WantsToWait(On(new(2026, 10, 9))).Data);
        own.AssertSays(friend, "この日はお休みです");
    }

    [Theory]
    [InlineData(10.25)]
    [InlineData(24.25)]
    public async Task A_start_that_is_not_offered_is_not_booked_whatever_button_asks_for_it(double hour)
    {
        var friend = await oneStop.Booked("10月15日(木)", hour > 20 ? "10:00" : "20:00");
        var booked = Assert.Single(await oneStop.BookingsOf(friend));
        var forged = On(new(2026, 10, 16), hour);
        foreach (var step in new DialogueStep[] { new Chooses(forged), new Confirms(Guid.Empty, forged), new Chooses(forged with { Moves = booked.Id }),
            new Confirms(booked.Id, forged with { Moves = booked.Id }) })
        {
            await oneStop.Press(friend, step.Data);
            oneStop.AssertSays(friend, "この時間は取れなくなりました");
        }
        Assert.Equal(booked.Id, Assert.Single(await oneStop.BookingsOf(friend)).Id);
    }

    [Fact]
    public async Task One_waits_for_five_days_at_most_and_can_choose_which()
    {
        var friend = await oneStop.OnTheWay("10月20日(火)", "10:00");
        for (var day = 1; day <= BookingDialogue.MostWaiting; day++)
            await Wait(new(2026, 11, day));
        oneStop.AssertSays(friend, "空いたらお知らせします");
        await Wait(new(2026, 11, 5)); // the same day does not count twice
        oneStop.AssertSays(friend, "空いたらお知らせします");
        await Wait(new(2026, 11, 6));
        oneStop.AssertSays(friend, "いちどに待てるのは5日までです");
        await oneStop.Tap(friend, "知らせなくてよい");
        await Wait(new(2026, 11, 6));
        oneStop.AssertSays(friend, "空いたらお知らせします");

        async Task Wait(DateOnly day)
        {
            // nobody has the duty for this kind, so no time becomes free meanwhile
            await oneStop.Press(friend, new WantsToWait(On(day) with { Kind = BookingKind.ProgramMeeting }).Data);
        }
    }
}
