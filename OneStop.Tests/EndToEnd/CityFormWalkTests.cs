using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OneStop.Domain.CityForms;
using OneStop.Domain.Staff;
using OneStop.Tests.CityForms;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>The forms of the City in the browser.</summary>
[Collection(BrowserGroups.Third)]
public sealed class CityFormWalkTests(Browser browser) : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new() { Registers = services => services.AddSingleton<ICityForm, SomeTemplate.Form>() };

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task A_template_is_checked_corrected_used_and_taken_back()
    {
        await oneStop.AMember("form-walker", Duty.Manager);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("form-walker");
        await page.Menu().GetByRole(AriaRole.Link, new() { Name = "様式" }).ClickAsync();
        var form = page.GetByRole(AriaRole.Region, new() { Name = "見本の計画書", Exact = true });
        await Expect(form.GetByText("いまの様式: はじめの様式")).ToBeVisibleAsync();
        await form.GetByText("様式に書ける項目（12）").ClickAsync();
        await Expect(form.GetByRole(AriaRole.Rowheader, new() { Name = "{{支援.内容}}" })).ToBeVisibleAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "{{氏名}} をコピー" }).ClickAsync();
        await page.AssertAccessible("the fields of a form");

        var field = form.GetByLabel("様式を選んで確かめる");
        await field.SetInputFilesAsync(File("様式.xlsx", SomeTemplate.With(SomeTemplate.Sheet1, "{{ふりがな}}", "{{ふりかな}}")));
        await Expect(form.GetByText("「ふりかな」という項目はありません。")).ToBeVisibleAsync();
        await Expect(form.GetByRole(AriaRole.Button, new() { Name = "この様式を使う" })).ToHaveCountAsync(0);
        await page.AssertAccessible("a template with a fault");
        await field.SetInputFilesAsync(File("マクロ.xlsx", SomeTemplate.Bytes(("xl/vbaProject.bin", "macro"))));
        await Expect(form.GetByText("マクロが入っています")).ToBeVisibleAsync();

        await field.SetInputFilesAsync(File("市の様式.xlsx", SomeTemplate.Bytes()));
        await form.GetByLabel("メモ").FillAsync("令和9年度の様式");
        await form.GetByRole(AriaRole.Button, new() { Name = "この様式を使う" }).ClickAsync();
        await Expect(form.GetByText("いまの様式: 市の様式.xlsx")).ToBeVisibleAsync();
        await form.GetByText("加えた様式（1）").ClickAsync();
        await Expect(form.GetByRole(AriaRole.Row).Filter(new() { HasText = "令和9年度の様式" })).ToContainTextAsync("使用中");
        await page.AssertAccessible("a form with its history");
        await form.GetByRole(AriaRole.Button, new() { Name = "取り消す: 市の様式.xlsx" }).ClickAsync();
        await Expect(form.GetByText("いまの様式: はじめの様式")).ToBeVisibleAsync();
        await page.Undo("「市の様式.xlsx」を取り消しました");
        await Expect(form.GetByText("いまの様式: 市の様式.xlsx")).ToBeVisibleAsync();

        await page.SetViewportSizeAsync(360, 780);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    private static FilePayload File(string name, byte[] bytes) => new() { Name = name, MimeType = "application/octet-stream", Buffer = bytes };
}
