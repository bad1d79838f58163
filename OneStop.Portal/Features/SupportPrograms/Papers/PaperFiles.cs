using System.Globalization;
using OneStop.Domain;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Papers;
using OneStop.Portal.Documents;
using OneStop.Portal.Documents.CityForms;

namespace OneStop.Portal.Features.SupportPrograms.Papers;

/// <summary>The files of a program's papers. Neither addresses nor names of files tell whose program it is.</summary>
internal static class PaperFiles
{
    private const string Base = "/programs/versions", CityPath = "/reports/programs.pdf";

    public static string PersonPath(Guid versionId) => $"{Base}/{versionId}/person.pdf";

    public static string SigningPath(Guid versionId) => $"{Base}/{versionId}/signing.pdf";

    public static string AnonymousPath(Guid versionId) => $"{Base}/{versionId}/anonymous.pdf";

    public static string OfficePath(Guid versionId, Guid partnerId, PaperFormat format, OfficeWords words = OfficeWords.None) =>
        $"{Base}/{versionId}/offices/{partnerId}.{(format == PaperFormat.Pdf ? "pdf" : "xlsx")}{(words == OfficeWords.None ? "" : $"?words={(int)words}")}";

    public static string MonthPath(DateOnly month) => $"{CityPath}?month={month.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    extension(IEndpointRouteBuilder app)
    {
        public void MapProgramPapers()
        {
            app.MapGet($"{Base}/{{id:guid}}/person.pdf", (Guid id, ProgramPaperDesk desk, PdfPrinter printer) => Refusable(async () =>
                await desk.ForPerson(id) is not { } paper ? Results.NotFound() : Pdf(paper.Head, "本人用", await printer.Print<PersonPaperSheet>(
                    new() { [nameof(PersonPaperSheet.Paper)] = paper }, paper.Head.Sheet("わたしの計画", isLarge: true)))));
            app.MapGet($"{Base}/{{id:guid}}/signing.pdf", (Guid id, ProgramPaperDesk desk, PdfPrinter printer) => Refusable(async () =>
                await desk.ForSigning(id) is not { } paper ? Results.NotFound() : Pdf(paper.Head, "署名用", await printer.Print<SigningSheet>(
                    new() { [nameof(SigningSheet.Paper)] = paper }, paper.Head.Sheet("わたしの計画　預かる紙", isLarge: true)))));
            app.MapGet($"{Base}/{{id:guid}}/anonymous.pdf", (Guid id, ProgramPaperDesk desk, PdfPrinter printer) => Refusable(async () =>
                await desk.ForReport(id) is not { } program ? Results.NotFound() : await Anonymous(printer, program.Month, [program], isWholeMonth: false)));
            app.MapGet($"{Base}/{{id:guid}}/offices/{{partnerId:guid}}.pdf", (Guid id, Guid partnerId, int? words, ProgramPaperDesk desk, PdfPrinter printer) => Refusable(async () =>
            {
                var chosen = OfficeWords.Read(words ?? 0);
                if (await desk.ForOffice(id, partnerId, chosen) is not { } paper)
                    return Results.NotFound();
                var pdf = await printer.Print<OfficePaperSheet>(new() { [nameof(OfficePaperSheet.Paper)] = paper }, paper.Head.Sheet("自立支援プログラム　取扱注意"));
                await desk.Register(id, partnerId, new(PaperFormat.Pdf, CityFormFiller.DigestOf(pdf), null, chosen));
                return Pdf(paper.Head, "提出用", pdf);
            }));
            app.MapGet($"{Base}/{{id:guid}}/offices/{{partnerId:guid}}.xlsx", (Guid id, Guid partnerId, int? words, ProgramPaperDesk desk, CityFormFiller filler, TimeProvider clock) =>
                Refusable(async () =>
                {
                    var chosen = OfficeWords.Read(words ?? 0);
                    if (await desk.ForOffice(id, partnerId, chosen) is not { } paper)
                        return Results.NotFound();
                    var (form, edition) = await filler.Fill(new OfficeForm(), OfficeForm.Content(paper), clock.GetUtcNow().JapaneseDate);
                    await desk.Register(id, partnerId, new(PaperFormat.Excel, CityFormFiller.DigestOf(form.Bytes), edition, chosen));
                    return Download.OfWorkbook(form.Bytes, NameOf(paper.Head, "提出用"));
                }));
            app.MapGet(CityPath, (DateOnly month, ProgramPaperDesk desk, PdfPrinter printer) => Refusable(async () =>
                await Anonymous(printer, ItemMonths.First(month), await desk.ForCity(month), isWholeMonth: true)));
        }
    }

    private static async Task<IResult> Anonymous(PdfPrinter printer, DateOnly month, IReadOnlyList<AnonymousProgram> programs, bool isWholeMonth) =>
        new Download(await printer.Print<AnonymousSheet>(new()
        {
            [nameof(AnonymousSheet.Month)] = month,
            [nameof(AnonymousSheet.Programs)] = programs,
            [nameof(AnonymousSheet.IsWholeMonth)] = isWholeMonth
        }, new("自立支援プログラム（匿名）", $"{month.Year}年{month.Month}月")), PdfPrinter.ContentType, $"プログラム_匿名_{month:yyyyMM}.pdf");

    private static Download Pdf(PaperHead head, string purpose, byte[] bytes) => new(bytes, PdfPrinter.ContentType, $"{NameOf(head, purpose)}.pdf");

    private static string NameOf(PaperHead head, string purpose) => $"プログラム_{SupportProgram.NumberOf(head.Number)}_第{head.Edition}版_{purpose}";

    /// <summary>Says why a paper is not made: the page offers only what is possible, but things change after it was read.</summary>
    private static async Task<IResult> Refusable(Func<Task<IResult>> make)
    {
        try
        {
            return await make();
        }
        catch (RuleException rule)
        {
            return Results.Text(rule.Message, statusCode: StatusCodes.Status409Conflict);
        }
    }
}
