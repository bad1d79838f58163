using System.Text.RegularExpressions;

namespace OneStop.Tests.House;

/// <summary>
/// Amounts are dated rules: no amount in yen is written in code or in a text, but in the data files from which rules are first entered.
/// </summary>
public sealed partial class AmountTests
{
    private static readonly string[] Kinds = [".cs", ".razor", ".js", ".json"];

    /// <summary>What people of the demo write to each other, about their own wages.</summary>
    private static readonly string[] Talks = ["DemoTalks.cs"];

    [Fact]
    public void No_amount_is_written_in_code_or_in_a_text()
    {
        var files = from project in (string[])["OneStop.Domain", "OneStop.Line", "OneStop.Portal"]
                    from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, project), "*", SearchOption.AllDirectories)
                    where Kinds.Contains(Path.GetExtension(file)) && !file.EndsWith(".rules.json", StringComparison.Ordinal)
                        && !Talks.Contains(Path.GetFileName(file))
                        && !file.Contains("Migrations", StringComparison.Ordinal)
                    select file;
        var written = from file in files
                      from line in File.ReadLines(file)
                      where Amount().IsMatch(Comment().Replace(line, ""))
                      select $"{Path.GetFileName(file)}: {line.Trim()}";
        Assert.Empty(written);
    }

    [Theory]
    [InlineData("毎月10万円", true)]
    [InlineData("１００，０００円です", true)]
    [InlineData("十万円まで", true)]
    [InlineData("3千円", true)]
    [InlineData("金額は、円の数字だけで入力してください。", false)]
    [InlineData("{rest:N0}円", false)]
    public void An_amount_is_recognized(string text, bool isAmount) => Assert.Equal(isAmount, Amount().IsMatch(text));

    [GeneratedRegex("[0-9０-９一二三四五六七八九十][0-9０-９,，.．一二三四五六七八九十百千万]*[ 　]*円")]
    private static partial Regex Amount();

    /// <summary>A comment may give an example, and a pattern names what is recognized; neither is shown.</summary>
    [GeneratedRegex(@"//.*$|\[GeneratedRegex\(.*$")]
    private static partial Regex Comment();
}
