using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Consultations;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.Consultations;

/// <summary>The list of records as an Excel file.</summary>
public sealed class ConsultationSheetTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task It_holds_what_the_address_asks_for_without_words_and_of_each_person_it_is_recorded_that_they_left()
    {
        var (counselor, kept) = await oneStop.Counseling("sheet-recorder");
        var other = await oneStop.AClient(counselor, "下書きの人");
        await oneStop.Written(counselor, kept, await oneStop.AWish(counselor));
        await oneStop.Written(counselor, other, await oneStop.AWish(counselor), confirms: false);
        await oneStop.AMember("sheet-manager", Duty.Manager);
        using var window = new SignInForm(oneStop.Address);
        Assert.True(await window.LetsIn("sheet-manager", TestOneStop.Password));

        using var answer = await window.Ask(new(HttpMethod.Get, "/consultations/sheet?from=2026-10-05&state=confirmed"));
        using var book = new XLWorkbook(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
        var cells = book.Worksheet(1).CellsUsed().Select(c => c.GetString()).ToList();
        Assert.Contains("7:30〜8:15", cells);
        Assert.DoesNotContain(cells, c => c.StartsWith("下書きの人", StringComparison.Ordinal)); // a draft, so filtered out
        Assert.DoesNotContain(cells, c => c.Contains("学童", StringComparison.Ordinal) || c.Contains("求人", StringComparison.Ordinal)); // what was said
        Assert.Equal([(Guid?)kept], await oneStop.Read(db =>
            db.AuditEntries.Where(e => e.Act == AuditAct.Exported && e.Subject == ConsultationDesk.Exported).Select(e => e.PersonId).ToListAsync()));
    }
}
