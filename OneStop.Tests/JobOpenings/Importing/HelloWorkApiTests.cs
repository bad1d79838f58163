using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OneStop.Domain.JobOpenings.Importing;
using OneStop.Portal.HelloWork;
using OneStop.Tests.House;

namespace OneStop.Tests.JobOpenings.Importing;

/// <summary>
/// Openings come from ハローワーク求人・求職情報提供サービス over real HTTP: whole or not at all, read tolerantly, within its hours, and without a secret in an
/// address or a log.
/// </summary>
public sealed class HelloWorkApiTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(TestOneStop.Japan("2026-10-05T09:00"));
    private readonly ConcurrentQueue<string> logged = [];
    private HelloWorkDouble service = default!;
    private ServiceProvider portal = default!;

    public async ValueTask InitializeAsync()
    {
        service = new(clock);
        await service.Start();
        portal = Portal(HelloWorkDouble.Id, HelloWorkDouble.Password);
    }

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await service.DisposeAsync();
    }

    [Fact]
    public async Task A_data_set_comes_page_by_page_and_the_token_is_given_back()
    {
        (service.PageSize, var told) = (1000, new List<int>());
        service.Records.AddRange(Enumerable.Range(1, 2500).Select(n => HelloWorkDouble.Opening(n)));
        await using (var session = await Api.Open(default))
        {
            var set = Assert.Single(await session.DataSets(default));
            Assert.Equal(("M140", "一般求人（福岡県）", 2500, 3), (set.Id, set.Name, set.Count, set.Pages));
            var records = await session.Records(set, new Told(told)).ToListAsync();
            Assert.Equal(2500, records.Select(r => new RecordReading(FeedSource.HelloWork).Read(1, r).Record!.Number).Distinct().Count());
            Assert.Equal([1000, 2000, 2500], told);
        }
        Assert.Equal(0, service.OpenTokens);
        Assert.Equal(["POST /auth/getToken", "POST /kyujin", "POST /kyujin/M140/1", "POST /kyujin/M140/2", "POST /kyujin/M140/3", "POST /auth/delToken"], service.Calls);
    }

    [Fact]
    public async Task Beyond_the_last_page_there_is_none()
    {
        service.Records.Add(HelloWorkDouble.Opening(1));
        await using var session = await Api.Open(default);
        Assert.Single((await session.Page("M140", 1, default))!);
        Assert.Null(await session.Page("M140", 2, default));
        Assert.Null(await session.Page("M999", 1, default)); // nor of a set that is not ours
    }

    [Fact]
    public async Task Tags_are_read_in_both_spellings_unknown_ones_are_kept_and_nothing_is_lost()
    {
        service.Records.Add(HelloWorkDouble.Opening(1, """
            <knyuhkn>雇用・労災</knyuhkn><okni_jdktentisk_n>屋内禁煙</okni_jdktentisk_n><shgjn1_open_close>8時30分〜17時30分</shgjn1_open_close>
            <chgnkeitai_n>時給</chgnkeitai_n><chgnkeitai_kagen>1,100</chgnkeitai_kagen><chgnkeitai_jgn>1,300</chgnkeitai_jgn><tkjshsetu_n>あり</tkjshsetu_n>
            <shigoto_ny><![CDATA[受付 & 案内]]> &lt;窓口&gt;</shigoto_ny><mirai_no_tag><inner>x</inner>y</mirai_no_tag><biko/><saiyoninzu_n>若干名</saiyoninzu_n>
            """));
        var read = await First();
        var opening = read.Record!;
        Assert.Equal((new Insurances(true, true, false, false), true, "屋内禁煙"), (opening.Conditions.Insurances, opening.Conditions.ChildCare, opening.Place.Smoking));
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
        clock.AdjustTime(TestOneStop.Japan(now));
        var trouble = await Trouble(HelloWorkFailure.Closed, () => Api.Open(default));
        Assert.Contains($"{opens}よりあとに", trouble.Message, StringComparison.Ordinal);
        Assert.Empty(service.Calls);
    }

    [Theory]
    [InlineData("2026-10-05T06:00")]
    [InlineData("2026-10-05T23:59")]
    [InlineData("2026-10-31T21:29")]
    [InlineData("2026-10-30T21:30")] // not the last day
    public async Task It_is_open_from_six_until_midnight(string now)
    {
        clock.AdjustTime(TestOneStop.Japan(now));
        await (await Api.Open(default)).DisposeAsync();
    }

    [Fact]
    public async Task When_the_service_itself_says_that_it_is_closed_one_is_told_to_wait()
    {
        service.Instead = (context, _) => Status(context, 503);
        Assert.Contains("10月5日(月) 10:00よりあとに", (await Trouble(HelloWorkFailure.Closed, First)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_was_refused_is_renewed_once_and_the_delivery_goes_on()
    {
        service.PageSize = 1;
        service.Records.AddRange([HelloWorkDouble.Opening(1), HelloWorkDouble.Opening(2)]);
        await using var session = await Api.Open(default);
        var set = (await session.DataSets(default))[0];
        var numbers = new List<string>();
        await foreach (var record in session.Records(set))
        {
            numbers.Add(record.Texts[0].Text);
            service.ForgetTokens();
        }
        Assert.Equal(["40010-00000001", "40010-00000002"], numbers);
        Assert.Equal(2, service.Calls.Count(c => c.EndsWith("getToken", StringComparison.Ordinal)));

        service.Instead = (context, _) => Status(context, 401); // a new token does not help
        await Trouble(HelloWorkFailure.Refused, () => session.Page("M140", 1, default));
    }

    [Fact]
    public async Task A_token_of_yesterday_is_not_used()
    {
        service.Records.Add(HelloWorkDouble.Opening(1));
        await using var session = await Api.Open(default);
        clock.AdjustTime(TestOneStop.Japan("2026-10-06T06:00"));
        await session.Page("M140", 1, default);
        Assert.Equal(["POST /auth/getToken", "POST /auth/getToken", "POST /kyujin/M140/1"], service.Calls);
    }

    [Theory]
    [InlineData("<root><kyujin><data><kjno>40010-1</kjno>")] // cut off
    [InlineData("<root><kyujin><data><kjno>40010-1</sksu></data></kyujin></root>")]
    [InlineData("<html><body>メンテナンス中です</body></html>")]
    [InlineData("")]
    [InlineData("<!DOCTYPE root [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><root><kyujin><data><kjno>&x;</kjno></data></kyujin></root>")]
    [InlineData("<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><root><kyujin><data><kjno>&b;</kjno></data></kyujin></root>")]
    public async Task What_is_no_page_is_refused_and_nothing_of_it_is_told(string xml)
    {
        service.Instead = (context, _) => Write(context, xml);
        var trouble = await Trouble(HelloWorkFailure.Broken, First);
        Assert.DoesNotContain("40010", trouble.Message + string.Concat(logged), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_in_an_answer_is_a_refusal()
    {
        service.Instead = (context, _) => Write(context, "<root><errorDetail>トークンが不正です</errorDetail></root>");
        await Trouble(HelloWorkFailure.Refused, First);
    }

    [Fact]
    public async Task A_page_without_end_is_read_only_to_its_limit()
    {
        await using var small = Portal(HelloWorkDouble.Id, HelloWorkDouble.Password, ("LargestPage", "100000"));
        service.Instead = (context, _) => Write(context, $"<root><kyujin>{string.Concat(Enumerable.Repeat(HelloWorkDouble.Opening(1), 2000))}</kyujin></root>");
        await using var session = await small.GetRequiredService<HelloWorkApi>().Open(default);
        await Trouble(HelloWorkFailure.Broken, () => session.Page("M140", 1, default));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(302)] // a proxy's sign-in page
    [InlineData(429)]
    public async Task An_error_of_the_service_is_told_and_the_call_is_not_repeated(int status)
    {
        service.Records.Add(HelloWorkDouble.Opening(1));
        service.Instead = (context, _) => Status(context, status);
        await Trouble(HelloWorkFailure.Unreachable, First);
        Assert.Single(service.Calls, c => c.EndsWith("/M140/1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_is_cut_off_half_way_is_no_page()
    {
        service.Records.Add(HelloWorkDouble.Opening(1));
        service.Instead = async (context, _) =>
        {
            context.Response.ContentLength = 10_000;
            await Write(context, $"<root><kyujin>{HelloWorkDouble.Opening(1)}");
            await context.Response.Body.FlushAsync();
            context.Abort();
            return true;
        };
        await Trouble(HelloWorkFailure.Unreachable, First);
    }

    [Theory]
    [InlineData(false)] // nothing comes
    [InlineData(true)] // it stops in the middle
    public async Task A_service_that_does_not_answer_is_not_waited_for(bool begins)
    {
        service.Records.Add(HelloWorkDouble.Opening(1));
        var waiting = new TaskCompletionSource();
        service.Instead = async (context, _) =>
        {
            if (begins)
                await Write(context, "<root><kyujin>");
            await context.Response.Body.FlushAsync();
            waiting.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        var read = Trouble(HelloWorkFailure.Unreachable, First);
        await waiting.Task;
        clock.Advance(TimeSpan.FromSeconds(119));
        Assert.False(read.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(2));
        await read;
    }

    [Fact]
    public async Task A_set_of_which_less_came_than_there_is_is_no_set()
    {
        service.Records.AddRange([HelloWorkDouble.Opening(1), HelloWorkDouble.Opening(2)]);
        service.Told = 3;
        await using var session = await Api.Open(default);
        var set = (await session.DataSets(default))[0];
        var trouble = await Trouble(HelloWorkFailure.Incomplete, () => session.Records(set).ToListAsync().AsTask());
        Assert.Contains("3件のうち2件", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_id_and_password_nothing_is_called()
    {
        await using var off = Portal(null, null);
        var api = off.GetRequiredService<HelloWorkApi>();
        Assert.False(api.IsOn);
        await Trouble(HelloWorkFailure.Off, () => api.Open(default));
        Assert.Empty(service.Calls);
    }

    [Fact]
    public async Task A_wrong_password_is_told_and_no_secret_is_in_an_address_or_a_log()
    {
        await using var wrong = Portal(HelloWorkDouble.Id, "machigai-9876");
        await Trouble(HelloWorkFailure.Refused, () => wrong.GetRequiredService<HelloWorkApi>().Open(default));
        service.Records.Add(HelloWorkDouble.Opening(1));
        await First();
        service.Instead = (context, _) => Status(context, 500);
        var trouble = await Trouble(HelloWorkFailure.Unreachable, First);
        var everything = string.Join('\n', [.. service.Calls, .. logged, trouble.ToString()]);
        Assert.Contains("/kyujin/M140/1", everything, StringComparison.Ordinal);
        Assert.All([HelloWorkDouble.Id, HelloWorkDouble.Password, "machigai-9876", "token-"], secret => Assert.DoesNotContain(secret, everything, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("TimeoutSeconds", "0")]
    [InlineData("PauseMilliseconds", "-1")]
    [InlineData("LargestPage", "1")]
    public void A_setting_outside_of_its_bounds_is_refused(string name, string value)
    {
        using var set = Portal(null, null, (name, value));
        Assert.Throws<OptionsValidationException>(() => set.GetRequiredService<IOptions<HelloWorkOptions>>().Value);
    }

    private HelloWorkApi Api => portal.GetRequiredService<HelloWorkApi>();

    private async Task<ReadOpening> First()
    {
        await using var session = await Api.Open(default);
        return new RecordReading(FeedSource.HelloWork).Read(1, (await session.Page("M140", 1, default))![0]);
    }

    private ServiceProvider Portal(string? id, string? password, params (string Name, string Value)[] further)
    {
        var services = new ServiceCollection();
        var settings = new Dictionary<string, string?> { ["UserId"] = id, ["Password"] = password, ["BaseUrl"] = service.Address.ToString(), ["PauseMilliseconds"] = "0" };
        foreach (var (name, value) in further)
            settings[name] = value;
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => $"HelloWork:{s.Key}", s => s.Value)).Build());
        services.AddSingleton<TimeProvider>(clock);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new Notebook(logged)));
        services.AddHelloWork();
        return services.BuildServiceProvider();
    }

    private static async Task<HelloWorkTrouble> Trouble<T>(HelloWorkFailure failure, Func<Task<T>> act)
    {
        var trouble = await Assert.ThrowsAsync<HelloWorkTrouble>(act);
        Assert.Equal(failure, trouble.Failure);
        return trouble;
    }

    private static Task<bool> Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.FromResult(true);
    }

    private static async Task<bool> Write(HttpContext context, string xml)
    {
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(xml));
        return true;
    }

    private sealed class Told(List<int> counts) : IProgress<int>
    {
        public void Report(int value) => counts.Add(value);
    }
}
