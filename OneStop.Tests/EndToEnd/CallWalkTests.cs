using Microsoft.Playwright;
using OneStop.Domain.Clients;
using OneStop.Tests.Bookings;
using OneStop.Tests.Bookings.Hour;
using OneStop.Tests.Consultations;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>A telephone booking at its time: wishes, somebody else who answers, the message, the talk, and its record.</summary>
[Collection(BrowserGroups.Third)]
public sealed class CallWalkTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task The_client_is_called_by_their_wishes_spoken_with_and_recorded()
    {
        var member = await oneStop.OnShift("caller");
        var friend = await oneStop.AFriend();
        var talk = await oneStop.ConversationOf(friend);
        var client = await oneStop.At<ClientDesk, Guid>(member, async desk =>
        {
            var id = await desk.Register(talk, null, "092-000-0007");
            await desk.Agree(id);
            return id;
        });
        var booking = await oneStop.ACall(member, client, 10);
        oneStop.PassTo(10);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("caller", $"/bookings/{booking}");
        var sheet = page.GetByRole(AriaRole.Region, new() { Name = "電話", Exact = true });
        await Expect(sheet).ToContainTextAsync("姓だけ（例: callerと申します）");
        await Expect(sheet).ToContainTextAsync("残さない");

        // the wishes are written during the call
        await sheet.GetByRole(AriaRole.Button, new() { Name = "電話のしかたを直す" }).ClickAsync();
        await sheet.GetByRole(AriaRole.Button, new() { Name = "時間を加える" }).ClickAsync();
        var hours = sheet.GetByRole(AriaRole.Group, new() { Name = "電話しない時間 1" });
        await hours.GetByLabel("始まり").FillAsync("9:30");
        await hours.GetByLabel("終わり").FillAsync("10:30");
        await sheet.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(sheet).ToContainTextAsync("いまは、電話をしない時間です（10:30 まで）");
        await Expect(sheet).ToContainTextAsync("毎日 9:30〜10:30（いま）");
        await page.Undo("電話のしかたを保存しました");
        await Expect(sheet).Not.ToContainTextAsync("いまは、電話をしない時間です");

        // the number is behind a press, and in no address or title
        await Expect(sheet).Not.ToContainTextAsync("0920000007");
        await sheet.GetByRole(AriaRole.Button, new() { NameRegex = new("^表示") }).ClickAsync();
        await Expect(sheet.GetByRole(AriaRole.Link, new() { Name = "0920000007" })).ToHaveAttributeAsync("href", "tel:0920000007");
        Assert.DoesNotContain("0007", page.Url + await page.TitleAsync(), StringComparison.Ordinal);

        await Expect(sheet).ToContainTextAsync("別の人が出たら: サービス名・用件は言わず、切ってください。"); // before anybody answers
        await sheet.GetByLabel("メモ（任意）").FillAsync("子どもの声");
        await sheet.GetByRole(AriaRole.Button, new() { Name = "別の人が出た", Exact = true }).ClickAsync();
        await Expect(sheet).ToContainTextAsync("別の人が出ました。サービス名・用件は言わず、切ってください。本人には、10:30 に、LINEで「お電話しました」とだけ知らせます。");
        await Expect(page.Content()).ToContainTextAsync("1回かけた");
        await page.Undo("「別の人が出た」を記録しました");
        await Expect(sheet.GetByRole(AriaRole.Heading, new() { NameRegex = new("^かけた記録") })).ToHaveCountAsync(0);
        await sheet.GetByRole(AriaRole.Button, new() { Name = "出ない", Exact = true }).ClickAsync();
        await sheet.GetByRole(AriaRole.Button, new() { Name = "本人に知らせる: 10:00 出ない" }).ClickAsync();
        await Expect(sheet.GetByRole(AriaRole.Figure, new() { Name = "本人に届くカード" }).Last).ToContainTextAsync("お電話しましたが、お話しできませんでした。");
        await page.AssertAccessible("the sheet of a call");
        await sheet.GetByRole(AriaRole.Button, new() { Name = "この内容で送る" }).ClickAsync();
        await Expect(sheet.GetByRole(AriaRole.Button, new() { Name = "送るのをやめる: 10:00 出ない" })).ToBeVisibleAsync();

        await sheet.GetByRole(AriaRole.Button, new() { Name = "話せた", Exact = true }).ClickAsync();
        await Expect(sheet.GetByRole(AriaRole.Timer, new() { Name = "話している時間" })).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^0:"));
        oneStop.PassTo(10.9); // 10:54
        await page.ReloadAsync();
        await Expect(sheet).ToContainTextAsync("残り10分です");
        await page.AssertAccessible("a call that runs");
        await sheet.GetByRole(AriaRole.Button, new() { Name = "電話を終える" }).ClickAsync();
        await Expect(page.Toasts("電話を終えました。予約を「来談」にしました")).ToBeVisibleAsync();
        var form = page.GetByRole(AriaRole.Form, new() { Name = "相談記録" });
        await Expect(form.GetByLabel("始まり（必須）")).ToHaveValueAsync("10:00");
        await Expect(form.GetByLabel("終わり（必須）")).ToHaveValueAsync("10:54");
        await Expect(form.GetByRole(AriaRole.Radio, new() { Name = "電話" })).ToBeCheckedAsync();
    }
}
