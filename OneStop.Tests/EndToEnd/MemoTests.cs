using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OneStop.Domain.Conversations;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>What colleagues note about a person, in the narrow pane beside the talk.</summary>
[Collection(BrowserGroups.Third)]
public sealed class MemoTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Who_was_second_sees_both_texts_and_saves_after_all()
    {
        var member = await oneStop.AMember("memo-writer", Duty.Counselor);
        var friend = await oneStop.AFriend();
        await oneStop.SaysAll(friend, ["はじめまして"]);
        var conversation = await oneStop.ConversationOf(friend);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("memo-writer", $"/inbox/{conversation}?list=all");
        await page.GetByRole(AriaRole.Button, new() { Name = "メモを書く" }).ClickAsync();
        var box = page.GetByRole(AriaRole.Textbox, new() { Name = "メモ" });
        await Expect(box).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("夜は電話に出られる");
        await oneStop.At<CardDesk>(member, desk => desk.Remember(conversation, new(new(""), new("小学生の子がいる"))));
        await Expect(page.GetByText("ほかの人がこの内容を変えました")).ToBeVisibleAsync();
        await page.AssertAccessible("a memo that two write");

        await page.Keyboard.PressAsync("Control+Enter");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "ほかの人が先に変更しました" });
        await Expect(dialog.GetByRole(AriaRole.Row, new() { Name = "メモ （なし） 小学生の子がいる 夜は電話に出られる" })).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "編集に戻る" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true })).ToBeEnabledAsync();
        await box.FillAsync("小学生の子がいる。夜は電話に出られる");
        await box.PressAsync("Control+Enter");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "選んだ内容で保存" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "メモを書く: 小学生の子がいる。夜は電話に出られる" })).ToBeVisibleAsync();
        await page.Undo("メモを保存しました");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "メモを書く: 小学生の子がいる" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_typed_comes_back_on_another_computer_and_meets_what_a_colleague_saved_since()
    {
        var member = await oneStop.AMember("memo-mover", Duty.Counselor);
        var friend = await oneStop.AFriend();
        await oneStop.SaysAll(friend, ["こんばんは"]);
        var conversation = await oneStop.ConversationOf(friend);
        var page = await Writing(conversation);
        await page.GetByRole(AriaRole.Textbox, new() { Name = "メモ" }).FillAsync("書きかけのメモ");
        await TestOneStop.Until(() => Drafts(conversation), "the draft");
        await oneStop.At<CardDesk>(member, desk => desk.Remember(conversation, new(new(""), new("ほかの人のメモ"))));

        var other = await Writing(conversation);
        var box = other.GetByRole(AriaRole.Textbox, new() { Name = "メモ" });
        await Expect(box).ToHaveValueAsync("書きかけのメモ");
        await Expect(other.GetByText("書きかけを戻しました（")).ToBeVisibleAsync();
        await other.AssertAccessible("a draft that came back");
        await other.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        var dialog = other.GetByRole(AriaRole.Dialog, new() { Name = "ほかの人が先に変更しました" });
        await Expect(dialog.GetByRole(AriaRole.Row, new() { Name = "メモ （なし） ほかの人のメモ 書きかけのメモ" })).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "選んだ内容で保存" }).ClickAsync();
        await Expect(other.GetByRole(AriaRole.Button, new() { Name = "メモを書く: 書きかけのメモ" })).ToBeVisibleAsync();
        await TestOneStop.Until(async () => !await Drafts(conversation), "nothing to be left over");

        await other.GetByRole(AriaRole.Button, new() { Name = "メモを書く" }).ClickAsync();
        await box.FillAsync("捨てる文");
        await TestOneStop.Until(() => Drafts(conversation), "the draft");
        var third = await Writing(conversation);
        await third.GetByRole(AriaRole.Button, new() { Name = "書きかけを捨てる" }).ClickAsync();
        await Expect(third.GetByRole(AriaRole.Textbox, new() { Name = "メモ" })).ToHaveValueAsync("書きかけのメモ");
        await TestOneStop.Until(async () => !await Drafts(conversation), "the draft to be gone");
    }

    private Task<bool> Drafts(Guid conversation) => oneStop.Read(db => db.FormDrafts.AnyAsync(d => d.ConversationId == conversation));

    private async Task<IPage> Writing(Guid conversation)
    {
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("memo-mover", $"/inbox/{conversation}?list=all");
        await page.GetByRole(AriaRole.Button, new() { Name = "メモを書く" }).ClickAsync();
        return page;
    }
}
