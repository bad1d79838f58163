using Microsoft.Playwright;
using OneStop.Domain.Clients.Duplicates;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>Two entries of one person become one, and two again, in the browser.</summary>
[Collection(BrowserGroups.Third)]
public sealed class MergeWalkTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_suggested_pair_is_compared_merged_and_taken_apart_again()
    {
        var member = await oneStop.AMember("merge-walk", Duty.Counselor);
        var kept = await oneStop.At<RegistrationDesk, Guid>(member, d => d.Register(new() { FullName = "青葉 みどり", Phone = "090-5558-0001" }));
        var merged = await oneStop.At<RegistrationDesk, Guid>(member, d => d.Register(new() { FullName = "青葉 緑", Phone = "090-5558-0001" }));
        await oneStop.At<FactDesk>(member, d => d.SaveWishes(merged, new(new(), new() { Kinds = "医療事務" })));
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("merge-walk", "/clients/duplicates");
        await Expect(page.GetByText("同じ電話番号")).ToBeVisibleAsync();
        await page.AssertAccessible("pairs that may be one person");
        await page.GetByRole(AriaRole.Link, new() { Name = "比べる" }).ClickAsync();
        await Expect(page.GetByText("仕事の希望 1件")).ToBeVisibleAsync();
        await page.AssertAccessible("two clients side by side");
        await page.GetByRole(AriaRole.Radio, new() { Name = "青葉 緑" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "統合する" }).ClickAsync();
        var identity = page.GetByRole(AriaRole.Region, new() { Name = "本人", Exact = true });
        await Expect(identity).ToContainTextAsync("青葉 緑");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "仕事の希望", Exact = true })).ToContainTextAsync("医療事務");

        await page.GotoAsync($"/clients/{merged}"); // the former entry leads to the one that stays
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/clients/{kept}$"));
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("の統合を元に戻す$") }).ClickAsync();
        await Expect(identity).ToContainTextAsync("青葉 みどり");
        await page.GotoAsync($"/clients/{merged}");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "仕事の希望", Exact = true })).ToContainTextAsync("医療事務");
    }
}
