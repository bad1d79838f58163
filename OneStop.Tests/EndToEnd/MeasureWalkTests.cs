using Microsoft.Playwright;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportMeasures.Explanations;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using OneStop.Tests.SupportMeasures;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>Measures in the browser: checked by the manager, explained by a card, and seen as ●●●●.</summary>
[Collection(BrowserGroups.Second)]
public sealed class MeasureWalkTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_manager_checks_an_amount_and_a_text_and_a_counselor_tells_all_four_in_one_act()
    {
        var manager = await oneStop.AMember("measure-manager", Duty.Manager);
        var counselor = await oneStop.OnShift("measure-counselor");
        var friend = await oneStop.AFriend();
        var client = await oneStop.AsClient(friend, counselor);
        await oneStop.At<BookingDesk, EnteredBooking>(counselor, d => d.Book(client, new(BookingKind.Consultation, ContactMethod.Chat,
            new ServiceDay(new(2026, 10, 5)).At(TimeSpan.FromHours(14)), counselor.Id, false, false), false));
        await oneStop.ConfirmAllMeasures(manager, but: "measure.jutaku.monthly");

        var page = await browser.Open(oneStop.Address);
        await page.SignIn("measure-manager");
        await page.Menu().GetByRole(AriaRole.Link, new() { Name = "決まりと金額" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "要確認", Exact = true }).ClickAsync();
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "住宅支援資金の上限（月額）" });
        await Expect(row).ToContainTextAsync("7万円");
        await page.AssertAccessible("the rules");
        await row.GetByRole(AriaRole.Button, new() { Name = "住宅支援資金の上限（月額） を確かめる" }).ClickAsync();
        await page.GetByLabel("どこで確かめたか（必須）").FillAsync("福岡市社会福祉協議会に電話");
        await page.GetByLabel("どこで確かめたか（必須）").PressAsync("Control+Enter");
        await Expect(page.Toasts("を確かめました")).ToBeVisibleAsync();
        await Expect(row).ToHaveCountAsync(0); // it is in doubt no more
        await page.Menu().GetByRole(AriaRole.Link, new() { Name = "支援策" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "住宅支援資金貸付" })).ToContainTextAsync("送れます");
        await page.AssertAccessible("the measures");

        var own = await browser.Open(oneStop.Address);
        await own.SignIn("measure-counselor", $"/clients/{client}");
        var panel = own.GetByRole(AriaRole.Region, new() { Name = "支援策", Exact = true });
        await Expect(panel.GetByText("4つの支援策のうち0つを説明ずみ")).ToBeAttachedAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "まだの支援策を説明する" }).ClickAsync();
        var card = panel.GetByRole(AriaRole.Figure, new() { Name = "本人に届くカード" });
        await Expect(card).ToContainTextAsync("月7万円まで");
        await own.AssertAccessible("the card before it goes");
        await panel.GetByRole(AriaRole.Button, new() { Name = "この内容で送る" }).ClickAsync();
        await Expect(own.Toasts("4つの支援策のカードを送ります")).ToBeVisibleAsync();
        await Expect(panel.GetByText("4つの支援策をすべて説明ずみ")).ToBeAttachedAsync();
        oneStop.PassTheHold();
        await oneStop.Hears(friend, "使えるかもしれない制度です");

        await panel.GetByLabel("住宅支援資金貸付への返事").SelectOptionAsync("使いたい");
        await Expect(own.Toasts("「住宅支援資金貸付」を「使いたい」にしました")).ToBeVisibleAsync();
        await panel.GetByText("くわしく・申請: 自立支援教育訓練給付金").ClickAsync();
        await Expect(panel.GetByText("はじめに、講座や学校がいつ始まるかを聞いてください。").First).ToBeVisibleAsync();
        await panel.GetByText("くわしく・申請: 自立支援教育訓練給付金").ClickAsync();
        await panel.GetByText("講座・貸付の前に聞くこと（0 / 10）").ClickAsync();
        var questions = panel.GetByRole(AriaRole.Form, new() { Name = "講座・貸付の前に聞くこと" });
        await questions.GetByLabel("2. 区").FillAsync("中央区");
        await questions.GetByLabel("2. 区").PressAsync("Control+Enter");
        await Expect(panel.GetByText("講座・貸付の前に聞くこと（1 / 10）")).ToBeVisibleAsync();
        var asked = ChecklistWish.None with { Ward = "中央区" };
        await oneStop.At<ApplicationDesk>(counselor, d => d.Ask(client, new(asked, asked with { CourseStartsOn = new(2026, 10, 12) }))); // a colleague
        await Expect(panel.GetByText("講座は10月12日(月)に始まります。4週間を切っています。すぐに窓口へ相談を。").First).ToBeAttachedAsync();
        await own.AssertAccessible("the measures of a client");

        await own.Menu().GetByRole(AriaRole.Link, new() { Name = "今日" }).ClickAsync();
        await Expect(own.GetByRole(AriaRole.Region, new() { Name = "次の相談" }).GetByText("4つの支援策をすべて説明ずみ")).ToBeAttachedAsync();
    }
}
