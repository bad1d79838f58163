using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Conversations;
using OneStop.Domain.Shifts.Absences;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Bookings;

/// <summary>相談員の遅刻・交代: the client is told once, a person holds one talk at a time, and an undo leaves everything as it was.</summary>
public sealed class HandOverTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();
    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Theory]
    [InlineData(ContactMethod.Chat)]
    [InlineData(ContactMethod.Phone)]
    [InlineData(ContactMethod.Video)]
    public async Task Being_late_is_told_and_recorded_once_for_each_number(ContactMethod method)
    {
        var aoba = await oneStop.OnShift("aoba");
        var (friend, booking) = await oneStop.AHour(aoba, "2026-10-05T14:00", method);
        oneStop.ItIs("2026-10-05T13:50");
        var ten = await Late(aoba, booking, 10);
        await oneStop.At<HandOverDesk>(aoba, d => d.TakeBack(ten)); // pressed by mistake
        Assert.Equal((null, 0), ((await oneStop.RowOf(aoba, booking))!.LateMinutes, await oneStop.CountInOutbox(friend, "ほど遅れます")));

        ten = await Late(aoba, booking, 10);
        Assert.Equal(10, (await oneStop.RowOf(aoba, booking))!.LateMinutes);
        oneStop.PassTheHold();
        await oneStop.HasRead(friend, "10分ほど遅れます");
        Assert.Contains("もう知らせてあります", (await Assert.ThrowsAsync<RuleException>(() => Late(aoba, booking, 10))).Message, StringComparison.Ordinal);
        Assert.Contains("もう送られた",
            (await Assert.ThrowsAsync<RuleException>(() => oneStop.At<HandOverDesk>(aoba, d => d.TakeBack(ten)))).Message, StringComparison.Ordinal);

        var thirty = await Late(aoba, booking, 30);
        Assert.Equal(30, (await oneStop.RowOf(aoba, booking))!.LateMinutes);
        await oneStop.At<HandOverDesk>(aoba, d => d.TakeBack(thirty));
        Assert.Equal((10, 1), ((await oneStop.RowOf(aoba, booking))!.LateMinutes, await oneStop.CountInOutbox(friend, "ほど遅れます")));
    }

    [Fact]
    public async Task Being_late_is_for_the_day_of_a_booking_that_waits_to_begin()
    {
        var aoba = await oneStop.OnShift("aoba");
        var (_, tomorrow) = await oneStop.AHour(aoba, "2026-10-06T14:00");
        var (_, today) = await oneStop.AHour(aoba, "2026-10-05T14:00");
        await Refuses(tomorrow, 10, "予約の日になってから");
        await Refuses(today, 7, "何分遅れるか");
        oneStop.ItIs("2026-10-05T14:00");
        await oneStop.BeginsTalk(aoba, today);
        await Refuses(today, 10, "もう始まっています");
        oneStop.ItIs("2026-10-06T15:00");
        await Refuses(tomorrow, 10, "終わりました");

        async Task Refuses(Guid booking, int minutes, string because) => Assert.Contains(because,
            (await Assert.ThrowsAsync<RuleException>(() => Late(aoba, booking, minutes))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_free_is_offered_first_and_the_others_with_the_reason()
    {
        var aoba = await oneStop.OnShift("aoba");
        var (busy, off, away, free) = (await oneStop.OnShift("busy"), await oneStop.OnShift("off", times: "6:00-12:00"), await oneStop.OnShift("away"),
            await oneStop.OnShift("free"));
        await oneStop.OnShift("planner", Duty.Planner);
        var (_, booking) = await oneStop.AHour(aoba, "2026-10-05T14:00");
        await oneStop.AHour(busy, "2026-10-05T13:00"); // its quarter hour for the record is taken too
        await oneStop.AHour(free, "2026-10-05T12:45"); // over with its record when this one begins
        var absent = new AbsenceWish { StaffId = away.Id, From = new(2026, 10, 5) };
        await oneStop.At<AbsenceDesk>(away, d => d.Save(null, new(new(), absent)));
        var choices = await oneStop.At<HandOverDesk, IReadOnlyList<HandChoice>>(aoba, d => d.Choices(booking));
        Assert.Equal([(free.Id, null), (away.Id, WhyNotFree.Away), (off.Id, WhyNotFree.OffShift), (busy.Id, (WhyNotFree?)WhyNotFree.Booked)],
            choices.Select(c => (c.Id, c.WhyNot)));
        await Assert.ThrowsAsync<RuleException>(() => Give(aoba, booking, busy));
        await Give(aoba, booking, off); // asked and willing
        Assert.Equal(off.Id, (await oneStop.Stored(booking)).StaffId);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_undo_gives_the_hour_back_and_tells_again_only_who_was_told(bool hasGoneOut)
    {
        var (aoba, midori) = (await oneStop.OnShift("aoba"), await oneStop.OnShift("midori"));
        var (friend, booking) = await oneStop.AHour(aoba, "2026-10-05T14:00", ContactMethod.Phone);
        var handed = await Give(aoba, booking, midori);
        Assert.Equal((midori.Id, midori.Name), (await oneStop.RowOf(aoba, booking)) is { } row ? (row.StaffId, row.StaffName) : default);
        if (hasGoneOut)
        {
            oneStop.PassTheHold();
            await oneStop.HasRead(friend, "midoriがお話をお聞きします");
        }
        await oneStop.At<HandOverDesk>(midori, d => d.GiveBack(handed));
        Assert.Equal(aoba.Id, (await oneStop.Stored(booking)).StaffId);
        Assert.Equal(hasGoneOut ? (1, 1) : (0, 0), (await oneStop.CountInOutbox(friend, "midoriがお話をお聞きします"), await oneStop.CountInOutbox(friend, "aobaがお話をお聞きします")));
        Assert.Contains("担当は、そのあと変わっています",
            (await Assert.ThrowsAsync<RuleException>(() => oneStop.At<HandOverDesk>(midori, d => d.GiveBack(handed)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_to_be_told_is_not_told_by_the_undo_either()
    {
        var (aoba, midori) = (await oneStop.OnShift("aoba"), await oneStop.OnShift("midori"));
        var (friend, booking) = await oneStop.AHour(aoba, "2026-10-05T14:00");
        var handed = await Give(aoba, booking, midori, tells: false);
        await oneStop.At<HandOverDesk>(aoba, d => d.GiveBack(handed));
        Assert.Equal(0, await oneStop.CountInOutbox(friend, "お話をお聞きします"));
    }

    [Fact]
    public async Task A_booking_beside_another_is_handed_over_and_comes_back_beside_it()
    {
        var (aoba, midori) = (await oneStop.OnShift("aoba"), await oneStop.OnShift("midori"));
        await oneStop.AHour(aoba, "2026-10-05T14:00");
        var (_, second) = await oneStop.AHour(aoba, "2026-10-05T14:00");
        var handed = await Give(aoba, second, midori);
        Assert.Equal(0, (await oneStop.Stored(second)).Lane);
        await oneStop.At<HandOverDesk>(aoba, d => d.GiveBack(handed));
        Assert.True(await oneStop.Stored(second) is { Lane: 1 } back && back.StaffId == aoba.Id);
    }

    [Fact]
    public async Task The_talk_that_runs_goes_with_its_booking()
    {
        var (aoba, midori) = (await oneStop.OnShift("aoba"), await oneStop.OnShift("midori"));
        var (_, booking) = await oneStop.AHour(aoba, "2026-10-05T14:00");
        oneStop.ItIs("2026-10-05T14:00");
        await oneStop.BeginsTalk(aoba, booking);
        await Give(aoba, booking, midori);
        Assert.Equal(midori.Id, (await oneStop.Stored(booking)).Talk!.StaffId);
    }

    [Fact]
    public async Task Against_a_booking_of_the_bot_at_the_same_moment_one_of_both_gets_the_person()
    {
        var (aoba, midori) = (await oneStop.OnShift("aoba"), await oneStop.OnShift("midori"));
        var (_, booking) = await oneStop.AHour(aoba, "2026-10-06T14:00");
        var friend = await oneStop.AFriend();
        await oneStop.Tap(friend, "相談を予約したい");
        await oneStop.AnswersFirstQuestions(friend);
        await oneStop.Tap(friend, "10月6日(火)");
        var choosing = oneStop.Tap(friend, "14:00"); // only midori is free: the bot holds her time
        var handing = Record.ExceptionAsync(() => Give(aoba, booking, midori, tells: false));
        await choosing;
        var refusal = await handing;

        var quarter = BookingCell.IndexOf(TestOneStop.Japan("2026-10-06T14:00"));
        var holder = await oneStop.Read(db => db.BookingCells.Where(c => c.StaffId == midori.Id && c.Quarter == quarter).Select(c => c.BookingId).SingleAsync());
        Assert.Equal(refusal is null, holder == booking);
        if (refusal is not null)
            Assert.Contains("ほかの予約が入っています", Assert.IsType<RuleException>(refusal).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_undo_of_a_second_number_does_not_claim_a_first_that_was_never_told()
    {
        var aoba = await oneStop.OnShift("aoba");
        var (friend, booking) = await oneStop.AHour(aoba, "2026-10-05T14:00");
        await Late(aoba, booking, 10);
        var thirty = await Late(aoba, booking, 30); // within the hold: the first is called off
        await oneStop.At<HandOverDesk>(aoba, d => d.TakeBack(thirty));
        Assert.Equal((null, 0), ((await oneStop.RowOf(aoba, booking))!.LateMinutes, await oneStop.CountInOutbox(friend, "ほど遅れます")));
    }

    [Fact]
    public async Task Who_is_handed_on_at_once_is_told_one_name_and_an_undo_tells_the_one_before()
    {
        var (aoba, midori, suzu) = (await oneStop.OnShift("aoba"), await oneStop.OnShift("midori"), await oneStop.OnShift("suzu"));
        var (friend, booking) = await oneStop.AHour(aoba, "2026-10-05T14:00");
        await Give(aoba, booking, midori);
        var second = await Give(midori, booking, suzu);
        Assert.Equal((0, 1), (await oneStop.CountInOutbox(friend, "midoriが"), await oneStop.CountInOutbox(friend, "suzuが")));
        await oneStop.At<HandOverDesk>(midori, d => d.GiveBack(second));
        Assert.Equal((1, 0), (await oneStop.CountInOutbox(friend, "midoriが"), await oneStop.CountInOutbox(friend, "suzuが")));
    }

    [Fact]
    public async Task A_talk_that_was_handed_on_at_once_is_still_announced_and_not_after_it_was_cancelled()
    {
        var (aoba, midori) = (await oneStop.OnShift("aoba"), await oneStop.OnShift("midori"));
        var (friend, booking) = await oneStop.AHour(aoba, "2026-10-05T14:00");
        oneStop.ItIs("2026-10-05T14:00");
        await oneStop.BeginsTalk(aoba, booking);
        await Give(aoba, booking, midori);
        Assert.Equal((1, 1), (await oneStop.CountInOutbox(friend, "相談員が入りました"), await oneStop.CountInOutbox(friend, "担当が変わりました")));
        await oneStop.At<BookingDesk>(aoba, d => d.Cancel(booking, false, null, false));
        Assert.Equal((0, 0), (await oneStop.CountInOutbox(friend, "相談員が入りました"), await oneStop.CountInOutbox(friend, "担当が変わりました")));
    }

    [Fact]
    public async Task A_name_goes_behind_a_button_to_who_asked_for_discretion_and_nobody_is_said_to_visit()
    {
        var (aoba, midori) = (await oneStop.OnShift("aoba"), await oneStop.OnShift("midori"));
        var (friend, booking) = await oneStop.AHour(aoba, "2026-10-05T14:00");
        var talk = await oneStop.ConversationOf(friend);
        await oneStop.At<CardDesk>(aoba, d => d.BeDiscreet(talk, new(MarkWish.None, new("家族が見る"))));
        Assert.All(await oneStop.At<HandOverDesk, IReadOnlyList<HandChoice>>(aoba, d => d.Choices(booking)), c => Assert.True(c.IsBehindButton));
        await Give(aoba, booking, midori);
        Assert.Equal((0, 1), (await oneStop.CountInOutbox(friend, "midori"), await oneStop.CountInOutbox(friend, "お返事があります")));
        oneStop.PassTheHold();
        await oneStop.Hears(friend, "まわりに人がいないときに");
        await oneStop.Tap(friend, "お返事を見る");
        oneStop.AssertSays(friend, "midoriがお話をお聞きします");
    }

    private Task<AnnouncedLateness> Late(StaffMember by, Guid booking, int minutes) => oneStop.At<HandOverDesk, AnnouncedLateness>(by, d => d.BeLate(booking, minutes));

    private Task<HandedHour> Give(StaffMember by, Guid booking, StaffMember to, bool tells = true) =>
        oneStop.At<HandOverDesk, HandedHour>(by, d => d.Give(booking, to.Id, tells));
}
