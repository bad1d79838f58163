using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Conversations;
using OneStop.Domain.DatedRules;
using OneStop.Domain.Employers;
using OneStop.Domain.JobOpenings;
using OneStop.Domain.Partners;
using OneStop.Domain.ReplyTemplates;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportMeasures;
using OneStop.Portal.Shell;
using OneStop.Tests.Bookings;
using OneStop.Tests.Clients.Questionnaires;
using OneStop.Tests.Consultations;
using OneStop.Tests.House;
using OneStop.Tests.SupportPrograms;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>Every page is drawn before the database has answered, and again when it has.</summary>
[Collection(BrowserGroups.Second)]
[SqliteOnly("delays and holds back its commands")]
public sealed class DelayedDatabaseTests(Browser browser)
{
    private static readonly Type[] Pages =
        [.. typeof(App).Assembly.GetTypes().Where(t => t.GetCustomAttribute<AllowedAttribute>() is not null && t.GetCustomAttributes<RouteAttribute>().Any())];

    private static readonly HashSet<string> Static =
        [.. Pages.Where(t => t.GetCustomAttribute<ExcludeFromInteractiveRoutingAttribute>() is not null).SelectMany(RoutesOf)];

    [Fact]
    public async Task Every_page_opens_for_everybody_who_may()
    {
        await using var oneStop = new TestOneStop { CommandDelay = TimeSpan.FromMilliseconds(5) };
        await oneStop.InitializeAsync();
        var places = await Places(oneStop);
        Assert.Empty(Pages.SelectMany(RoutesOf).Except(places.Select(p => p.Route))); // a new page is looked at too
        var opened = 0;
        var loaded = new HashSet<string>();
        foreach (var duty in Enum.GetValues<Duty>())
        {
            await oneStop.AMember($"opens-{duty}", duty);
            var page = await browser.Open(oneStop.Address);
            await page.SignIn($"opens-{duty}");
            var wasStatic = false;
            foreach (var (route, path, shows) in places.Where(p => IsFor(p.Route, duty)))
            {
                var isStatic = Static.Contains(route); // a link to it or from it loads the whole page, at a moment that nothing here could wait for
                if (loaded.Add(route) || isStatic || wasStatic)
                    await page.GotoAsync(path);
                else // for duties beyond the first by a link, which takes a fraction of the time
                    await page.EvaluateAsync(
                        "path => { const link = Object.assign(document.createElement('a'), { href: path }); document.body.append(link); link.click(); link.remove(); }", path);
                wasStatic = isStatic;
                await Expect(page).ToHaveURLAsync(new Uri(oneStop.Address, path).ToString());
                await Expect(page.Content()).ToContainTextAsync(route == "/" ? Today(duty) : shows);
                await Expect(page.Loading()).ToHaveCountAsync(0);
                opened++;
            }
            await page.CloseAsync();
        }
        Assert.True(opened > 80);
        Assert.DoesNotContain(oneStop.Logged,
            line => line.Contains("Unhandled exception", StringComparison.Ordinal) || line.Contains("A page failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_cancels_before_it_is_known_whether_the_client_is_told()
    {
        var held = new HeldCommands();
        await using var oneStop = await Held(held);
        await oneStop.Booked("10月12日(月)", "10:00");
        await oneStop.AMember("canceller", Duty.Counselor);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("canceller", "/bookings?day=2026-10-12");
        await Expect(page.GetByText("10:00").First).ToBeVisibleAsync();
        held.Hold("NoContact");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("取消") }).First.ClickAsync();
        var form = page.GetByRole(AriaRole.Form, new() { NameRegex = new("の予約を取り消す$") });
        await Expect(page.GetByRole(AriaRole.Status, new() { Name = "読み込んでいます" })).ToBeVisibleAsync();
        await Expect(form).ToHaveCountAsync(0);
        held.Release();
        await Expect(form.GetByRole(AriaRole.Button, new() { Name = "取り消す", Exact = true })).ToBeEnabledAsync();
        await Expect(form.GetByLabel("本人にLINEで知らせる")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task Nobody_moves_a_booking_before_it_is_known_whether_the_client_is_told()
    {
        var held = new HeldCommands();
        await using var oneStop = await Held(held);
        await oneStop.Booked("10月12日(月)", "10:00");
        await oneStop.AMember("mover", Duty.Counselor);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("mover", "/bookings?day=2026-10-12");
        await Expect(page.GetByText("10:00").First).ToBeVisibleAsync();
        held.Hold("NoContact");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^変更") }).First.ClickAsync();
        var move = page.GetByRole(AriaRole.Button, new() { Name = "変更する" });
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "予約を変更する" })).ToBeVisibleAsync();
        await Expect(page.Loading().First).ToBeVisibleAsync();
        await Expect(move).ToHaveCountAsync(0);
        held.Release();
        await Expect(move).ToBeEnabledAsync();
        await Expect(page.GetByLabel("本人にLINEで知らせる")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task Rows_of_the_list_before_are_not_picked_and_what_leaves_the_list_is_picked_no_more()
    {
        var held = new HeldCommands();
        await using var oneStop = await Held(held);
        var colleague = await oneStop.AMember("colleague", Duty.Counselor);
        var done = await oneStop.AsksSomething("もう返信の要らない人");
        await oneStop.At<ConversationDesk>(colleague, desk => desk.NeedNoAnswer(done));
        var (first, _) = (await oneStop.AsksSomething("一人目"), await oneStop.AsksSomething("二人目"));
        await oneStop.AMember("picker", Duty.Counselor);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("picker", "/inbox?list=all");
        await Expect(page.InboxRows()).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Button, new() { Name = "選択", Exact = true }).ClickAsync();
        var (all, bar) = (page.GetByRole(AriaRole.Button, new() { Name = "表示中をすべて選ぶ" }), page.GetByRole(AriaRole.Toolbar, new() { Name = "選んだ会話" }));
        held.Hold("\"AnswerDue");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "一覧の種類" }).GetByRole(AriaRole.Link, new() { NameRegex = new("^要返信") }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("list=waiting"));
        await Expect(all).ToBeDisabledAsync();
        await Expect(page.InboxRows().GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(0);
        held.Release();
        await Expect(page.InboxRows()).ToHaveCountAsync(2);
        await all.ClickAsync();
        await Expect(bar).ToContainTextAsync("2件を選択中");
        await oneStop.At<ConversationDesk>(colleague, desk => desk.NeedNoAnswer(first));
        await Expect(bar).ToContainTextAsync("1件を選択中");
    }

    [Fact]
    public async Task Who_comes_back_to_a_conversation_finds_the_place_however_late_its_messages_come()
    {
        var held = new HeldCommands();
        await using var oneStop = await Held(held);
        var friend = await oneStop.AFriend();
        await oneStop.SaysAll(friend, [.. Enumerable.Range(0, 120).Select(i => $"前の話{i}")]);
        var (conversation, other) = (await oneStop.ConversationOf(friend), await oneStop.AsksSomething("別の話"));
        await oneStop.AMember("returning", Duty.Counselor);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("returning", $"/inbox/{conversation}?list=all");
        await page.MessagesReady();
        await page.Messages().EvaluateAsync("m => { m.scrollTop = 0; }");
        var read = page.Messages().GetByText("前の話30", new() { Exact = true });
        await read.EvaluateAsync("m => m.scrollIntoView({ block: 'start' })");
        var key = $"onestop.place.{conversation}";
        await page.WaitForFunctionAsync("([key, order]) => Math.abs(JSON.parse(sessionStorage.getItem(key))?.order - order) <= 1",
            new[] { key, await read.EvaluateAsync<string>("m => m.closest('[data-order]').dataset.order") });
        await page.RowOf(other).ClickAsync();
        await Expect(page.Messages().GetByText("別の話")).ToBeVisibleAsync();

        held.Hold(">= @place\n"); // the messages from the place on, in their order
        await page.RowOf(conversation).ClickAsync();
        await Expect(page.Messages().GetByText("前の話119")).ToBeInViewportAsync();
        await page.WaitForFunctionAsync("key => sessionStorage.getItem(key) === null", key); // as for anybody at the end of a conversation
        held.Release();
        await Expect(read).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Nothing_rings_before_it_is_known_who_wants_it()
    {
        var held = new HeldCommands();
        await using var oneStop = await Held(held);
        var quiet = await oneStop.AMember("quiet", Duty.Counselor);
        await oneStop.At<PreferencesDesk>(quiet, desk => desk.Choose(Preferences.Standard with { Rings = false, UsesShortcuts = false }));
        await oneStop.AsksSomething("静かに待っている話");
        held.Hold("StaffPreferences");
        var page = await browser.Open(oneStop.Address);
        await page.AddInitScriptAsync(AlertTests.Recorder);
        await page.SignIn("quiet");
        await Expect(page.Content()).ToContainTextAsync("静かに待っている話"); // who waits is known
        await Expect(page).ToHaveTitleAsync(new Regex("^\\(1\\)"));
        await Expect(page.ShortcutsMark()).ToHaveCountAsync(0); // no key acts
        await Expect(page.Bell()).ToHaveCountAsync(0);
        held.Release();
        await page.ShortcutsReady();
        await page.Keyboard.PressAsync("?");
        await page.GetByRole(AriaRole.Button, new() { Name = "暗い画面にする" }).ClickAsync(); // the portal answers in order
        await Expect(page.DarkShell()).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        Assert.Equal(0, await page.EvaluateAsync<int>("() => window.sounds"));
    }

    [Fact]
    public async Task No_preference_is_chosen_beside_a_default()
    {
        var held = new HeldCommands();
        await using var oneStop = await Held(held);
        await oneStop.AMember("chooser", Duty.Counselor);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("chooser");
        held.Hold("StaffPreferences");
        await page.GotoAsync("/settings/me");
        await Expect(page.Loading().First).ToBeVisibleAsync();
        foreach (var kind in (AriaRole[])[AriaRole.Checkbox, AriaRole.Radio])
            await Expect(page.Content().GetByRole(kind)).ToHaveCountAsync(0);
        held.Release();
        await Expect(page.GetByLabel("ショートカットを使う")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task The_templates_of_one_list_are_never_shown_with_the_acts_of_the_other()
    {
        var held = new HeldCommands();
        await using var oneStop = await Held(held);
        var manager = await oneStop.AMember("keeper", Duty.Manager);
        await oneStop.At<ReplyTemplateDesk, Guid>(manager,
            desk => desk.SaveShared(null, new(TemplateWish.None, new(true, "あいさつ", "はじめの言葉", "はじめ", "お待たせしました。"))));
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("keeper", "/settings/templates");
        await Expect(page.GetByText("はじめの言葉")).ToBeVisibleAsync();
        held.Hold("ReplyTemplates");
        await page.GetByRole(AriaRole.Link, new() { Name = "使うのをやめたもの" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("retired=1"));
        await Expect(page.Loading().First).ToBeVisibleAsync();
        await Expect(page.GetByText("はじめの言葉")).ToHaveCountAsync(0);
        held.Release();
        await Expect(page.GetByText("使うのをやめた定型文はありません")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_waits_rings_in_a_window_that_was_drawn_before_it_was_known()
    {
        var held = new HeldCommands();
        await using var oneStop = await Held(held);
        await oneStop.AMember("listener", Duty.Counselor);
        await oneStop.AsksSomething("待っている話");
        held.Hold("NeedsAnswer"); // who waits
        var page = await browser.Open(oneStop.Address);
        await page.AddInitScriptAsync(AlertTests.Recorder);
        await page.SignIn("listener");
        await Expect(page.Bell()).ToHaveCountAsync(0);
        held.Release();
        await Expect(page.Bell()).ToContainTextAsync("新しく 1 人が返信を待っています");
        await AlertTests.Sounded(page, 2);
    }

    private static async Task<TestOneStop> Held(HeldCommands held)
    {
        var oneStop = new TestOneStop { Options = options => options.AddInterceptors(held) };
        await oneStop.InitializeAsync();
        return oneStop;
    }

    private static Regex Today(Duty duty) =>
        new("10月5日\\(月\\) — 相談を実施している時間です（6:00〜25:00）。.*" + (duty.SeesPeople ? "返信を待っている人.*待っている話" : duty switch
        {
            Duty.City => "承認を待っているものはありません",
            Duty.OutreachOfficer => "開拓の予定.*きょう連絡する求人事業者はありません",
            _ => "こんにちは",
        }),
            RegexOptions.Singleline);

    /// <summary>Where each page is, and what stands on it only when all has been read.</summary>
    private static async Task<List<(string Route, string Path, Regex Shows)>> Places(TestOneStop oneStop)
    {
        var manager = await oneStop.AMember("keeper", Duty.Manager);
        var member = await oneStop.OnShift("on-shift");
        var talk = await oneStop.AsksSomething("待っている話");
        var client = await oneStop.AClient(member, "予約の人");
        var booking = await oneStop.At<BookingDesk, Guid>(member,
            async desk => (await desk.Book(client,
                new(BookingKind.Consultation, ContactMethod.Phone, new ServiceDay(new(2026, 10, 5)).At(TimeSpan.FromHours(20)), null, false, false),
                false)).Id);
        var template = await oneStop.At<ReplyTemplateDesk, Guid>(manager,
            desk => desk.SaveShared(null, new(TemplateWish.None, new(true, "あいさつ", "はじめの言葉", "はじめ", "お待たせしました。"))));
        var record = await oneStop.Written(member, client, await oneStop.AWish(member));
        var rule = await oneStop.Read(db => db.Set<DatedRule>().OrderBy(r => r.Code).Select(r => new { r.Id, r.Name }).FirstAsync());
        var measure = await oneStop.Read(db => db.Set<SupportMeasure>().OrderBy(m => m.Id).Select(m => m.Id).FirstAsync());
        var partner = await oneStop.At<PartnerDesk, Guid>(member, d => d.Save(null, new(PartnerWish.None,
            PartnerWish.None with { Name = "見本の窓口", Kinds = [PartnerKind.Work] })));
        var employer = await oneStop.At<EmployerDesk, Guid>(manager, d => d.Save(null,
            new(new(), new() { Name = "見本の会社", Source = EmployerSource.OwnList })));
        var opening = await oneStop.At<OpeningDesk, Guid>(manager, d => d.Save(null,
            new(OpeningWish.None, OpeningWish.None with { EmployerId = employer, Title = "見本の求人" })));
        return
        [
            ("/", "/", new("")),
            ("/inbox", "/inbox", new("待っている話")),
            ("/inbox/{Id:guid}", $"/inbox/{talk}", new("待っている話.*呼び名.*利用者にする", RegexOptions.Singleline)),
            ("/inbox/later", "/inbox/later", new("送信予約はありません")),
            ("/bookings", "/bookings", new("予約の人")),
            ("/bookings/new", $"/bookings/new?conversation={talk}", new("A-0001.*始まる時間.*数字は、空いている担当者の人数です", RegexOptions.Singleline)),
            ("/bookings/{Id:guid}", $"/bookings/{booking}", new("予約の人.*ケースファイル.*確定", RegexOptions.Singleline)),
            ("/calendar", "/calendar?day=2026-10-07", new("すべての種別.*10月7日\\(水\\)", RegexOptions.Singleline)),
            ("/calendar/print", "/calendar/print?day=2026-10-07", new("記録して印刷する")),
            ("/bookings/{Id:guid}/move", $"/bookings/{booking}/move", new("いまの予約.*予約の人.*数字は、空いている担当者の人数です", RegexOptions.Singleline)),
            ("/shifts", "/shifts", new("10月5日\\(月\\) 〜.*on-shift さん", RegexOptions.Singleline)),
            ("/shifts/{Id:guid}", $"/shifts/{member.Id}", new("on-shift さん.*いまの型", RegexOptions.Singleline)),
            ("/shifts/absences", "/shifts/absences", new("不在の予定はありません.*不在を入れる", RegexOptions.Singleline)),
            ("/caseload", "/caseload", new("担当なし.*on-shift さん", RegexOptions.Singleline)),
            ("/caseload/{Id:guid}", $"/caseload/{member.Id}", new("on-shift さん さんの担当.*この段階の人はいません", RegexOptions.Singleline)),
            ("/caseload/none", "/caseload/none", new("担当なしの利用者.*予約の人", RegexOptions.Singleline)),
            ("/caseload/received", "/caseload/received", new("確かめる引き継ぎはありません")),
            ("/shifts/import", "/shifts/import", new("まだありません.*取り込むと", RegexOptions.Singleline)),
            ("/load", "/load", new("20:00〜21:00.*on-shift さん", RegexOptions.Singleline)),
            ("/attendance", "/attendance", new("この期間に終わった予約はありません")),
            ("/settings/hours", "/settings/hours", new("時間帯ごとの利用.*20:00〜21:00", RegexOptions.Singleline)),
            ("/settings/kinds", "/settings/kinds", new("今すぐ相談")),
            ("/settings/forms", "/settings/forms", new("様式に書ける項目")),
            ("/settings/outside", "/settings/outside", new("見本ビデオ.*まだ始めていません", RegexOptions.Singleline)),
            ("/settings/tags", "/settings/tags", new("タグはまだありません")),
            ("/settings/templates", "/settings/templates", new("はじめの言葉")),
            ("/settings/templates/new", "/settings/templates/new", new("見え方")),
            ("/settings/templates/{Id:guid}", $"/settings/templates/{template}", new("お待たせしました")),
            ("/settings/menu", "/settings/menu", new("メニューはまだありません")),
            ("/settings/channel", "/settings/channel", new("Webhook")),
            ("/settings/duties", "/settings/duties", new("キャリアカウンセラー")),
            ("/settings/status", "/settings/status", new("データベース.*正常", RegexOptions.Singleline)),
            ("/settings/danger", "/settings/danger", new("モラハラ")),
            ("/settings/accounts", "/settings/accounts", new("on-shift さん")),
            ("/settings/accounts/{Id:guid}", $"/settings/accounts/{member.Id}", new("on-shift さん.*担当業務", RegexOptions.Singleline)),
            ("/account/password", "/account/password", new("今のパスワード")),
            ("/settings/me", "/settings/me", new("Ctrl\\+Enter で送信")),
            ("/clients", "/clients", new("予約の人")),
            ("/clients/duplicates", "/clients/duplicates", new("同じ電話番号.*電話の人", RegexOptions.Singleline)),
            ("/clients/{Id:guid}/merge", $"/clients/{client}/merge", new("もう1件をさがしてください")),
            ("/clients/new", "/clients/new", new("先に登録されている人をさがします")),
            ("/clients/{Id:guid}", $"/clients/{client}", new("次に聞くとよいこと.*仕事の希望", RegexOptions.Singleline)),
            ("/clients/{ClientId:guid}/questionnaires/{Id:guid}", await oneStop.AReceived(member), new("届いた質問票.*仕事の種類", RegexOptions.Singleline)),
            ("/clients/{ClientId:guid}/consultations/new", $"/clients/{client}/consultations/new", new("記録を書く.*主訴", RegexOptions.Singleline)),
            ("/clients/{ClientId:guid}/programs/new", $"/clients/{client}/programs/new", new("プログラムを始めます.*申込みの日", RegexOptions.Singleline)),
            ("/programs/{Id:guid}", await oneStop.AProgram(await oneStop.AMember("program-planner", Duty.Planner)), new("自立支援プログラム.*P-0001", RegexOptions.Singleline)),
            ("/programs", "/programs", new("自立支援プログラム.*(P-0001|プログラムはまだありません)", RegexOptions.Singleline)),
            ("/programs/review", "/programs/review", new("実施中のプログラムがありません")),
            ("/programs/overview", "/programs/overview", new("策定件数と目標.*担当ごとのプログラム", RegexOptions.Singleline)),
            ("/consultations", "/consultations", new("相談記録.*予約の人", RegexOptions.Singleline)),
            ("/consultations/{Id:guid}", $"/consultations/{record}", new("相談記録.*予約の人", RegexOptions.Singleline)),
            ("/twins", "/twins", new("匿名の記録はまだありません")),
            ("/twins/{Kind}/{Id:guid}", $"/twins/consultation/{record}", new("福岡市に出る文")),
            ("/reports/courses", "/reports/courses", new("支援者ごとの経過記録.*月", RegexOptions.Singleline)),
            ("/partners", "/partners", new("見本の窓口")),
            ("/partners/new", "/partners/new", new("関係機関を加える")),
            ("/partners/{Id:guid}", $"/partners/{partner}", new("見本の窓口")),
            ("/employers", "/employers", new("見本の会社.*電話する", RegexOptions.Singleline)),
            ("/employers/board", "/employers/board", new("候補 1社.*見本の会社", RegexOptions.Singleline)),
            ("/employers/new", "/employers/new", new("どこから知ったか")),
            ("/employers/alike", "/employers/alike", new("重なりは見つかりません")),
            ("/employers/{Id:guid}", $"/employers/{employer}", new("見本の会社.*接触はまだありません.*どこから知ったか|見本の会社.*接触はまだありません.*発掘元", RegexOptions.Singleline)),
            ("/openings", "/openings", new("見本の求人.*下書き", RegexOptions.Singleline)),
            ("/openings/new", "/openings/new", new("書き始める")),
            ("/openings/{Id:guid}", $"/openings/{opening}", new("見本の求人.*確かめること.*経過", RegexOptions.Singleline)),
            ("/settings/commuting", "/settings/commuting", new("仮の通勤圏")),
            ("/settings/records", "/settings/records", new("記録の主題とひな形.*主題", RegexOptions.Singleline)),
            ("/settings/rules", "/settings/rules", new(Regex.Escape(rule.Name))),
            ("/settings/rules/{Id:guid}", $"/settings/rules/{rule.Id}", new(Regex.Escape(rule.Name))),
            ("/settings/measures", "/settings/measures", new("自立支援教育訓練給付金")),
            ("/settings/measures/new", "/settings/measures/new", new("支援策を加える")),
            ("/settings/measures/{Id:guid}", $"/settings/measures/{measure}", new("給付金|貸付|支援")),
            ("/erasures", "/erasures", new("消去の依頼はありません")),
            ("/clients/{Id:guid}/erasure", $"/clients/{client}/erasure", new("予約の人.*依頼を受け付ける", RegexOptions.Singleline)),
            ("/clients/{Id:guid}/trail", $"/clients/{client}/trail", new("予約の人.*同意を登録した", RegexOptions.Singleline)),
        ];
    }

    private static IEnumerable<string> RoutesOf(Type page) => page.GetCustomAttributes<RouteAttribute>().Select(r => r.Template);

    private static bool IsFor(string route, Duty duty) =>
        Pages.Single(p => RoutesOf(p).Contains(route)).GetCustomAttribute<AllowedAttribute>() is { } rule && (rule.AnyStaff || rule.Duties.Contains(duty));
}
