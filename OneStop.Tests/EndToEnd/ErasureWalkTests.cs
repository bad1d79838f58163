using Microsoft.Playwright;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Duplicates;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>A person's wish for erasure from its receipt to the certificate, by two managers, in the browser.</summary>
[Collection(BrowserGroups.Third)]
public sealed class ErasureWalkTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task One_manager_asks_another_approves_and_the_number_is_typed()
    {
        var (one, _) = (await oneStop.AMember("erasing-one", Duty.Manager), await oneStop.AMember("erasing-other", Duty.Manager));
        var client = await oneStop.At<RegistrationDesk, Guid>(one, d => d.Register(new() { FullName = "消去 のぞみ" }));
        var number = (await oneStop.At<ClientDesk, ClientRow?>(one, d => d.Open(client)))!.Number;
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("erasing-one", "/erasures");
        await Expect(page.Content()).ToContainTextAsync("消去の依頼はありません");
        await page.AssertAccessible("no wish for erasure");
        await page.GotoAsync($"/clients/{client}");
        await page.GetByRole(AriaRole.Link, new() { Name = "記録の消去" }).ClickAsync();
        await page.Content().Choose("依頼の受け方", "電話");
        await page.Content().Choose("本人かどうかを確かめた方法", "登録の電話番号にかけ直した");
        await page.GetByRole(AriaRole.Button, new() { Name = "受け付ける" }).ClickAsync();
        var counts = page.GetByRole(AriaRole.Table, new() { Name = "消すもの・残すもの" });
        await Expect(counts).ToContainTextAsync("利用者番号と、対象者だったかどうか");
        await page.AssertAccessible("a wish for erasure being examined");
        await page.GetByRole(AriaRole.Button, new() { Name = "この内容で承認を頼む" }).ClickAsync();
        await Expect(page.Content()).ToContainTextAsync("ほかの業務責任者の承認を待っています");

        var other = await browser.Open(oneStop.Address);
        await other.SignIn("erasing-other", $"/clients/{client}/erasure");
        await other.GetByRole(AriaRole.Button, new() { Name = "この内容の消去を承認する" }).ClickAsync();
        await Expect(other.Content()).ToContainTextAsync("元に戻せません");
        await other.AssertAccessible("an approved erasure");
        await other.GetByRole(AriaRole.Textbox, new() { NameRegex = new("利用者番号") }).FillAsync(Client.NumberOf(number));
        await other.GetByRole(AriaRole.Button, new() { Name = "消去する", Exact = true }).ClickAsync();
        await Expect(other.GetByRole(AriaRole.Heading, new() { NameRegex = new("消去の証明 第1号") })).ToBeVisibleAsync();
        await Expect(other.Content()).Not.ToContainTextAsync("のぞみ");
        await other.AssertAccessible("the certificate of an erasure");
        await Expect(page.Content()).ToContainTextAsync("消したもの・残したもの"); // the first one sees it without a reload
        await page.GotoAsync($"/clients/{client}");
        await Expect(page.Content()).ToContainTextAsync("本人の求めによって消去しました");
    }
}
