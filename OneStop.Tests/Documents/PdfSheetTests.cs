using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Portal.Documents;
using OneStop.Tests.House;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace OneStop.Tests.Documents;

/// <summary>What stands on each page of a printed document.</summary>
public sealed class PdfSheetTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Head_and_foot_are_on_each_page_beside_its_number_as_they_were_given()
    {
        using var pdf = PdfDocument.Open(await Print(new("秘密の取り扱い", "P-0012 第2版 2026年11月30日 <b>&\"'")));
        Assert.True(pdf.NumberOfPages > 1);
        foreach (var page in pdf.GetPages())
        {
            var lines = page.Letters.GroupBy(l => Math.Round(l.StartBaseLine.Y)).OrderByDescending(g => g.Key).Select(TextOf).ToList();
            Assert.Contains("秘密の取り扱い", lines[0], StringComparison.Ordinal);
            Assert.Contains("P-0012第2版2026年11月30日<b>&\"'", lines[^1], StringComparison.Ordinal);
            Assert.EndsWith($"{page.Number}/{pdf.NumberOfPages}", lines[^1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Large_type_is_larger_and_the_usual_sheet_has_only_its_number()
    {
        using var usual = PdfDocument.Open(await Print(null));
        using var large = PdfDocument.Open(await Print(new(IsLarge: true)));
        Assert.True(large.NumberOfPages > usual.NumberOfPages);
        Assert.True(SizeIn(large) > SizeIn(usual) * 1.3);
        Assert.Equal($"1/{usual.NumberOfPages}", TextOf(usual.GetPage(1).Letters.GroupBy(l => Math.Round(l.StartBaseLine.Y)).MinBy(g => g.Key)!));
    }

    private Task<byte[]> Print(PdfSheet? sheet) => oneStop.Services.GetRequiredService<PdfPrinter>().Print<ManyLines>([], sheet);

    private static double SizeIn(PdfDocument pdf) => pdf.GetPage(1).Letters.Where(l => l.Value.Plain == "行").Max(l => l.PointSize);

    private static string TextOf(IEnumerable<Letter> letters) =>
        string.Concat(letters.OrderBy(l => l.StartBaseLine.X).Select(l => l.Value)).Replace(" ", "", StringComparison.Ordinal).Plain; // fonts write some letters as radicals

    private sealed class ManyLines : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder) =>
            builder.AddMarkupContent(0, string.Concat(Enumerable.Range(0, 120).Select(line => $"<p>{line}行</p>")));
    }
}
