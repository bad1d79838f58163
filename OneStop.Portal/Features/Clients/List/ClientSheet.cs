using OneStop.Domain;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Facts;
using OneStop.Portal.Documents;
using OneStop.Portal.Shared.Lists;

namespace OneStop.Portal.Features.Clients.List;

/// <summary>The list of clients as an Excel file.</summary>
internal static class ClientSheet
{
    public const string Path = "/clients/sheet";

    extension(IEndpointRouteBuilder app)
    {
        /// <summary>Takes the same query string as the list, and returns all its pages.</summary>
        public void MapClientSheet() => app.MapGet(Path, async (HttpRequest request, ClientListDesk desk, TimeProvider clock) =>
        {
            var query = ListAddress.Read<ClientFilter>($"{request.Path}{request.QueryString}");
            return Download.OfWorkbook(Workbook.Write(clock.GetUtcNow().JapaneseDate, SheetOf(await desk.Export(query))), "利用者");
        });
    }

    private static Sheet<ClientListRow> SheetOf(IEnumerable<ClientListRow> rows) =>
        Sheet.Of(rows).Named("利用者").Titled("利用者の一覧").Explained("一覧で絞り込んだ利用者です。").Frozen(columns: 2)
        .Column("番号", r => Client.NumberOf(r.Number))
        .Column("名前", r => r.Called)
        .Column("よみ", r => r.Kana)
        .Column("区", r => r.Ward?.InJapanese)
        .Column("対象者", r => ClientWords.Of(r.Eligibility))
        .Column("主担当", r => r.ChargeName)
        .Column("LINE", r => r.ConversationId is null ? "なし" : r.IsBlocked ? "ブロック中" : "あり")
        .Column("最後のトーク", r => r.LastTalkAt?.JapaneseDate)
        .Column("次の予約", r => r.NextBooking is { } start ? ServiceDay.Say(start) : null)
        .Column("タグ", r => string.Join("・", r.Tags))
        .Column("登録", r => (DateOnly?)r.Since.JapaneseDate);
}
