using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Channels;
using OneStop.Domain.Clients;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Inbox;
using OneStop.Domain.Staff;
using OneStop.Portal.Features.Bookings.Hour;
using OneStop.Portal.Features.Bookings.List;
using OneStop.Portal.Features.Conversations.Inbox;
using OneStop.Portal.Features.Conversations.Thread;
using OneStop.Portal.Shared;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Conversations;

/// <summary>A conversation of the real portal and its composer, while the clock advances.</summary>
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
        Assert.Single(talk.FindAll(".messages > .bubble-row.from-bot")); // the receipt is not part of the greeting
    }

    [Fact]
    public async Task A_greeting_that_failed_is_not_folded_and_asks_what_becomes_of_it()
    {
        var id = await oneStop.AsksSomething("あいさつの届かない人");
        Enter(await oneStop.AMember("at-the-failure", Duty.Counselor));
        await oneStop.Read(async db =>
        {
            var greeting = await db.Messages.Where(m => m.ConversationId == id && m.By == Speaker.Bot)
                .OrderBy(m => m.Order).Select(m => m.OutgoingId).FirstAsync();
            return await db.OutgoingMessages.Where(o => o.Id == greeting).ExecuteUpdateAsync(set => set.SetProperty(o => o.State, Delivery.Unknown));
        });
        var talk = await Open(id);
        Assert.Empty(talk.FindAll("details.welcome"));
        Assert.NotEmpty(talk.FindAll(".messages > .bubble-row.from-bot .decide"));
    }

    [Fact]
    public async Task Only_the_greeting_is_folded_and_no_card_that_comes_after_it()
    {
        var member = await oneStop.OnShift("at-the-card");
        var id = await oneStop.ConversationOf(await oneStop.AFriend("すぐ予約する人"));
        var client = await oneStop.At<ClientDesk, Guid>(member, desk => desk.Register(id, null, null));
        await oneStop.At<ClientDesk>(member, async desk =>
        {
            await desk.Answer(client, Domain.Clients.Eligibility.Yes);
            await desk.Agree(client);
        });
        await oneStop.At<BookingDesk, EnteredBooking>(member,
            desk => desk.Book(client,
                new(BookingKind.Consultation, ContactMethod.Phone, new ServiceDay(new(2026, 10, 12)).At(TimeSpan.FromHours(10)), null, false, true), false));
        Enter(member);
        var talk = await Open(id);
        Assert.Equal(2, talk.FindAll("details.welcome .bubble-row.from-bot").Count);
        Assert.NotEmpty(talk.FindAll(".messages > .bubble-row.from-bot"));
    }

    [Fact]
    public async Task A_talk_that_is_opened_at_an_old_place_knows_its_newest_message()
    {
        var friend = await oneStop.AFriend("昔をさがす人");
        await oneStop.SaysAll(friend, [.. Enumerable.Range(0, 120).Select(i => $"昔の話{i}")]);
        var id = await oneStop.ConversationOf(friend);
        var (old, newest) = await oneStop.Read(async db =>
            (await db.Messages.Where(m => m.ConversationId == id).MinAsync(m => m.Order),
                await db.Messages.Where(m => m.ConversationId == id).MaxAsync(m => m.Order)));
        Enter(await oneStop.AMember("at-the-past", Duty.Counselor));
        var talk = await Open(id, old);
        Assert.NotEmpty(talk.FindAll("[data-edge=later]"));
        Assert.Equal($"{newest}", talk.Find(".composer").GetAttribute("data-newest"));
    }

    private void Enter(StaffMember member)
    {
        var scope = oneStop.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeStaff(member, "sitting");
        Services.AddSingleton<TimeProvider>(oneStop.Clock); // before MudBlazor registers the system clock
        Services.AddMudServices().AddScoped<UndoToasts>(); // toasts need an initialized NavigationManager, which a scope of the host does not have
        Services.AddScoped(s => new BookingActs(scope.ServiceProvider.GetRequiredService<BookingDesk>(), s.GetRequiredService<UndoToasts>()));
        Services.AddScoped(s => ActivatorUtilities.CreateInstance<TalkActs>(scope.ServiceProvider, s.GetRequiredService<UndoToasts>()));
        Services.AddFallbackServiceProvider(scope.ServiceProvider);
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    private async Task<IRenderedComponent<ThreadPane>> Open(Guid conversationId, long? at = null)
    {
        var talk = Render<ThreadPane>(p => p.Add(x => x.Id, conversationId)
            .Add(x => x.Place, new InboxPlace(InboxList.All, InboxFilter.None)).Add(x => x.At, at));
        await talk.WaitForElementAsync(".composer");
        return talk;
    }
}
