using OneStop.Domain;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Listing;
using OneStop.Portal.Documents;
using OneStop.Portal.Shared.Lists;

namespace OneStop.Portal.Features.SupportPrograms.List;

/// <summary>The list of programs as an Excel file. It has no words of a program: they stay in the portal.</summary>
internal static class ProgramSheet
{
    public const string Path = "/programs/sheet";

    extension(IEndpointRouteBuilder app)
    {
        /// <summary>Takes the same query string as the list, and returns all its pages.</summary>
        public void MapProgramSheet() => app.MapGet(Path, async (HttpRequest request, ProgramListDesk desk, TimeProvider clock) =>
        {
            var query = ListAddress.Read<ProgramFilter>($"{request.Path}{request.QueryString}");
            return Download.OfWorkbook(Workbook.Write(clock.GetUtcNow().JapaneseDate, SheetOf(await desk.Export(query))), "自立支援プログラム");
        });
    }

    private static Sheet<ProgramRow> SheetOf(IReadOnlyList<ProgramRow> rows) =>
        Sheet.Of(rows).Named("プログラム").Titled("自立支援プログラム").Explained($"段階は、出力した時点のものです。目標や聞き取りの内容は入りません。{Cut(rows)}").Frozen(columns: 2)
        .Column("番号", r => SupportProgram.NumberOf(r.Number))
        .Column("利用者", r => r.Alias)
        .Column("段階", r => r.StateInWords)
        .Column("この段階になった日", r => (DateOnly?)r.StateSince.JapaneseDate)
        .Column("担当", r => r.PlannerName)
        .Column("申込み", r => (DateOnly?)r.AppliedOn)
        .Column("策定", r => r.EstablishedOn)
        .Column("版", r => r.Edition)
        .Column("次の見直し", r => r.State == ProgramState.Running ? r.NextReviewOn : null)
        .Column("終わった日", r => r.EndedOn)
        .Column("終わった理由", r => r.EndReason is { } reason ? reason.InJapanese : "")
        .Column("見守り", r => r.AftercareOn);

    private static string Cut(IReadOnlyList<ProgramRow> rows) => rows.Count < ProgramListDesk.MostExported ? ""
        : $"はじめの{ProgramListDesk.MostExported:N0}件までです。条件をしぼって、分けて保存してください。";
}
