using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Hours;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.House;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Bookings;

/// <summary>今すぐ相談: off until the City agrees; then a consultation in the next quarter hour, of which staff are told at once.</summary>
public sealed class NowDialogueTests : IAsyncLifetime
{
    private const string Button = "今すぐ相談（チャット）";
    private readonly TestOneStop oneStop = new();
    private StaffMember manager = null!;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        manager = await oneStop.AMember("chief", Duty.Manager);
        await oneStop.OnShift("at-once");
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task It_is_off_until_it_is_switched_on()
    {
        var friend = await Choosing();
        Assert.DoesNotContain(Button, LabelsOf(friend));
        await oneStop.Type(friend, "今すぐ相談");
        oneStop.AssertSays(friend, "相談は予約制です");
        Assert.Empty(await oneStop.BookingsOf(friend));
    }

    [Fact]
    public async Task Switched_on_one_tap_books_the_next_quarter_hour_and_calls_staff()
    {
        await SwitchOn();
        var (friend, second) = (await Choosing(), await Choosing());
        await oneStop.Tap(friend, Button);
        oneStop.AssertSays(friend, "予約ができました");
        Assert.Equal(Japan("2026-10-05T09:15").ToUniversalTime(), Assert.Single(await oneStop.BookingsOf(friend)).Slot.Start);
        Assert.NotNull(await oneStop.DueOf(friend)); // 要返信: the bell rings
        Assert.Equal(1, await oneStop.Read(db => Task.FromResult(db.Messages.Count(m => m.Text!.StartsWith("今すぐ相談の予約が入りました")))));

        await oneStop.Tap(second, "方法を変える");
        await oneStop.Tap(second, Button); // also on the card of methods
        oneStop.AssertSays(second, "いまは相談員が話し中です");
        Assert.Null(await oneStop.DueOf(second));
    }

    [Theory]
    [InlineData("2026-10-06T03:00", "つぎの相談は、10月6日(火) 6:00からです")]
    [InlineData("2026-10-06T00:45", "つぎの相談は、10月6日(火) 6:00からです")] // a quarter hour before the end
    [InlineData("2026-12-30T12:00", "つぎの相談は、1月4日(月) 6:00からです")]
    public async Task Where_no_talk_is_held_it_is_called_closed_and_not_busy(string at, string words)
    {
        await SwitchOn();
        oneStop.Pass(Japan(at) - oneStop.Clock.GetUtcNow());
        var friend = await Choosing();
        Assert.DoesNotContain(Button, LabelsOf(friend));
        await oneStop.Type(friend, "今すぐ相談");
        oneStop.AssertSays(friend, "いまは相談の時間外です");
        oneStop.AssertSays(friend, words);
    }

    [Fact]
    public async Task A_closed_day_is_told_with_the_next_one_that_is_not()
    {
        await SwitchOn();
        await oneStop.At<HoursDesk>(manager, d => d.Close(new(new(2026, 10, 5), new(2026, 10, 5), null, "庁舎の停電")));
        var friend = await Choosing();
        await oneStop.Type(friend, "今すぐ相談");
        oneStop.AssertSays(friend, $"つぎの相談は、{ServiceDay.Say(Japan("2026-10-06T06:00"))}からです");
    }

    private Task SwitchOn() => oneStop.At<TermsDesk>(manager, d => d.OfferNow(BookingKind.Consultation, true));

    private async Task<VirtualFriend> Choosing()
    {
        var friend = await oneStop.AFriend();
        await oneStop.Type(friend, "予約");
        await oneStop.AnswersFirstQuestions(friend);
        return friend;
    }

    private List<string> LabelsOf(VirtualFriend friend) =>
        [.. Thumb.Buttons(oneStop.Line.TalkOf(friend.UserId).Last(b => !b.IsMine).Message).Select(b => b["label"]!.GetValue<string>())];
}
