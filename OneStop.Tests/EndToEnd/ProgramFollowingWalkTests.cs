using Microsoft.Playwright;
using OneStop.Domain.Partners;
using OneStop.Domain.SupportPrograms.Following;
using OneStop.Tests.House;
using OneStop.Tests.Partners;
using OneStop.Tests.SupportPrograms.Following;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>An established program as it is carried out, in the browser.</summary>
[Collection(BrowserGroups.Third)]
public sealed class ProgramFollowingWalkTests(Browser browser) : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task A_review_a_result_and_a_contact_are_written_and_taken_back()
    {
        var (planner, _, _, id) = await oneStop.Followed("follower");
        await oneStop.At<PartnerDesk>(planner, d => d.Save(null, new(PartnerWish.None, PartnerTests.Center with { Name = "みほん支援センター（架空）" })));
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("follower", $"/programs/{id}?part=follow");
        var reviews = page.GetByRole(AriaRole.Region, new() { Name = "見直し", Exact = true });
        await reviews.GetByRole(AriaRole.Button, new() { Name = "見直しを書く" }).ClickAsync();
        var form = reviews.GetByRole(AriaRole.Form, new() { Name = "新しい見直し" });
        await form.GetByRole(AriaRole.Textbox, new() { Name = "簿記の講座" }).FillAsync("2回出席した");
        await form.GetByRole(AriaRole.Combobox, new() { NameRegex = new("^簿記3級に合格する") }).SelectOptionAsync("50");
        await form.GetByRole(AriaRole.Button, new() { Name = "見直しを記録する" }).ClickAsync();
        await Expect(form.GetByText("根拠を書いてください")).ToBeVisibleAsync();
        await page.AssertAccessible("a review with a fault");
        await form.GetByRole(AriaRole.Textbox, new() { Name = "根拠" }).FillAsync("模試で6割");
        await form.GetByRole(AriaRole.Button, new() { Name = "見直しを記録する" }).ClickAsync();
        await Expect(reviews.GetByRole(AriaRole.Listitem)).ToContainTextAsync("2回出席した");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "目標の進みぐあい" })).ToContainTextAsync("50%");

        var items = page.GetByRole(AriaRole.Region, new() { Name = "支援の状態と結果" });
        await items.GetByRole(AriaRole.Button, new() { Name = "状態を書く: 簿記の講座" }).ClickAsync();
        await items.GetByLabel("済み").CheckAsync();
        await items.GetByLabel("一部").CheckAsync();
        await items.GetByLabel("理由（必須）").FillAsync("試験は来月");
        await items.GetByLabel("理由（必須）").PressAsync("Control+Enter");
        await Expect(items.GetByText("済み（一部）")).ToBeVisibleAsync();
        await page.Undo("支援の状態を書きました");
        await Expect(items.GetByText("済み（一部）")).ToHaveCountAsync(0);

        var contacts = page.GetByRole(AriaRole.Region, new() { Name = "連携記録" });
        await contacts.GetByRole(AriaRole.Button, new() { Name = "連携を記録する" }).ClickAsync();
        await contacts.GetByRole(AriaRole.Button, new() { NameRegex = new("^みほん支援センター") }).ClickAsync();
        await contacts.GetByLabel("話した内容（必須）").FillAsync("求人の条件を確かめた");
        await contacts.GetByLabel("本人の名前を伝えた").CheckAsync();
        await contacts.GetByRole(AriaRole.Button, new() { Name = "記録する", Exact = true }).ClickAsync();
        await Expect(contacts.GetByText("その日の同意がありません")).ToBeVisibleAsync();
        await contacts.GetByLabel("本人の名前を伝えた").UncheckAsync();
        await contacts.GetByRole(AriaRole.Button, new() { Name = "記録する", Exact = true }).ClickAsync();
        await Expect(contacts.GetByRole(AriaRole.Listitem)).ToContainTextAsync("名前を伝えずに");
        await page.AssertAccessible("a program that is followed");
        Assert.Equal(ItemState.Planned, (await oneStop.Following(planner, id)).Items[0].Standing.State);
    }
}
