using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OneStop.Domain.JobOpenings.Importing;
using OneStop.Portal.HelloWork;
using OneStop.Tests.House;

namespace OneStop.Tests.JobOpenings.Importing;

/// <summary>
/// Openings come from ハローワーク求人・求職情報提供サービス over real HTTP: page by page, read tolerantly, within its hours, with a token of the day.
/// </summary>
public sealed class HelloWorkApiTests : IAsyncLifetime
{
    private readonly HelloWorkSide side = new();

    public ValueTask InitializeAsync() => side.Start();

    public ValueTask DisposeAsync() => side.DisposeAsync();

    [Fact]
    public async Task A_data_set_comes_page_by_page_and_the_token_is_given_back()
    {
        (side.Service.PageSize, var told) = (1000, new List<int>());
        side.Service.Records.AddRange(Enumerable.Range(1, 2500).Select(n => HelloWorkDouble.Opening(n)));
        await using (var session = await side.Api.Open(default))
        {
            var set = Assert.Single(await session.DataSets(default));
            Assert.Equal(("M140", "一般求人（福岡県）", 2500, 3), (set.Id, set.Name, set.Count, set.Pages));
            var records = await session.Records(set, new Told(told)).ToListAsync();
            Assert.Equal(2500, records.Select(r => new RecordReading(FeedSource.HelloWork).Read(1, r).Record!.Number).Distinct().Count());
            Assert.Equal([1000, 2000, 2500], told);
        }
        Assert.Equal(0, side.Service.OpenTokens);
        Assert.Equal(["POST /auth/getToken", "POST /kyujin", "POST /kyujin/M140/1", "POST /kyujin/M140/2", "POST /kyujin/M140/3", "POST /auth/delToken"],
            side.Service.Calls);
    }

    [Fact]
    public async Task Beyond_the_last_page_there_is_none()
    {
        side.Service.Records.Add(HelloWorkDouble.Opening(1));
        await using var session = await side.Api.Open(default);
        Assert.Single((await session.Page("M140", 1, default))!);
        Assert.Null(await session.Page("M140", 2, default));
        Assert.Null(await session.Page("M999", 1, default)); // nor of a set that is not ours
    }

    [Fact]
    public async Task Tags_are_read_in_both_spellings_unknown_ones_are_kept_and_nothing_is_lost()
    {
        side.Service.Records.Add(HelloWorkDouble.Opening(1, """
            <knyuhkn>雇用・労災</knyuhkn><okni_jdktentisk_n>屋内禁煙</okni_jdktentisk_n><shgjn1_open_close>8時30分〜17時30分</shgjn1_open_close>
            <chgnkeitai_n>時給</chgnkeitai_n><chgnkeitai_kagen>1,100</chgnkeitai_kagen><chgnkeitai_jgn>1,300</chgnkeitai_jgn><tkjshsetu_n>あり</tkjshsetu_n>
            <shigoto_ny><![CDATA[受付 & 案内]]> &lt;窓口&gt;</shigoto_ny><mirai_no_tag><inner>x</inner>y</mirai_no_tag><biko/><saiyoninzu_n>若干名</saiyoninzu_n>
            """));
        var read = await side.First();
        var opening = read.Record!;
        Assert.Equal((new Insurances(true, true, false, false), true, "屋内禁煙"),
            (opening.Conditions.Insurances, opening.Conditions.ChildCare, opening.Place.Smoking));
        Assert.Equal((PayForm.Hourly, new YenRange(1100, 1300), new WorkTimes(new(8, 30), new(17, 30))),
            (opening.Pay.Form, opening.Pay.Range, opening.Times.Shifts[0]));
        Assert.Equal("受付 & 案内 <窓口>", opening.Work.Description);
        Assert.Equal("xy", read.Raw.Texts.Single(t => t.Name == "mirai_no_tag").Text);
        Assert.DoesNotContain(read.Raw.Texts, t => t.Name == "biko");
        Assert.Equal(("saiyoninzu_n", "採用人数", false), Assert.Single(read.Faults) is var fault ? (fault.Place, fault.Field, fault.IsBreaking) : default);
    }

    [Theory]
    [InlineData("2026-10-05T05:59", "10月5日(月) 6:00")]
    [InlineData("2026-10-05T00:00", "10月5日(月) 6:00")]
    [InlineData("2026-10-31T21:30", "11月1日(日) 6:00")]
    [InlineData("2027-02-28T23:00", "3月1日(月) 6:00")]
    public async Task While_the_service_is_closed_it_is_not_called_and_one_is_told_when_it_opens(string now, string opens)
    {
        side.Clock.AdjustTime(TestOneStop.Japan(now));
        var trouble = await HelloWorkSide.Trouble(HelloWorkFailure.Closed, () => side.Api.Open(default));
        Assert.Contains($"{opens}よりあとに", trouble.Message, StringComparison.Ordinal);
        Assert.Empty(side.Service.Calls);
    }

    [Theory]
    [InlineData("2026-10-05T06:00")]
    [InlineData("2026-10-05T23:59")]
    [InlineData("2026-10-31T21:29")]
    [InlineData("2026-10-30T21:30")] // not the last day
    public async Task It_is_open_from_six_until_midnight(string now)
    {
        side.Clock.AdjustTime(TestOneStop.Japan(now));
        await (await side.Api.Open(default)).DisposeAsync();
    }

    [Fact]
    public async Task When_the_service_itself_says_that_it_is_closed_one_is_told_to_wait()
    {
        side.Service.Instead = (context, _) => HelloWorkSide.Status(context, 503);
        Assert.Contains("10月5日(月) 10:00よりあとに", (await HelloWorkSide.Trouble(HelloWorkFailure.Closed, side.First)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_was_refused_is_renewed_once_and_the_delivery_goes_on()
    {
        side.Service.PageSize = 1;
        side.Service.Records.AddRange([HelloWorkDouble.Opening(1), HelloWorkDouble.Opening(2)]);
        await using var session = await side.Api.Open(default);
        var set = (await session.DataSets(default))[0];
        var numbers = new List<string>();
        await foreach (var record in session.Records(set))
        {
            numbers.Add(record.Texts[0].Text);
            side.Service.ForgetTokens();
        }
        Assert.Equal(["40010-00000001", "40010-00000002"], numbers);
        Assert.Equal(2, side.Service.Calls.Count(c => c.EndsWith("getToken", StringComparison.Ordinal)));

        side.Service.Instead = (context, _) => HelloWorkSide.Status(context, 401); // a new token does not help
        await HelloWorkSide.Trouble(HelloWorkFailure.Refused, () => session.Page("M140", 1, default));
    }

    [Fact]
    public async Task A_token_of_yesterday_is_not_used()
    {
        side.Service.Records.Add(HelloWorkDouble.Opening(1));
        await using var session = await side.Api.Open(default);
        side.Clock.AdjustTime(TestOneStop.Japan("2026-10-06T06:00"));
        await session.Page("M140", 1, default);
        Assert.Equal(["POST /auth/getToken", "POST /auth/getToken", "POST /kyujin/M140/1"], side.Service.Calls);
    }

    [Fact]
    public async Task Without_id_and_password_nothing_is_called()
    {
        await using var off = side.Portal(null, null);
        var api = off.GetRequiredService<HelloWorkApi>();
        Assert.False(api.IsOn);
        await HelloWorkSide.Trouble(HelloWorkFailure.Off, () => api.Open(default));
        Assert.Empty(side.Service.Calls);
    }

    [Theory]
    [InlineData("TimeoutSeconds", "0")]
    [InlineData("PauseMilliseconds", "-1")]
    [InlineData("LargestPage", "1")]
    public void A_setting_outside_of_its_bounds_is_refused(string name, string value)
    {
        using var set = side.Portal(null, null, (name, value));
        Assert.Throws<OptionsValidationException>(() => set.GetRequiredService<IOptions<HelloWorkOptions>>().Value);
    }

    private sealed class Told(List<int> counts) : IProgress<int>
    {
        public void Report(int value) => counts.Add(value);
    }
}
