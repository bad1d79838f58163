using OneStop.Domain.SupportPrograms.Assessment;
using OneStop.Portal.Shared.Forms;

namespace OneStop.Tests.Kit;

/// <summary>Two people change a list of rows at the same time.</summary>
public sealed class RowMergeTests
{
    [Theory]
    [InlineData("a b c", "a B c", "a b C", "a B C")] // rows beside each other
    [InlineData("a b c", "A b c", "a b c d", "A b c d")]
    [InlineData("a b c", "a b c d", "a b c e", "a b c d e")] // both add at the end: theirs first
    [InlineData("", "d", "e", "d e")]
    [InlineData("a b c", "b c", "a b c d", "b c d")] // one removes
    [InlineData("a b c", "a x b c", "a b C", "a x b C")] // one puts a row in between
    [InlineData("a b c", "x a b c", "a b c", "x a b c")]
    [InlineData("a b c", "a b", "a b", "a b")] // both the same
    [InlineData("a b c", "a X c", "a X c", "a X c")]
    [InlineData("a b c", "a X c d", "a X c", "a X c d")]
    [InlineData("a b c", "a B c", "a X c", null)] // one row by both
    [InlineData("a b c", "a c", "a X c", null)] // changed by one, removed by the other
    [InlineData("a b c d", "a X Y d", "a b Z d", null)]
    public void Rows_of_both_stand_in_the_list_unless_both_changed_one(string was, string theirs, string mine, string? expected) =>
        Assert.Equal(expected, RowMerge.Of(Rows(was), Rows(theirs), Rows(mine), (a, b) => a == b) is { } merged ? string.Join(' ', merged) : null);

    [Fact]
    public void Two_write_different_lines_of_a_budget()
    {
        BudgetLine wage = new(true, "給料", 150_000), rent = new(false, "家賃", 50_000), food = new(false, "食費", 40_000);
        var was = new Budget { Lines = [wage, rent] };
        var theirs = was with { Lines = [wage with { Yen = 160_000 }, rent] };
        var mine = was with { Lines = [wage, rent, food] };
        Assert.Equal(was with { Lines = [wage with { Yen = 160_000 }, rent, food] }, Records.Merge(was, theirs, mine, b => b));
        Assert.Null(Records.Merge(was, theirs, was with { Lines = [wage with { Yen = 170_000 }, rent] }, b => b));
    }

    private static string[] Rows(string letters) => letters.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
