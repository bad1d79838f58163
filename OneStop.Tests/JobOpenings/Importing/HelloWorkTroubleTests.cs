using Microsoft.Extensions.DependencyInjection;
using OneStop.Portal.HelloWork;

namespace OneStop.Tests.JobOpenings.Importing;

/// <summary>What can go wrong with a delivery of ハローワーク求人・求職情報提供サービス: it is whole or refused, and no secret is in an address or a log.</summary>
public sealed class HelloWorkTroubleTests : IAsyncLifetime
{
    private readonly HelloWorkSide side = new();

    public ValueTask InitializeAsync() => side.Start();

    public ValueTask DisposeAsync() => side.DisposeAsync();

    [Theory]
    [InlineData("<root><kyujin><data><kjno>40010-1</kjno>")] // cut off
    [InlineData("<root><kyujin><data><kjno>40010-1</sksu></data></kyujin></root>")]
    [InlineData("<html><body>メンテナンス中です</body></html>")]
    [InlineData("")]
    [InlineData("<!DOCTYPE root [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><root><kyujin><data><kjno>&x;</kjno></data></kyujin></root>")]
    [InlineData("<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><root><kyujin><data><kjno>&b;</kjno></data></kyujin></root>")]
    public async Task What_is_no_page_is_refused_and_nothing_of_it_is_told(string xml)
    {
        side.Service.Instead = (context, _) => HelloWorkSide.Write(context, xml);
        var trouble = await HelloWorkSide.Trouble(HelloWorkFailure.Broken, side.First);
        Assert.DoesNotContain("40010", trouble.Message + string.Concat(side.Logged), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_in_an_answer_is_a_refusal()
    {
        side.Service.Instead = (context, _) => HelloWorkSide.Write(context, "<root><errorDetail>トークンが不正です</errorDetail></root>");
        await HelloWorkSide.Trouble(HelloWorkFailure.Refused, side.First);
    }

    [Fact]
    public async Task A_page_without_end_is_read_only_to_its_limit()
    {
        await using var small = side.Portal(HelloWorkDouble.Id, HelloWorkDouble.Password, ("LargestPage", "100000"));
        var records = string.Concat(Enumerable.Repeat(HelloWorkDouble.Opening(1), 2000));
        side.Service.Instead = (context, _) => HelloWorkSide.Write(context, $"<root><kyujin>{records}</kyujin></root>");
        await using var session = await small.GetRequiredService<HelloWorkApi>().Open(default);
        await HelloWorkSide.Trouble(HelloWorkFailure.Broken, () => session.Page("M140", 1, default));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(302)] // a proxy's sign-in page
    [InlineData(429)]
    public async Task An_error_of_the_service_is_told_and_the_call_is_not_repeated(int status)
    {
        side.Service.Records.Add(HelloWorkDouble.Opening(1));
        side.Service.Instead = (context, _) => HelloWorkSide.Status(context, status);
        await HelloWorkSide.Trouble(HelloWorkFailure.Unreachable, side.First);
        Assert.Single(side.Service.Calls, c => c.EndsWith("/M140/1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_is_cut_off_half_way_is_no_page()
    {
        side.Service.Records.Add(HelloWorkDouble.Opening(1));
        side.Service.Instead = async (context, _) =>
        {
            context.Response.ContentLength = 10_000;
            await HelloWorkSide.Write(context, $"<root><kyujin>{HelloWorkDouble.Opening(1)}");
            await context.Response.Body.FlushAsync();
            context.Abort();
            return true;
        };
        await HelloWorkSide.Trouble(HelloWorkFailure.Unreachable, side.First);
    }

    [Theory]
    [InlineData(false)] // nothing comes
    [InlineData(true)] // it stops in the middle
    public async Task A_service_that_does_not_answer_is_not_waited_for(bool begins)
    {
        side.Service.Records.Add(HelloWorkDouble.Opening(1));
        var waiting = new TaskCompletionSource();
        side.Service.Instead = async (context, _) =>
        {
            if (begins)
                await HelloWorkSide.Write(context, "<root><kyujin>");
            await context.Response.Body.FlushAsync();
            waiting.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        var read = HelloWorkSide.Trouble(HelloWorkFailure.Unreachable, side.First);
        await waiting.Task;
        side.Clock.Advance(TimeSpan.FromSeconds(119));
        Assert.False(read.IsCompleted);
        side.Clock.Advance(TimeSpan.FromSeconds(2));
        await read;
    }

    [Fact]
    public async Task A_delivery_can_be_called_off_and_gives_its_token_back()
    {
        using var calledOff = new CancellationTokenSource();
        side.Service.Records.Add(HelloWorkDouble.Opening(1));
        side.Service.Instead = async (context, _) =>
        {
            await HelloWorkSide.Write(context, "<root><kyujin>");
            await context.Response.Body.FlushAsync();
            await calledOff.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        await using (var session = await side.Api.Open(default))
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.Page("M140", 1, calledOff.Token));
        Assert.Equal(0, side.Service.OpenTokens);
    }

    [Fact]
    public async Task A_set_of_which_less_came_than_there_is_is_no_set()
    {
        side.Service.Records.AddRange([HelloWorkDouble.Opening(1), HelloWorkDouble.Opening(2)]);
        side.Service.Told = 3;
        await using var session = await side.Api.Open(default);
        var set = (await session.DataSets(default))[0];
        var trouble = await HelloWorkSide.Trouble(HelloWorkFailure.Incomplete, () => session.Records(set).ToListAsync().AsTask());
        Assert.Contains("3件のうち2件", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_told_and_no_secret_is_in_an_address_or_a_log()
    {
        await using var wrong = side.Portal(HelloWorkDouble.Id, "machigai-9876");
        await HelloWorkSide.Trouble(HelloWorkFailure.Refused, () => wrong.GetRequiredService<HelloWorkApi>().Open(default));
        side.Service.Records.Add(HelloWorkDouble.Opening(1));
        await side.First();
        side.Service.Instead = (context, _) => HelloWorkSide.Status(context, 500);
        var trouble = await HelloWorkSide.Trouble(HelloWorkFailure.Unreachable, side.First);
        var everything = string.Join('\n', [.. side.Service.Calls, .. side.Logged, trouble.ToString()]);
        Assert.Contains("/kyujin/M140/1", everything, StringComparison.Ordinal);
        Assert.All([HelloWorkDouble.Id, HelloWorkDouble.Password, "machigai-9876", "token-"],
            secret => Assert.DoesNotContain(secret, everything, StringComparison.Ordinal));
    }
}
