using System.Globalization;
using OneStop.Domain;
using OneStop.Domain.Shifts;
using OneStop.Portal.Documents;

namespace OneStop.Portal.Features.Shifts;

/// <summary>The endpoint of the shift sheet to fill in.</summary>
internal static class ShiftEndpoints
{
    /// <summary>The address of a month's sheet.</summary>
    public static string SheetOf(DateOnly month) => $"/shifts/sheet?month={month.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    extension(IEndpointRouteBuilder app)
    {
        public void MapShiftSheet() => app.MapGet("/shifts/sheet", async (DateOnly month, ShiftImportDesk desk, TimeProvider clock) =>
            Download.OfWorkbook(ShiftWorkbook.Write(await desk.Sheet(month), clock.GetUtcNow().JapaneseDate),
                $"勤務表_{month.ToString("yyyy-MM", CultureInfo.InvariantCulture)}"));
    }
}
