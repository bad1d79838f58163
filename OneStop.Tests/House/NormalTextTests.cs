using System.Globalization;
using OneStop.Domain;

namespace OneStop.Tests.House;

/// <summary>Any text from outside can be normalized without an exception.</summary>
public sealed class NormalTextTests
{
    [Fact]
    public void Every_code_unit_can_be_normalised_alone_and_between_others()
    {
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            foreach (var text in new[] { ((char)unit).ToString(), $"が{(char)unit}A" })
                Assert.False(string.IsNullOrEmpty(text.Plain + text.Composed + text.Decomposed), unit.ToString("X4", CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void What_can_be_read_by_nobody_is_one_mark_as_long_and_all_else_stays()
    {
        Assert.Equal("a\uFFFDb\uFFFDc", "a\uFFFEb\uD83Dc".Readable);
        Assert.Equal("ガ(株)K😀", "ｶﾞ㈱\u212A😀".Plain);
        Assert.Equal("が", "か\u3099".Composed);
        Assert.Equal("か\u3099", "が".Decomposed);
    }
}
