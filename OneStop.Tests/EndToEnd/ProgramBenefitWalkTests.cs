using Microsoft.Playwright;
using OneStop.Tests.House;
using OneStop.Tests.SupportPrograms;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>From the measure in the file, which needs a program, to the date that its loan makes due.</summary>
[Collection(BrowserGroups.Third)]
public sealed class ProgramBenefitWalkTests(Browser browser) : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task The_measure_shows_the_program_and_promises_nothing_and_the_loan_has_a_date()
    {
        var (planner, second, client) = await oneStop.Planning();
        await oneStop.Established(planner, second, client);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("planner", $"/clients/{client}");
        var measure = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "住宅支援資金貸付" }).First;
        await measure.GetByText("くわしく・申請").First.ClickAsync();
        await Expect(measure.GetByText("実施中（10月5日(月)から）")).ToBeVisibleAsync();
        await Expect(measure.GetByText("未確認（福岡市の書面の回答を待っています）")).ToBeVisibleAsync();
        await measure.GetByRole(AriaRole.Link, new() { Name = "P-0001" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "実施と見直し" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "貸付・仕事の日を書く" }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "はじまりの日（必須）" }).FillAsync("2026/10/05");
        await page.AssertAccessible("the form of a loan");
        await page.GetByRole(AriaRole.Button, new() { Name = "書く", Exact = true }).ClickAsync();
        var benefits = page.GetByRole(AriaRole.Region, new() { Name = "給付・貸付の日付" });
        await Expect(benefits.GetByText("2027年10月5日まで")).ToBeVisibleAsync();
        await page.AssertAccessible("the dates of a loan");
        await page.Undo("書きました");
        await Expect(benefits.GetByText("まだありません")).ToBeVisibleAsync();
    }
}
