using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Channels;
using OneStop.Domain.Clients;
using OneStop.Domain.Hours;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Bookings;

/// <summary>Acts of staff on bookings: entering, moving, cancelling, recording the outcome, each with its undo.</summary>
public sealed class BookingDeskTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static readonly ServiceDay Wednesday = new(new(2026, 10, 7));

    private static BookingPlan At(double hour, Guid? with = null, bool beyond = false, bool tells = false, int day = 0) =>
        new(BookingKind.Consultation, ContactMethod.Phone, Wednesday.AddDays(day).At(TimeSpan.FromHours(hour)), with, beyond, tells, Reason: beyond ? "本人の希望" : "");

    [Fact]
    public async Task A_cancelling_is_undone_while_the_time_is_free()
    {
        var (member, client) = await Office("undoer");
        var id = await Book(member, client, At(10, member.Id));
        await oneStop.At<BookingDesk>(member, desk => desk.Cancel(id, false, CancelReason.Work, false));
        await oneStop.At<BookingDesk>(member, desk => desk.Restore(id, false, false));
        var row = await Look(member, id);
        Assert.Equal((BookingState.Confirmed, null), (row.State, row.Reason));
        Assert.DoesNotContain(await FreeFor(member, 0), t => t == TimeSpan.FromHours(10)); // the time is taken again

        await oneStop.At<BookingDesk>(member, desk => desk.Cancel(id, false, null, false));
        await Book(member, client, At(10.25, member.Id));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<BookingDesk>(member, desk => desk.Restore(id, false, false)));
        Assert.Equal(BookingState.Cancelled, (await Look(member, id)).State);
    }

    [Theory]
    [InlineData("2026-10-07", "2026-10-08")]
    [InlineData("2026-09-01", "2026-10-05")] // past days have no free time
    [InlineData("2026-12-28", "2027-01-04")] // closed at the year's end
    public async Task The_next_free_day_is_the_first_on_which_somebody_is_free(string after, string found)
    {
        var (member, _) = await Office("seeker");
        Assert.Equal(DateOnly.Parse(found, null),
            await oneStop.At<BookingDesk, DateOnly?>(member,
                desk => desk.NextFreeDay(BookingKind.Consultation, ContactMethod.Phone, DateOnly.Parse(after, null))));
    }

    [Fact]
    public async Task A_move_is_undone_and_the_first_time_stands_again()
    {
        var (member, client) = await Office("mover");
        var id = await Book(member, client, At(10, member.Id));
        var moved = await oneStop.At<BookingDesk, Guid>(member, async desk => (await desk.Move(id, At(10.5, member.Id))).Id); // overlaps its own old time
        var old = await Look(member, id);
        Assert.Equal((BookingState.Cancelled, At(10.5).Start, 1), (old.State, old.MovedTo, (await Look(member, moved)).Moves));
        await oneStop.At<BookingDesk>(member, desk => desk.MoveBack(moved, false, false));
        Assert.Equal((BookingState.Confirmed, BookingState.Cancelled), ((await Look(member, id)).State, (await Look(member, moved)).State));
        Assert.Null((await Look(member, id)).MovedTo);
        var shown = await Bookings(oneStop, member, Wednesday.Date);
        Assert.DoesNotContain(shown, r => r.Id == moved); // as if it had never existed
        Assert.Equal(1, await oneStop.Read(db => db.Bookings.Where(b => b.ClientId == client).Evident(db).CountAsync()));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<BookingDesk>(member, desk => desk.MoveBack(id, false, false))); // not moved from another
    }

    [Fact]
    public async Task A_booking_that_was_entered_by_a_slip_never_was()
    {
        await using var own = new TestOneStop();
        await own.InitializeAsync();
        var friend = await own.Booked("10月7日(水)", "10:00");
        var member = await own.OnShift("slipping");
        var theirs = (await own.BookingsOf(friend))[0];
        await Assert.ThrowsAsync<RuleException>(() => own.At<BookingDesk>(member, desk => desk.TakeBack(theirs.Id, true))); // the client booked it
        var slip = await own.At<BookingDesk, EnteredBooking>(member, desk => desk.Book(theirs.ClientId, At(14, member.Id, tells: true), false));
        await own.At<BookingDesk>(member, desk => desk.TakeBack(slip.Id, slip.IsTold));
        await own.Hears(friend, "お約束を取り消しました");
        Assert.Equal([theirs.Id], await own.Read(db => db.Bookings.Evident(db).Select(b => b.Id).ToListAsync()));
        Assert.DoesNotContain(await Bookings(own, member, Wednesday.Date), r => r.Id == slip.Id);

        var kept = await own.At<BookingDesk, EnteredBooking>(member, desk => desk.Book(theirs.ClientId, At(14, member.Id), false)); // the time is free again
        own.Clock.Advance(TimeSpan.FromMinutes(61));
        await Assert.ThrowsAsync<RuleException>(() => own.At<BookingDesk>(member, desk => desk.TakeBack(kept.Id, false)));
    }

    [Fact]
    public async Task A_slip_at_the_hour_of_the_talk_can_be_undone()
    {
        await using var own = new TestOneStop();
        await own.InitializeAsync();
        var member = await own.OnShift("slipper");
        var id = await own.At<BookingDesk, Guid>(member, async desk => (await desk.Book(await own.AClient(member), At(10, member.Id), false)).Id);
        own.Clock.Advance(At(10.1).Start - own.Clock.GetUtcNow());
        await own.At<BookingDesk>(member, desk => desk.Cancel(id, false, null, false));
        await own.At<BookingDesk>(member, desk => desk.Restore(id, false, false));
        await own.At<BookingDesk>(member, desk => desk.Cancel(id, false, null, false));
        own.Clock.Advance(TimeSpan.FromMinutes(61));
        await Assert.ThrowsAsync<RuleException>(() => own.At<BookingDesk>(member, desk => desk.Restore(id, false, false)));
    }

    [Fact]
    public async Task A_client_has_one_talk_at_a_time_unless_it_is_meant()
    {
        var (member, client) = await Office("doubler");
        var other = await oneStop.OnShift("doubler-2");
        await Book(member, client, At(20, member.Id));
        Assert.Contains("同じ時間に就業相談", (await Assert.ThrowsAsync<RuleException>(() => Book(member, client, At(20.5, other.Id)))).Message,
            StringComparison.Ordinal);
        await Book(member, client, At(20.5, other.Id, beyond: true));
    }

    [Fact]
    public async Task Whether_the_client_must_be_left_alone_now_is_asked_before_they_are_told()
    {
        var (member, _) = await Office("careful");
        var talk = await oneStop.ConversationOf(await oneStop.AFriend());
        Assert.Null(await oneStop.At<BookingDesk, DateTimeOffset?>(member, desk => desk.LeftAloneUntil(talk)));
        await oneStop.At<Domain.Conversations.CardDesk>(member,
            desk => desk.KeepAway(talk, new(Domain.Conversations.NoContactWish.None, new(new(0, 0), new(23, 30)))));
        Assert.Equal(TestOneStop.Japan("2026-10-05T23:30"), await oneStop.At<BookingDesk, DateTimeOffset?>(member, desk => desk.LeftAloneUntil(talk)));
    }

    [Fact]
    public async Task A_confirmation_is_undone_and_it_waits_for_the_clients_word_again()
    {
        var (member, client) = await Office("confirmer");
        var id = await oneStop.At<BookingDesk, Guid>(member, async desk => (await desk.Book(client, At(18, member.Id), isProposal: true)).Id);
        await oneStop.At<BookingDesk>(member, desk => desk.Confirm(id));
        await oneStop.At<BookingDesk>(member, desk => desk.Unconfirm(id));
        Assert.Equal((BookingState.Tentative, null), (await Look(member, id)) is var row ? (row.State, row.HeldUntil) : default);
        await oneStop.At<BookingDesk>(member, desk => desk.Cancel(id, false, null, false));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<BookingDesk>(member, desk => desk.Unconfirm(id)));
    }

    [Fact]
    public async Task The_list_says_which_bookings_lie_outside_the_hours_or_their_persons_shift()
    {
        await using var own = new TestOneStop();
        await own.InitializeAsync();
        var (counselor, manager) = (await own.OnShift("early", times: "6:00-12:00"), await own.AMember("hours", Duty.Manager));
        var client = await own.AClient(counselor);
        foreach (var hour in (double[])[9, 11.5, 14]) // the second ends after the shift, the third begins after it
            await own.At<BookingDesk, Guid>(counselor, async desk => (await desk.Book(client, At(hour, counselor.Id, beyond: hour > 10), false)).Id);
        Assert.Equal([Outside.Nothing, Outside.Shift, Outside.Shift], await Seen());
        await own.At<HoursDesk>(manager, desk => desk.Close(new(Wednesday.Date, Wednesday.Date, ContactMethod.Phone, "回線の工事")));
        Assert.Equal([Outside.Hours, Outside.Hours, Outside.Hours], await Seen());
        own.Clock.Advance(TimeSpan.FromDays(2.5)); // the past needs no decision
        Assert.Equal(Outside.Nothing, (await Seen())[0]);

        async Task<List<Outside>> Seen() => [.. (await Bookings(own, counselor, Wednesday.Date)).Select(r => r.Outside)];
    }

    [Fact]
    public async Task A_second_booking_at_the_same_time_is_entered_only_on_purpose()
    {
        var (member, client) = await Office("squeezer");
        await Book(member, client, At(14, member.Id));
        await Assert.ThrowsAsync<RuleException>(() => Book(member, client, At(14.25, member.Id)));
        await Assert.ThrowsAsync<RuleException>(() => Book(member, client, At(14.25, beyond: true))); // without a member
        await Book(member, client, At(14.25, member.Id, beyond: true));
        await Assert.ThrowsAsync<RuleException>(() => Book(member, client, At(14.5, member.Id, beyond: true))); // two are there already
        await Assert.ThrowsAsync<RuleException>(() => Book(member, client, At(24.5, member.Id, beyond: true))); // would end at 25:30
    }

    [Fact]
    public async Task The_day_holds_its_hour_after_midnight_and_words_find_bookings_of_other_days()
    {
        var (member, client) = await Office("searcher", "もみじの人");
        var late = await Book(member, client, At(24, member.Id));
        var rows = await Bookings(oneStop, member, Wednesday.Date);
        Assert.Equal("24:00〜25:00", Assert.Single(rows, r => r.Id == late).Times);
        Assert.DoesNotContain(await Bookings(oneStop, member, new(2026, 10, 8)), r => r.Id == late);

        var number = Client.NumberOf(rows.Single(r => r.Id == late).ClientNumber);
        foreach (var words in (string[])["もみじ", "ﾓﾐｼﾞ", number, number.ToLowerInvariant()])
            Assert.Contains(await Bookings(oneStop, member, null, words), r => r.Id == late);
        Assert.Empty(await Bookings(oneStop, member, null, "いない人"));
        Assert.True(await oneStop.Read(db => db.AuditEntries.AnyAsync(e => e.Act == AuditAct.Searched && e.Subject == nameof(Booking))));
    }

    [Fact]
    public async Task A_telephone_number_is_shown_only_when_asked_for_and_that_is_written_down()
    {
        var (member, client) = await Office("caller");
        var row = await Look(member, await Book(member, client, At(10, member.Id, day: 2)));
        Assert.Equal("0000", row.PhoneEnd);
        Assert.Equal(0, await Looks(client));
        Assert.Equal("0920000000", await oneStop.At<ClientDesk, string?>(member, desk => desk.PhoneOf(client)));
        Assert.Equal("0920000000", await oneStop.At<ClientDesk, string?>(member, desk => desk.PhoneOf(client)));
        Assert.Equal(1, await Looks(client)); // once per sitting
    }

    [Fact]
    public async Task A_number_is_entered_and_corrected_and_what_it_was_comes_back()
    {
        var (member, client) = await Office("corrector");
        var before = await Keep("03（1234）5678");
        Assert.Equal(("0920000000", "5678"), (before, await End()));
        Assert.Contains("10けたか11けた", (await Assert.ThrowsAsync<RuleException>(() => Keep("1234"))).Message, StringComparison.Ordinal);
        Assert.Equal("0312345678", await Keep(before!));
        // somebody else has changed it
        Assert.Equal("0000", (await Assert.ThrowsAsync<ConflictException<string>>(() =>
            oneStop.At<ClientDesk>(member, desk => desk.CallAt(client, "092-000-0001", "5678")))).Theirs);
        await Keep("");
        Assert.Equal((null, null), (await End(), await oneStop.At<ClientDesk, string?>(member, desk => desk.PhoneOf(client))));

        async Task<string?> Keep(string phone)
        {
            var seen = await End();
            return (await oneStop.At<ClientDesk, PhoneChange>(member, desk => desk.CallAt(client, phone, seen))).Before;
        }
        async Task<string?> End() => (await oneStop.At<ClientDesk, ClientRow?>(member, desk => desk.Open(client)))!.PhoneEnd;
    }

    [Fact]
    public async Task What_ends_with_a_consent_is_known_before_its_withdrawal_is_written_down_and_by_whom_afterwards()
    {
        var (member, client) = await Office("withdrawer");
        var id = await Book(member, client, At(13, member.Id, day: 3));
        var resting = await oneStop.At<ClientDesk, RestingOnConsent>(member, desk => desk.RestingOn(client));
        Assert.Equal([At(13, day: 3).Start], resting.Bookings.Select(s => s.Start));
        await oneStop.At<ClientDesk>(member, desk => desk.Withdraw(client));
        Assert.Equal((BookingState.Cancelled, member.Id),
            await oneStop.Read(db => db.Bookings.Where(b => b.Id == id).Select(b => ValueTuple.Create(b.State, b.EndedBy!.Value)).SingleAsync()));
        var consent = (await oneStop.Read(db => db.Consents.Where(c => c.ClientId == client).Select(c => c.Id).SingleAsync())).ToString();
        Assert.True(await oneStop.Read(db =>
            db.AuditEntries.AnyAsync(e => e.Subject == nameof(Consent) && e.SubjectId == consent && e.Act == AuditAct.Changed && e.ActorId == member.Id)));
        var row = (await oneStop.At<ClientDesk, ClientRow?>(member, desk => desk.Open(client)))!;
        Assert.Equal((null, false), (row.ConsentAt, row.HasAgreed));
        Assert.Empty((await oneStop.At<ClientDesk, RestingOnConsent>(member, desk => desk.RestingOn(client))).Bookings);
    }

    [Fact]
    public async Task Who_loses_a_time_each_time_they_read_again_is_told_kindly()
    {
        await using var own = new TestOneStop();
        await own.InitializeAsync();
        var member = await own.OnShift("loser");
        var client = await own.AClient(member);
        var other = await own.At<BookingDesk, EnteredBooking>(member, desk => desk.Book(client, At(10), false));
        await own.Read(db =>
        {
            db.Add(new BookingCell(member.Id, BookingCell.IndexOf(At(14).Start), 0, other.Id)); // unseen by lists, as while another saves
            return db.SaveChangesAsync();
        });
        var told = await Assert.ThrowsAsync<RuleException>(() => own.At<BookingDesk>(member, desk => desk.Book(client, At(14), false)));
        Assert.Contains("たったいまほかの予約が入りました", told.Message, StringComparison.Ordinal);
        await own.At<BookingDesk>(member, desk => desk.Book(client, At(16), false));
    }

    [Fact]
    public async Task Nothing_is_noted_before_the_time_has_come()
    {
        var (member, client) = await Office("early");
        var id = await Book(member, client, At(10, member.Id));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<BookingDesk>(member, desk => desk.Close(id, false)));
    }

    [Fact]
    public async Task Without_consent_nothing_is_booked()
    {
        var (member, _) = await Office("asker");
        var client = await oneStop.At<ClientDesk, Guid>(member, desk => desk.Register(null, "同意前", null));
        await Assert.ThrowsAsync<RuleException>(() => Book(member, client, At(16)));
        await oneStop.At<ClientDesk>(member, desk => desk.Agree(client));
        await Book(member, client, At(16));
        await oneStop.At<ClientDesk>(member, desk => desk.Withdraw(client));
        await Assert.ThrowsAsync<RuleException>(() => Book(member, client, At(18)));
    }

    [Fact]
    public async Task The_card_is_looked_at_before_it_goes_out_and_nothing_is_kept()
    {
        var (member, _) = await Office("previewer");
        var card = await oneStop.At<BookingDesk, CardContent>(member, desk => desk.Preview(At(24), true, null));
        Assert.Equal(("お知らせがあります", "日時のご提案"), (card.Notice, card.Title));
        Assert.Contains("24:00〜25:00", card.Text, StringComparison.Ordinal);
        Assert.False(await oneStop.Read(db => db.Bookings.AnyAsync(b => b.EnteredBy == member.Id)));
    }

    [Fact]
    public async Task Who_has_blocked_the_account_is_not_told_and_nobody_is_made_to_believe_it()
    {
        await using var own = new TestOneStop();
        await own.InitializeAsync();
        var friend = await own.Booked("10月7日(水)", "10:00");
        var member = await own.OnShift("teller");
        var id = (await own.BookingsOf(friend))[0].Id;
        var moved = await own.At<BookingDesk, EnteredBooking>(member, desk => desk.Move(id, At(14, tells: true)));
        Assert.True(moved.IsTold);
        await own.Hears(friend, "日時が変わりました");

        own.Line.Block(friend.UserId);
        await TestOneStop.Until(() => own.Read(db => db.Friends.AnyAsync(f => f.BlockedAt != null)), "the block");
        var row = (await own.At<BookingDesk, BookingRow?>(member, desk => desk.Look(moved.Id)))!;
        var client = (await own.At<ClientDesk, ClientRow?>(member, desk => desk.Open(row.ClientId)))!;
        Assert.Equal((true, false, false), (row.ConversationId is not null, row.CanBeTold, client.CanBeTold));
        var sendings = await own.Read(db => db.OutgoingMessages.CountAsync());
        var again = await own.At<BookingDesk, EnteredBooking>(member, desk => desk.Move(moved.Id, At(16, tells: true)));
        var next = await own.At<BookingDesk, EnteredBooking>(member, desk => desk.Book(row.ClientId, At(16, tells: true, day: 1), false));
        Assert.Equal((false, false, false),
            (again.IsTold, next.IsTold, await own.At<BookingDesk, bool>(member, desk => desk.Cancel(again.Id, true, null, tells: true))));
        Assert.Equal(sendings, await own.Read(db => db.OutgoingMessages.CountAsync()));

        own.Clock.Advance(TimeSpan.FromMinutes(1));
        own.Line.Follow(friend.UserId);
        await TestOneStop.Until(() => own.Read(db => db.Friends.AllAsync(f => f.BlockedAt == null)), "the return");
        Assert.True(await own.At<BookingDesk, bool>(member, desk => desk.Cancel(next.Id, true, null, tells: true)));
    }

    private Task<int> Looks(Guid client)
    {
        var id = client.ToString();
        return oneStop.Read(db => db.AuditEntries.CountAsync(e => e.Act == AuditAct.Looked && e.Subject == nameof(PhoneNumber) && e.SubjectId == id));
    }

    private async Task<(StaffMember Member, Guid Client)> Office(string name, string called = "電話の人")
    {
        var member = await oneStop.OnShift(name);
        return (member, await oneStop.AClient(member, called));
    }

    private Task<Guid> Book(StaffMember member, Guid client, BookingPlan plan) =>
        oneStop.At<BookingDesk, Guid>(member, async desk => (await desk.Book(client, plan, false)).Id);

    private async Task<BookingRow> Look(StaffMember member, Guid id) => (await oneStop.At<BookingDesk, BookingRow?>(member, desk => desk.Look(id)))!;

    private async Task<IReadOnlyList<TimeSpan>> FreeFor(StaffMember member, int day) =>
        [.. (await oneStop.At<BookingDesk, IReadOnlyList<FreeTime>>(member,
            desk => desk.FreeTimes(BookingKind.Consultation, ContactMethod.Phone, Wednesday.AddDays(day).Date))).Where(t =>
            t.People.Any(p => p.Id == member.Id)).Select(t => t.Time)];

    private static async Task<IReadOnlyList<BookingRow>> Bookings(TestOneStop at, StaffMember member, DateOnly? day, string words = "") =>
        (await at.At<BookingDesk, BookingList>(member, desk => desk.List(new(new() { Day = day }, Words: words)))).Part.Rows;
}
