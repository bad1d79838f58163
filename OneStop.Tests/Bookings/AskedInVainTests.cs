using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Load;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Hours;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.House;

namespace OneStop.Tests.Bookings;

/// <summary>空きがなかった希望: what the dialogue counts, and that it counts nobody.</summary>
public sealed class AskedInVainTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();
    private StaffMember only = null!;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        only = await oneStop.OnShift("only", times: "10:00-13:00");
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task A_full_day_counts_once_in_a_dialogue_however_often_it_is_pressed()
    {
        await Fill(8);
        var friend = await Choosing();
        foreach (var label in (string[])["10月8日(木) ×", "10月8日(木) ×", "満席の日を待つ", "10月8日(木) 満席", "空いたら知らせる"])
            await oneStop.Tap(friend, label);
        oneStop.AssertSays(friend, "空いたらお知らせします");
        Assert.Equal([(new(2026, 10, 5), new(2026, 10, 8), 0, BookingKind.Consultation, ContactMethod.Chat, 1)], await Counted());

        await oneStop.Tap(await Choosing(), "10月8日(木) ×"); // somebody else
        Assert.Equal(2, Assert.Single(await Counted()).Count);

        oneStop.Clock.Advance(TimeSpan.FromMinutes(61));
        await oneStop.Tap(friend, "10月8日(木) ×"); // another dialogue
        Assert.Equal(3, Assert.Single(await Counted()).Count);
    }

    [Fact]
    public async Task An_hour_that_is_gone_counts_as_that_hour_and_its_neighbours_do_not()
    {
        var friend = await Choosing();
        await oneStop.Tap(friend, "10月8日(木)");
        await Book(8, 10);
        await oneStop.Tap(friend, "10:00");
        oneStop.AssertSays(friend, "この時間は取れなくなりました");
        await Book(8, 11.25);
        await oneStop.Tap(friend, "11:30"); // the day is full by now, and the client has been told of this day already
        Assert.Equal([(new(2026, 10, 5), new(2026, 10, 8), 10, BookingKind.Consultation, ContactMethod.Chat, 1)], await Counted());
    }

    [Fact]
    public async Task Another_day_or_method_in_the_same_hour_counts_by_itself()
    {
        await Fill(8);
        await Fill(9);
        var friend = await Choosing();
        foreach (var data in (string[])["book/c/c/20261008", "book/c/c/20261009", "book/c/p/20261008", "book/c/c/20261008"])
            await oneStop.Press(friend, data);
        Assert.Equal([(8, ContactMethod.Chat, 1), (9, ContactMethod.Chat, 1), (8, ContactMethod.Phone, 1)],
            (await Counted()).OrderBy(c => c.Method).ThenBy(c => c.Date).Select(c => (c.Date.Day, c.Method, c.Count)));
    }

    [Fact]
    public async Task What_could_not_be_counted_does_not_hide_what_is_asked_for_next()
    {
        var friend = await Choosing();
        await oneStop.Press(friend, "book/c/c/20261005/600"); // within the minimum notice
        await Book(5, 11.25);
        oneStop.Clock.Advance(TimeSpan.FromMinutes(5));
        await oneStop.Press(friend, "book/c/c/20261005/1200"); // of the same day, and nobody works then
        Assert.Equal([(20, 1)], (await Counted()).Select(c => (c.Hour, c.Count)));
    }

    [Fact]
    public async Task Who_waits_and_presses_the_offer_too_late_was_counted_before()
    {
        await Book(8, 10);
        var taken = await Book(8, 11.25);
        var friend = await Choosing();
        foreach (var label in (string[])["10月8日(木) ×", "空いたら知らせる"])
            await oneStop.Tap(friend, label);
        await oneStop.At<BookingDesk>(only, d => d.Cancel(taken, isOurs: false, null, tells: false));
        await oneStop.Hears(friend, "空きが出ました");
        await Book(8, 11.25);
        oneStop.Clock.Advance(TimeSpan.FromHours(2)); // another dialogue
        await oneStop.Tap(friend, "この時間を見る");
        oneStop.AssertSays(friend, "この時間は取れなくなりました");
        Assert.Equal(1, Assert.Single(await Counted()).Count);
    }

    [Theory]
    [InlineData("book/c/c/20261020", "この日はお休みです")]
    [InlineData("book/c/c/20270301", "まだ受け付けていません")]
    [InlineData("book/c/c/20261005/600", "近い時間は、空いています")] // within the minimum notice
    [InlineData("book/c/c/20261008/360!", "近い時間は、空いています", 6)] // a mark that somebody makes up changes nothing
    [InlineData("book/c/c/20261008/1440", "近い時間は、空いています", 24)]
    [InlineData("book/c/c/20261008/1500", "近い時間は、空いています")] // would end after 25:00
    public async Task What_a_shift_could_not_help_is_not_counted(string data, string says, int? hour = null)
    {
        await oneStop.At<HoursDesk>(await oneStop.AMember("chief", Duty.Manager), d => d.Close(new(new(2026, 10, 20), new(2026, 10, 20), null, "回線の工事")));
        var friend = await Choosing();
        await oneStop.Press(friend, data);
        oneStop.AssertSays(friend, says);
        Assert.Equal(hour is { } counted ? [counted] : [], (await Counted()).Select(c => c.Hour));
    }

    [Fact]
    public async Task Who_moves_a_booking_has_one_and_is_not_counted()
    {
        var friend = await Choosing();
        foreach (var label in (string[])["10月9日(金)", "10:00", "予約する", "予約を変更する"])
            await oneStop.Tap(friend, label);
        await Fill(8);
        await oneStop.Tap(friend, "10月8日(木)");
        oneStop.AssertSays(friend, "この日は、いまは空きがありません");
        Assert.Empty(await Counted());
    }

    [Fact]
    public async Task Two_at_the_same_moment_are_two()
    {
        await Fill(8);
        var friends = new[] { await Choosing(), await Choosing(), await Choosing() };
        await Task.WhenAll(friends.Select(friend => oneStop.Tap(friend, "10月8日(木) ×")));
        Assert.Equal(3, Assert.Single(await Counted()).Count);
    }

    [Fact]
    public async Task Nobody_can_be_found_by_it_and_after_its_time_it_is_gone()
    {
        await Fill(8);
        await oneStop.Tap(await Choosing(), "10月8日(木) ×");
        Assert.Equal(["AskedOn", "Count", "Date", "Hour", "Kind", "Method"], await oneStop.Read(db =>
            Task.FromResult(db.Model.FindEntityType(typeof(AskedInVain))!.GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal))));
        Assert.False(await oneStop.Read(db => db.AuditEntries.AnyAsync(e => e.Subject == nameof(AskedInVain))));

        oneStop.Clock.Advance(TimeSpan.FromDays(AskedInVain.KeptDays));
        await oneStop.ByClock<ReminderDesk>(d => d.SendDue());
        Assert.Single(await Counted());
        oneStop.Clock.Advance(TimeSpan.FromDays(1));
        await oneStop.ByClock<ReminderDesk>(d => d.SendDue());
        Assert.Empty(await Counted());
    }

    private async Task<VirtualFriend> Choosing()
    {
        var friend = await oneStop.AFriend();
        await oneStop.Tap(friend, "相談を予約したい");
        await oneStop.AnswersFirstQuestions(friend);
        return friend;
    }

    /// <summary>Both talks that fit between 10:00 and 13:00.</summary>
    private async Task Fill(int day)
    {
        await Book(day, 10);
        await Book(day, 11.25);
    }

    private async Task<Guid> Book(int day, double hour) => (await oneStop.At<BookingDesk, EnteredBooking>(only, async d => await d.Book(await oneStop.AClient(only),
        new(BookingKind.Consultation, ContactMethod.Chat, new ServiceDay(new(2026, 10, day)).At(TimeSpan.FromHours(hour)), only.Id, Beyond: false, Tells: false),
        isProposal: false))).Id;

    private Task<List<(DateOnly AskedOn, DateOnly Date, int Hour, BookingKind Kind, ContactMethod Method, int Count)>> Counted() => oneStop.Read(async db =>
        (await db.AskedInVain.AsNoTracking().ToListAsync()).Select(a => (a.AskedOn, a.Date, a.Hour, a.Kind, a.Method, a.Count)).ToList());
}
