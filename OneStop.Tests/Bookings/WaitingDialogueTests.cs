using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Shifts;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.House;

namespace OneStop.Tests.Bookings;

/// <summary>The path to the waiting list by buttons: every button pressed here is on a card.</summary>
public sealed class WaitingDialogueTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();
    private StaffMember only = null!;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        only = await oneStop.OnShift("only", times: "10:00-11:15"); // one consultation a day
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task Who_wants_a_full_day_finds_it_beside_the_free_ones_and_waits_for_it()
    {
        await Fill(8);
        var friend = await Choosing();
        Assert.Equal(["10月6日(火) △", "10月7日(水) △", "10月8日(木) ×", "10月9日(金) △"], LabelsOf(friend)[..4]); // one consultation a day counts as few
        await oneStop.Tap(friend, "10月8日(木) ×");
        Assert.Contains("空いたら知らせる", LabelsOf(friend));
        foreach (var label in (string[])["満席の日を待つ", "10月8日(木) 満席"])
            await oneStop.Tap(friend, label);
        oneStop.AssertSays(friend, "この日は、いまは空きがありません");
        await oneStop.Tap(friend, "空いたら知らせる");
        oneStop.AssertSays(friend, "空いたらお知らせします");

        var taken = await oneStop.Read(db => db.Bookings.Where(b => b.State == BookingState.Confirmed).Select(b => b.Id).SingleAsync());
        await oneStop.At<BookingDesk>(only, d => d.Cancel(taken, isOurs: false, null, tells: false));
        await oneStop.Hears(friend, "空きが出ました");
        foreach (var label in (string[])["この時間を見る", "予約する"])
            await oneStop.Tap(friend, label);
        oneStop.AssertSays(friend, "予約ができました");
    }

    [Fact]
    public async Task Where_every_day_is_full_one_can_wait_too()
    {
        await oneStop.Read(async db =>
        {
            await db.WeeklyShifts.ExecuteDeleteAsync();
            db.ShiftExceptions.Add(ShiftException.On(only.Id, new(2026, 10, 8), WorkingTimes.Read("10:00-11:15"), oneStop.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        await Fill(8);
        var friend = await Choosing();
        oneStop.AssertSays(friend, "この4週間は満席です");
        foreach (var label in (string[])["満席の日を待つ", "10月8日(木) 満席", "空いたら知らせる"])
            await oneStop.Tap(friend, label);
        oneStop.AssertSays(friend, "空いたらお知らせします");
    }

    [Fact]
    public async Task A_day_on_which_nobody_works_is_not_called_full_and_room_found_meanwhile_is_shown_at_once()
    {
        await Fill(8);
        var friend = await Choosing();
        await oneStop.Tap(friend, "満席の日を待つ");
        Assert.Equal(["10月8日(木) 満席"], LabelsOf(friend).Where(l => l.EndsWith("満席", StringComparison.Ordinal)));
        await oneStop.OnShift("second", times: "14:00-15:15");
        await oneStop.Tap(friend, "10月8日(木) 満席");
        Assert.Contains("14:00", LabelsOf(friend));
    }

    [Fact]
    public async Task Who_moves_a_booking_is_not_led_to_the_waiting_list()
    {
        await Fill(8);
        var friend = await Choosing();
        foreach (var label in (string[])["10月9日(金)", "10:00", "予約する", "予約を変更する"])
            await oneStop.Tap(friend, label);
        Assert.DoesNotContain("満席の日を待つ", LabelsOf(friend));
    }

    private async Task<VirtualFriend> Choosing()
    {
        var friend = await oneStop.AFriend();
        await oneStop.Tap(friend, "相談を予約したい");
        await oneStop.AnswersFirstQuestions(friend);
        return friend;
    }

    private async Task Fill(int day) => await oneStop.At<BookingDesk, EnteredBooking>(only, async d =>
        await d.Book(await oneStop.AClient(only),
            new(BookingKind.Consultation, ContactMethod.Chat, new ServiceDay(new(2026, 10, day)).At(TimeSpan.FromHours(10)), only.Id, Beyond: false,
                Tells: false), isProposal: false));

    private List<string> LabelsOf(VirtualFriend friend) =>
        [.. Thumb.Buttons(oneStop.Line.TalkOf(friend.UserId).Last(b => !b.IsMine).Message).Select(b => b["label"]!.GetValue<string>())];
}
