using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Evidence;
using OneStop.Domain.Hours;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.Hours;

/// <summary>実施時間と予約の種別: who may change them, from which date, and on which evidence (仕様書 7(2)①(エ)).</summary>
public sealed class HoursTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static readonly DateOnly Tomorrow = new(2026, 10, 6);

    [Theory]
    [InlineData(ContactMethod.Chat, 1, 9, 21, "協議した", null)]
    [InlineData(ContactMethod.Chat, 0, 9, 21, "協議した", "あすからの日付を選んでください。")]
    [InlineData(ContactMethod.Chat, 2, 5, 21, "協議した", "実施時間は、6:00から25:00までの間で、1時間以上にしてください。")]
    [InlineData(ContactMethod.Chat, 2, 9, 26, "協議した", "実施時間は、6:00から25:00までの間で、1時間以上にしてください。")]
    [InlineData(ContactMethod.Video, 2, 9, 9.5, "協議した", "実施時間は、6:00から25:00までの間で、1時間以上にしてください。")]
    [InlineData(ContactMethod.Video, 2, 9.1, 21, "協議した", "時刻は15分きざみにしてください。")]
    [InlineData(ContactMethod.Video, 2, 9, 21, " ", "変更の理由を400文字までで書いてください。")]
    [InlineData(ContactMethod.Phone, 2, 9, 21, "協議した", "電話の時間を短くするには、それが有効だと示す根拠を20文字以上で書いてください（仕様書 7(2)①(エ)）。")]
    [InlineData(ContactMethod.Phone, 3, 9, 21, "六月から九月の電話予約は朝九時より前に一件もなかった", null)]
    [InlineData(ContactMethod.Phone, 4, 6, 25, "元に戻す", null)] // the hours of the specification need no evidence
    public async Task Hours_are_changed_from_tomorrow_on_and_the_telephones_only_on_evidence(ContactMethod method, int days, double opens,
        double closes, string reason, string? refusal)
    {
        var manager = await Manager();
        var set = () => oneStop.At<HoursDesk, HoursChange>(manager,
            desk => desk.Set(new(method, Tomorrow.AddDays(days - 1), TimeSpan.FromHours(opens), TimeSpan.FromHours(closes), reason)));
        if (refusal is not null)
        {
            Assert.Equal(refusal, (await Assert.ThrowsAsync<RuleException>(set)).Message);
            return;
        }
        var change = await set();
        Assert.Contains("すでに決めてあります", (await Assert.ThrowsAsync<RuleException>(set)).Message, StringComparison.Ordinal); // one change per day
        await oneStop.At<HoursDesk, HoursChange>(manager, desk => desk.TakeBack(change.Id));
        Assert.DoesNotContain((await View()).Settings, s => s.Id == change.Id);
    }

    [Fact]
    public async Task Hours_that_have_begun_are_not_taken_back()
    {
        await using var other = new TestOneStop();
        await other.InitializeAsync();
        var manager = await other.AMember("manager", Duty.Manager);
        var change = await other.At<HoursDesk, HoursChange>(manager,
            desk => desk.Set(new(ContactMethod.Chat, Tomorrow, TimeSpan.FromHours(9), TimeSpan.FromHours(21), "協議した")));
        Assert.Equal(ServiceHours.Standard, (await other.At<HoursDesk, HoursView>(manager, desk => desk.View())).InForce[ContactMethod.Chat]);
        other.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(TimeSpan.FromHours(21), (await other.At<HoursDesk, HoursView>(manager, desk => desk.View())).InForce[ContactMethod.Chat].Closes);
        await Assert.ThrowsAsync<RuleException>(() => other.At<HoursDesk, HoursChange>(manager, desk => desk.TakeBack(change.Id)));
    }

    [Fact]
    public async Task A_closure_is_lifted_and_put_back()
    {
        await using var other = new TestOneStop();
        await other.InitializeAsync();
        var manager = await other.AMember("manager", Duty.Manager);
        await other.At<HoursDesk>(manager, async desk =>
        {
            await Assert.ThrowsAsync<RuleException>(() => desk.Close(new(Tomorrow.AddDays(-2), Tomorrow, null, "過ぎた日")));
            await Assert.ThrowsAsync<RuleException>(() => desk.Close(new(Tomorrow.AddDays(1), Tomorrow, null, "逆さま")));
            await desk.Close(new(Tomorrow, Tomorrow.AddDays(4), null, "改修"));
            var toCome = Assert.Single((await desk.View()).Closures);
            var lifted = await desk.Lift(toCome.Id);
            Assert.True(lifted.WasRemoved);
            Assert.Empty((await desk.View()).Closures);
            await desk.CloseAgain(lifted);

            other.Clock.Advance(TimeSpan.FromDays(3));
            var running = Assert.Single((await desk.View()).Closures);
            lifted = await desk.Lift(running.Id);
            Assert.Empty((await desk.View()).Closures);
            Assert.Equal(Tomorrow.AddDays(1), await other.Read(db => db.Closures.Select(c => c.Until).SingleAsync())); // past closed days stay on record
            await desk.CloseAgain(lifted);
            Assert.Equal(Tomorrow.AddDays(4), Assert.Single((await desk.View()).Closures).Until);
        });
    }

    [Fact]
    public async Task Today_goes_by_the_hours_and_closures_in_force()
    {
        await using var other = new TestOneStop(); // at 9:00
        await other.InitializeAsync();
        var (manager, city) = (await other.AMember("chief", Duty.Manager), await other.AMember("onlooker", Duty.City));
        Task<HoursNow> Now() => other.At<HoursDesk, HoursNow>(city, desk => desk.Now());
        var today = ServiceDay.Of(other.Clock.GetUtcNow());
        Assert.Equal(new HoursNow(ServiceHours.Standard, today.At(TimeSpan.FromHours(25))), await Now());
        await other.At<HoursDesk>(manager, desk => desk.Close(new(today.Date, today.Date, null, "停電の工事")));
        Assert.Equal(new HoursNow(null, today.AddDays(1).At(TimeSpan.FromHours(6))), await Now());
        foreach (var method in Enum.GetValues<ContactMethod>())
            await other.At<HoursDesk>(manager,
                desk => desk.Set(new(method, today.Date.AddDays(1), TimeSpan.FromHours(method == ContactMethod.Chat ? 8 : 10), TimeSpan.FromHours(22),
                    "利用の多い時間に合わせます。深夜の利用がありません。")));
        Assert.Equal(new HoursNow(null, today.AddDays(1).At(TimeSpan.FromHours(8))), await Now());
        other.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(new HoursNow(new(TimeSpan.FromHours(8), TimeSpan.FromHours(22)), today.AddDays(1).At(TimeSpan.FromHours(22))), await Now());
    }

    [Fact]
    public async Task The_evidence_counts_each_booking_once_in_its_hour()
    {
        await using var other = new TestOneStop();
        await other.InitializeAsync();
        await other.AMember("worker", Duty.Counselor);
        var counselor = await other.OnShift("worker");
        var day = new ServiceDay(Tomorrow);
        var client = await other.AClient(counselor);
        Task<Guid> Book(double hour, ContactMethod method) =>
            other.At<BookingDesk, Guid>(counselor,
                async desk => (await desk.Book(client,
                    new(BookingKind.Consultation, method, day.At(TimeSpan.FromHours(hour)), counselor.Id, false, false), false)).Id);
        await Book(24, ContactMethod.Chat); // counted as 24 and not as 0
        var (held, missed, cancelled, moved) = (await Book(6, ContactMethod.Phone), await Book(8, ContactMethod.Phone),
            await Book(10, ContactMethod.Video), await Book(12, ContactMethod.Chat));
        await other.At<BookingDesk, Guid>(counselor,
            async desk => (await desk.Move(moved,
                new(BookingKind.Consultation, ContactMethod.Chat, day.At(TimeSpan.FromHours(14)), counselor.Id, false, false))).Id);
        await other.At<BookingDesk>(counselor, desk => desk.Cancel(cancelled, false, null, false));
        other.Clock.Advance(TimeSpan.FromHours(24));
        await other.At<BookingDesk>(counselor, desk => desk.Close(held, true));
        await other.At<BookingDesk>(counselor, desk => desk.Close(missed, false));

        var evidence = await other.At<EvidenceDesk, HoursEvidence>(counselor, desk => desk.Evidence(Tomorrow, Tomorrow));
        Assert.Equal(19, evidence.Bands.Count);
        Assert.Equal([6, 8, 10, 14, 24], evidence.Bands.Where(b => b.Figures.Booked > 0).Select(b => b.Band));
        Assert.Equal(new BookingFigures(5, 1, 1, 1, 0), evidence.All);
        Assert.Equal(new BookingFigures(2, 1, 1, 0, 0), evidence.Methods.Single(m => m.Method == ContactMethod.Phone).Figures);
        foreach (var (number, count) in (IEnumerable<(EvidenceNumber, int)>)[(new(null, null, null), 5), (new(null, ContactMethod.Phone, null), 2),
            (new(24, null, null), 1), (new(6, null, BookingState.Held), 1), (new(6, null, BookingState.Missed), 0), (new(12, null, null), 0)])
            // a number opens exactly the bookings that it counts
            Assert.Equal(count, (await other.At<EvidenceDesk, IReadOnlyList<BookingRow>>(counselor, desk => desk.Behind(Tomorrow, Tomorrow, number))).Count);
        // 24:00 belongs to the evening before
        Assert.Equal(0, (await other.At<EvidenceDesk, HoursEvidence>(counselor, desk => desk.Evidence(Tomorrow.AddDays(1), Tomorrow.AddDays(1)))).All.Booked);
        await Assert.ThrowsAsync<RuleException>(() => other.At<EvidenceDesk, HoursEvidence>(counselor, desk => desk.Evidence(Tomorrow, Tomorrow.AddDays(-1))));
    }

    [Fact]
    public async Task Terms_are_the_standard_until_they_are_set_and_setting_can_be_undone()
    {
        await oneStop.At<TermsDesk>(await Manager(), async desk =>
        {
            async Task<TermsRow> Now() => (await desk.List()).Single(r => r.Kind == BookingKind.ProgramMeeting);
            var standard = (await Now()).Terms;
            var wish = standard with { Minutes = 45, Methods = [ContactMethod.Video], LeadMinutes = 1440 };
            var edit = new Edit<TermsWish>(standard, wish);
            await desk.Set(BookingKind.ProgramMeeting, edit);
            Assert.Equal(wish, (await Now()).Terms);
            await desk.Set(BookingKind.ProgramMeeting, edit.Reversed);
            Assert.Equal(standard, (await Now()).Terms);
            foreach (var broken in (TermsWish[])[wish with { Minutes = 50 }, wish with { BufferAfter = 10 }, wish with { LeadMinutes = -1 },
                wish with { HorizonDays = 0 }, wish with { ChangeUntilMinutes = 99999 }, wish with { Methods = [] }])
                await Assert.ThrowsAsync<RuleException>(() => desk.Set(BookingKind.ProgramMeeting, new(standard, broken)));
            await Assert.ThrowsAsync<RuleException>(() => desk.OfferNow(BookingKind.ProgramMeeting, true)); // only for consultations
            Assert.All(await desk.List(), r => Assert.False(r.OffersNow)); // off until the City agrees
            await desk.OfferNow(BookingKind.Consultation, true);
            Assert.True((await desk.List()).Single(r => r.Kind == BookingKind.Consultation).OffersNow);
            Assert.Equal(5, (await desk.List()).Count);
        });
    }

    [Fact]
    public async Task Who_sets_terms_that_another_set_meanwhile_is_told_and_sets_nothing()
    {
        await oneStop.At<TermsDesk>(await Manager(), async desk =>
        {
            async Task<TermsWish> Now() => (await desk.List()).Single(r => r.Kind == BookingKind.RetentionMeeting).Terms;
            var seen = await Now();
            var theirs = seen with { Minutes = 15 };
            await desk.Set(BookingKind.RetentionMeeting, new(seen, theirs));
            var conflict = await Assert.ThrowsAsync<ConflictException<TermsWish>>(() =>
                desk.Set(BookingKind.RetentionMeeting, new(seen, seen with { HorizonDays = 90 })));
            Assert.Equal((theirs, theirs), (conflict.Theirs, await Now()));
            await desk.Set(BookingKind.RetentionMeeting, new(theirs, theirs with { HorizonDays = 90 })); // after seeing the other values
            Assert.Equal(theirs with { HorizonDays = 90 }, await Now());
        });
    }

    private Task<StaffMember> Manager() => oneStop.AMember("hours-manager", Duty.Manager);

    private async Task<HoursView> View() => await oneStop.At<HoursDesk, HoursView>(await Manager(), desk => desk.View());
}
