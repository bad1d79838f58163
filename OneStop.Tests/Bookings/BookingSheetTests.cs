using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Bookings;

/// <summary>The list of bookings as an Excel file.</summary>
public sealed class BookingSheetTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static readonly ServiceDay Wednesday = new(new(2026, 10, 7));

    [Fact]
    public async Task It_holds_what_the_address_asks_for_and_of_each_person_it_is_recorded_that_they_left()
    {
        var member = await oneStop.OnShift("sheet-counselor");
        var (kept, other) = (await oneStop.AClient(member, "ひよりの人"), await oneStop.AClient(member, "よるの人"));
        await Book(member, kept, 24);
        var cancelled = await Book(member, other, 10);
        await oneStop.At<BookingDesk>(member, desk => desk.Cancel(cancelled, false, CancelReason.Work, false));
        await oneStop.AMember("sheet-manager", Duty.Manager);
        using var window = new SignInForm(oneStop.Address);
        Assert.True(await window.LetsIn("sheet-manager", TestOneStop.Password));

        using var answer = await window.Ask(new(HttpMethod.Get, "/bookings/sheet?day=2026-10-07&state=confirmed"));
        using var book = new XLWorkbook(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
        var cells = book.Worksheet(1).CellsUsed().Select(c => c.GetString()).ToList();
        Assert.Contains("24:00〜25:00", cells);
        Assert.Contains(cells, c => c.StartsWith("ひよりの人", StringComparison.Ordinal));
        Assert.DoesNotContain(cells, c => c.StartsWith("よるの人", StringComparison.Ordinal)); // cancelled, so filtered out
        Assert.Equal([(Guid?)kept],
            await oneStop.Read(db => db.AuditEntries.Where(e => e.Act == AuditAct.Exported && e.Subject == BookingDesk.Exported)
                .Select(e => e.PersonId).ToListAsync()));
    }

    private async Task<Guid> Book(StaffMember member, Guid client, int hour) =>
        (await oneStop.At<BookingDesk, EnteredBooking>(member,
            desk => desk.Book(client,
                new(BookingKind.Consultation, ContactMethod.Phone, Wednesday.At(TimeSpan.FromHours(hour)), member.Id, false, false), false))).Id;
}
