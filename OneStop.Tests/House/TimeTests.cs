using OneStop.Domain;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.House;

/// <summary>仕様書 7(2)①(エ)(キ): 朝6時から深夜1時まで、年末年始（12月29日午前1時から1月3日まで）を除く。</summary>
public sealed class TimeTests
{
    [Theory]
    [InlineData("2026-10-05T06:00", true)] // opens at six
    [InlineData("2026-10-05T05:59", false)]
    [InlineData("2026-10-06T00:59", true)] // the last minute of the service day of the 5th
    [InlineData("2026-10-06T01:00", false)]
    [InlineData("2026-12-29T00:59", true)] // still the service day of 12/28
    [InlineData("2026-12-29T01:00", false)] // the closure begins
    [InlineData("2026-12-29T06:00", false)]
    [InlineData("2027-01-01T12:00", false)]
    [InlineData("2027-01-04T00:30", false)] // still the service day of 1/3
    [InlineData("2027-01-04T06:00", true)]
    [InlineData("2028-02-29T12:00", true)] // leap day
    public void Consultations_are_held_from_six_to_one_except_at_the_year_end(string at, bool open) =>
    Assert.Equal(open, ServiceHours.Standard.AreOpenAt(Japan(at)));

    [Theory]
    [InlineData("2026-10-06T00:30", "2026-10-05")] // shown as 24:30 of the 5th
    [InlineData("2026-10-06T05:59", "2026-10-05")]
    [InlineData("2026-10-06T06:00", "2026-10-06")]
    [InlineData("2027-04-01T00:30", "2027-03-31")] // the fiscal year's last service day
    public void Half_past_midnight_belongs_to_the_day_before(string at, string day) =>
        Assert.Equal(day, ServiceDay.Of(Japan(at)).Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-12-30T10:00", "2027-01-04T06:00")]
    [InlineData("2026-10-06T03:00", "2026-10-06T06:00")]
    [InlineData("2026-10-06T12:00", "2026-10-06T12:00")]
    public void The_next_opening_is_named(string at, string opens) => Assert.Equal(Japan(opens), ServiceHours.Standard.NextOpenAt(Japan(at)));

    [Theory]
    [InlineData("2026-10-06T00:30", "2026-10-07T01:00")] // of the 5th still
    [InlineData("2026-12-27T22:00", "2026-12-29T01:00")]
    [InlineData("2026-12-28T12:00", "2027-01-05T01:00")] // there is no service day from 12/29 to 1/3
    [InlineData("2026-12-31T12:00", "2027-01-05T01:00")]
    public void What_comes_in_is_done_by_the_end_of_the_next_service_day(string at, string until) =>
        Assert.Equal(Japan(until), ServiceHours.Standard.EndAfter(Japan(at)));

    [Fact]
    public void What_reports_group_by_is_worked_out_in_Japan()
    {
        var day = ReportDay.Of(new DateTimeOffset(2026, 10, 5, 15, 30, 0, TimeSpan.Zero)); // 0:30 on the 6th in Japan
        Assert.Equal((new DateOnly(2026, 10, 5), new DateOnly(2026, 10, 6), 0), (day.ServiceDay, day.Date, day.HourBand));
    }

    [Fact]
    public void Times_are_said_as_the_office_says_them()
    {
        Assert.Equal("10月5日(月) 14:05", JapanTime.Say(Japan("2026-10-05T14:05")));
        Assert.Equal("昨日 23:50", JapanTime.SayBriefly(Japan("2026-10-05T23:50"), Japan("2026-10-06T00:10")));
    }
}
