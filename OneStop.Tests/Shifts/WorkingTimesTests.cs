using OneStop.Domain;
using OneStop.Domain.Shifts;

namespace OneStop.Tests.Shifts;

/// <summary>Working times as people write them in a shift table, and as they are read.</summary>
public sealed class WorkingTimesTests
{
    [Theory]
    [InlineData("9:00-18:00", "9:00-18:00")]
    [InlineData("9:00-18:00 20:00-25:00", "9:00-18:00 20:00-25:00")]
    [InlineData("20:00-25:00 9:00-18:00", "9:00-18:00 20:00-25:00")] // sorted by time
    [InlineData("９：００〜１８：００", "9:00-18:00")] // typed with the IME on
    [InlineData("9:00ー18:00", "9:00-18:00")]
    [InlineData("9:00 - 18:00", "9:00-18:00")]
    [InlineData("9-18", "9:00-18:00")]
    [InlineData("9時-18時", "9:00-18:00")]
    [InlineData("09:00-12:00、13:00-18:00", "9:00-12:00 13:00-18:00")]
    [InlineData("9:00-12:00\n13:00-18:00", "9:00-12:00 13:00-18:00")]
    [InlineData("6:00-25:00", "6:00-25:00")]
    [InlineData("", "休")]
    [InlineData("公休", "休")]
    [InlineData(" 休 ", "休")]
    [InlineData("-", "休")]
    public void They_are_read_as_people_write_them(string text, string said)
    {
        Assert.Equal(said, WorkingTimes.Read(text).ToString());
        Assert.Equal(WorkingTimes.Read(text), WorkingTimes.Read(said)); // also from the stored form
    }

    [Theory]
    [InlineData("有休", "「有休」が読めません")]
    [InlineData("9:00", "「9:00」が読めません")]
    [InlineData("9:60-18:00", "「9:60-18:00」が読めません")]
    [InlineData("9:00-18:00; DROP", "読めません")]
    [InlineData("18:00-9:00", "始まりから終わりへ")]
    [InlineData("5:45-9:00", "6:00から25:00まで")]
    [InlineData("20:00-25:15", "6:00から25:00まで")]
    [InlineData("9:10-18:00", "15分きざみ")]
    [InlineData("9:00-12:00 11:45-15:00", "時間が重なっています")]
    [InlineData("6-7 8-9 10-11 12-13 14-15 16-17 18-19", "6つまで")]
    public void What_cannot_be_meant_is_told_in_a_sentence(string text, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<RuleException>(() => WorkingTimes.Read(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("18:00-25:00", "2026-10-05", 24, true)] // its own midnight
    [InlineData("18:00-25:00", "2026-10-05", 17.5, false)]
    [InlineData("9:00-12:00 12:00-15:00", "2026-10-05", 11.5, true)] // across the two spans
    [InlineData("9:00-12:00 12:15-15:00", "2026-10-05", 11.5, false)]
    public void They_cover_a_talk_from_its_start_to_its_end(string times, string day, double hour, bool covers) =>
        Assert.Equal(covers, WorkingTimes.Read(times)
            .Cover(new(new ServiceDay(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).At(TimeSpan.FromHours(hour)), 60)));

    [Fact]
    public void Their_length_is_the_sum() => Assert.Equal(TimeSpan.FromHours(14), WorkingTimes.Read("9:00-18:00 20:00-25:00").Length);
}
