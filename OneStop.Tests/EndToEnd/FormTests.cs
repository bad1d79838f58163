using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>What every form of the kit does, shown with the terms of bookings.</summary>
[Collection(BrowserGroups.Third)]
public sealed class FormTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Who_saves_second_chooses_for_each_field_what_is_to_hold()
    {
        var page = await Opened();
        var form = FormOf(page, BookingKind.JobPlacement);
        var seen = await TermsOf(BookingKind.JobPlacement);
        await form.GetByLabel("予約できる期間").FillAsync("77");
        await form.GetByLabel("予約の締切").FillAsync("180");
        await Set(BookingKind.JobPlacement, new(seen, seen with { HorizonDays = 44, Minutes = 45 }));
        await Expect(form.GetByText("ほかの人がこの内容を変えました")).ToBeVisibleAsync();
        await Expect(form.GetByLabel("予約できる期間")).ToHaveValueAsync("77"); // what is typed stays

        await form.GetByRole(AriaRole.Button, new() { Name = "変更を保存" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "ほかの人が先に変更しました" });
        await Expect(dialog.GetByRole(AriaRole.Row, new() { Name = "予約できる期間 60日先 44日先 77日先" })).ToBeVisibleAsync();
        await Expect(dialog.GetByRole(AriaRole.Row)).ToHaveCountAsync(4); // the head, and the three that differ
        await Expect(dialog.GetByRole(AriaRole.Radio).First).ToBeFocusedAsync(); // Enter saves nothing unseen
        await page.AssertAccessible("the two versions");
        await Expect(dialog.GetByRole(AriaRole.Radio, new() { Name = "180分前" })).ToBeCheckedAsync(); // changed by one of the two: chosen beforehand
        await Expect(dialog.GetByRole(AriaRole.Radio, new() { Name = "45 分" })).ToBeCheckedAsync();
        await dialog.GetByRole(AriaRole.Radio, new() { Name = "44日先" }).CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "選んだ内容で保存" }).ClickAsync();
        await Expect(page.Toasts()).ToContainTextAsync("決まりを変えました");
        Assert.Equal(seen with { HorizonDays = 44, Minutes = 45, LeadMinutes = 180 }, await TermsOf(BookingKind.JobPlacement));
    }

    [Fact]
    public async Task Going_back_from_the_question_saves_nothing_and_keeps_what_is_typed()
    {
        var page = await Opened();
        var form = FormOf(page, BookingKind.InterviewPractice);
        var seen = await TermsOf(BookingKind.InterviewPractice);
        var theirs = seen with { HorizonDays = 33 };
        await form.GetByLabel("予約できる期間").FillAsync("55");
        await Set(BookingKind.InterviewPractice, new(seen, theirs));
        await form.GetByLabel("予約できる期間").PressAsync("Control+Enter");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "ほかの人が先に変更しました" });
        await Expect(dialog.GetByRole(AriaRole.Radio, new() { Name = "55日先" })).ToBeCheckedAsync();
        await page.WaitForFunctionAsync("() => document.activeElement?.closest('[role=dialog]')"); // it has taken the focus, and so hears the keys
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(form.GetByLabel("予約できる期間")).ToHaveValueAsync("55");
        await Expect(form.GetByRole(AriaRole.Button, new() { Name = "変更を保存" })).ToBeEnabledAsync();
        Assert.Equal(theirs, await TermsOf(BookingKind.InterviewPractice));
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_the_first_field_that_takes_the_focus_and_nothing_is_saved()
    {
        var page = await Opened();
        var form = FormOf(page, BookingKind.ProgramMeeting);
        await form.GetByLabel("予約できる期間").FillAsync("999");
        await form.GetByLabel("変更と取消の締切").FillAsync("99999");
        await form.GetByLabel("変更と取消の締切").PressAsync("Control+Enter");
        await Expect(form.GetByText("「予約できる期間」は1から180までにしてください。")).ToBeVisibleAsync();
        await Expect(form.GetByLabel("予約できる期間")).ToBeFocusedAsync();
        await Expect(form.GetByLabel("予約できる期間")).ToHaveAttributeAsync("aria-invalid", "true");
        // a screen reader says it with the field
        await Expect(form.GetByLabel("予約できる期間")).ToHaveAccessibleDescriptionAsync(new System.Text.RegularExpressions.Regex("180までに"));
        await page.AssertAccessible("a form with faults");
        await form.GetByLabel("予約できる期間").FillAsync("99");
        await Expect(form.GetByText("「予約できる期間」は1から180までにしてください。")).ToBeHiddenAsync();
        foreach (var method in (string[])["チャット", "電話", "ビデオ通話"])
            await form.GetByLabel(method).UncheckAsync();
        await form.GetByLabel("変更と取消の締切").FillAsync("60");
        await form.GetByRole(AriaRole.Button, new() { Name = "変更を保存" }).ClickAsync();
        await Expect(form.GetByText("「相談方法」を1つ以上選んでください。")).ToBeVisibleAsync();
        Assert.Equal(60, (await TermsOf(BookingKind.ProgramMeeting)).HorizonDays);
    }

    [Fact]
    public async Task Who_saves_before_the_script_of_the_form_has_come_is_heard_and_led_to_the_fault_once_it_has()
    {
        var page = await browser.Open(oneStop.Address);
        var comes = new TaskCompletionSource();
        await page.RouteAsync("**/Form.razor.js*", async route =>
        {
            await comes.Task;
            await route.ContinueAsync();
        });
        await Manager();
        await page.SignIn("form-manager");
        await page.GotoAsync("/settings/kinds");
        var form = FormOf(page, BookingKind.ProgramMeeting);
        await form.GetByLabel("予約できる期間").FillAsync("999");
        await form.GetByLabel("予約の締切").PressAsync("Control+Enter");
        await Expect(form.GetByText("「予約できる期間」は1から180までにしてください。")).ToBeVisibleAsync();
        comes.SetResult();
        await Expect(form.GetByLabel("予約できる期間")).ToBeFocusedAsync();
    }

    /// <summary>The library drew the question once more when it was answered while it still opened.</summary>
    [Fact]
    public async Task Who_answers_the_question_the_moment_it_is_seen_is_not_asked_again()
    {
        var page = await Opened();
        await FormOf(page, BookingKind.RetentionMeeting).GetByLabel("予約できる期間").FillAsync("31");
        await page.EvaluateAsync("""
            () => {
              window.asked = 0;
              const seen = new WeakSet();
              new MutationObserver(() => {
                const answer = [...document.querySelectorAll('[role=dialog] button')].find(b => b.textContent === '編集を続ける');
                if (!answer || seen.has(answer)) return;
                seen.add(answer);
                if (++window.asked === 1) answer.click();
              }).observe(document.body, { childList: true, subtree: true });
            }
            """);
        await page.Menu().GetByRole(AriaRole.Link, new() { Name = "利用者", Exact = true }).ClickAsync();
        await page.WaitForFunctionAsync("() => window.asked > 0");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await page.Heard();
        Assert.Equal(1, await page.EvaluateAsync<int>("() => window.asked"));
        await page.Menu().GetByRole(AriaRole.Link, new() { Name = "利用者", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "保存せずに離れる" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "利用者", Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Leaving_asks_first_and_what_is_saved_may_be_left()
    {
        var page = await Opened();
        var form = FormOf(page, BookingKind.RetentionMeeting);
        var before = await oneStop.Read(db =>
            db.AuditEntries.CountAsync(e => e.Subject == nameof(BookingTerms) && e.Fields.Contains(nameof(BookingTerms.HorizonDays))));
        await form.GetByLabel("予約できる期間").FillAsync("70");
        await page.GetByRole(AriaRole.Link, new() { Name = "タグ" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "編集を続ける" }).ClickAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "変更を保存" }).DblClickAsync(); // saved once
        await Expect(page.Toasts()).ToHaveCountAsync(1);
        await Expect(form.GetByRole(AriaRole.Button, new() { Name = "変更を保存" })).ToHaveAttributeAsync("aria-disabled", "true"); // saved for the form, too
        await page.GetByRole(AriaRole.Link, new() { Name = "タグ" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "タグ", Exact = true })).ToBeVisibleAsync();
        await page.Heard(); // both presses
        Assert.Equal(1, await oneStop.Read(db =>
            db.AuditEntries.CountAsync(e => e.Subject == nameof(BookingTerms) && e.Fields.Contains(nameof(BookingTerms.HorizonDays)))) - before);
        Assert.Equal(70, (await TermsOf(BookingKind.RetentionMeeting)).HorizonDays);
    }

    [Fact]
    public async Task A_day_is_typed_or_chosen_by_keyboard_and_what_is_no_day_is_said()
    {
        var page = await Opened();
        await page.GotoAsync("/settings/hours");
        var form = page.GetByRole(AriaRole.Form, new() { Name = "休業を加える" });
        var (from, until) = (form.GetByLabel("いつから（必須）"), form.GetByLabel("いつまで（必須）"));
        await from.FillAsync("２０２６年１２月２１日"); // as an IME writes it
        await until.FillAsync("2026-12-2x");
        await form.GetByLabel("理由（必須）").FillAsync("庁舎の工事");
        await Expect(form.GetByLabel("理由（必須）")).ToHaveAttributeAsync("aria-required", "true");
        await form.GetByLabel("理由").PressAsync("Enter");
        await Expect(form.GetByText("「いつまで」を2026/10/01のように入力してください。")).ToBeVisibleAsync();
        await Expect(until).ToBeFocusedAsync();
        await Expect(until).ToHaveAccessibleDescriptionAsync(new System.Text.RegularExpressions.Regex("いつまで"));
        await page.AssertAccessible("a form with a day that is none");

        await form.GetByRole(AriaRole.Button, new() { Name = "「いつまで」をカレンダーで選ぶ" }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "次の月へ(2026年11月)" }).First.WaitForAsync();
        await page.AssertAccessible("the calendar of a day");
        await page.Keyboard.PressAsync("Escape");
        await until.FillAsync("20261222");
        await until.PressAsync("Control+Enter");
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "12月21日(月) 〜 12月22日(火)" })).ToContainTextAsync("庁舎の工事");
    }

    private static ILocator FormOf(IPage page, BookingKind kind) => page.GetByRole(AriaRole.Form, new() { Name = $"{kind.InJapanese}の決まり" });

    private async Task<IPage> Opened()
    {
        var page = await browser.Open(oneStop.Address);
        await Manager();
        await page.SignIn("form-manager", "/settings/kinds");
        await FormOf(page, BookingKind.Consultation).WaitForAsync();
        return page;
    }

    private Task<StaffMember> Manager() => oneStop.AMember("form-manager", Duty.Manager);

    private async Task<TermsWish> TermsOf(BookingKind kind) =>
        await oneStop.At<TermsDesk, TermsWish>(await Manager(), async desk => (await desk.List()).Single(r => r.Kind == kind).Terms);

    private async Task Set(BookingKind kind, Edit<TermsWish> edit) => await oneStop.At<TermsDesk>(await Manager(), desk => desk.Set(kind, edit));
}
