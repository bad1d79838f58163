using System.Net;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms.Contents;
using OneStop.Domain.SupportPrograms.Papers;
using OneStop.Portal.Documents;
using OneStop.Portal.Documents.CityForms;
using OneStop.Portal.Features.SupportPrograms.Papers;
using OneStop.Tests.House;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace OneStop.Tests.SupportPrograms.Papers;

/// <summary>The three papers as files: what is on each page and in each cell, and who can save them.</summary>
public sealed class PaperFilesTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();
    private StaffMember planner = null!, second = null!;
    private Guid client, program, ward;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        (planner, second, client) = await oneStop.Planning();
        await oneStop.KnowsWho(planner, client);
        program = await oneStop.Established(planner, second, client);
        ward = await oneStop.APartner(planner);
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task The_three_papers_are_what_was_approved()
    {
        var view = await oneStop.Papers(planner, program);
        var anonymous = await Print<AnonymousSheet>(new()
        {
            [nameof(AnonymousSheet.Month)] = view.Anonymous.Month,
            [nameof(AnonymousSheet.Programs)] = new[] { view.Anonymous with { Number = 12 } },
        }, new("自立支援プログラム（匿名）", "2026年10月"));
        await Approved.Matches("ProgramPapers",
        [
            "# for the person, page by page", .. Pages(await Person(view.Person)),
            "# to be signed, page by page", .. Pages(await Signing(view.Signing!)),
            "# for an office", .. Pages(await Office(view.Office with { PartnerName = "中央区 子育て支援課（架空）" })),
            "# for the monthly report", .. Pages(anonymous),
        ]);
    }

    [Fact]
    public async Task The_workbook_is_what_was_approved_cell_by_cell()
    {
        var paper = (await oneStop.Papers(planner, program)).Office with { PartnerName = "中央区 子育て支援課（架空）" };
        var (form, edition) = await oneStop.As(planner, s => s.GetRequiredService<CityFormFiller>().Fill(new OfficeForm(), OfficeForm.Content(paper), ProgramOffice.Today));
        Assert.Null(edition);
        Assert.Empty(form.Check.Faults);
        using var book = new XLWorkbook(new MemoryStream(form.Bytes));
        Assert.All(book.Worksheets, sheet => Assert.StartsWith("P-0001　第1版", sheet.PageSetup.Footer.Left.GetText(XLHFOccurrence.OddPages), StringComparison.Ordinal));
        await Approved.Matches("ProgramPaperWorkbook", book.Worksheets.SelectMany(s => s.CellsUsed(XLCellsUsedOptions.Contents)
            .Select(c => $"{s.Name}!{c.Address} {c.DataType}: {(c.DataType == XLDataType.DateTime ? $"{c.GetDateTime():yyyy-MM-dd}" : c.GetFormattedString().ReplaceLineEndings(" / "))}")));
    }

    [Fact]
    public async Task Thirty_items_and_fifteen_goals_with_long_words_stand_whole_on_numbered_pages()
    {
        var view = await oneStop.Papers(planner, program);
        var content = Large(view.Office.Content);
        var person = PersonPaper.Of(view.Head with { Edition = 10 }, new string('な', 60), "策定員", content, null, new HashSet<Guid>());
        foreach (var pdf in (byte[][])[await Person(person), await Office(view.Office with { Head = person.Head, Content = content })])
        {
            AssertLaidOut(pdf);
            var pages = Pages(pdf);
            Assert.True(pages.Count > 3);
            Assert.All(pages.Index(), page => Assert.EndsWith($"P-0001第10版2026年10月5日{page.Index + 1}/{pages.Count}", page.Item, StringComparison.Ordinal));
            var all = string.Concat(pages);
            Assert.All(Enumerable.Range(1, SupportItem.Most), n => Assert.Contains($"支援{n}番おわり", all, StringComparison.Ordinal));
            Assert.All(Enumerable.Range(1, Goal.Most), n => Assert.Contains($"目標{n}番おわり", all, StringComparison.Ordinal));
        }
        Assert.True(Pages(await Person(person)).Count >= Goal.Most); // a page for each aim
    }

    [Fact]
    public async Task The_persons_paper_says_nothing_that_may_not_lie_about()
    {
        var view = await oneStop.Papers(planner, program);
        var office = Guid.CreateVersion7(oneStop.Clock.GetUtcNow());
        var content = view.Office.Content with { Items = [new() { Kind = SupportItemKind.Partner, PartnerId = office, What = "借金の相談", Responsible = "法律事務所", ClientDoes = "返す額を書く" }] };
        var said = string.Concat(Pages(await Person(PersonPaper.Of(view.Head, "はな", "策定員", content, null, new HashSet<Guid> { office }))));
        Assert.All((string[])["博多", "花子", "1990", "天神", "45,000", "98,000", "児童扶養手当", "借金", "法律", "返す額", "資格がない", "学童"],
            told => Assert.DoesNotContain(told, said, StringComparison.Ordinal));
        Assert.Contains("はなさんの計画", said, StringComparison.Ordinal);
        Assert.Contains(PersonPaper.DiscreetWords, said, StringComparison.Ordinal);
        Assert.DoesNotContain("お名前", said, StringComparison.Ordinal); // what is signed says all that is confirmed
        Assert.DoesNotContain(view.Head.Mark, said, StringComparison.Ordinal);
        Assert.Contains($"紙のしるし:{view.Head.Mark}", string.Concat(Pages(await Signing(view.Signing!))), StringComparison.Ordinal);
        var office2 = string.Concat(Pages(await Office(view.Office)));
        Assert.Contains("博多花子", office2, StringComparison.Ordinal);
        Assert.DoesNotContain("小学2年の子と2人暮らし", office2, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_says_so_on_each_page_and_has_no_place_to_sign()
    {
        await oneStop.Revise(planner, program);
        var view = await oneStop.Papers(planner, program, 2);
        var pages = Pages(await Person(view.Person));
        Assert.All(pages, page => Assert.Contains("下書き(まだ決まった内容ではありません)", page, StringComparison.Ordinal));
        Assert.Null(view.Signing);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ProgramPaperDesk, SigningPaper?>(planner, d => d.ForSigning(view.VersionId)));
    }

    [Fact]
    public async Task What_is_saved_is_registered_with_the_digest_of_its_bytes_and_only_by_those_who_draw_programs()
    {
        var version = (await oneStop.Papers(planner, program)).VersionId;
        string[] offices = [PaperFiles.OfficePath(version, ward, PaperFormat.Pdf), PaperFiles.OfficePath(version, ward, PaperFormat.Excel)];
        using var window = new SignInForm(oneStop.Address);
        Assert.True(await window.LetsIn("planner", TestOneStop.Password));
        Assert.Equal(HttpStatusCode.Conflict, (await window.Ask(new(HttpMethod.Get, offices[0]))).StatusCode); // no consent yet
        await oneStop.Shares(client, ward);
        foreach (var path in offices)
        {
            var answer = await window.Ask(new(HttpMethod.Get, path));
            Assert.Equal((HttpStatusCode.OK, true), (answer.StatusCode, answer.Headers.CacheControl!.NoStore));
            Assert.DoesNotContain("博多", Uri.UnescapeDataString(answer.Content.Headers.ContentDisposition!.ToString()), StringComparison.Ordinal);
            var digest = CityFormFiller.DigestOf(await answer.Content.ReadAsByteArrayAsync());
            Assert.Single((await oneStop.Papers(planner, program)).HandOvers, h => h.Digest == digest);
        }
        await oneStop.AMember("city", Duty.City);
        await oneStop.AMember("admin", Duty.Administrator);
        foreach (var (who, mayMonth) in new[] { ("city", true), ("admin", false) })
        {
            using var other = new SignInForm(oneStop.Address);
            Assert.True(await other.LetsIn(who, TestOneStop.Password));
            foreach (var path in (string[])[.. offices, PaperFiles.PersonPath(version), PaperFiles.SigningPath(version), PaperFiles.AnonymousPath(version)])
                Assert.Equal(HttpStatusCode.Forbidden, (await other.Ask(new(HttpMethod.Get, path))).StatusCode);
            Assert.Equal(mayMonth ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await other.Ask(new(HttpMethod.Get, PaperFiles.MonthPath(ProgramOffice.Today)))).StatusCode);
        }
        Assert.Equal(2, await oneStop.Read(db => db.ProgramHandOvers.CountAsync()));
    }

    private static ProgramContent Large(ProgramContent content)
    {
        var goals = Enumerable.Range(1, Goal.Most).Select(n => new Goal
        {
            Id = ProgramOffice.NewId(),
            Term = (GoalTerm)(n % 3),
            OwnWords = $"https://example.invalid/{new string('x', 120)}", // breaks nowhere by itself
            Words = $"{new string('長', 150)}目標{n}番おわり",
            Until = ProgramOffice.Today.AddMonths(n),
        }).ToList();
        return content with
        {
            Goals = [.. goals],
            Items = [.. Enumerable.Range(1, SupportItem.Most).Select(n => new SupportItem
            {
                Id = ProgramOffice.NewId(),
                What = $"{new string('支', 80)}支援{n}番おわり",
                Responsible = new('担', 60),
                ClientDoes = new('本', 200),
                From = ProgramOffice.Today.AddMonths(n),
                Until = ProgramOffice.Today.AddMonths(n + 3),
                GoalId = n % 2 == 0 ? goals[0].Id : null,
            })],
        };
    }

    private Task<byte[]> Person(PersonPaper paper) =>
        Print<PersonPaperSheet>(new() { [nameof(PersonPaperSheet.Paper)] = paper }, paper.Head.Sheet("わたしの計画", isLarge: true));

    private Task<byte[]> Signing(SigningPaper paper) =>
        Print<SigningSheet>(new() { [nameof(SigningSheet.Paper)] = paper }, paper.Head.Sheet("わたしの計画　預かる紙", isLarge: true));

    private Task<byte[]> Office(OfficePaper paper) => Print<OfficePaperSheet>(new() { [nameof(OfficePaperSheet.Paper)] = paper }, paper.Head.Sheet("自立支援プログラム　取扱注意"));

    private Task<byte[]> Print<T>(Dictionary<string, object?> parameters, PdfSheet sheet) where T : Microsoft.AspNetCore.Components.IComponent =>
        oneStop.Services.GetRequiredService<PdfPrinter>().Print<T>(parameters, sheet);

    /// <summary>The text of each page, from the top to the bottom, without blanks: where lines break depends on the fonts.</summary>
    /// <summary>Each letter stands within the margins of its page, and none on another.</summary>
    private static void AssertLaidOut(byte[] bytes)
    {
        const double margin = 12; // points; what most printers leave white
        using var pdf = PdfDocument.Open(bytes);
        foreach (var page in pdf.GetPages())
        {
            var letters = page.Letters.Where(l => !string.IsNullOrWhiteSpace(l.Value)).ToList();
            Assert.All(letters, l => Assert.True(l.StartBaseLine.X >= margin && l.EndBaseLine.X <= page.Width - margin && l.StartBaseLine.Y >= margin
                && l.StartBaseLine.Y <= page.Height - margin, $"{l.Value} leaves page {page.Number}"));
            foreach (var line in letters.GroupBy(l => Math.Round(l.StartBaseLine.Y)).Select(g => g.OrderBy(l => l.StartBaseLine.X).ToList()))
                Assert.All(line.Zip(line.Skip(1)), two => Assert.True(two.Second.StartBaseLine.X - two.First.StartBaseLine.X >= two.First.PointSize / 8,
                    $"{two.First.Value} stands on {two.Second.Value} on page {page.Number}"));
        }
    }

    private static IReadOnlyList<string> Pages(byte[] bytes)
    {
        using var pdf = PdfDocument.Open(bytes);
        return [.. pdf.GetPages().Select(TextOf)];
    }

    private static string TextOf(Page page) => string.Concat(page.Letters.GroupBy(l => Math.Round(l.StartBaseLine.Y)).OrderByDescending(g => g.Key)
        .SelectMany(g => g.OrderBy(l => l.StartBaseLine.X)).Select(l => l.Value.Trim())).Plain;
}
