using Microsoft.Playwright;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Shifts;
using OneStop.Domain.Staff;
using OneStop.Portal.Documents;
using OneStop.Portal.Features.Shifts;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>勤務・実施時間・予約の種別 on the screen, by keyboard.</summary>
[Collection(BrowserGroups.Third)]
public sealed class ShiftScreenTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private const string Week = "/shifts?week=2026-10-12";

    [Fact]
    public async Task The_manager_writes_a_week_as_into_a_sheet()
    {
        await oneStop.AMember("grid1", Duty.Counselor);
        await oneStop.AMember("grid2", Duty.Counselor);
        var page = await AsManager();
        await page.GotoAsync(Week);
        await page.ShiftsReady();
        var (first, second) = (Box(page, "grid1"), Box(page, "grid2"));
        await first.FillAsync("９：００ー１８：００");
        await page.Keyboard.PressAsync("Enter");
        await Expect(second).ToBeFocusedAsync(); // the same day of the next person
        await Expect(first).ToHaveValueAsync("9:00-18:00");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "grid1 さん" })).ToContainTextAsync("9時間");

        await page.Keyboard.TypeAsync("9:10-18:00");
        await page.Keyboard.PressAsync("Tab");
        await Expect(Faults(page)).ToContainTextAsync("15分きざみ");
        await Expect(second).ToHaveValueAsync("9:10-18:00"); // what was typed stays to be corrected
        await second.FillAsync("9:00-12:00");
        await page.Keyboard.PressAsync("Escape");
        await Expect(second).ToHaveValueAsync("休"); // as it stands, and the fault is gone with what had it
        await Expect(Faults(page)).ToHaveCountAsync(0);
        await second.FillAsync("休");
        await page.Keyboard.PressAsync("Shift+Enter");
        await Expect(first).ToBeFocusedAsync();
        await page.Heard();
        await Expect(Faults(page)).ToHaveCountAsync(0);

        await first.FillAsync("");
        await page.Keyboard.PressAsync("Enter");
        await Expect(first).ToHaveValueAsync("休"); // back to the pattern
        await page.Undo("型のとおり");
        await Expect(first).ToHaveValueAsync("9:00-18:00");
    }

    [Fact]
    public async Task A_booking_left_outside_is_shown_at_once_and_stays_marked()
    {
        var counselor = await oneStop.OnShift("left-behind");
        var client = await oneStop.AClient(counselor, "夜の 人");
        await oneStop.At<BookingDesk, Guid>(counselor,
            async desk => (await desk.Book(client,
                new(BookingKind.Consultation, ContactMethod.Phone, new ServiceDay(new(2026, 10, 12)).At(TimeSpan.FromHours(24)), counselor.Id, false,
                    false), false)).Id);
        var page = await AsManager();
        await page.GotoAsync(Week);
        await page.ShiftsReady();
        await Box(page, "left-behind").FillAsync("9:00-18:00");
        await page.Keyboard.PressAsync("Enter");
        var told = page.GetByRole(AriaRole.Region, new() { Name = "担当者の勤務から外れた予約" });
        await Expect(told).ToContainTextAsync("夜の 人");
        await Expect(told.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "/bookings?day=2026-10-12");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "left-behind さん" })).ToContainTextAsync("勤務外の予約 1 件");
    }

    [Fact]
    public async Task A_month_is_brought_in_checked_taken_in_and_undone()
    {
        var counselor = await oneStop.AMember("brought-in", Duty.Counselor);
        var page = await AsManager();
        await page.GotoAsync("/shifts/import?month=2026-11-01");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "ひな型をダウンロード" }).ClickAsync());
        Assert.Equal("勤務表_2026-11.xlsx", download.SuggestedFilename);
        await Upload(page, "not a workbook"u8.ToArray());
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Excelのファイル（.xlsx）を選んでください");
        await Upload(page, ShiftWorkbook.Write(
            new(new(2026, 11, 1), [new(counselor.Name, counselor.UserName!, [WorkingTimes.None, WorkingTimes.Read("20:00-25:00")])]), new(2026, 10, 5)));
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "変わる日" })).ToContainTextAsync("20:00-25:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "1 日分を取り込む" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "この取り込みを取り消す" }).ClickAsync();
        await Expect(page.GetByText("取り消し済み")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_is_no_manager_reads_shifts_hours_and_kinds_and_changes_nothing()
    {
        await oneStop.AMember("only-reads", Duty.Counselor);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("only-reads");
        foreach (var (path, shown) in ((string, string)[])[("/shifts", "only-reads さん"), ("/settings/hours", "相談方法ごとの時間"), ("/settings/kinds", "定着面談")])
        {
            await page.GotoAsync(path);
            await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(shown); // before what is missing is counted
            await Expect(page.Content().GetByRole(AriaRole.Textbox, new() { NameRegex = new(" さん ") })).ToHaveCountAsync(0); // a day of somebody
            await Expect(page.Content().GetByRole(AriaRole.Button, new() { NameRegex = new("保存|にする$|写す") })).ToHaveCountAsync(0);
        }
        await page.GotoAsync("/shifts/import");
        await Expect(page.GetByText("この画面を開く権限がありません")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_manager_changes_hours_closes_days_and_sets_terms_each_with_a_way_back()
    {
        var page = await AsManager();
        await page.GotoAsync("/settings/hours");
        var hours = page.GetByRole(AriaRole.Form, new() { Name = "時間を変える" });
        var phone = page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = "電話" }) });
        await hours.Choose("相談方法", "電話");
        await hours.Choose("終わり", "21:00");
        await hours.GetByLabel("根拠").FillAsync("少ない");
        await hours.GetByRole(AriaRole.Button, new() { Name = "この時間にする" }).ClickAsync();
        await Expect(hours.GetByText("根拠を20文字以上")).ToBeVisibleAsync();
        await hours.GetByLabel("根拠").FillAsync("夜九時からあとの電話予約は、三か月の間に一件もなかった");
        await hours.GetByRole(AriaRole.Button, new() { Name = "この時間にする" }).ClickAsync();
        await Expect(phone).ToContainTextAsync("6:00〜21:00");
        await page.Undo("にします");
        await Expect(phone).ToContainTextAsync("予定はありません");

        var closing = page.GetByRole(AriaRole.Form, new() { Name = "休業を加える" });
        await closing.GetByLabel("理由").FillAsync("回線の工事");
        await closing.GetByRole(AriaRole.Button, new() { Name = "休業にする" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "休業の一覧" })).ToContainTextAsync("回線の工事");

        await page.GotoAsync("/settings/kinds");
        var kind = page.GetByRole(AriaRole.Region, new() { Name = "就業相談" });
        await kind.Choose("長さ", "45 分");
        await kind.GetByRole(AriaRole.Button, new() { Name = "変更を保存" }).ClickAsync();
        await page.Undo("決まりを変えました");
        await Expect(kind.GetByLabel("長さ")).ToHaveValueAsync("60 分");
    }

    private async Task<IPage> AsManager()
    {
        await oneStop.AMember("shift-chief", Duty.Manager);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("shift-chief");
        return page;
    }

    private static ILocator Faults(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "勤務の表" }).GetByRole(AriaRole.Alert);

    private static ILocator Box(IPage page, string name) => page.GetByRole(AriaRole.Textbox, new() { NameRegex = new($"^{name} さん さん 10月12日") });

    private static Task Upload(IPage page, byte[] bytes) =>
        page.GetByLabel("勤務表を選んで確かめる").SetInputFilesAsync(new FilePayload { Name = "勤務表.xlsx", MimeType = Workbook.ContentType, Buffer = bytes });
}
