using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Consultations;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Inbox;
using OneStop.Domain.Hours;
using OneStop.Domain.Shifts.Absences;
using OneStop.Domain.Staff;
using OneStop.Domain.Today;
using OneStop.Tests.Bookings;
using OneStop.Tests.Consultations;
using OneStop.Tests.House;

namespace OneStop.Tests.Today;

/// <summary>今日: my day, what is left undone, and the day of the team. It begins on Monday, 5 October 2026, 9:00.</summary>
public sealed class TodayDeskTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();
    private StaffMember mina = null!, ryo = null!, chief = null!;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        (mina, ryo, chief) = (await oneStop.OnShift("mina", times: "18:00-25:00"), await oneStop.OnShift("ryo", times: "9:00-18:00"), await oneStop.AMember("chief", Duty.Manager));
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task The_next_talk_is_the_one_that_is_on_then_the_next_until_the_service_day_ends()
    {
        var client = await oneStop.AClient(mina);
        var (early, late, tomorrow) = (await oneStop.ABooking(mina, client, 19), await oneStop.ABooking(mina, client, 24), await oneStop.ABooking(mina, client, 10, day: 1));
        await oneStop.ABooking(ryo, await oneStop.AClient(ryo), 19);
        Assert.Equal((early, late, 1), await Next(9));
        Assert.Equal((early, late, 1), await Next(19.9)); // it is on
        Assert.Equal((late, (Guid?)null, 0), await Next(20));
        Assert.Equal((late, (Guid?)null, 0), await Next(24.5)); // 0:30 on the clock, and the same day
        Assert.Equal(((Guid?)null, tomorrow, 0), await Next(25)); // the night before the next service day
        Assert.Equal((tomorrow, (Guid?)null, 0), await Next(30)); // 6:00

        async Task<(Guid? Next, Guid? After, int Left)> Next(double hour)
        {
            oneStop.PassTo(hour);
            var (day, now) = (await Mine(mina), oneStop.Clock.GetUtcNow());
            return (day.NextAt(now)?.Id, day.RestAt(now) is [var next, ..] ? next.Id : day.Later?.Id, day.RestAt(now).Count);
        }
    }

    [Fact]
    public async Task Who_did_not_come_was_cancelled_or_is_still_choosing_is_no_talk_to_go_to_and_who_came_is()
    {
        var client = await oneStop.AClient(mina);
        var (missed, cancelled, held) = (await oneStop.ABooking(mina, client, 19), await oneStop.ABooking(mina, client, 20), await oneStop.ABooking(mina, client, 21));
        await oneStop.At<BookingDesk, bool>(mina, d => d.Cancel(cancelled, false, null, false));
        oneStop.PassTo(19.25);
        Assert.Equal(missed, (await Mine(mina)).NextAt(oneStop.Clock.GetUtcNow())?.Id);
        await oneStop.At<BookingDesk>(mina, d => d.Close(missed, false));
        Assert.Equal(held, (await Mine(mina)).NextAt(oneStop.Clock.GetUtcNow())?.Id);
        oneStop.PassTo(21.25);
        await oneStop.At<BookingDesk>(mina, d => d.Close(held, true));
        Assert.Equal(held, (await Mine(mina)).NextAt(oneStop.Clock.GetUtcNow())?.Id); // pressed at the begin: it is still on
        var friend = await oneStop.OnTheWay("10月5日(月)", "23:30"); // chosen and not confirmed yet: held for some minutes
        Assert.NotNull(friend);
        Assert.DoesNotContain((await Mine(mina)).Talks, t => t.HeldUntil is not null);
    }

    [Fact]
    public async Task What_is_free_is_the_shift_from_now_on_without_talks_and_the_time_around_them()
    {
        await oneStop.ABooking(mina, await oneStop.AClient(mina), 20);
        oneStop.PassTo(9);
        Assert.Equal("18:00-20:00 21:15-25:00", await Free()); // a quarter of an hour after each talk
        oneStop.PassTo(19.05);
        Assert.Equal("19:15-20:00 21:15-25:00", await Free());
        oneStop.PassTo(25);
        Assert.Equal("", await Free());
        Assert.Equal("", await Free(chief)); // no shift
        await oneStop.At<HoursDesk, object>(chief, async d => await d.Close(new(new(2026, 10, 6), new(2026, 10, 6), null, "停電の工事")));
        oneStop.PassTo(19, day: 1);
        Assert.Equal("", await Free()); // on shift, and closed
    }

    [Fact]
    public async Task A_substitute_sees_the_talks_of_who_is_away_and_what_they_left_undone()
    {
        var booking = await oneStop.ABooking(mina, await oneStop.AClient(mina), 10);
        Assert.Empty((await Mine(ryo)).Talks);
        await oneStop.At<AbsenceDesk, Guid>(mina, d => d.Save(null, new(new(), new() { StaffId = mina.Id, From = new(2026, 10, 5), Until = new(2026, 10, 5), Substitutes = [ryo.Id] })));
        Assert.Equal(booking, (await Mine(ryo)).NextAt(oneStop.Clock.GetUtcNow())?.Id);
        oneStop.PassTo(11);
        Assert.Equal(booking, Assert.Single((await Missing(ryo)).Rows).Row.Id);
        oneStop.PassTo(30); // the absence is over
        Assert.Empty((await Missing(ryo)).Rows);
        Assert.Single((await Missing(mina)).Rows);
    }

    [Fact]
    public async Task Missing_are_the_outcome_of_what_is_over_and_the_record_of_what_was_held_the_oldest_first()
    {
        var client = await oneStop.AClient(mina);
        var (first, second, meeting) = (await oneStop.ABooking(mina, client, 19), await oneStop.ABooking(mina, client, 20),
            await oneStop.ABooking(mina, client, 21, kind: BookingKind.RetentionMeeting));
        oneStop.PassTo(19.9);
        Assert.Empty((await Missing(mina)).Rows); // not over
        oneStop.PassTo(22);
        Assert.Equal([(first, Lack.Outcome), (second, Lack.Outcome), (meeting, Lack.Outcome)], await Lacks());
        await oneStop.At<BookingDesk>(mina, d => d.Close(first, true));
        await oneStop.At<BookingDesk>(mina, d => d.Close(second, false));
        await oneStop.At<BookingDesk>(mina, d => d.Close(meeting, true)); // no consultation, so no record of one
        Assert.Equal([(first, Lack.Record)], await Lacks());
        Assert.Empty((await Missing(await oneStop.AMember("pola", Duty.PlacementOfficer))).Rows);
        await oneStop.At<BookingDesk>(mina, d => d.Reopen(second));
        Assert.Equal([(first, Lack.Record), (second, Lack.Outcome)], await Lacks());

        var wish = await oneStop.AWish(mina);
        var draft = await oneStop.Written(mina, client, wish, confirms: false, booking: first);
        var row = (await Missing(mina)).Rows[0];
        Assert.Equal((Lack.Confirmation, (Guid?)draft), (row.Lacks, row.DraftId));
        await oneStop.At<ConsultationDesk>(mina, d => d.Rewrite(draft, new(wish, wish with { Confirms = true })));
        Assert.Equal([(second, Lack.Outcome)], await Lacks());

        async Task<IEnumerable<(Guid, Lack)>> Lacks() => (await Missing(mina)).Rows.Select(r => (r.Row.Id, r.Lacks));
    }

    [Fact]
    public async Task Who_may_not_write_records_is_not_asked_for_them()
    {
        var client = await oneStop.AClient(mina);
        var pola = await oneStop.AMember("pola", Duty.PlacementOfficer);
        var booking = await oneStop.ABooking(pola, client, 10);
        oneStop.PassTo(11);
        Assert.Equal(Lack.Outcome, Assert.Single((await Missing(pola)).Rows).Lacks);
        await oneStop.At<BookingDesk>(pola, d => d.Close(booking, true));
        Assert.Empty((await Missing(pola)).Rows);
        Assert.Equal(booking, Assert.Single((await oneStop.At<TodayDesk, MissingList>(chief, d => d.AllMissing())).Rows).Row.Id);
        await Assert.ThrowsAsync<NotAllowedException>(() => oneStop.At<TodayDesk, MissingList>(pola, d => d.AllMissing()));
    }

    [Fact]
    public async Task Answers_are_mine_with_those_for_whom_I_stand_in_and_nobodys()
    {
        var (first, second, third) = (await Asks("ひとつめ"), await Asks("ふたつめ"), await Asks("みっつめ"));
        await oneStop.At<ConversationDesk>(mina, d => d.Assign(first, mina.Id, null));
        await oneStop.At<ConversationDesk>(mina, d => d.Assign(second, ryo.Id, null));
        Assert.Equal(([first], [third]), await Split());
        await oneStop.At<AbsenceDesk, Guid>(ryo, d => d.Save(null, new(new(), new() { StaffId = ryo.Id, From = new(2026, 10, 5), Substitutes = [mina.Id] })));
        Assert.Equal(([first, second], [third]), await Split()); // the earlier deadline first

        Task<Guid> Asks(string text)
        {
            oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
            return oneStop.AsksSomething(text);
        }

        async Task<(ValueList<Guid>, ValueList<Guid>)> Split()
        {
            var found = await oneStop.At<InboxDesk, WaitingAnswers>(mina, d => d.Answers());
            Assert.Equal([first, second, third], found.All.Select(r => r.Id));
            return ([.. found.Mine.Select(r => r.Id)], [.. found.Anybodys.Select(r => r.Id)]);
        }
    }

    [Fact]
    public async Task The_team_is_on_duty_by_shift_and_absence_and_at_half_past_midnight_it_is_still_the_same_day()
    {
        var sora = await oneStop.OnShift("sora");
        await oneStop.At<AbsenceDesk, Guid>(sora, d => d.Save(null, new(new(), new() { StaffId = sora.Id, From = new(2026, 10, 5), Until = new(2026, 10, 5) })));
        var booking = await oneStop.ABooking(mina, await oneStop.AClient(mina), 24);
        Assert.Equal("ryo さん 9-18, mina さん 18から, sora さん 不在", await Duty(10));
        Assert.Equal("mina さん 18-25 相談, ryo さん 終わり, sora さん 不在", await Duty(24.5));
        Assert.Equal("mina さん 終わり, ryo さん 終わり, sora さん 不在", await Duty(25.25)); // closed
        Assert.Equal("sora さん 6-25, ryo さん 9から, mina さん 18から", await Duty(30));
        Assert.NotEqual(default, booking);

        async Task<string> Duty(double hour)
        {
            oneStop.PassTo(hour);
            var now = oneStop.Clock.GetUtcNow();
            return string.Join(", ", (await oneStop.At<TodayDesk, IReadOnlyList<TeamMember>>(chief, d => d.OnDuty())).Select(m => $"{m.Name} "
                + (m.Away is not null ? "不在" : m.OnDutyAt(now) is { } on ? $"{on.From.TotalHours}-{on.Until.TotalHours}" : m.ComesAt(now) is { } next ? $"{next.From.TotalHours}から" : "終わり")
                + (m.Talk is null ? "" : " 相談")));
        }
    }

    [Fact]
    public async Task Nobody_can_hold_a_booking_outside_hours_or_shift_or_of_who_is_away_without_a_substitute_or_has_left()
    {
        var client = await oneStop.AClient(mina);
        var (within, outside, away, closed) = (await oneStop.ABooking(mina, client, 19, 1), await oneStop.ABooking(mina, client, 10, 1),
            await oneStop.ABooking(ryo, client, 11, 2), await oneStop.ABooking(ryo, client, 12, 3));
        Assert.Equal([(outside, Domain.Today.Unheld.OutsideShift)], await Found());
        await oneStop.At<AbsenceDesk, Guid>(ryo, d => d.Save(null, new(new(), new() { StaffId = ryo.Id, From = new(2026, 10, 7), Until = new(2026, 10, 7) })));
        await oneStop.At<HoursDesk, object>(chief, async d => await d.Close(new(new(2026, 10, 8), new(2026, 10, 8), null, "停電の工事")));
        Assert.Equal([(outside, Domain.Today.Unheld.OutsideShift), (away, Domain.Today.Unheld.Away), (closed, Domain.Today.Unheld.OutsideHours)], await Found());
        Assert.DoesNotContain(within, (await Found()).Select(f => f.Item1));
        await oneStop.At<AbsenceDesk, Guid>(mina, d => d.Save(null, new(new(), new() { StaffId = mina.Id, From = new(2026, 10, 6), Until = new(2026, 10, 6), Substitutes = [ryo.Id] })));
        Assert.DoesNotContain(within, (await Found()).Select(f => f.Item1)); // a colleague stands in
        oneStop.PassTo(10, day: 1);
        Assert.DoesNotContain(outside, (await Found()).Select(f => f.Item1)); // it has begun

        async Task<IReadOnlyList<(Guid, Unheld)>> Found() =>
            [.. (await oneStop.At<TodayDesk, TeamDay>(chief, d => d.Team())).Unheld.Select(u => (u.Row.Id, u.Why))];
    }

    private Task<MyDay> Mine(StaffMember member) => oneStop.At<TodayDesk, MyDay>(member, d => d.Mine());

    private Task<MissingList> Missing(StaffMember member) => oneStop.At<TodayDesk, MissingList>(member, d => d.Missing());

    private async Task<string> Free(StaffMember? member = null) => string.Join(' ', (await Mine(member ?? mina)).Free.Select(s => $"{ServiceDay.SayTime(s.From)}-{ServiceDay.SayTime(s.Until)}"));
}
