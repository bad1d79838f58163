using OneStop.Domain;
using OneStop.Domain.Consultations;
using OneStop.Portal.Documents;
using OneStop.Portal.Shared.Lists;

namespace OneStop.Portal.Features.Consultations;

/// <summary>The list of records as an Excel file. It has no words: what was said stays in the portal.</summary>
internal static class ConsultationSheet
{
    public const string Path = "/consultations/sheet";

    extension(IEndpointRouteBuilder app)
    {
        /// <summary>Takes the same query string as the list, and returns all its pages.</summary>
        public void MapConsultationSheet() => app.MapGet(Path, async (HttpRequest request, ConsultationDesk desk, TimeProvider clock) =>
        {
            var filter = ListAddress.Read<ConsultationFilter>($"{request.Path}{request.QueryString}").Filter;
            return Download.OfWorkbook(Workbook.Write(clock.GetUtcNow().JapaneseDate, SheetOf(await desk.Export(filter))), "相談記録");
        });
    }

    private static Sheet<ConsultationRow> SheetOf(IEnumerable<ConsultationRow> rows) =>
        Sheet.Of(rows).Named("相談記録").Titled("相談記録").Explained("日は相談日です。24:00からの1時間は、前の日に入ります。相談の内容は入りません。").Frozen(columns: 3)
        .Column("日", r => (DateOnly?)ServiceDay.Of(r.Begin).Date)
        .Column("時間", r => r.Times)
        .Column("利用者", r => r.Alias)
        .Column("方法", r => r.Method.InJapanese)
        .Column("かかった分", r => r.Minutes)
        .Column("担当", r => r.StaffName)
        .Column("状態", r => r.State.InJapanese)
        .Column("版", r => r.Edition)
        .Column("予約", r => r.BookingId is null ? "なし" : "あり");
}
