using Microsoft.Playwright;
using OneStop.Domain.JobOpenings;
using OneStop.Tests.House;
using OneStop.Tests.JobOpenings;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>An opening in the browser, from the first word to its publication by a second person.</summary>
[Collection(BrowserGroups.Third)]
public sealed class OpeningWalkTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task An_opening_is_written_declared_accepted_checked_by_a_second_person_and_published()
    {
        var (writer, employer) = (await oneStop.Outreach(), await oneStop.AnEmployer());
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("opening-outreach");
        await page.GotoAsync($"/openings/new?employer={employer}");
        await page.GetByLabel("見出し（必須）").FillAsync("窓口の事務");
        await page.AssertAccessible("a new opening");
        await page.GetByRole(AriaRole.Button, new() { Name = "書き始める" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "窓口の事務", Level = 1 })).ToBeVisibleAsync();
        await Expect(page.GetByText("まだ「受理する」は押せません")).ToBeVisibleAsync();
        await Expect(page.Content().GetByText("職種が空欄です。").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "就業時間を加える" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "手当を加える" }).ClickAsync();
        await page.AssertAccessible("an opening that is being written");
        var work = page.GetByRole(AriaRole.Form, new() { Name = "仕事", Exact = true });
        await work.GetByLabel("職種").FillAsync("一般事務");
        await work.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(page.Content().GetByText("職種が空欄です。")).ToHaveCountAsync(0);

        var id = Guid.Parse(new Uri(page.Url).Segments[^1]);
        var was = (await oneStop.Opening(writer, id)).Wish;
        await oneStop.At<OpeningDesk, Guid>(writer, d => d.Save(id, new(was, was with { Terms = Whole.Terms, ValidUntil = new(2026, 12, 5) })));
        await page.GetByRole(AriaRole.Button, new() { Name = "自己申告を書く" }).ClickAsync();
        var declaration = page.GetByRole(AriaRole.Form, new() { Name = "自己申告" });
        await declaration.GetByLabel("申告した人").FillAsync("代表取締役 見本 一郎");
        await declaration.GetByLabel("申告の日", new() { Exact = false }).First.FillAsync("2026/10/05");
        foreach (var answer in await declaration.GetByRole(AriaRole.Combobox).AllAsync())
            await answer.SelectOptionAsync("False");
        await page.AssertAccessible("a declaration");
        await declaration.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "受理する" }).ClickAsync();
        await Expect(page.Content().GetByText("R8-0001").First).ToBeVisibleAsync();
        await Expect(page.GetByText("2人目の確認を待っています。")).ToBeVisibleAsync();

        await oneStop.Placement();
        var second = await browser.Open(oneStop.Address);
        await second.SignIn("opening-placement");
        await second.GotoAsync($"/openings/{id}");
        await second.GetByRole(AriaRole.Button, new() { Name = "2人目として確認する" }).ClickAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "公開する" }).ClickAsync();
        await Expect(page.Content().GetByText("公開中").First).ToBeVisibleAsync(); // the writer sees it without a reload
        await second.Content().GetByRole(AriaRole.Link, new() { Name = "一覧へ戻る" }).ClickAsync();
        await Expect(second.GetByRole(AriaRole.Row).Filter(new() { HasText = "窓口の事務" })).ToContainTextAsync("公開中");
        await second.AssertAccessible("the list of openings");
    }
}
