using System.Globalization;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Portal.Documents;
using OneStop.Portal.Shared.Lists;

namespace OneStop.Portal.Features.Bookings.List;

/// <summary>The endpoint of the list of bookings as an Excel file.</summary>
internal static class BookingEndpoints
{
    public const string Sheet = "/bookings/sheet";

    extension(IEndpointRouteBuilder app)
    {
        /// <summary>Takes the same query string as the list, and returns all its pages.</summary>
        public void MapBookingSheet() => app.MapGet(Sheet, async (HttpRequest request, BookingDesk desk, TimeProvider clock) =>
        {
            var filter = ListAddress.Read<BookingFilter>($"{request.Path}{request.QueryString}").Filter;
            var (today, madeOn) = (ServiceDay.Of(clock.GetUtcNow()).Date, clock.GetUtcNow().JapaneseDate);
            return Download.OfWorkbook(Workbook.Write(madeOn, SheetOf(await desk.Export(filter), filter.Title(today))),
                $"予約_{filter.From(today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        });
    }

    private static Sheet<BookingRow> SheetOf(IEnumerable<BookingRow> rows, string days) =>
        Documents.Sheet.Of(rows).Named("予約").Titled($"予約 {days}").Explained("日は相談日です。24:00からの1時間は、前の日に入ります。").Frozen(columns: 3)
        .Column("日", r => (DateOnly?)ServiceDay.Of(r.Start).Date)
        .Column("時間", r => r.Times)
        .Column("利用者", r => r.Alias)
        .Column("種別", r => r.Kind.InJapanese)
        .Column("方法", r => r.Method.InJapanese)
        .Column("担当", r => r.StaffName)
        .Column("状態", r => r.State.InJapanese)
        .Column("取消の理由", r => r.Reason?.InJapanese);
}
