using OneStop.Domain.Consultations;

namespace OneStop.Tests.Consultations;

/// <summary>The comparison of two versions of a record.</summary>
public sealed class WordDifferenceTests
{
    [Theory]
    [InlineData("求人を3件見た。", "求人を4件見た。", "求人を[-3-][+4+]件見た。")]
    [InlineData("", "はじめて書いた", "[+はじめて+][+書+][+いた+]")]
    [InlineData("学童の迎え", "学童の迎え", "学童の迎え")]
    [InlineData("学童へ送る日", "学童へ通う日", "学童へ[-送る-][+通う+]日")]
    [InlineData("朝は早い。夜は遅い。", "夜は遅い。", "[-朝は早い。-]夜は遅い。")]
    [InlineData("パソコンとExcel", "パソコンとWord", "パソコンと[-Excel-][+Word+]")]
    [InlineData("👩‍👧と話した", "👨‍👧と話した", "[-👩‍👧-][+👨‍👧+]と話した")] // what is one character for the reader is not cut
    public void Words_are_compared_by_their_script(string before, string after, string compared) =>
        Assert.Equal(compared.Replace("+][+", "", StringComparison.Ordinal), Say(WordDifference.Of(before, after)));

    [Fact]
    public void Both_texts_can_be_read_from_it()
    {
        var (before, after) = ("面接は10月7日、履歴書は写真なし。\n子の熱で一度延期。", "面接は10月9日に変更、履歴書は写真あり。\n延期は一度。");
        var parts = WordDifference.Of(before, after);
        Assert.Equal(before, string.Concat(parts.Where(p => p.Change != WordChange.Added).Select(p => p.Text)));
        Assert.Equal(after, string.Concat(parts.Where(p => p.Change != WordChange.Removed).Select(p => p.Text)));
        Assert.DoesNotContain(parts.Zip(parts.Skip(1)), p => p.First.Change == p.Second.Change);
    }

    private static string Say(IEnumerable<ComparedWords> parts) => string.Concat(parts.Select(p => p.Change switch
    {
        WordChange.Added => $"[+{p.Text}+]",
        WordChange.Removed => $"[-{p.Text}-]",
        _ => p.Text,
    }));
}
