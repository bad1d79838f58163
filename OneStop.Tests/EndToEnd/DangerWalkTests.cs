using System.Text.Json.Nodes;
using Microsoft.Playwright;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>A word of danger, from the telephone to the top of the inbox, and the number that a manager enters for it.</summary>
[Collection(BrowserGroups.Second)]
public sealed class DangerWalkTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_word_of_danger_is_answered_on_the_telephone_and_stands_above_all_in_the_inbox()
    {
        await oneStop.AMember("aoba", Duty.Counselor);
        await oneStop.AsksSomething("先に待っている人です");
        var friend = await oneStop.AFriend();
        var phone = await browser.Open(oneStop.Address, width: 420);
        await phone.GotoAsync($"/simulator?friend={friend.UserId}");
        var desk = await browser.Open(oneStop.Address);
        await desk.SignIn("aoba", "/inbox");

        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "もう死にたい" });
        await Expect(desk.Bell(isDanger: true)).ToContainTextAsync("危険のことばが届いています");
        var first = desk.InboxRows().First;
        await Expect(first).ToContainTextAsync("もう死にたい");
        await Expect(first).ToContainTextAsync("危険のことば");
        await desk.AssertAccessible("the inbox with a word of danger");
        await first.GetByRole(AriaRole.Link).ClickAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "危険の印を外す", Exact = true }).ClickAsync();
        await Expect(desk.GetByText("危険の印を外しました").First).ToBeVisibleAsync();

        await TestOneStop.Until(() => Task.FromResult(Cards().Any()), "the card");
        var opens = Cards().Last()["uri"]!.GetValue<string>();
        await phone.GotoAsync(new Uri(opens).PathAndQuery);
        await Expect(phone.GetByRole(AriaRole.Link, new() { Name = "110", Exact = true })).ToBeVisibleAsync();
        await phone.AssertAccessible("the page behind the card");
        await phone.AssertFits("the page behind the card");

        IEnumerable<JsonObject> Cards() => oneStop.Line.TalkOf(friend.UserId).Where(b => !b.IsMine).SelectMany(b => Bookings.Thumb.Buttons(b.Message))
            .Where(a => a["label"]!.GetValue<string>() == "お返事を見る");
    }

    [Fact]
    public async Task A_manager_is_told_in_red_until_a_number_has_been_entered_and_checked()
    {
        await oneStop.AMember("manager", Duty.Manager);
        var desk = await browser.Open(oneStop.Address);
        await desk.SignIn("manager");
        await Expect(desk.GetByText("案内する電話番号が、まだありません")).ToBeVisibleAsync();
        await desk.GetByRole(AriaRole.Link, new() { Name = "番号を入れて確かめる" }).ClickAsync();
        await desk.AssertAccessible("the page 危険のことば");
        var form = desk.GetByRole(AriaRole.Form, new() { Name = "電話番号を加える" });
        await form.GetByLabel("番号（必須）").FillAsync("0120-000-000");
        await form.GetByLabel("窓口の名前").FillAsync("いのちの窓口");
        await form.GetByLabel("受付時間").FillAsync("毎日 24時間");
        await form.GetByLabel("出典").FillAsync("窓口のページ");
        await form.GetByRole(AriaRole.Button, new() { Name = "番号を加える" }).ClickAsync();
        await Expect(desk.GetByText("未確認（まだ出ません）")).ToBeVisibleAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "0120-000-000 を確かめました" }).ClickAsync();
        await Expect(desk.GetByText("manager さん が確認")).ToBeVisibleAsync();
        await desk.GotoAsync("/");
        await Expect(desk.GetByText("返信を待っている人").First).ToBeVisibleAsync();
        await Expect(desk.Loading()).ToHaveCountAsync(0);
        await Expect(desk.GetByText("案内する電話番号が、まだありません")).ToBeHiddenAsync();
    }
}
