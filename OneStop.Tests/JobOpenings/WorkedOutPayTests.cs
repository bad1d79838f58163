using OneStop.Domain.JobOpenings.Terms;

namespace OneStop.Tests.JobOpenings;

/// <summary>The wage of a month and of an hour, worked out from any form of pay.</summary>
public sealed class WorkedOutPayTests
{
    [Theory]
    [InlineData(PayForm.Hourly, 1200, 126_000)] // 1,200 × 5.25 h × 240 days ÷ 12
    [InlineData(PayForm.Daily, 9000, 180_000)] // × 240 ÷ 12
    [InlineData(PayForm.Monthly, 200_000, 200_000)]
    [InlineData(PayForm.Annual, 2_500_000, 208_333)] // parts of a yen are dropped
    public void The_wage_of_a_month_follows_from_every_form(PayForm form, int lower, int monthly) =>
        Assert.Equal((monthly, null), (WorkedOutPay.Monthly(Paid(form, lower)).Lower, WorkedOutPay.Monthly(Paid(form, lower)).Upper));

    [Fact]
    public void The_rule_is_shown_so_that_the_sum_can_be_done_again() =>
        Assert.Equal("時給 1,200円 × 1日5.25時間 × 年240日（年間休日125日）÷ 12 = 月 126,000円", WorkedOutPay.Monthly(Whole.Terms).Rule);

    [Fact]
    public void Different_days_and_hours_make_a_range_from_the_least_to_the_most()
    {
        var terms = Whole.Terms with
        {
            Hours = Whole.Terms.Hours with { AnnualHolidays = null, DaysAWeek = 5, LeastDaysAWeek = 3, Patterns = [new(new(9, 0), new(13, 0), 0), new(new(9, 0), new(15, 0), 60)] },
        };
        var pay = WorkedOutPay.Monthly(terms);
        Assert.Equal((62_400m, 130_000m), (pay.Lower, pay.Upper)); // 1,200 × 4 × 156 ÷ 12; 1,200 × 5 × 260 ÷ 12
        Assert.Equal("時給 1,200円 × 1日4〜5時間 × 年156〜260日（週5日）÷ 12 = 月 62,400円〜130,000円", pay.Rule);
    }

    [Fact]
    public void Fixed_overtime_and_the_allowances_that_do_not_count_are_left_out()
    {
        var pay = Whole.Monthly with
        {
            Pay = Whole.Monthly.Pay with
            {
                Allowances =
                [
                    new(AllowanceKind.Commuting, "", 15_000, true),
                    new(AllowanceKind.Family, "", 10_000, true),
                    new(AllowanceKind.Attendance, "", 5_000, true),
                    new(AllowanceKind.Duty, "資格", 8_000, false), // not everybody has it
                    new(AllowanceKind.Duty, "職務", 6_000, true),
                ],
            },
        };
        Assert.Equal((206_000m, 236_000m), (WorkedOutPay.Monthly(pay).Lower, WorkedOutPay.Monthly(pay).Upper));
        var hourly = WorkedOutPay.Hourly(pay);
        Assert.Equal(1287.5m, hourly.Lower); // 206,000 × 12 ÷ (240 × 8)
        Assert.Equal("1年の賃金 2,472,000円（月給 200,000円 ＋ 全員の手当 月6,000円）÷（年240日 × 1日8時間）", hourly.Rule);
    }

    [Theory]
    [InlineData(PayForm.Hourly, 1200, 1200)]
    [InlineData(PayForm.Daily, 6300, 1200)] // ÷ 5.25 h
    [InlineData(PayForm.Monthly, 126_000, 1200)]
    [InlineData(PayForm.Annual, 1_512_000, 1200)]
    public void The_wage_of_an_hour_follows_from_every_form(PayForm form, int lower, int hourly) =>
        Assert.Equal(hourly, WorkedOutPay.Hourly(Paid(form, lower)).Lower);

    public static TheoryData<string, string, string> Blanks => new()
    {
        { "賃金形態がない", "賃金形態", "賃金形態" },
        { "下限がない", "賃金（下限）", "賃金（下限）" },
        { "固定残業代を除いた基本給がない", "固定残業代を除いた基本給", "固定残業代を除いた基本給" },
        { "休憩がない", "就業時間と休憩", "" }, // pay by the hour needs no more to be compared
        { "日数がない", "年間休日か週の日数", "" },
    };

    [Theory, MemberData(nameof(Blanks))]
    public void A_missing_number_is_named_and_nothing_is_guessed(string blank, string missing, string missingForTheHour)
    {
        var (pay, hours) = (Whole.Terms.Pay, Whole.Terms.Hours);
        var terms = blank switch
        {
            "賃金形態がない" => Whole.Terms with { Pay = pay with { Form = null } },
            "下限がない" => Whole.Terms with { Pay = pay with { Lower = null } },
            "固定残業代を除いた基本給がない" => Whole.Terms with { Pay = pay with { HasFixedOvertime = true } },
            "休憩がない" => Whole.Terms with { Hours = hours with { Patterns = [new(new(9, 0), new(15, 0), null)] } },
            _ => Whole.Terms with { Hours = hours with { AnnualHolidays = null, DaysAWeek = null } },
        };
        var worked = WorkedOutPay.Monthly(terms);
        Assert.Equal((null, "", missing), (worked.Lower, worked.Rule, string.Join("、", worked.Missing)));
        Assert.Equal(missingForTheHour, string.Join("、", WorkedOutPay.Hourly(terms).Missing));
    }

    private static OpeningTerms Paid(PayForm form, int lower) => Whole.Terms with { Pay = Whole.Terms.Pay with { Form = form, Lower = lower } };
}
