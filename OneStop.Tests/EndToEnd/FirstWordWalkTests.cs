using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OneStop.Domain.Partners;
using OneStop.Domain.Staff;
using OneStop.Domain.Stages;
using OneStop.Tests.Bookings;
using OneStop.Tests.Consultations;
using OneStop.Tests.House;
using OneStop.Tests.SupportMeasures;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>One person's way through the service: from a stranger's first word in LINE to a confirmed record, the four measures told, and a signposting.</summary>
[Collection(BrowserGroups.Third)]
public sealed class FirstWordWalkTests(Browser browser) : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task A_strangers_first_word_leads_to_a_confirmed_record_with_measures_told_and_a_signposting_made()
    {
        var counselor = await oneStop.OnShift("first-word");
        await oneStop.ConfirmAllMeasures(await oneStop.AMember("first-manager", Duty.Manager));
        await oneStop.At<PartnerDesk>(counselor, d => d.Save(null,
            new(PartnerWish.None, PartnerWish.None with { Name = "みほん保育窓口（架空）", Kinds = [PartnerKind.Childcare] })));
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("first-word", "/inbox");
        await Expect(page.GetByText("返信を待っている人はいません")).ToBeVisibleAsync();

        // a stranger writes: answered from the inbox, and made a client in one click
        var friend = await oneStop.AFriend("こはる");
        await oneStop.SaysAll(friend, ["離婚して夜も働いています。昼の仕事にかわりたいです"]);
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("昼の仕事にかわりたいです") }).ClickAsync();
        var reply = await page.Composer();
        await reply.FillAsync("ご相談ありがとうございます。お子さんは、夜はどなたと過ごしていますか。");
        await reply.PressAsync("Control+Enter");
        await Expect(page.GetByText("まもなく送信します")).ToBeVisibleAsync();
        oneStop.PassTheHold();
        await oneStop.Hears(friend, "夜はどなたと過ごしていますか");
        oneStop.PassTo(9.25);
        await oneStop.SaysAll(friend, ["母が見てくれていますが、春からは難しいです"]);
        await Expect(page.ClientsMessages().GetByText("春からは難しいです")).ToBeVisibleAsync();
        await page.ClientPane().GetByRole(AriaRole.Button, new() { Name = "利用者にする" }).ClickAsync();

        oneStop.PassTo(9.5);
        // the talk becomes a confirmed record, in the client's own words
        await page.ClientPane().GetByRole(AriaRole.Link, new() { Name = "記録を書く" }).ClickAsync();
        var form = page.GetByRole(AriaRole.Form, new() { Name = "相談記録" });
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^引用する: 離婚して") }).ClickAsync();
        await Expect(form.GetByLabel("主訴")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^「離婚して夜も働いています。"));
        await form.GetByLabel("就職・転職の希望").CheckAsync();
        await form.GetByLabel("行ったこと").FillAsync("夜の預け先と昼の仕事の見通しを一緒に確かめた");
        await form.GetByLabel("確定する").CheckAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "確定する" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "この記録" })).ToContainTextAsync("確定");

        // the four measures in one card, and a partner for the nights
        var client = await oneStop.Read(db => db.Clients.Select(c => c.Id).SingleAsync());
        await page.GotoAsync($"/clients/{client}");
        var measures = page.GetByRole(AriaRole.Region, new() { Name = "支援策", Exact = true });
        await measures.GetByRole(AriaRole.Button, new() { Name = "まだの支援策を説明する" }).ClickAsync();
        await measures.GetByRole(AriaRole.Button, new() { Name = "この内容で送る" }).ClickAsync();
        await Expect(measures.GetByText("4つの支援策をすべて説明ずみ")).ToBeAttachedAsync();
        oneStop.PassTheHold();
        await oneStop.Hears(friend, "使えるかもしれない制度です");
        var ways = page.GetByRole(AriaRole.Region, new() { Name = "案内", Exact = true });
        await ways.GetByRole(AriaRole.Button, new() { Name = "案内を記録する" }).ClickAsync();
        await ways.GetByLabel("案内した関係機関をさがす").FillAsync("保育");
        await ways.GetByRole(AriaRole.Button, new() { NameRegex = new("^みほん保育窓口") }).ClickAsync();
        await ways.GetByLabel("目的").FillAsync("春からの夜の預け先");
        await ways.GetByLabel("目的").PressAsync("Control+Enter");
        await Expect(ways.GetByRole(AriaRole.Listitem).First).ToContainTextAsync("説明した");

        // the open file tells it all, in one order
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "段階" }).GetByRole(AriaRole.Listitem).Filter(new() { HasText = CaseStage.Consulting.InJapanese }))
            .ToHaveAttributeAsync("aria-current", "step");
        var course = page.GetByRole(AriaRole.List, new() { Name = "経過", Exact = true });
        foreach (var words in (string[])["トーク 本人2件", "相談（チャット・15分）", "高等職業訓練促進給付金を説明", "みほん保育窓口（架空）"])
            await Expect(course).ToContainTextAsync(words);
        await page.AssertAccessible("the file of who came an hour ago");
    }
}
