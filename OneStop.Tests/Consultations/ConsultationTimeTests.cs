using OneStop.Domain;
using OneStop.Domain.Consultations;

namespace OneStop.Tests.Consultations;

/// <summary>The times of a record: written on the clock of the service day, as they really were.</summary>
public sealed class ConsultationTimeTests
{
    private static readonly DateTimeOffset Now = House.TestOneStop.Japan("2026-10-06T02:00");

    private static readonly ConsultationWish Typed = new() { Day = new(2026, 10, 5), From = "14:00", Until = "15:00" };

    [Theory]
    [InlineData("9:00", 9.0)]
    [InlineData("24:30", 24.5)]
    [InlineData("２４：３０", 24.5)] // from an IME
    [InlineData("9時半", 9.5)]
    [InlineData("9時45分", 9.75)]
    [InlineData("930", 9.5)]
    [InlineData("2430", 24.5)]
    [InlineData("25", 25.0)]
    [InlineData("30:00", 30.0)]
    [InlineData("5:59", null)] // belongs to the evening before: 29:59
    [InlineData("30:01", null)]
    [InlineData("9:60", null)]
    [InlineData("きのう", null)]
    [InlineData("", null)]
    public void A_time_of_the_service_day_is_read_as_people_type_it(string typed, double? hours) =>
        Assert.Equal(hours, ServiceDay.ReadTime(typed)?.TotalHours);

    [Fact]
    public void A_talk_past_midnight_belongs_to_the_evening_on_which_it_began()
    {
        var content = (Typed with { From = "24:30", Until = "25:00" }).Read(Now);
        Assert.Equal((House.TestOneStop.Japan("2026-10-06T00:30").ToUniversalTime(), 30), (content.Begin, content.Minutes));
        Assert.Equal(("24:30", "25:00", new DateOnly(2026, 10, 5)), (ConsultationWish.Of(content).From, ConsultationWish.Of(content).Until, ConsultationWish.Of(content).Day));
    }

    [Theory]
    [InlineData("14:00", "14:00", nameof(ConsultationWish.Until))]
    [InlineData("23:30", "6:30", nameof(ConsultationWish.Until))] // the next morning: written 30:30 it would be no talk any more
    [InlineData("9:00", "21:01", nameof(ConsultationWish.Until))] // twelve hours are a slip
    [InlineData("26:01", "27:00", nameof(ConsultationWish.From))] // it is 26:00 now
    [InlineData("", "15:00", nameof(ConsultationWish.From))]
    [InlineData("14:00", "あと", nameof(ConsultationWish.Until))]
    public void Times_that_cannot_be_are_refused_at_their_field(string from, string until, string field) =>
        Assert.Equal(field, Assert.Throws<RuleException>(() => (Typed with { From = from, Until = until }).Read(Now)).Field);

    [Fact]
    public void A_record_may_be_longer_than_a_booking() => Assert.Equal(150, (Typed with { Until = "16:30" }).Read(Now).Minutes);

    [Fact]
    public void The_time_spent_follows_begin_and_end_until_it_is_typed_otherwise()
    {
        var before = Typed with { Minutes = 60 };
        Assert.Equal(75, (before with { Until = "15:15" }).After(before).Minutes);
        var own = before with { Minutes = 40 }; // with a pause
        Assert.Equal(40, own.After(before).Minutes);
        Assert.Equal(40, (own with { Until = "15:15" }).After(own).Minutes);
        Assert.Equal(60, (before with { Until = "15:" }).After(before).Minutes); // while it is being typed
    }

    [Fact]
    public void A_date_without_a_next_step_is_refused() =>
        Assert.Equal(nameof(ConsultationWish.NextStep), Assert.Throws<RuleException>(() => (Typed with { NextStepOn = new(2026, 10, 9) }).Read(Now)).Field);

    [Theory]
    [InlineData("2026-10-05T10:00", "2026-10-07T01:00")] // by the end of the 6th, which is 25:00
    [InlineData("2026-10-06T00:30", "2026-10-07T01:00")] // still the service day of the 5th
    [InlineData("2026-12-28T10:00", "2027-01-05T01:00")] // there is no service day until 4 January
    [InlineData("2026-12-29T00:30", "2027-01-05T01:00")] // the last hour of the year
    public void The_record_is_due_by_the_end_of_the_next_service_day(string begin, string due) =>
        Assert.Equal(House.TestOneStop.Japan(due), RecordDeadline.For(House.TestOneStop.Japan(begin)));
}
