using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Consultations;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Inbox;
using OneStop.Domain.Friends;
using OneStop.Domain.Hours;
using OneStop.Domain.Shifts;
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
        await oneStop.AMember("mina", Duty.Counselor, Duty.RetentionOfficer);
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
        Assert.Equal((tomorrow, (Guid?)null, 0), await Next(25)); // closed: the coming day is shown
        Assert.Equal((tomorrow, (Guid?)null, 0), await Next(30)); // 6:00

        async Task<(Guid? Next, Guid? After, int Left)> Next(double hour)
        {
            oneStop.PassTo(hour);
            var (day, now) = (await Mine(mina), oneStop.Clock.GetUtcNow());
            return (day.NextAt(now)?.Id, day.RestAt(now) is [var next, ..] ? next.Id : day.Later?.Id, day.RestAt(now).Count);
        }
    }

    [Fact]
    public async Task The_first_talk_of_the_day_can_be_begun_before_the_day_opens()
    {
        await oneStop.At<AbsenceDesk, Guid>(ryo, d => d.Save(null, new(new(), new() { StaffId = ryo.Id, From = new(2026, 10, 6), Until = new(2026, 10, 6), Substitutes = [mina.Id] })));
        var (own, stoodIn) = (await oneStop.ABooking(mina, await oneStop.AClient(mina), 6, day: 1), await oneStop.ABooking(ryo, await oneStop.AClient(ryo), 9, day: 1));
        oneStop.PassTo(29.75); // 5:45
        var (day, now) = (await Mine(mina), oneStop.Clock.GetUtcNow());
        Assert.Equal((own, true, stoodIn), (day.NextAt(now)?.Id, day.NextAt(now)!.IsNear(now), Assert.Single(day.RestAt(now)).Id));
        Assert.Equal("18:00-25:00", await Free());
        Assert.Equal(2, (await oneStop.At<TodayDesk, TeamDay>(chief, d => d.Team())).Talks.Count);
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
    public async Task After_a_talk_that_ended_early_comes_the_next_as_soon_as_it_can_begin()
    {
        var client = await oneStop.AClient(mina);
        var (first, second) = (await oneStop.ABooking(mina, client, 19), await oneStop.ABooking(mina, client, 20));
        oneStop.PassTo(19.5);
        await oneStop.At<BookingDesk>(mina, d => d.Close(first, true));
        Assert.Equal((first, second), await Next());
        oneStop.PassTo(19.75);
        Assert.Equal((second, (Guid?)null), await Next()); // a quarter of an hour before

        var (_, chat) = await oneStop.AHour(mina, "2026-10-05T21:00");
        oneStop.PassTo(20.9);
        await oneStop.BeginsTalk(mina, chat);
        Assert.Equal((second, (Guid?)chat), await Next());
        oneStop.PassTo(21.1);
        await oneStop.At<BookingDesk>(mina, d => d.Close(chat, true)); // its talk has ended with it
        Assert.Equal(((Guid?)null, (Guid?)null), await Next());

        async Task<(Guid? Next, Guid? After)> Next()
        {
            var (day, now) = (await Mine(mina), oneStop.Clock.GetUtcNow());
            return (day.NextAt(now)?.Id, day.RestAt(now) is [var after, ..] ? after.Id : null);
        }
    }

    [Fact]
    public async Task What_is_free_is_the_shift_from_now_on_without_talks_and_the_time_around_them()
    {
        await oneStop.ABooking(mina, await oneStop.AClient(mina), 20);
        oneStop.PassTo(9);
        Assert.Equal("18:00-20:00 21:15-25:00", await Free()); // a quarter of an hour after each talk
        oneStop.PassTo(19.05);
        Assert.Equal("19:15-20:00 21:15-25:00", await Free());
        oneStop.PassTo(24.9);
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
        Assert.Equal("9:00-10:00 11:15-18:00", await Free(ryo)); // the time of the talk is taken
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
    public async Task A_draft_is_finished_by_who_wrote_it_also_when_they_do_not_stand_in_any_more()
    {
        var client = await oneStop.AClient(mina);
        var (written, dictated) = (await oneStop.ABooking(mina, client, 10), await oneStop.ABooking(mina, client, 12));
        oneStop.PassTo(14);
        await oneStop.Written(ryo, client, await oneStop.AWish(ryo), confirms: false, booking: written);
        await oneStop.Written(ryo, client, await oneStop.AWish(mina), confirms: false, booking: dictated); // for mina, who held it
        Assert.Equal([written, dictated], (await Missing(ryo)).Rows.Select(r => r.Row.Id));
        Assert.Equal(dictated, Assert.Single((await Missing(mina)).Rows).Row.Id);
        Assert.Empty(await Due(ryo));

        await oneStop.At<BookingDesk>(mina, d => d.Close(written, false)); // no record is missing of a talk that was not held, and the draft is still there
        Assert.Equal(["record-draft"], await Due(ryo));
        Assert.Equal([dictated], (await Missing(ryo)).Rows.Select(r => r.Row.Id));

        async Task<IEnumerable<string>> Due(StaffMember member) => (await oneStop.At<DueDesk, IReadOnlyList<DueRow>>(member, d => d.Mine(besides: true))).Select(d => d.Item.Kind).Where(k => k.StartsWith("record", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_who_was_erased_no_record_is_missing()
    {
        var client = await oneStop.AClient(mina);
        var booking = await oneStop.ABooking(mina, client, 10);
        oneStop.PassTo(11);
        await oneStop.At<BookingDesk>(mina, d => d.Close(booking, true));
        Assert.Single((await Missing(mina)).Rows);
        await oneStop.Read(db => db.Clients.Where(c => c.Id == client).ExecuteUpdateAsync(c => c.SetProperty(x => x.ErasedAt, oneStop.Clock.GetUtcNow())));
        Assert.Empty((await Missing(mina)).Rows);
    }

    [Fact]
    public async Task More_than_fit_are_said_to_be_more()
    {
        var client = await oneStop.AClient(mina);
        await Over(TodayDesk.MostMissing);
        Assert.Equal((TodayDesk.MostMissing, false), await Found());
        await Over(1);
        Assert.Equal((TodayDesk.MostMissing, true), await Found());

        Task<int> Over(int count) => oneStop.Read(async db =>
        {
            var (person, begun) = (await db.Clients.SingleAsync(c => c.Id == client), await db.Bookings.CountAsync());
            for (var i = begun; i < begun + count; i++)
                db.Bookings.Add(Booking.Of(person, BookingTerms.Standard(BookingKind.Consultation), ContactMethod.Chat,
                    new(new ServiceDay(new(2026, 8, 1)).AddDays(i / 6).At(TimeSpan.FromHours(8 + (2 * (i % 6)))), 60), mina.Id, null, null, oneStop.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });

        async Task<(int, bool)> Found() => await Missing(mina) is var found ? (found.Rows.Count, found.IsCut) : default;
    }

    [Fact]
    public async Task Who_may_not_write_records_is_not_asked_for_them()
    {
        var client = await oneStop.AClient(mina);
        var pola = await oneStop.AMember("pola", Duty.Counselor);
        var booking = await oneStop.ABooking(pola, client, 10);
        pola = await oneStop.Read(async db =>
        {
            var member = await db.Users.SingleAsync(u => u.Id == pola.Id);
            member.ChangeDuties([Duty.PlacementOfficer], oneStop.Clock.GetUtcNow());
            await db.SaveChangesAsync();
            return member;
        });
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
    public async Task My_answers_are_found_behind_those_of_all_others()
    {
        var mine = await Waiting(1, mina.Id, minutes: 5);
        await Waiting(1, null, minutes: 4);
        await Waiting(InboxDesk.MostAnswers, ryo.Id, minutes: 0); // have waited longer
        var found = await oneStop.At<InboxDesk, WaitingAnswers>(mina, d => d.Answers());
        Assert.Equal((InboxDesk.MostAnswers, true, 1), (found.All.Count, found.IsCut, found.Anybodys.Count));
        Assert.Equal(mine, Assert.Single(found.Mine).Id);

        Task<Guid> Waiting(int count, Guid? assignee, int minutes) => oneStop.Read(async db =>
        {
            var (now, number) = (oneStop.Clock.GetUtcNow().AddMinutes(minutes), 1 + (await db.Friends.MaxAsync(f => (int?)f.Number) ?? 0));
            Conversation talk = null!;
            for (var i = 0; i < count; i++)
            {
                db.Conversations.Add(talk = Conversation.With(Friend.Register(LineUserId.Parse($"U{Guid.CreateVersion7(now):N}"), number + i, now), now));
                talk.AddWaitingEvent("待っています", now);
                talk.Assign(assignee);
            }
            await db.SaveChangesAsync();
            return talk.Id;
        });
    }

    [Fact]
    public async Task The_team_is_on_duty_by_shift_and_absence_and_at_half_past_midnight_it_is_still_the_same_day()
    {
        var sora = await oneStop.OnShift("sora");
        await oneStop.At<AbsenceDesk, Guid>(sora, d => d.Save(null, new(new(), new() { StaffId = sora.Id, From = new(2026, 10, 5), Until = new(2026, 10, 5) })));
        var booking = await oneStop.ABooking(mina, await oneStop.AClient(mina), 24);
        Assert.Equal("ryo さん 9-18, mina さん 18から, sora さん 不在", await Duty(10));
        Assert.Equal("mina さん 18-25 相談, ryo さん 終わり, sora さん 不在", await Duty(24.5));
        Assert.Equal("sora さん 6から, ryo さん 9から, mina さん 18から", await Duty(25.25)); // closed: the coming day
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
    public async Task In_a_talk_is_who_speaks_early_or_late_and_not_who_waits_for_somebody_who_did_not_come()
    {
        var client = await oneStop.AClient(mina);
        var (missed, early) = (await oneStop.ABooking(mina, client, 10), await oneStop.AHour(ryo, "2026-10-05T12:00"));
        oneStop.PassTo(10.25);
        Assert.Equal(missed, await TalkOf(mina));
        await oneStop.At<BookingDesk>(mina, d => d.Close(missed, false));
        Assert.Null(await TalkOf(mina));
        oneStop.PassTo(11.8);
        Assert.Null(await TalkOf(ryo));
        await oneStop.BeginsTalk(ryo, early.Booking);
        Assert.Equal(early.Booking, await TalkOf(ryo));
        oneStop.PassTo(13.1); // nobody has ended it
        Assert.Equal(early.Booking, await TalkOf(ryo));

        async Task<Guid?> TalkOf(StaffMember member) =>
            (await oneStop.At<TodayDesk, IReadOnlyList<TeamMember>>(chief, d => d.OnDuty())).Single(m => m.StaffId == member.Id).Talk?.Id;
    }

    [Fact]
    public async Task Nobody_can_hold_a_booking_outside_hours_or_shift_or_of_who_is_away_without_a_substitute_or_has_left()
    {
        var (outside, away, closed) = (await OnShift(mina, 19, 1), await OnShift(ryo, 11, 2), await OnShift(ryo, 12, 3));
        var decided = await oneStop.ABooking(mina, await oneStop.AClient(mina), 10, 1); // outside the shift, with a reason
        Assert.Empty(await Found());
        await oneStop.At<ShiftDesk, ShiftChange>(chief, d => d.SetDay(mina.Id, new(2026, 10, 6), WorkingTimes.Read("20:00-25:00")));
        Assert.Equal([(outside, Domain.Today.Unheld.OutsideShift)], await Found());
        await Away(ryo, 7);
        await oneStop.At<HoursDesk, object>(chief, async d => await d.Close(new(new(2026, 10, 8), new(2026, 10, 8), null, "停電の工事")));
        Assert.Equal([(outside, Domain.Today.Unheld.OutsideShift), (away, Domain.Today.Unheld.Away), (closed, Domain.Today.Unheld.OutsideHours)], await Found());
        await oneStop.Read(db => db.Users.Where(u => u.Id == ryo.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.LeftAt, oneStop.Clock.GetUtcNow())));
        Assert.Equal([(outside, Domain.Today.Unheld.OutsideShift), (away, Domain.Today.Unheld.Left), (closed, Domain.Today.Unheld.Left)], await Found());
        oneStop.PassTo(19, day: 1);
        Assert.DoesNotContain(outside, (await Found()).Select(f => f.Item1)); // it has begun
        Assert.NotEqual(default, decided);
    }

    [Fact]
    public async Task A_substitute_can_hold_what_they_have_the_duty_and_the_time_for()
    {
        var booking = await OnShift(ryo, 11, 2);
        var (sora, pola) = (await oneStop.OnShift("sora"), await oneStop.OnShift("pola", Duty.PlacementOfficer));
        Guid[] stand = [sora.Id];
        var absence = await Away(ryo, 7, stand);
        Assert.Empty(await Found());
        await oneStop.At<ShiftDesk, ShiftChange>(chief, d => d.SetDay(ryo.Id, new(2026, 10, 7), WorkingTimes.None)); // the shift of who is away does not matter
        Assert.Empty(await Found());
        await Away(sora, 7);
        Assert.Equal([(booking, Domain.Today.Unheld.Away)], await Found()); // the substitute is away too
        await Stands(mina.Id); // at work from 18:00
        Assert.Single(await Found());
        await Stands(pola.Id); // another duty
        Assert.Single(await Found());
        var yuki = await oneStop.OnShift("yuki");
        await Stands(mina.Id, pola.Id, yuki.Id);
        Assert.Empty(await Found());
        var other = await OnShift(yuki, 10.5, 2);
        Assert.Equal([(booking, Domain.Today.Unheld.Away)], await Found()); // a talk of their own
        await oneStop.At<BookingDesk>(yuki, d => d.Cancel(other, false, null, false));
        Assert.Empty(await Found());

        async Task Stands(params Guid[] substitutes)
        {
            await oneStop.At<AbsenceDesk, Guid>(ryo, d => d.Save(absence, new(Of(ryo, 7, stand), Of(ryo, 7, substitutes))));
            stand = substitutes;
        }
    }

    private static AbsenceWish Of(StaffMember member, int day, params Guid[] substitutes) =>
        new() { StaffId = member.Id, From = new(2026, 10, day), Until = new(2026, 10, day), Substitutes = [.. substitutes] };

    private Task<Guid> Away(StaffMember member, int day, params Guid[] substitutes) =>
        oneStop.At<AbsenceDesk, Guid>(member, d => d.Save(null, new(new(), Of(member, day, substitutes))));

    private Task<Guid> OnShift(StaffMember with, double hour, int day) => oneStop.At<BookingDesk, Guid>(with, async d => (await d.Book(await oneStop.AClient(with),
        new(BookingKind.Consultation, ContactMethod.Chat, ConsultationOffice.Today.AddDays(day).At(TimeSpan.FromHours(hour)), with.Id, false, false), false)).Id);

    private async Task<IReadOnlyList<(Guid, Unheld)>> Found() =>
        [.. (await oneStop.At<TodayDesk, TeamDay>(chief, d => d.Team())).Unheld.Select(u => (u.Row.Id, u.Why))];

    private Task<MyDay> Mine(StaffMember member) => oneStop.At<TodayDesk, MyDay>(member, d => d.Mine());

    private Task<MissingList> Missing(StaffMember member) => oneStop.At<TodayDesk, MissingList>(member, d => d.Missing());

    private async Task<string> Free(StaffMember? member = null) => string.Join(' ', (await Mine(member ?? mina)).Free.Select(s => $"{ServiceDay.SayTime(s.From)}-{ServiceDay.SayTime(s.Until)}"));
}
