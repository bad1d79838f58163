using Microsoft.Playwright;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>From a call to a registered client whose facts are written down, in the browser.</summary>
[Collection(BrowserGroups.Third)]
public sealed class FactsWalkTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_caller_is_sought_registered_and_asked()
    {
        var member = await oneStop.AMember("facts-walk", Duty.Counselor);
        await oneStop.At<ClientDesk, Guid>(member, d => d.Register(null, "みどり", "090-5559-0001"));
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("facts-walk", "/clients");
        await page.GetByRole(AriaRole.Link, new() { Name = "利用者を登録する" }).ClickAsync();
        var register = page.GetByRole(AriaRole.Button, new() { NameRegex = new("新しく登録する$") });
        await Expect(register).ToHaveAttributeAsync("aria-disabled", "true"); // nobody is registered before a search
        await page.GetByLabel("氏名", new() { Exact = true }).FillAsync("緑川 さつき");
        await page.GetByLabel("電話番号", new() { Exact = true }).FillAsync("090-5559-0001");
        await page.GetByRole(AriaRole.Button, new() { Name = "同じ人をさがす" }).ClickAsync();
        await Expect(page.GetByText("同じ電話番号")).ToBeVisibleAsync();
        await page.AssertAccessible("hits before registering");
        await page.GetByLabel("電話番号", new() { Exact = true }).FillAsync("090-5559-0002");
        await Expect(register).ToHaveAttributeAsync("aria-disabled", "true"); // what is typed now was not sought
        await page.GetByRole(AriaRole.Button, new() { Name = "同じ人をさがす" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "同じと思われる人は、いませんでした" })).ToBeVisibleAsync();
        await register.ClickAsync();

        var identity = page.GetByRole(AriaRole.Region, new() { Name = "本人", Exact = true });
        await Expect(identity).ToContainTextAsync("緑川 さつき");
        await Expect(page.GetByText("ふりがな、生年月日、住んでいる区")).ToBeVisibleAsync(); // what could be asked next
        await identity.GetByRole(AriaRole.Button, new() { Name = "本人を直す" }).ClickAsync();
        await identity.GetByLabel("ふりがな").FillAsync("みどりかわ さつき");
        await identity.GetByLabel("ふりがな").PressAsync("Control+Enter");
        await Expect(identity.GetByText("みどりかわ さつき")).ToBeVisibleAsync();
        await page.Undo("本人を保存しました");
        await Expect(identity.GetByText("みどりかわ さつき")).ToBeHiddenAsync();

        var household = page.GetByRole(AriaRole.Region, new() { Name = "家族", Exact = true });
        await household.GetByRole(AriaRole.Button, new() { Name = "家族を書く" }).ClickAsync();
        await household.GetByRole(AriaRole.Button, new() { Name = "子どもを加える" }).ClickAsync();
        await household.GetByLabel("生まれた年").FillAsync("2018");
        await household.GetByLabel("仕事の間、みる人").FillAsync("学童");
        await household.GetByLabel("手伝ってくれる人").FillAsync("近くに住む姉");
        await page.AssertAccessible("a form with rows");
        await household.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(household).ToContainTextAsync("2018年生まれ・学童");
        await Expect(household).ToContainTextAsync("近くに住む姉");
        await page.AssertAccessible("the facts about a client");
    }

    [Fact]
    public async Task Two_people_at_once_choose_for_each_field_and_numbers_stay_hidden_until_asked()
    {
        var member = await oneStop.AMember("facts-walk-two", Duty.Counselor);
        var client = await oneStop.At<ClientDesk, Guid>(member, d => d.Register(null, "つばき", "090-5559-0103"));
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("facts-walk-two", $"/clients/{client}");
        var phones = page.GetByRole(AriaRole.Region, new() { Name = "電話番号", Exact = true });
        await Expect(phones).Not.ToContainTextAsync("5559");
        await phones.GetByRole(AriaRole.Button, new() { NameRegex = new("^表示") }).ClickAsync();
        await Expect(phones).ToContainTextAsync("090-5559-0103");

        var wishes = page.GetByRole(AriaRole.Region, new() { Name = "仕事の希望", Exact = true });
        await wishes.GetByRole(AriaRole.Button, new() { Name = "仕事の希望を書く" }).ClickAsync();
        await wishes.GetByLabel("仕事の種類").FillAsync("事務");
        await oneStop.At<FactDesk>(member, d => d.SaveWishes(client, new(new(), new() { Kinds = "販売", Area = "地下鉄で30分まで" })));
        await wishes.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "ほかの人が先に変更しました" });
        await Expect(dialog.GetByRole(AriaRole.Row, new() { Name = "仕事の種類 （なし） 販売 事務" })).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "選んだ内容で保存" }).ClickAsync();
        await Expect(wishes).ToContainTextAsync("地下鉄で30分まで");
        await Expect(wishes).ToContainTextAsync("事務");
    }

    [Fact]
    public async Task Who_only_places_people_sees_no_family_money_or_health()
    {
        var counselor = await oneStop.AMember("facts-walk-support", Duty.Counselor);
        var client = await oneStop.At<ClientDesk, Guid>(counselor, d => d.Register(null, "かえで", null));
        await oneStop.At<FactDesk>(counselor, d => d.SaveMoney(client, new(new(), new() { Debts = "二枚のカード" })));
        await oneStop.AMember("facts-walk-placement", Duty.PlacementOfficer);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("facts-walk-placement", $"/clients/{client}");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "仕事の希望", Exact = true })).ToBeVisibleAsync();
        foreach (var hidden in (string[])["家族", "家計と手当", "健康"])
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = hidden })).ToHaveCountAsync(0);
        await Expect(page.GetByText("二枚のカード")).ToHaveCountAsync(0);
    }
}
