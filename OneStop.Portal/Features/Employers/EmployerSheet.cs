using OneStop.Domain;
using OneStop.Domain.Employers;
using OneStop.Portal.Documents;
using OneStop.Portal.Shared.Lists;

namespace OneStop.Portal.Features.Employers;

/// <summary>The endpoint of the employers as an Excel file.</summary>
internal static class EmployerSheet
{
    public const string Path = "/employers/sheet";

    extension(IEndpointRouteBuilder app)
    {
        /// <summary>Takes the same query string as the list, and returns all its pages.</summary>
        public void MapEmployerSheet() => app.MapGet(Path, async (HttpRequest request, EmployerDesk desk, TimeProvider clock) =>
        {
            var filter = ListAddress.Read<EmployerFilter>($"{request.Path}{request.QueryString}").Filter;
            return Download.OfWorkbook(Workbook.Write(clock.GetUtcNow().JapaneseDate, SheetOf(await desk.Export(filter))), "求人事業者");
        });
    }

    private static Sheet<EmployerRow> SheetOf(IEnumerable<EmployerRow> rows) =>
        Sheet.Of(rows).Named("求人事業者").Titled("求人事業者の一覧").Frozen(columns: 1)
        .Column("名前", r => r.Name)
        .Column("ふりがな", r => r.Kana)
        .Column("法人番号", r => r.CorporateNumber)
        .Column("住所", r => r.Address)
        .Column("区・市町村", r => r.PlaceName)
        .Column("業種", r => r.IndustryName)
        .Column("従業員", r => r.Employees)
        .Column("電話", r => r.Phone)
        .Column("段階", r => r.Stage.InJapanese)
        .Column("次にすること", r => r.NextStep?.InJapanese)
        .Column("次の日", r => r.NextOn)
        .Column("断りの理由", r => r.DeclineReason?.InJapanese)
        .Column("最後の接触", r => r.LastContactAt?.JapaneseDate)
        .Column("担当", r => r.InCharge)
        .Column("発掘元", r => r.SourceInJapanese)
        .Column("掲載への同意", r => r.IsListed ? "あり" : "なし")
        .Column("認定", r => string.Join("、", r.Marks.Select(m => m.InJapanese)));
}
