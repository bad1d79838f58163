using System.Globalization;
using OneStop.Domain.Shifts;

namespace OneStop.Portal.Features.Shifts;

/// <summary>Where the sheet to be filled in is fetched.</summary>
internal static class ShiftEndpoints
{
    /// <summary>The address of a month's sheet.</summary>
    public static string SheetOf(DateOnly month) => $"/shifts/sheet?month={month.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    extension(IEndpointRouteBuilder app)
    {
        public void MapShiftSheet() => app.MapGet("/shifts/sheet", async (DateOnly month, ShiftImportDesk desk) =>
            Results.File(ShiftWorkbook.Write(await desk.Sheet(month)), ShiftWorkbook.ContentType, $"勤務表_{month.ToString("yyyy-MM", CultureInfo.InvariantCulture)}.xlsx"));
    }
}
