using Microsoft.Playwright;
using OneStop.Domain;
using OneStop.Domain.Accounts;
using OneStop.Domain.Bookings;
using OneStop.Domain.Clients;
using OneStop.Domain.Consultations;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.Clients.Questionnaires;
using OneStop.Tests.Consultations;
using OneStop.Tests.House;
using OneStop.Tests.SupportPrograms;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>Every screen: for whom it is, for a screen reader, by keyboard alone, on a narrow telephone, in the dark.</summary>
[Collection(BrowserGroups.Third)]
public sealed class ScreenTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Theory]
    [InlineData(Duty.Counselor, "今日", "受信箱", "予約", "利用者", "プログラム", "求人", "求人事業者", "カレンダー", "担当一覧", "相談記録", "匿名の記録", "勤務", "混みぐあい", "関係機関", "定型文", "実施時間", "来談の状況", "予約の種別", "外部サービス", "通勤圏")]
    [InlineData(Duty.Planner, "今日", "受信箱", "予約", "利用者", "プログラム", "求人", "求人事業者", "カレンダー", "担当一覧", "相談記録", "匿名の記録", "勤務", "混みぐあい", "関係機関", "定型文", "実施時間", "来談の状況", "予約の種別", "外部サービス", "通勤圏")]
    [InlineData(Duty.PlacementOfficer, "今日", "受信箱", "予約", "利用者", "プログラム", "求人", "求人事業者", "カレンダー", "担当一覧", "相談記録", "勤務", "混みぐあい", "関係機関", "定型文", "実施時間", "来談の状況", "予約の種別", "外部サービス", "通勤圏")]
    [InlineData(Duty.RetentionOfficer, "今日", "受信箱", "予約", "利用者", "プログラム", "求人", "求人事業者", "カレンダー", "担当一覧", "相談記録", "勤務", "混みぐあい", "関係機関", "定型文", "実施時間", "来談の状況", "予約の種別", "外部サービス", "通勤圏")]
    [InlineData(Duty.OutreachOfficer, "今日", "求人", "求人事業者", "通勤圏")]
    [InlineData(Duty.Manager, "今日", "受信箱", "予約", "利用者", "プログラム", "求人", "求人事業者", "カレンダー", "担当一覧", "相談記録", "匿名の記録", "経過記録", "勤務", "混みぐあい", "関係機関", "定型文", "LINEメニュー", "危険のことば", "実施時間", "来談の状況", "予約の種別", "外部サービス", "支援策", "決まりと金額", "通勤圏", "様式", "記録の主題とひな形", "タグ", "アカウント", "権限", "消去の依頼", "動作状況")]
    [InlineData(Duty.City, "今日", "経過記録", "LINEメニュー", "権限")]
    [InlineData(Duty.Administrator, "今日", "LINEチャネル", "アカウント", "権限", "動作状況")]
    public async Task Each_duty_sees_its_own_rail(Duty duty, params string[] rail)
    {
        await oneStop.AMember($"rail-{duty}", duty);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn($"rail-{duty}");
        await page.MenuHolds(rail);
        if (!rail.Contains("受信箱"))
        {
            await page.GotoAsync("/inbox");
            await Expect(page.GetByText("この画面を開く権限がありません")).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task A_wrong_password_is_told_kindly_and_too_many_are_slowed_down()
    {
        await oneStop.AMember("slowed", Duty.Counselor);
        var page = await browser.Open(oneStop.Address);
        await page.GotoAsync("/sign-in");
        for (var i = 0; i < 6; i++)
            await Try("wrong-password", i < 5 ? "ログイン名かパスワードが違います" : "少し待ってから");
        await Try(TestOneStop.Password, "少し待ってから"); // even the right one now
        oneStop.Clock.Advance(TimeSpan.FromSeconds(2));
        await page.GetByLabel("パスワード").FillAsync(TestOneStop.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "ログイン", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "メインメニュー" }).WaitForAsync();

        async Task Try(string password, string says)
        {
            await page.GetByLabel("ログイン名").FillAsync("slowed");
            await page.GetByLabel("パスワード").FillAsync(password);
            await page.EvaluateAsync("() => { window.isOld = true; }");
            await page.GetByRole(AriaRole.Button, new() { Name = "ログイン", Exact = true }).ClickAsync();
            await page.WaitForFunctionAsync("() => !window.isOld"); // the alert of the try before stands there, too
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(says);
        }
    }

    [Fact]
    public async Task Signing_out_ends_the_sitting()
    {
        await oneStop.AMember("leaving", Duty.Counselor);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("leaving");
        await page.GetByRole(AriaRole.Button, new() { Name = "ログアウト" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "ログイン" })).ToBeVisibleAsync();
        await page.GotoAsync("/inbox");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "ログイン" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Every_page_is_accessible_and_fits_in_light_and_dark()
    {
        var member = await oneStop.AMember("everything", Duty.Counselor, Duty.Manager, Duty.Administrator);
        var friend = await oneStop.AFriend();
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "とても長い言葉を送ってみます。" + new string('あ', 300) });
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "sticker", ["packageId"] = "1", ["stickerId"] = "2" });
        var conversation = await oneStop.ConversationOf(friend);

        var client = await oneStop.At<ClientDesk, Guid>(member, d => d.Register(conversation, null, null));
        var booking = await SomeBookings();
        var record = await ARecord(member);

        // The next page is loaded at the width and in the colours to which this one was brought: one in two of each.
        int[] widths = [1440, 360];
        bool[] darks = [false, true];
        var page = await browser.Open(oneStop.Address, widths[0], 780);
        foreach (var path in (string[])["/sign-in", "/privacy", "/guide", "/c/nothing", "/q/nothing", "/a/nothing", "/k/nothing", "/w/nothing", $"/w/{await ALink()}", "/not-found", "/error",
            "/simulator"])
        {
            await page.GotoAsync(path);
            await Check(path);
        }
        await page.SignIn("everything");
        foreach (var path in (string[])["/", "/inbox", "/inbox?list=done", "/inbox?list=trouble&kind=picture&from=2026-01-01", "/inbox/later",
            "/calendar", "/calendar?view=people", "/calendar?view=month", "/calendar?view=agenda", "/calendar/print",
            "/bookings", "/bookings?week=1&state=missed&kind=consultation", "/bookings/new", $"/bookings/new?conversation={conversation}",
                $"/bookings/{booking}", $"/bookings/{booking}/move", "/shifts", "/shifts?week=2026-12-28", "/shifts/import", $"/shifts/{member.Id}", "/settings/hours",
                    "/settings/kinds", "/settings/forms", "/settings/outside", "/settings/tags", "/settings/templates", "/settings/templates/new", $"/inbox/{conversation}",
                        "/inbox/0199b1a0-0000-7000-8000-000000000000", $"/clients/{client}", "/clients/0199b1a0-0000-7000-8000-000000000000",
                            $"/clients/{conversation}/trail", $"/clients/{conversation}/trail?kind=exports",
                            "/clients/0199b1a0-0000-7000-8000-000000000000/trail", "/settings/menu", "/settings/channel", "/settings/accounts",
                                $"/settings/accounts/{member.Id}", $"/settings/accounts/{(await oneStop.AMember("on-shift", Duty.Counselor)).Id}",
                                    "/settings/duties", "/settings/status", "/settings/me", "/consultations", "/consultations?state=draft", "/programs", "/programs?wait=any&state=running", "/programs/overview", "/settings/records",
                                        $"/clients/{record.Client}/consultations/new", $"/consultations/{record.Id}", $"/twins/consultation/{record.Id}", "/twins",
                                            "/reports/courses", "/erasures", $"/clients/{client}/erasure", "/clients/0199b1a0-0000-7000-8000-000000000000/erasure", $"/clients/{client}/programs/new", await oneStop.AProgram(member), $"{await oneStop.AProgram(member)}?part=versions", $"{await oneStop.AProgram(member)}?part=papers", $"{await oneStop.AProgram(member)}?part=follow", "/programs/review", "/programs/0199b1a0-0000-7000-8000-000000000000", "/caseload", $"/caseload/{member.Id}", "/caseload/none", "/caseload/received",
                                                "/shifts/absences", "/load", "/load?day=2026-10-07&view=week", "/load?day=2026-12-30", "/attendance?from=2026-01-01&until=2026-12-31", await oneStop.AReceived(member)])
        {
            await page.GotoAsync(path);
            await page.GetByRole(AriaRole.Navigation, new() { Name = "メインメニュー" }).WaitForAsync();
            await page.Content().GetByRole(AriaRole.Heading).First.WaitForAsync();
            await Expect(page.Loading()).ToHaveCountAsync(0);
            await Check(path);
        }

        await page.GotoAsync("/account/password");
        await Expect(page.GetByLabel("今のパスワード")).ToBeVisibleAsync();
        await Check("/account/password");

        async Task Check(string path)
        {
            foreach (var width in widths)
            {
                await page.SetViewportSizeAsync(width, 780);
                await page.AssertFits(path);
                foreach (var dark in darks)
                {
                    await page.TurnColours(dark);
                    await page.AssertAccessible($"{path} at {width}{(dark ? " dark" : "")}", ofColoursOnly: dark);
                }
                Array.Reverse(darks);
            }
            Array.Reverse(widths);
        }
    }

    [Fact]
    public async Task A_picture_without_words_would_be_found()
    {
        var page = await browser.Open(oneStop.Address);
        await page.GotoAsync("/guide");
        await page.EvaluateAsync("() => document.querySelector('main').append(new Image())");
        var found = await Assert.ThrowsAnyAsync<Exception>(() => page.AssertAccessible("the guide"));
        Assert.Contains("image-alt", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_counselor_answers_by_keyboard_alone()
    {
        await oneStop.AMember("keys", Duty.Counselor);
        var friend = await oneStop.AFriend();
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "キーボードだけで" });
        var page = await browser.Open(oneStop.Address);
        await page.GotoAsync("/sign-in");
        await Expect(page.GetByLabel("ログイン名")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("keys");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(TestOneStop.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "メインメニュー" }).WaitForAsync();
        await TabTo(page.Menu().GetByRole(AriaRole.Link, new() { NameRegex = new("^受信箱") }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.InboxRows().First).ToBeVisibleAsync();
        await TabTo(page.InboxLinks().First);
        await page.Keyboard.PressAsync("Enter");
        await page.Composer();
        await Expect(page.Reply()).ToBeFocusedAsync(); // ready to type
        await page.Keyboard.TypeAsync("answered by keys");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByText("まもなく送信します")).ToBeVisibleAsync();
        await TabTo(page.Messages().GetByRole(AriaRole.Button, new() { Name = "取り消す" }), backwards: true);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Reply()).ToHaveValueAsync("answered by keys");
    }

    /// <summary>A link by which somebody may set a password.</summary>
    private async Task<string> ALink()
    {
        var (admin, member) = (await oneStop.AMember("link-admin", Duty.Administrator), await oneStop.AMember("linked", Duty.Counselor));
        return (await oneStop.At<AccountDesk, IssuedCode>(admin, desk => desk.Reset(member.Id))).Code;
    }

    /// <summary>Bookings of today, one of them moved, one over.</summary>
    private async Task<Guid> SomeBookings()
    {
        var member = await oneStop.OnShift("on-shift");
        var today = (await oneStop.At<BookingDesk, BookingList>(member, desk => desk.List(new(new() { Day = new(2026, 10, 5) })))).Part.Rows;
        if (today.FirstOrDefault(b => b.Stands) is { } there)
            return there.Id; // this portal has been looked at before
        var client = await oneStop.AClient(member, "とても長い呼び名でもはみ出さない人です");
        var start = new ServiceDay(new(2026, 10, 5));
        BookingPlan At(int hour) => new(BookingKind.Consultation, ContactMethod.Phone, start.At(TimeSpan.FromHours(hour)), null, false, false);
        var first = await oneStop.At<BookingDesk, Guid>(member, async desk => (await desk.Book(client, At(20), false)).Id);
        var gone = await oneStop.At<BookingDesk, Guid>(member, async desk => (await desk.Book(client, At(22), true)).Id);
        await oneStop.At<BookingDesk>(member, desk => desk.Cancel(gone, true, null, false));
        return await oneStop.At<BookingDesk, Guid>(member, async desk => (await desk.Move(first, At(24))).Id);
    }

    /// <summary>A record in two versions with a comment, of somebody whose name must be hidden in its twin.</summary>
    private async Task<(Guid Client, Guid Id)> ARecord(StaffMember member)
    {
        var client = await oneStop.AClient(member, "記録のある人");
        var id = await oneStop.Written(member, client, (await oneStop.AWish(member)) with { Complaint = "佐藤さんの紹介で9月14日から勤めた。" });
        await oneStop.Correct(member, id, w => w with { Support = "求人を見て、制度も説明した", NextStep = "書類を見る", NextStepOn = new(2026, 10, 9), Reason = "書きもれ" });
        await oneStop.At<ConsultationDesk, Guid>(member, desk => desk.Comment(id, "強みも書いておきましょう"));
        return (client, id);
    }

    private static async Task TabTo(ILocator place, bool backwards = false)
    {
        for (var i = 0; i < 60; i++)
        {
            if (await place.EvaluateAsync<bool>("e => e === document.activeElement"))
                return;
            await place.Page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
        }
        Assert.Fail($"{place} cannot be reached by keyboard.");
    }
}
