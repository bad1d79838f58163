using OneStop.Domain;

namespace OneStop.Tests.Bookings;

/// <summary>Set operations on quarter hours.</summary>
public sealed class QuarterHoursTests
{
    [Fact]
    public void Starts_are_where_a_whole_talk_fits()
    {
        var free = Hours(9, 10.5) | Hours(12, 12.75);
        Assert.Equal([9, 9.25, 9.5], Times(free.StartsOf(4)));
        Assert.Equal([9, 9.25, 9.5, 9.75, 12], Times(free.StartsOf(3)));
        Assert.Equal(Times(free), Times(free.StartsOf(1)));
    }

    [Fact]
    public void A_day_has_its_ends()
    {
        Assert.Equal(QuarterHours.Count, Times(~QuarterHours.None).Count());
        Assert.Equal(QuarterHours.None, QuarterHours.Range(5, 5));
        Assert.Equal(QuarterHours.None, QuarterHours.Range(-9, 0));
        Assert.Equal(QuarterHours.None, QuarterHours.Range(128, 200));
        Assert.Equal(~QuarterHours.None, QuarterHours.Range(-9, 200));
        Assert.True(QuarterHours.Range(127, 128)[127]);
        Assert.False((~QuarterHours.None)[128]);
        Assert.False((~QuarterHours.None)[-1]);
        Assert.Equal([31.75], Times(QuarterHours.Range(126, 128).StartsOf(1) & QuarterHours.Range(127, 128)));
        Assert.Equal([31.5], Times(QuarterHours.Range(126, 128).StartsOf(2))); // nothing continues past the end
    }

    [Fact]
    public void Sums_of_them_are_those_of_sets()
    {
        var (a, b) = (Hours(9, 12), Hours(11, 14));
        Assert.Equal(Hours(11, 12), a & b);
        Assert.Equal(Hours(9, 14), a | b);
        Assert.Equal(Hours(9, 11), a & ~b);
        Assert.Equal(Hours(9.25, 12.25), a.Later(1));
    }

    private static QuarterHours Hours(double from, double until) => QuarterHours.Between(TimeSpan.FromHours(from), TimeSpan.FromHours(until));

    private static IEnumerable<double> Times(QuarterHours quarters) => quarters.Times().Select(t => t.TotalHours);
}
