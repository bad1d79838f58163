using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using OneStop.Domain.Conversations;
using OneStop.Domain.Staff;
using OneStop.Portal.Features.Conversations;
using OneStop.Portal.Shared;
using OneStop.Tests.House;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Conversations;

/// <summary>A talk of the real portal and its composer, while the clock goes on.</summary>
public sealed class ReplyBoxTests(TestOneStop oneStop) : BunitContext, IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Its_hints_come_and_go_with_the_clock_while_the_talk_stays_open()
    {
        var id = await oneStop.AsksSomething("夜でも相談できますか");
        Enter(await oneStop.AMember("at-the-box", Duty.Counselor));
        oneStop.Clock.SetUtcNow(Japan("2026-10-05T20:59"));
        var talk = await Open(id);
        Assert.Contains("さんへの返信", talk.Find(".composer label[for=reply]").TextContent, StringComparison.Ordinal);
        Assert.Empty(talk.FindAll(".composer .hint"));

        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        await talk.WaitForAssertionAsync(() => Assert.Contains("通知音なし", talk.Find(".composer .hint").TextContent, StringComparison.Ordinal));

        await DisposeComponentsAsync();
        oneStop.Clock.SetUtcNow(Japan("2026-10-06T07:59"));
        talk = await Open(id);
        Assert.Contains("通知音なし", talk.Find(".composer .hint").TextContent, StringComparison.Ordinal);
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        await talk.WaitForAssertionAsync(() => Assert.Empty(talk.FindAll(".composer .hint")));
    }

    [Fact]
    public async Task The_welcome_that_everybody_gets_is_folded_and_the_talk_is_not()
    {
        var id = await oneStop.AsksSomething("あいさつの次の言葉");
        Enter(await oneStop.AMember("at-the-welcome", Duty.Counselor));
        var talk = await Open(id);
        Assert.Equal(2, talk.FindAll("details.welcome .bubble-row.from-bot").Count); // text and card
        Assert.False(talk.Find("details.welcome").HasAttribute("open"));
        Assert.Contains("2件", talk.Find("details.welcome summary").TextContent, StringComparison.Ordinal);
        Assert.Contains("あいさつの次の言葉", talk.Find(".messages > .bubble-row.from-client").TextContent, StringComparison.Ordinal);
        Assert.Single(talk.FindAll(".messages > .bubble-row.from-bot")); // the receipt is a part of the talk
    }

    private void Enter(StaffMember member)
    {
        var scope = oneStop.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeStaff(member, "sitting");
        Services.AddSingleton<TimeProvider>(oneStop.Clock); // before the toasts bring the machine's
        Services.AddMudServices().AddScoped<Undoing>(); // toasts want a browser's address, which a scope of the host has not
        Services.AddFallbackServiceProvider(scope.ServiceProvider);
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    private async Task<IRenderedComponent<ThreadPane>> Open(Guid conversationId)
    {
        var talk = Render<ThreadPane>(p => p.Add(x => x.Id, conversationId).Add(x => x.Place, new InboxPlace(InboxList.All, InboxFilter.None)));
        await talk.WaitForElementAsync(".composer");
        return talk;
    }
}
