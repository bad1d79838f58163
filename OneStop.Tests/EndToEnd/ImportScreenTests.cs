using System.Text;
using Microsoft.Playwright;
using OneStop.Domain.Shifts;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>The common screen on which sheets come in, as the import of shifts has it.</summary>
[Collection(BrowserGroups.Third)]
public sealed class ImportScreenTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Theory]
    [InlineData(1440, false)]
    [InlineData(360, true)]
    public async Task A_sheet_with_heads_of_its_own_is_mapped_taken_over_and_undone_by_keyboard(int width, bool dark)
    {
        var person = await oneStop.AMember($"mapped-{width}", Duty.Counselor);
        var page = await Open(width, dark);
        await Upload(page, $"2027年1月\n従業員の名前,1,合計\n{person.Name},20:00-25:00,5\n");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "3. 確かめる: 2027年1月" })).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "列の対応を選んでください。" })).ToBeAttachedAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("「氏名」の列が、見出しからは分かりません");
        var name = page.GetByRole(AriaRole.Combobox, new() { Name = "A 列を何として読むか" });
        Assert.True((await name.BoundingBoxAsync())!.X + (await name.BoundingBoxAsync())!.Width <= width, "What is to be chosen lies beside the screen.");
        await page.AssertAccessible("columns to be chosen");
        await page.AssertFits("columns to be chosen");
        await name.FocusAsync();
        await name.PressAsync("ArrowDown"); // from 読まない to 氏名, the first field
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "変わる日" })).ToContainTextAsync("20:00-25:00");
        await Expect(page.GetByText("「合計」の列は、読みませんでした。")).ToBeAttachedAsync();
        await page.AssertAccessible("the check");
        await page.AssertFits("the check");
        await page.GetByRole(AriaRole.Button, new() { Name = "1 日分を取り込む" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "取り込みました: 1 日分" })).ToBeFocusedAsync();
        await page.AssertAccessible("taken over");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "取り込みを取り消す", Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("1日分を元に戻しました")).ToBeVisibleAsync();
        Assert.Equal("休", await Times(person));
    }

    [Fact]
    public async Task What_a_colleague_changed_meanwhile_is_shown_anew_and_not_overwritten()
    {
        var person = await oneStop.AMember("meanwhile", Duty.Counselor);
        var page = await Open(1024, dark: false);
        await Upload(page, $"2027年1月\n氏名,1\n{person.Name},20:00-25:00\n");
        var take = page.GetByRole(AriaRole.Button, new() { Name = "1 日分を取り込む" });
        await Expect(take).ToBeVisibleAsync();
        await oneStop.At<ShiftDesk>(await oneStop.AMember("import-chief", Duty.Manager),
            desk => desk.SetDay(person.Id, new(2027, 1, 1), WorkingTimes.Read("9:00-12:00")));
        await take.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("ほかの人が変えたところが1件あります");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "変わる日" })).ToContainTextAsync("9:00-12:00");
        Assert.Equal("9:00-12:00", await Times(person));
        await take.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "取り込みました: 1 日分" })).ToBeVisibleAsync();
        Assert.Equal("20:00-25:00", await Times(person));
    }

    [Fact]
    public async Task A_file_can_be_dropped_anywhere_in_its_frame() // the browser gives what is dropped to the field that lies there
    {
        var page = await Open(1024, dark: false);
        var under = await page.DropFrame().EvaluateAsync<string[]>("""
            frame => { const r = frame.getBoundingClientRect(); return [[r.left + 5, r.top + 5], [r.left + r.width / 2, r.top + r.height / 2], [r.right - 5, r.bottom - 5]].map(([x, y]) => document.elementFromPoint(x, y).type) }
            """);
        Assert.Equal(["file", "file", "file"], under);
        await Expect(page.GetByLabel("勤務表を選んで確かめる")).ToHaveAttributeAsync("type", "file");
    }

    /// <summary>The framework listens to the field one answer of the page after it is seen: a file chosen before was lost without a word.</summary>
    [Fact]
    public async Task A_file_that_is_chosen_the_moment_the_field_is_seen_is_read()
    {
        await oneStop.AMember("import-chief", Duty.Manager);
        var page = await browser.Open(oneStop.Address);
        await page.AddInitScriptAsync("""
            new MutationObserver(() => {
              const field = document.querySelector('input[type=file]');
              if (!field || field.files.length > 0) return;
              const carried = new DataTransfer();
              carried.items.add(new File(['2027年1月\n氏名,1\n誰でもない人,9:00-12:00\n'], '勤務.csv', { type: 'text/csv' }));
              field.files = carried.files;
              field.dispatchEvent(new Event('change', { bubbles: true }));
            }).observe(document, { childList: true, subtree: true });
            """);
        await page.SignIn("import-chief", "/shifts/import");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "3. 確かめる: 2027年1月" })).ToBeVisibleAsync();
    }

    private async Task<IPage> Open(int width, bool dark)
    {
        await oneStop.AMember("import-chief", Duty.Manager);
        var page = await browser.Open(oneStop.Address, width, 780, dark);
        await page.SignIn("import-chief", "/shifts/import");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "これまでの取り込み" })).ToBeVisibleAsync();
        return page;
    }

    private Task<string> Times(StaffMember person) =>
        oneStop.Read(async db => (await db.RosterOf(new(2027, 1, 1), new(2027, 1, 1))).Of(person.Id, new(new(2027, 1, 1))).ToString());

    private static Task Upload(IPage page, string csv) =>
        page.GetByLabel("勤務表を選んで確かめる").SetInputFilesAsync(new FilePayload { Name = "勤務.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
}
