using System.Globalization;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Attendance;
using OneStop.Portal.Documents;

namespace OneStop.Portal.Features.Bookings.Attendance;

/// <summary>来談の状況 as an Excel file. It contains numbers and no person.</summary>
internal static class AttendanceSheet
{
    private const string Path = "/attendance/sheet";
    private const string Title = "来談の状況";

    /// <summary>Returns the address for a period.</summary>
    public static string Of(DateOnly from, DateOnly until) =>
        string.Create(CultureInfo.InvariantCulture, $"{Path}?from={from:yyyy-MM-dd}&until={until:yyyy-MM-dd}");

    extension(IEndpointRouteBuilder app)
    {
        public void MapAttendanceSheet() => app.MapGet(Path, async (DateOnly from, DateOnly until, AttendanceDesk desk, TimeProvider clock) =>
        {
            var view = await desk.Counts(from, until);
            return Download.OfWorkbook(Workbook.Write(clock.GetUtcNow().JapaneseDate,
                SheetOf("全体と方法", AttendanceLine.ByMethod(view)), SheetOf("予約した時期", AttendanceLine.ByLead(view)), SheetOf("時間帯", AttendanceLine.ByHour(view))),
                string.Create(CultureInfo.InvariantCulture, $"{Title}_{from:yyyy-MM-dd}_{until:yyyy-MM-dd}"));

            Sheet<AttendanceLine> SheetOf(string name, IReadOnlyList<AttendanceLine> lines) => Sheet.Of(lines).Named(name)
                .Titled($"{Title} {JapanTime.Say(from)}〜{JapanTime.Say(until)} {name}")
                .Explained($"割合は、無断÷（来談＋無断）です。取消と相談員都合は入れません。来談＋無断が{AttendanceFigures.EnoughForPercent}件より少ないところは、割合を出しません。")
                .Column(name, l => l.Name)
                .Column("来談＋無断", l => (decimal?)l.Of(null))
                .Column("来談", l => (decimal?)l.Of(BookingState.Held))
                .Column("無断", l => (decimal?)l.Of(BookingState.Missed))
                .Column("無断の割合（%）", l => l.Figures.Percent)
                .Column("取消", l => (decimal?)l.Of(BookingState.Cancelled))
                .Column("相談員都合", l => (decimal?)l.Of(BookingState.CalledOff));
        });
    }
}
