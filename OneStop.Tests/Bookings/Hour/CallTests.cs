using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Consultations;
using OneStop.Domain.Due;
using OneStop.Domain.Staff;
using OneStop.Tests.Consultations;
using OneStop.Tests.House;

namespace OneStop.Tests.Bookings.Hour;

/// <summary>Calls to the client of a telephone booking at its time: tries, the talk, and the record of it.</summary>
public sealed class CallTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();
    private StaffMember member = null!;
    private Guid client;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        member = await oneStop.OnShift("sato");
        client = await oneStop.AClient(member);
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task Each_try_stands_in_the_row_of_the_booking_and_one_that_was_a_slip_does_not()
    {
        var booking = await oneStop.ACall(member, client, 10);
        oneStop.PassTo(10);
        await oneStop.Call(member, booking, CallOutcome.NoAnswer, " 呼び出し音10回 ");
        oneStop.PassTo(10.1);
        await oneStop.Call(member, booking, CallOutcome.Busy);
        var slip = await oneStop.Call(member, booking, CallOutcome.CallsBack);
        await oneStop.At<CallDesk>(member, d => d.TakeBack(slip.Id));

        Assert.Equal(2, (await Look(booking)).Calls);
        var tries = (await oneStop.SheetOf(member, booking)).Tries;
        Assert.Equal([(CallOutcome.Busy, ""), (CallOutcome.NoAnswer, "呼び出し音10回")], tries.Select(t => (t.Outcome, t.Note)));
        await oneStop.At<BookingDesk>(member, d => d.Close(booking, false)); // 無断, with the evidence that we called
        Assert.Equal((BookingState.Missed, 2), ((await Look(booking)).State, (await Look(booking)).Calls));
    }

    [Fact]
    public async Task A_slip_is_taken_back_within_an_hour_and_brought_back_and_later_the_try_is_evidence()
    {
        var booking = await oneStop.ACall(member, client, 10);
        oneStop.PassTo(10);
        var slip = await oneStop.Call(member, booking, CallOutcome.NoAnswer);
        oneStop.PassTo(11);
        Assert.True((await oneStop.SheetOf(member, booking)).Tries[0].MayBeTakenBack(oneStop.Clock.GetUtcNow()));
        await oneStop.At<CallDesk>(member, d => d.TakeBack(slip.Id));
        Assert.Equal(0, (await Look(booking)).Calls);
        await oneStop.At<CallDesk>(member, d => d.BringBack(slip.Id));
        Assert.Equal(1, (await Look(booking)).Calls);
        oneStop.PassTo(11.01);
        Assert.False((await oneStop.SheetOf(member, booking)).Tries[0].MayBeTakenBack(oneStop.Clock.GetUtcNow()));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<CallDesk>(member, d => d.TakeBack(slip.Id)));

        var talk = await oneStop.Call(member, booking, CallOutcome.Talked); // a talk that never was can be taken back as long as it runs
        oneStop.PassTo(13);
        await oneStop.At<CallDesk>(member, d => d.TakeBack(talk.Id));
        await oneStop.Call(member, booking, CallOutcome.Talked);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<CallDesk>(member, d => d.BringBack(talk.Id))); // another talk runs
    }

    [Fact]
    public async Task A_booking_takes_calls_from_an_hour_before_it_unless_it_was_cancelled()
    {
        var booking = await oneStop.ACall(member, client, 12);
        oneStop.PassTo(10.99);
        await Refuses(booking, "1時間前から");
        Assert.False((await Look(booking)).TakesCalls(oneStop.Clock.GetUtcNow()));
        oneStop.PassTo(11);
        Assert.True((await Look(booking)).TakesCalls(oneStop.Clock.GetUtcNow()));
        await oneStop.Call(member, booking, CallOutcome.NoAnswer);
        await oneStop.At<BookingDesk>(member, d => d.Cancel(booking, false, null, false));
        await Refuses(booking, "取消");
        await Refuses(await oneStop.ABooking(member, client, 14), "電話の予約"); // by video

        var evening = await oneStop.ACall(member, client, 20);
        oneStop.PassTo(29.99); // the night belongs to the day
        await oneStop.Call(member, evening, CallOutcome.NoAnswer);
        oneStop.PassTo(30);
        await Refuses(evening, "その日の終わりまで");
    }

    [Fact]
    public async Task Two_who_call_at_once_are_both_recorded_and_only_one_of_them_speaks()
    {
        var booking = await oneStop.ACall(member, client, 10);
        var colleague = await oneStop.OnShift("suzuki");
        oneStop.PassTo(10);
        await Task.WhenAll(oneStop.Call(member, booking, CallOutcome.NoAnswer), oneStop.Call(colleague, booking, CallOutcome.Busy));
        Assert.Equal(2, (await Look(booking)).Calls);

        var spoke = await Task.WhenAll(Speaks(member), Speaks(colleague));
        Assert.Single(spoke, s => s is null);
        Assert.Single(spoke, s => s?.Contains("ほかの人がもう話しています", StringComparison.Ordinal) == true);

        async Task<string?> Speaks(StaffMember who)
        {
            try
            {
                await oneStop.Call(who, booking, CallOutcome.Talked);
                return null;
            }
            catch (RuleException refused)
            {
                return refused.Message;
            }
        }
    }

    [Fact]
    public async Task A_press_that_was_sent_twice_records_one_try()
    {
        var booking = await oneStop.ACall(member, client, 10);
        oneStop.PassTo(10);
        var key = Guid.CreateVersion7(oneStop.Clock.GetUtcNow());
        var first = await oneStop.At<CallDesk, RecordedTry>(member, d => d.Record(booking, CallOutcome.NoAnswer, "", key));
        var again = await oneStop.At<CallDesk, RecordedTry>(member, d => d.Record(booking, CallOutcome.NoAnswer, "", key));
        Assert.Equal((first.Id, 1), (again.Id, (await Look(booking)).Calls));
    }

    [Fact]
    public async Task The_talk_makes_the_booking_held_and_its_times_stand_in_the_record()
    {
        var booking = await oneStop.ACall(member, client, 10);
        var colleague = await oneStop.OnShift("suzuki");
        oneStop.PassTo(10.05); // 10:03
        var talk = await oneStop.Call(colleague, booking, CallOutcome.Talked);
        Assert.Equal(talk.Id, (await oneStop.SheetOf(member, booking)).Running?.Id);
        Assert.Equal(BookingState.Confirmed, (await Look(booking)).State);
        oneStop.PassTo(10.75);
        Assert.True(await oneStop.At<CallDesk, bool>(colleague, d => d.End(talk.Id)));
        Assert.Equal(BookingState.Held, (await Look(booking)).State);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<CallDesk, bool>(colleague, d => d.End(talk.Id)));

        var wish = (await oneStop.At<ConsultationDesk, ConsultationStart?>(member, d => d.Begin(client, booking, null)))!.Wish;
        Assert.Equal(("10:03", "10:45", 42, ConsultationMethod.Phone, colleague.Id), (wish.From, wish.Until, wish.Minutes, wish.Method, wish.StaffId));

        await oneStop.At<CallDesk>(colleague, d => d.Resume(talk.Id, true)); // it was ended by a slip
        Assert.Equal((BookingState.Confirmed, talk.Id), ((await Look(booking)).State, (await oneStop.SheetOf(member, booking)).Running?.Id));
    }

    [Fact]
    public async Task A_talk_that_ends_before_the_booked_time_leaves_the_booking_as_it_is()
    {
        var booking = await oneStop.ACall(member, client, 10);
        oneStop.PassTo(9.5);
        var talk = await oneStop.Call(member, booking, CallOutcome.Talked);
        Assert.False(await oneStop.At<CallDesk, bool>(member, d => d.End(talk.Id)));
        Assert.Equal(BookingState.Confirmed, (await Look(booking)).State);
    }

    [Fact]
    public async Task A_talk_that_nobody_ends_is_due_after_an_hour_for_who_speaks()
    {
        var (booking, other) = (await oneStop.ACall(member, client, 10), await oneStop.OnShift("midori"));
        oneStop.PassTo(10);
        await oneStop.Call(member, booking, CallOutcome.Talked);
        oneStop.PassTo(10.99);
        Assert.Empty(await Due(member));
        oneStop.PassTo(11);
        var due = Assert.Single(await Due(member));
        Assert.Equal(("10月5日(月) 10:00から", $"/bookings/{booking}"), (due.Of, due.Link));
        Assert.Empty(await Due(other));
        await oneStop.At<CallDesk, bool>(other, d => d.End(due.Id));
        Assert.Empty(await Due(member));
    }

    [Fact]
    public async Task A_talk_that_was_broken_off_counts_without_its_pause()
    {
        var booking = await oneStop.ACall(member, client, 10);
        await Talk(10, 10.25);
        await Talk(10.5, 10.75);
        var wish = (await oneStop.At<ConsultationDesk, ConsultationStart?>(member, d => d.Begin(client, booking, null)))!.Wish;
        Assert.Equal(("10:00", "10:45", 30), (wish.From, wish.Until, wish.Minutes));

        async Task Talk(double from, double until)
        {
            oneStop.PassTo(from);
            var talk = await oneStop.Call(member, booking, CallOutcome.Talked);
            oneStop.PassTo(until);
            await oneStop.At<CallDesk, bool>(member, d => d.End(talk.Id));
        }
    }

    [Fact]
    public async Task A_call_at_the_end_of_the_day_stays_on_its_clock_and_ends_when_the_day_closes()
    {
        var booking = await oneStop.ACall(member, client, 24);
        oneStop.PassTo(24 + 50 / 60d);
        var talk = await oneStop.Call(member, booking, CallOutcome.Talked);
        var sheet = await oneStop.SheetOf(member, booking);
        var closes = ConsultationOffice.Today.At(TimeSpan.FromHours(25));
        Assert.Equal(closes, sheet.Closes);
        Assert.Equal(closes, CallWords.EndOf(sheet.Running!.At, sheet.Closes));
        Assert.Equal(closes.AddHours(-1), CallWords.EndOf(closes.AddHours(-2), sheet.Closes)); // an hour, as by day
        Assert.Equal(closes.AddHours(2), CallWords.EndOf(closes.AddHours(1), null)); // on a closed day
        oneStop.PassTo(25 + 5 / 60d);
        await oneStop.At<CallDesk, bool>(member, d => d.End(talk.Id));
        var wish = (await oneStop.At<ConsultationDesk, ConsultationStart?>(member, d => d.Begin(client, booking, null)))!.Wish;
        Assert.Equal((ConsultationOffice.Today.Date, "24:50", "25:05", 15), (wish.Day, wish.From, wish.Until, wish.Minutes));
    }

    [Fact]
    public async Task The_wishes_of_the_client_say_how_to_open_the_call_and_when_not_to()
    {
        var booking = await oneStop.ACall(member, client, 10);
        var sheet = await oneStop.SheetOf(member, booking);
        Assert.Equal("佐藤と申します。電話の人さんはいらっしゃいますか。", sheet.Wishes.Opening("佐藤 花子", sheet.CalledName));
        Assert.False(sheet.Wishes.MayLeaveVoicemail);

        var wishes = new ContactFacts { Introduction = CallIntroduction.OwnWords, OwnIntroduction = "友人の田中です", NoCall = [new("9:00", "11:00", [])] };
        await oneStop.At<FactDesk>(member, d => d.SaveContact(client, new(new(), wishes)));
        sheet = await oneStop.SheetOf(member, booking);
        Assert.Equal("友人の田中です。電話の人さんはいらっしゃいますか。", sheet.Wishes.Opening("佐藤 花子", sheet.CalledName));
        Assert.Equal("佐藤と申します。みどりさんはいらっしゃいますか。", new ContactFacts().Opening("佐藤 花子", "みどりさん"));
        Assert.Equal("市の相談窓口の佐藤と申します。ご本人さまでしょうか。",
            new ContactFacts { Introduction = CallIntroduction.CityDesk }.Opening("佐藤 花子", null));
        Assert.Equal(ConsultationOffice.Today.At(TimeSpan.FromHours(11)), sheet.NoCallEndAt(ConsultationOffice.Today.At(TimeSpan.FromHours(10))));
        await Assert.ThrowsAsync<ConflictException<ContactFacts>>(() =>
            oneStop.At<FactDesk>(member, d => d.SaveContact(client, new(new(), new() { MayLeaveVoicemail = true }))));
    }

    [Fact]
    public async Task A_note_is_not_written_over_that_of_a_colleague()
    {
        var booking = await oneStop.ACall(member, client, 10);
        oneStop.PassTo(10);
        var tried = await oneStop.Call(member, booking, CallOutcome.NoAnswer);
        await oneStop.At<CallDesk>(member, d => d.Remark(tried.Id, new(new(""), new("子どもの声がした"))));
        await Assert.ThrowsAsync<ConflictException<CallNote>>(() => oneStop.At<CallDesk>(member, d => d.Remark(tried.Id, new(new(""), new("留守")))));
        Assert.Equal("子どもの声がした", (await oneStop.SheetOf(member, booking)).Tries[0].Note);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.Call(member, booking, CallOutcome.NoAnswer, new('あ', CallTry.LongestNote + 1)));
    }

    [Fact]
    public async Task The_timeline_of_the_client_shows_the_tries_and_the_talk()
    {
        var booking = await oneStop.ACall(member, client, 10);
        oneStop.PassTo(10);
        await oneStop.Call(member, booking, CallOutcome.NoAnswer, "呼び出し音10回");
        oneStop.PassTo(10.25);
        var talk = await oneStop.Call(member, booking, CallOutcome.Talked);
        oneStop.PassTo(10.5);
        await oneStop.At<CallDesk, bool>(member, d => d.End(talk.Id));
        var slip = await oneStop.Call(member, booking, CallOutcome.Busy);
        await oneStop.At<CallDesk>(member, d => d.TakeBack(slip.Id));
        var rows = (await oneStop.At<TimelineDesk, TimelinePart?>(member, d => d.Read(client, new() { Kind = "call" })))!.Rows.Select(r => r.Entry).ToList();
        Assert.Equal([("電話: 話せた", null), ("電話: 出ない", "呼び出し音10回")], rows.Select(e => (e.Title, e.Text)));
        Assert.Equal(ConsultationOffice.Today.At(TimeSpan.FromHours(10.5)), rows[0].Until);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_talk_that_runs_ends_with_its_booking(bool isMoved)
    {
        var booking = await oneStop.ACall(member, client, 10);
        oneStop.PassTo(9.5);
        await oneStop.Call(member, booking, CallOutcome.Talked);
        if (isMoved)
            await oneStop.At<BookingDesk, EnteredBooking>(member, d => d.Move(booking,
                new(BookingKind.Consultation, ContactMethod.Phone, ConsultationOffice.Today.At(TimeSpan.FromHours(15)), member.Id, false, false)));
        else
            await oneStop.At<BookingDesk>(member, d => d.Cancel(booking, false, null, false));
        Assert.Null((await oneStop.SheetOf(member, booking)).Running);
        oneStop.PassTo(12);
        Assert.Empty(await Due(member));
    }

    [Fact]
    public async Task A_talk_that_was_brought_back_after_the_booking_was_cancelled_can_be_ended()
    {
        var booking = await oneStop.ACall(member, client, 10);
        oneStop.PassTo(9.5);
        var talk = await oneStop.Call(member, booking, CallOutcome.Talked);
        await oneStop.At<CallDesk>(member, d => d.TakeBack(talk.Id));
        await oneStop.At<BookingDesk>(member, d => d.Cancel(booking, false, null, false));
        await oneStop.At<CallDesk>(member, d => d.BringBack(talk.Id));
        Assert.True((await Look(booking)).IsOnThePhone); // by which its page shows the sheet
        await oneStop.At<CallDesk, bool>(member, d => d.End(talk.Id));
        Assert.True(await Look(booking) is { IsOnThePhone: false, State: BookingState.Cancelled });
    }

    [Fact]
    public async Task Who_answered_before_the_booking_was_moved_is_still_read()
    {
        var booking = await oneStop.ACall(member, client, 10);
        oneStop.PassTo(9.5);
        await oneStop.Call(member, booking, CallOutcome.SomebodyElse, "男性の声");
        foreach (var hour in (double[])[15, 17])
            booking = (await oneStop.At<BookingDesk, EnteredBooking>(member, d => d.Move(booking,
                new(BookingKind.Consultation, ContactMethod.Phone, ConsultationOffice.Today.At(TimeSpan.FromHours(hour)), member.Id, false, false)))).Id;
        var sheet = await oneStop.SheetOf(member, booking);
        Assert.Equal(("男性の声", true), (Assert.Single(sheet.Earlier).Note, sheet.WasSomebodyElse));
        Assert.Empty(sheet.Tries);
    }

    [Fact]
    public async Task Who_was_to_call_back_is_due_until_they_were_reached_or_the_booking_is_closed()
    {
        var booking = await oneStop.ACall(member, client, 10);
        oneStop.PassTo(10);
        await oneStop.Call(member, booking, CallOutcome.CallsBack);
        Assert.Equal(("折り返しがなければ、かけ直す", member.Id, $"/bookings/{booking}"),
            Assert.Single(await Due(member, "CallbacksDue")) is var due ? (due.What, due.StaffId!.Value, due.Link) : default);
        Assert.Empty(await Due(await oneStop.OnShift("suzuki"), "CallbacksDue"));
        oneStop.PassTo(10.1);
        var busy = await oneStop.Call(member, booking, CallOutcome.Busy); // called again
        Assert.Empty(await Due(member, "CallbacksDue"));
        await oneStop.At<CallDesk>(member, d => d.TakeBack(busy.Id));
        Assert.Single(await Due(member, "CallbacksDue"));
        await oneStop.At<BookingDesk>(member, d => d.Close(booking, false));
        Assert.Empty(await Due(member, "CallbacksDue"));
    }

    private async Task<BookingRow> Look(Guid booking) => (await oneStop.At<BookingDesk, BookingRow?>(member, d => d.Look(booking)))!;

    private async Task Refuses(Guid booking, string because)
    {
        var refused = await Assert.ThrowsAsync<RuleException>(() => oneStop.Call(member, booking, CallOutcome.NoAnswer));
        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<DueItem>> Due(StaffMember whose, string of = nameof(CallsDue)) => oneStop.WithDb(whose, (services, db) =>
        services.GetServices<IDueSource>().Single(s => s.GetType().Name == of)
            .Read(db, new(null, whose.Id, DateTimeOffset.MaxValue, oneStop.Clock.GetUtcNow(), 10)));
}
