using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Accounts;
using OneStop.Domain.Bookings;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.Accounts;

/// <summary>
/// The future bookings of a member who leaves or changes duties are handed over one by one to somebody who is free
/// then, by an administrator who sees none of the clients.
/// </summary>
public sealed class BookingTransferTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public async ValueTask InitializeAsync() => await oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    private DateTimeOffset Evening => new ServiceDay(oneStop.Clock.GetUtcNow().JapaneseDate.AddDays(1)).At(TimeSpan.FromHours(20));

    [Fact]
    public async Task Each_is_held_by_who_was_chosen_and_their_time_is_kept()
    {
        var (leaver, heir, admin) = (await oneStop.OnShift("leaves"), await oneStop.OnShift("takes-over"), await Admin());
        var booking = await Book(leaver, Evening);
        var work = await Open(admin, leaver);
        var row = Assert.Single(work.Bookings);
        Assert.Equal((booking, Evening, BookingKind.Consultation, ContactMethod.Phone, heir.Id),
            (row.Id, row.Start, row.Kind, row.Method, Assert.Single(row.Free).Id));

        await oneStop.At<AccountDesk>(admin, desk => desk.Leave(leaver.Id, TransferPlan.To(null, work)));
        var handed = await oneStop.Read(db => db.Bookings.Include(b => b.Cells).SingleAsync(b => b.Id == booking));
        Assert.Equal((heir.Id, BookingState.Confirmed, 0), (handed.StaffId, handed.State, handed.Moves));
        Assert.All(handed.Cells, c => Assert.Equal(heir.Id, c.StaffId));
        Assert.Equal(handed.Quarters, handed.Cells.Count);
        Assert.Empty(await oneStop.Read(db => db.BookingCells.Where(c => c.StaffId == leaver.Id).ToListAsync()));
        Assert.Equal(0, await oneStop.Read(db => db.OutgoingMessages.CountAsync())); // same time, and the client was told no name: nothing to send
    }

    [Fact]
    public async Task Who_is_not_free_then_takes_over_nothing_and_without_anybody_nobody_leaves()
    {
        var (leaver, heir, elsewhere, admin) = (await oneStop.OnShift("leaves"), await oneStop.OnShift("takes-over"), await oneStop.OnShift("busy"),
            await Admin());
        var booking = await Book(leaver, Evening);
        await Book(elsewhere, Evening);
        Assert.Equal([heir.Id], (await Open(admin, leaver)).Bookings.Single().Free.Select(f => f.Id));

        await Refused(admin, "予約が1件", desk => desk.Leave(leaver.Id, new(null, null)));
        foreach (var wrong in (Guid[])[elsewhere.Id, admin.Id, leaver.Id])
            await Refused(admin, "空いていません", desk => desk.Leave(leaver.Id, new TransferPlan(null, null).With(booking, wrong)));
        Assert.Equal((leaver.Id, null),
            await oneStop.Read(async db =>
                ((await db.Bookings.SingleAsync(b => b.Id == booking)).StaffId, (await db.Users.SingleAsync(u => u.Id == leaver.Id)).LeftAt)));
    }

    [Fact]
    public async Task Two_in_the_same_time_do_not_go_to_one_person()
    {
        var (leaver, heir, admin) = (await oneStop.OnShift("leaves"), await oneStop.OnShift("takes-over"), await Admin());
        var (first, second) = (await Book(leaver, Evening), await Book(leaver, Evening, onPurpose: true));
        await Refused(admin, "空いていません", desk => desk.Leave(leaver.Id, new TransferPlan(null, null).With(first, heir.Id).With(second, heir.Id)));
        await oneStop.OnShift("helps");
        var work = await Open(admin, leaver);
        var people = work.Bookings[0].Free.Select(f => f.Id).ToList();
        await oneStop.At<AccountDesk>(admin, desk => desk.Leave(leaver.Id, new TransferPlan(null, null).With(first, people[0]).With(second, people[1])));
        Assert.Equal(people.Order(), (await oneStop.Read(db => db.BookingCells.Select(c => c.StaffId).Distinct().ToListAsync())).Order());
    }

    [Fact]
    public async Task Of_who_gets_other_duties_only_what_these_do_not_cover_is_handed_over()
    {
        var (member, heir, admin) = (await oneStop.OnShift("changes"), await oneStop.OnShift("takes-over"), await Admin());
        await Book(member, Evening);
        Assert.True((await oneStop.At<AccountDesk, OpenWork>(admin, desk => desk.OpenWorkOf(member.Id, [Duty.Counselor, Duty.Planner]))).IsNone);
        var work = await oneStop.At<AccountDesk, OpenWork>(admin, desk => desk.OpenWorkOf(member.Id, [Duty.Planner]));
        await oneStop.At<AccountDesk>(admin, desk => desk.SetDuties(member.Id, DutyEdits.From(Duty.Counselor, Duty.Planner), TransferPlan.To(null, work)));
        Assert.Equal(heir.Id, await oneStop.Read(db => db.Bookings.Select(b => b.StaffId).SingleAsync()));
    }

    [Fact]
    public void Whom_one_chose_stays_chosen_as_long_as_they_are_free()
    {
        var (first, second) = (new Successor(Guid.CreateVersion7(Evening), "一"), new Successor(Guid.CreateVersion7(Evening), "二"));
        var booking = new OpenBooking(Guid.CreateVersion7(Evening), Evening, BookingKind.Consultation, ContactMethod.Phone, [first, second]);
        var work = new OpenWork(0, 0, [booking], 0, []);
        var chosen = TransferPlan.To(null, work).With(booking.Id, second.Id);
        Assert.Equal(second.Id, chosen.Still(work).Bookings![booking.Id]);
        Assert.Equal(first.Id, chosen.Still(work with { Bookings = [booking with { Free = [first] }] }).Bookings![booking.Id]);
        Assert.Empty(chosen.Still(work with { Bookings = [booking with { Free = [] }] }).Bookings!);
    }

    private async Task<Guid> Book(StaffMember member, DateTimeOffset start, bool onPurpose = false)
    {
        var client = await oneStop.AClient(member, $"予約の人{start:HHmm}{onPurpose}{member.UserName}");
        return (await oneStop.At<BookingDesk, EnteredBooking>(member,
            desk => desk.Book(client, new(BookingKind.Consultation, ContactMethod.Phone, start, member.Id, onPurpose, false, Reason: onPurpose ? "本人の希望" : ""), false))).Id;
    }

    private Task<OpenWork> Open(StaffMember admin, StaffMember leaver) => oneStop.At<AccountDesk, OpenWork>(admin, desk => desk.OpenWorkOf(leaver.Id));

    private Task<StaffMember> Admin() => oneStop.AMember("keeps-accounts", Duty.Administrator);

    private async Task Refused(StaffMember by, string says, Func<AccountDesk, Task> act) =>
        Assert.Contains(says, (await Assert.ThrowsAsync<RuleException>(() => oneStop.At(by, act))).Message);
}
