using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Inbox;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>Somebody begins to wait, and a counselor who looks elsewhere notices.</summary>
[Collection(BrowserGroups.First)]
public sealed class AlertTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    // What the machine would sound and show is written down instead; the quarter of a minute passes when the test says so.
    internal const string Recorder = """
        window.sounds = 0; window.shown = []; window.focused = false;
        const silent = { connect: next => next };
        window.AudioContext = class {
          state = 'running'; currentTime = 0; destination = silent;
          createOscillator() { return { ...silent, frequency: {}, start() { window.sounds++; }, stop() {} }; }
          createGain() { return { ...silent, gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} } }; }
        };
        window.Notification = class { static permission = 'granted'; constructor(title, more) { window.shown.push(title + ' ' + JSON.stringify(more)); } close() {} };
        document.hasFocus = () => window.focused;
        const every = window.setInterval;
        window.setInterval = (what, after, ...more) => { if (after === 15000) { window.again = what; what = () => {}; } return every(what, after, ...more); };
        """;

    private const string Tones = "() => window.sounds";

    [Fact]
    public async Task How_many_wait_stands_in_title_and_favicon_and_follows_live()
    {
        var (page, friend) = (await Desk("counts"), await oneStop.AFriend());
        await page.GotoAsync("/inbox");
        var before = await Waiting();
        await Say(friend);
        await Expect(page).ToHaveTitleAsync($"({before + 1}) 受信箱 | ワンストップ就業支援");
        await Expect(page.Favicon())
            .ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex($"^data:image/svg.*%3E{Math.Min(before + 1, 9)}"));
        await page.GotoAsync("/settings/me");
        await Expect(page).ToHaveTitleAsync($"({before + 1}) 個人設定 | ワンストップ就業支援");

        foreach (var row in (await Rows()).Where(r => r.AnswerDue is not null))
            await oneStop.As(await Colleague(), s => s.GetRequiredService<ConversationDesk>().NeedNoAnswer(row.Id));
        await Expect(page).ToHaveTitleAsync("個人設定 | ワンストップ就業支援");
        await Expect(page.Favicon()).ToHaveAttributeAsync("href", "favicon.svg");
    }

    [Fact]
    public async Task It_sounds_again_until_a_colleague_takes_whoever_waits()
    {
        var (page, friend) = (await Desk("listener"), await oneStop.AFriend());
        await Say(friend);
        await Expect(page.Bell()).ToContainTextAsync("人が返信を待っています");
        await Sounded(page, 2); // two tones
        await page.EvaluateAsync("() => window.again()");
        await Sounded(page, 4);
        var shown = Assert.Single(await page.EvaluateAsync<string[]>("() => window.shown"));
        Assert.StartsWith("新しいメッセージがあります", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("だれか", shown, StringComparison.Ordinal); // neither words
        Assert.DoesNotContain("A-", shown, StringComparison.Ordinal); // nor who

        await Take(friend);
        await Expect(page.Bell()).ToBeHiddenAsync();
        await page.EvaluateAsync("() => window.again()"); // the clock may already have begun to strike
        Assert.Equal(4, await page.EvaluateAsync<int>(Tones));
    }

    [Fact]
    public async Task Muted_in_one_window_it_is_silent_in_all_of_mine_and_one_alone_had_sounded()
    {
        var (page, friend) = (await Desk("two-windows"), await oneStop.AFriend());
        var other = await page.Context.NewPageAsync();
        await other.AddInitScriptAsync(Recorder);
        await other.GotoAsync("/settings/me");
        await Expect(other.GetByRole(AriaRole.Heading, new() { Name = "個人設定" })).ToBeVisibleAsync();
        await Say(friend);
        await Expect(other.Bell()).ToBeVisibleAsync();
        await Sounded(page, 2);
        Assert.Equal(0, await other.EvaluateAsync<int>(Tones));

        await other.GetByRole(AriaRole.Button, new() { Name = "音を止める" }).ClickAsync();
        await Expect(other.Bell()).ToBeHiddenAsync();
        await Expect(page.Bell()).ToBeHiddenAsync();
        await page.ReloadAsync();
        await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(@"^\(\d+\) "));
        await Expect(page.Bell()).ToBeHiddenAsync(); // nor after a reload, though they still wait
        await Take(friend);
    }

    [Fact]
    public async Task The_window_that_stays_sounds_when_the_one_that_sounded_is_closed()
    {
        var (page, friend) = (await Desk("closing"), await oneStop.AFriend());
        var other = await page.Context.NewPageAsync();
        await other.AddInitScriptAsync(Recorder);
        await other.GotoAsync("/");
        await Say(friend);
        await Sounded(page, 2);
        await page.CloseAsync();
        await Sounded(other, 2);
        await Take(friend);
    }

    [Fact]
    public async Task Whoever_has_switched_it_off_hears_and_sees_nothing()
    {
        var (page, friend) = (await Desk("quiet"), await oneStop.AFriend());
        await page.GotoAsync("/settings/me");
        await page.GetByLabel("音", new() { Exact = false }).First.UncheckAsync();
        await page.GetByLabel("デスクトップ通知").UncheckAsync();
        var own = (await oneStop.AMember("quiet")).Id;
        await TestOneStop.Until(() => oneStop.Read(db => db.StaffPreferences.AnyAsync(p => p.StaffId == own && !p.Chosen.Rings && !p.Chosen.Notifies)),
            "the choice to be kept");
        var before = await Waiting();
        await Say(friend);
        await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex($@"^\({before + 1}\) "));
        var another = await oneStop.AFriend();
        await Say(another);
        await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex($@"^\({before + 2}\) ")); // by now it has been told of the first
        await Expect(page.Bell()).ToHaveCountAsync(0);
        Assert.True(await page.EvaluateAsync<bool>("() => window.again === undefined && window.sounds === 0 && window.shown.length === 0"));
        await Take(friend);
        await Take(another);
    }

    [Fact]
    public async Task Whoever_looks_at_the_portal_hears_it_and_needs_no_notification()
    {
        var (page, friend) = (await Desk("looking"), await oneStop.AFriend());
        await page.EvaluateAsync("() => window.focused = true");
        await Say(friend);
        await Sounded(page, 2);
        await page.EvaluateAsync("() => window.again()");
        await Sounded(page, 4);
        Assert.Equal(0, await page.EvaluateAsync<int>("() => window.shown.length"));
        await Take(friend);
    }

    [Fact]
    public async Task What_lies_open_before_the_eyes_does_not_ring_but_does_when_they_look_elsewhere()
    {
        var (page, friend) = (await Desk("reading"), await oneStop.AFriend());
        await page.GotoAsync($"/inbox/{await oneStop.ConversationOf(friend)}");
        await page.Composer();
        await Say(friend);
        await Expect(page.Bell()).ToBeVisibleAsync(); // another window has the focus
        await Sounded(page, 2);
        await page.EvaluateAsync("() => { window.focused = true; window.dispatchEvent(new Event('focus')); }");
        await Expect(page.Bell()).ToBeHiddenAsync();
        await Take(friend);
    }

    [Fact]
    public async Task The_settings_try_the_sound_and_say_how_the_browsers_permission_stands()
    {
        var page = await Desk("settings");
        await page.GotoAsync("/settings/me");
        await Expect(page.GetByText("許可済み")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "音を試す" }).ClickAsync();
        await Expect(page.GetByText("鳴らしました")).ToBeVisibleAsync();
        await Sounded(page, 2);
        await page.AddInitScriptAsync(
            "Notification.permission = 'denied'; AudioContext.prototype.resume = () => Promise.reject(); const made = AudioContext; window.AudioContext = class extends made { state = 'suspended'; };");
        await page.ReloadAsync();
        await Expect(page.GetByText("ブロックされています")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "音を試す" }).ClickAsync();
        await Expect(page.GetByText("ブラウザーが音を止めています", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1440, false)]
    [InlineData(360, true)]
    public async Task The_bar_is_accessible_and_fits(int width, bool dark)
    {
        var (page, friend) = (await Desk($"bar-{width}", width, dark), await oneStop.AFriend());
        await Say(friend);
        await Expect(page.Bell()).ToBeVisibleAsync();
        await page.AssertAccessible($"the bar at {width}");
        await page.AssertFits("the bar");
        await Take(friend);
    }

    private async Task<IPage> Desk(string name, int width = 1440, bool dark = false)
    {
        await oneStop.AMember(name, Duty.Counselor);
        var page = await browser.Open(oneStop.Address, width, dark: dark);
        await page.AddInitScriptAsync(Recorder);
        await page.SignIn(name);
        await page.ShortcutsReady();
        await page.WaitForFunctionAsync("async () => (await navigator.locks.query()).held.some(l => l.name.startsWith('onestop.bell.'))");
        await page.Heard(); // who waits now is known to it: whoever comes later is new
        return page;
    }

    private async Task Say(VirtualFriend friend)
    {
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "だれかいますか" });
        await TestOneStop.Until(() => Task.FromResult(oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine) == 3), "the receipt");
    }

    private async Task Take(VirtualFriend friend)
    {
        var (colleague, conversation) = (await Colleague(), await oneStop.ConversationOf(friend));
        oneStop.Services.GetRequiredService<StaffPresence>().Enter(colleague.Id); // for the rest of the test
        await oneStop.As(colleague, s => s.GetRequiredService<ConversationDesk>().Assign(conversation, colleague.Id, null));
    }

    private Task<StaffMember> Colleague() => oneStop.AMember("colleague", Duty.Counselor);

    private async Task<int> Waiting() => await oneStop.As(await Colleague(), s => s.GetRequiredService<InboxDesk>().CountWaiting());

    private async Task<IReadOnlyList<InboxRow>> Rows() =>
        (await oneStop.As(await Colleague(), s => s.GetRequiredService<InboxDesk>().List(InboxList.NeedsAnswer))).Rows;

    internal static Task Sounded(IPage page, int tones) => TestOneStop.Until(async () => await page.EvaluateAsync<int>(Tones) == tones, $"{tones} tones");
}
