using OneStop.Domain;
using OneStop.Domain.Partners;
using OneStop.Portal.Documents;
using OneStop.Portal.Shared.Lists;

namespace OneStop.Portal.Features.Partners;

/// <summary>The endpoint of the directory as an Excel file.</summary>
internal static class PartnerSheet
{
    public const string Path = "/partners/sheet";

    extension(IEndpointRouteBuilder app)
    {
        /// <summary>Takes the same query string as the list, and returns all its pages.</summary>
        public void MapPartnerSheet() => app.MapGet(Path, async (HttpRequest request, PartnerDesk desk, TimeProvider clock) =>
        {
            var filter = ListAddress.Read<PartnerFilter>($"{request.Path}{request.QueryString}").Filter;
            var now = clock.GetUtcNow();
            return Download.OfWorkbook(Workbook.Write(now.JapaneseDate, SheetOf(await desk.Export(filter), now)), "関係機関");
        });
    }

    private static Sheet<PartnerRow> SheetOf(IEnumerable<PartnerRow> rows, DateTimeOffset now) =>
        Sheet.Of(rows).Named("関係機関").Titled("関係機関の一覧").Frozen(columns: 1)
        .Column("名前", r => r.Name)
        .Column("ふりがな", r => r.Kana)
        .Column("種類", r => r.KindsInJapanese)
        .Column("だれのための窓口か", r => r.ForWhom)
        .Column("電話", r => r.Phone)
        .Column("受付時間", r => r.Hours)
        .Column("区", r => r.Ward?.InJapanese)
        .Column("住所", r => r.Address)
        .Column("ホームページ", r => r.WebAddress)
        .Column("つなぎ方", r => r.HowToRefer)
        .Column("状態", r => r.StateAt(now).InJapanese)
        .Column("確認した日", r => r.CheckedAt?.JapaneseDate)
        .Column("確認した人", r => r.CheckedBy);
}
