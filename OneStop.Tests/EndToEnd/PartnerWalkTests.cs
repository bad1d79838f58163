using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OneStop.Domain.Partners;
using OneStop.Domain.Partners.Signpostings;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>The directory of partners in the browser.</summary>
[Collection(BrowserGroups.Third)]
public sealed class PartnerWalkTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_partner_is_entered_checked_noted_and_found_again()
    {
        await oneStop.AMember("partner-walker", Duty.Counselor);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("partner-walker");
        await page.Menu().GetByRole(AriaRole.Link, new() { Name = "関係機関" }).ClickAsync();
        await page.GotoAsync("/partners?state=closeddown");
        await Expect(page.GetByText(new System.Text.RegularExpressions.Regex("^(関係機関はまだありません|この条件に合うものはありません)$"))).ToBeVisibleAsync();
        await page.AssertAccessible("the empty directory");
        await page.Content().GetByRole(AriaRole.Link, new() { Name = "関係機関を加える" }).ClickAsync();

        var form = page.GetByRole(AriaRole.Form, new() { Name = "関係機関", Exact = true });
        await form.GetByLabel("名前（必須）").FillAsync("みほん訓練校（架空）");
        await form.GetByLabel("名前（必須）").PressAsync("Control+Enter");
        await Expect(form.GetByText("「種類」を1つ以上選んでください。")).ToBeVisibleAsync();
        await form.GetByLabel("訓練校・講座").CheckAsync();
        await form.GetByLabel("電話番号").FillAsync("092-000");
        await form.GetByLabel("電話番号").PressAsync("Control+Enter");
        await Expect(form.GetByText("電話番号を、市外局番から10けたか11けたで入力してください。")).ToBeVisibleAsync();
        await page.AssertAccessible("a partner with a fault");
        await form.GetByLabel("電話番号").FillAsync("092-000-0101");
        await form.GetByLabel("電話番号").PressAsync("Control+Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "みほん訓練校（架空）", Level = 1 })).ToBeVisibleAsync();
        await Expect(page.Content().GetByText("まだ確かめていません")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "確かめました" }).ClickAsync();
        await Expect(page.Content().GetByText("10月5日(月) 確認")).ToBeVisibleAsync();
        var notes = page.GetByRole(AriaRole.Region, new() { Name = "みんなのメモ" });
        await notes.GetByLabel("メモ（必須）").FillAsync("見学は金曜の午後");
        await notes.GetByLabel("メモ（必須）").PressAsync("Control+Enter");
        await Expect(notes.GetByRole(AriaRole.Listitem)).ToContainTextAsync("見学は金曜の午後");
        await page.AssertAccessible("a partner");
        await notes.GetByRole(AriaRole.Button, new() { NameRegex = new("メモを消す$") }).ClickAsync();
        await Expect(notes.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(0);
        await page.Undo("メモを消しました");
        await Expect(notes.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);

        await page.Content().GetByRole(AriaRole.Link, new() { Name = "一覧へ戻る" }).ClickAsync();
        var row = page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { NameRegex = new("^みほん訓練校") }) });
        await Expect(row).ToContainTextAsync("10月5日(月) 確認");
        await page.AssertAccessible("the directory");
    }

    [Fact]
    public async Task A_card_is_looked_at_before_it_is_sent_and_can_be_taken_back()
    {
        var member = await oneStop.AMember("partner-sender", Duty.Counselor);
        var talk = await oneStop.AsksSomething("こわくて家にいられません。相談できるところはありますか");
        await oneStop.At<PartnerDesk>(member, async desk =>
        {
            var wish = PartnerWish.None with { Name = "みほん安全相談（架空）", Kinds = [PartnerKind.Safety], Phone = "092-000-0107" };
            await desk.Check(await desk.Save(null, new(PartnerWish.None, wish)), wish);
        });
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("partner-sender");
        await page.GotoAsync($"/inbox/{talk}");
        var section = page.ClientPane().GetByRole(AriaRole.Region, new() { Name = "窓口の案内" });
        await section.GetByRole(AriaRole.Button, new() { Name = "窓口のカードを送る" }).ClickAsync();
        await section.GetByLabel("関係機関をさがす").FillAsync("あんぜん");
        await Expect(section.GetByText("見つかりません。")).ToBeVisibleAsync();
        await section.GetByLabel("関係機関をさがす").FillAsync("安全");
        await page.AssertAccessible("choosing a partner");
        await section.GetByRole(AriaRole.Button, new() { NameRegex = new("^みほん安全相談") }).ClickAsync();
        await Expect(section.GetByRole(AriaRole.Figure)).ToHaveCountAsync(2);
        await Expect(section.GetByRole(AriaRole.Figure).First).ToContainTextAsync("ご案内を送ってもよいですか？");
        await Expect(section.GetByRole(AriaRole.Figure).Last).ToContainTextAsync("みほん安全相談（架空）");
        await page.AssertAccessible("the card of a partner before it is sent");
        await section.GetByRole(AriaRole.Button, new() { Name = "送る", Exact = true }).ClickAsync();
        await Expect(page.OurMessages("ご案内を送ってもよいですか？")).ToHaveCountAsync(1);
        await Expect(section.GetByRole(AriaRole.Figure)).ToHaveCountAsync(0);
        await page.Undo("のカードを送りました"); // the clock of the test stands still: the hold is not over
        await Expect(page.OurMessages("ご案内を送ってもよいですか？")).ToHaveCountAsync(0);
        Assert.Equal(0, await oneStop.Read(db => db.PartnerCards.CountAsync()));
    }

    [Fact]
    public async Task A_signposting_is_recorded_in_the_file_led_further_with_consent_and_taken_back()
    {
        var member = await oneStop.AMember("signposter", Duty.Counselor);
        var client = await oneStop.AClient(member, "案内の人");
        await oneStop.At<PartnerDesk>(member, d => d.Save(null, new(PartnerWish.None, PartnerWish.None with { Name = "みほん保育窓口（架空）", Kinds = [PartnerKind.Childcare] })));
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("signposter");
        await page.GotoAsync($"/clients/{client}");
        var panel = page.GetByRole(AriaRole.Region, new() { Name = "案内", Exact = true });
        await panel.GetByRole(AriaRole.Button, new() { Name = "案内を記録する" }).ClickAsync();
        await panel.GetByLabel("案内した関係機関をさがす").FillAsync("保育");
        await panel.GetByRole(AriaRole.Button, new() { NameRegex = new("^みほん保育窓口") }).ClickAsync();
        await panel.GetByLabel("目的").FillAsync("夜勤の間の預け先");
        await page.AssertAccessible("a new signposting");
        await panel.GetByLabel("目的").PressAsync("Control+Enter");
        await Expect(panel.GetByRole(AriaRole.Listitem).First).ToContainTextAsync("説明した");

        await panel.GetByRole(AriaRole.Button, new() { Name = "みほん保育窓口（架空）の次の段階を記録する" }).ClickAsync();
        var form = panel.GetByRole(AriaRole.Form, new() { Name = "次の段階" });
        await form.GetByLabel("案内した", new() { Exact = true }).CheckAsync();
        await form.GetByLabel("相手に、本人の名前を伝えた").CheckAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "記録する" }).ClickAsync();
        await Expect(form.GetByText("同意が、まだありません")).ToBeVisibleAsync();
        await page.AssertAccessible("a step without consent");
        await form.GetByLabel("読み上げて、本人が口で同意した").CheckAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "記録する" }).ClickAsync();
        await Expect(panel.GetByRole(AriaRole.Listitem).First).ToContainTextAsync("案内した");
        await page.Undo("「案内した」を記録しました");
        await Expect(panel.GetByRole(AriaRole.Listitem).First).Not.ToContainTextAsync("案内した");
        Assert.Equal(1, await oneStop.Read(db => db.Consents.CountAsync(c => c.ClientId == client && c.Purpose == SharingConsent.To.Code)));
    }
}
