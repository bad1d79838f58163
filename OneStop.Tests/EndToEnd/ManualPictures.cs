using Microsoft.Playwright;
using OneStop.Portal.Demo;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>The pictures of <c>docs/manual</c>: a counselor of the demo does what the manual says, and each step is kept.</summary>
internal sealed class ManualPictures(Browser browser, PortalProcess portal)
{
    private const int Asker = 52;

    /// <summary>The bar that says that somebody waits; afterwards it is muted for the counselor in all windows.</summary>
    public async Task TakeBell()
    {
        var page = await SignIn();
        await page.Bell().WaitForAsync();
        await Part(page, "bell", page.Bell(), lowest: 110);
        await page.GetByRole(AriaRole.Button, new() { Name = "音を止める" }).ClickAsync();
        await Expect(page.Bell()).ToBeHiddenAsync();
    }

    /// <summary>All others.</summary>
    public async Task Take()
    {
        var page = await SignIn();
        await page.GotoAsync("/inbox");
        await Say(page, "平日は15時まで仕事です"); // just now, so that the hour at which the pictures are taken makes no difference
        await Whole("three-panes", 1440, 680, dark: false);
        await Whole("dark", 1440, 680, dark: true);
        await Whole("phone", 390, 780, dark: false);
        await Lists(page);
        await Talk(page);
        await Templates(page);
        await Composer(page);
        await Safeguards(page);
        await Person(page);
        await Trouble(page);
        await Keys(page);
        await Search(page);
        await Bookings(page);
        await Managers();
        await Telephone();
    }

    private static async Task Bookings(IPage page)
    {
        await page.GotoAsync("/bookings");
        await page.GetByRole(AriaRole.Heading, new() { Name = "予約", Exact = true }).WaitForAsync();
        await Expect(page.Loading()).ToHaveCountAsync(0);
        await Screenshots.Save(page, PathOf("bookings"));
        await page.GotoAsync("/shifts");
        await page.ShiftsReady();
        await Screenshots.Save(page, PathOf("shifts"), new() { X = 0, Y = 0, Width = 1440, Height = 560 });
    }

    /// <summary>What the manager sets up.</summary>
    private async Task Managers()
    {
        var page = await browser.Open(portal.Address, 1440, 1000);
        await page.SignIn("manager", "/settings/menu", password: DemoStaff.Password);
        var edition = page.GetByRole(AriaRole.Region, new() { Name = "第1版" });
        await edition.GetByRole(AriaRole.Img, new() { NameRegex = new("就業相談の予約、") }).EvaluateAsync("picture => picture.decode()");
        await Part(page, "line-menu", edition);
        await page.GotoAsync("/settings/hours");
        var evidence = page.GetByRole(AriaRole.Region, new() { Name = "時間帯ごとの利用", Exact = true });
        await evidence.ScrollIntoViewIfNeededAsync();
        await evidence.GetByRole(AriaRole.Button, new() { NameRegex = new("^20時台の予約 ") }).ClickAsync();
        var rows = evidence.GetByRole(AriaRole.Region, new() { NameRegex = new("^20時台の予約") }).First;
        await rows.GetByRole(AriaRole.Cell).First.WaitForAsync();
        await Part(page, "evidence-rows", rows, lowest: await Bottom(rows.GetByRole(AriaRole.Row).Nth(5)));
    }

    /// <summary>A client on the way to a booking, from the menu on.</summary>
    private async Task Telephone()
    {
        var page = await browser.Open(portal.Address, 900, 900);
        await page.GotoAsync("/simulator");
        await page.GetByLabel("新しい人の名前").FillAsync("こはる");
        await page.GetByRole(AriaRole.Button, new() { Name = "加える" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "友だち追加", Exact = true }).ClickAsync();
        var menu = page.GetByRole(AriaRole.Region, new() { Name = "LINEメニュー" });
        var (phone, talk) = (page.GetByRole(AriaRole.Region, new() { Name = "電話" }), page.PhoneTalk());
        await talk.GetByText("相談を予約したい").WaitForAsync();
        await page.PhoneMenuPicture().EvaluateAsync("picture => picture.decode()");
        await Part(page, "telephone-menu", phone);

        await menu.GetByRole(AriaRole.Button, new() { Name = "就業相談の予約" }).ClickAsync();
        await Expect(menu.GetByRole(AriaRole.Button, new() { Expanded = false })).ToBeVisibleAsync(); // makes room for the cards
        foreach (var label in (string[])["はい", "同意する"])
            await talk.GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).Last.ClickAsync();
        await talk.GetByText("日を選んでください。").First.WaitForAsync();
        await Part(page, "booking-telephone", phone);

        // next week: there is room at any hour of taking pictures
        await talk.GetByRole(AriaRole.List, new() { Name = "カード" }).Last.GetByRole(AriaRole.Listitem).Nth(1).GetByRole(AriaRole.Button).First.ClickAsync();
        await talk.GetByText("始まる時間を選んでください。").First.WaitForAsync();
        await Part(page, "telephone-times", phone);

        await talk.GetByRole(AriaRole.Button, new() { NameRegex = new(@"^\d+:\d\d$") }).Last.ClickAsync();
        await talk.GetByRole(AriaRole.Button, new() { Name = "予約する", Exact = true }).Last.ClickAsync();
        await talk.GetByText("予約ができました").WaitForAsync();
        await Part(page, "telephone-booked", phone);

        await talk.GetByRole(AriaRole.Button, new() { Name = "予約を取り消す", Exact = true }).Last.ClickAsync();
        await talk.GetByRole(AriaRole.Button, new() { Name = "取り消す", Exact = true }).Last.ClickAsync();
        await talk.GetByText("予約を取り消しました").WaitForAsync();
        await Part(page, "telephone-cancelled", phone);
    }

    private async Task Whole(string name, int width, int height, bool dark)
    {
        var page = await SignIn(width, height, dark);
        await Open(page, Asker);
        await Screenshots.Save(page, PathOf(name));
        await page.GotoAsync("about:blank"); // or what comes later would be read here; a window that is only closed lives on for a while at the server
    }

    private static async Task Lists(IPage page)
    {
        await page.GotoAsync("/inbox");
        var list = page.InboxPane();
        await page.InboxRows().First.WaitForAsync();
        await Part(page, "list", list, lowest: await Bottom(page.InboxRows().Nth(4)));

        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("絞り込み") }).ClickAsync();
        await page.GetByLabel("タグ", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "求職中" });
        await Expect(page.InboxRows().First).ToContainTextAsync("求職中");
        await Part(page, "filter", list, lowest: await Bottom(page.InboxRows().First));
    }

    /// <summary>She has read the talk, looks elsewhere, and finds what came meanwhile.</summary>
    private async Task Talk(IPage page)
    {
        await Open(page, Asker);
        await page.GotoAsync("/inbox");
        await Say(page, "土曜の午前なら、見学にも行けます");
        await Say(page, "持っていくものはありますか");
        await Open(page, Asker);
        await page.GetByText("ここから未読").WaitForAsync();
        await page.Messages().EvaluateAsync("m => { m.scrollTop = m.scrollHeight; }");
        await Part(page, "unread", page.Messages(), fromBottom: 352);

        var reply = await page.Composer();
        await reply.FillAsync("土曜の10時に予約しました。持ち物は、あとでPDFでお送りします。");
        await reply.PressAsync("Control+Enter");
        await page.Messages().GetByText("まもなく送信します").WaitForAsync();
        await Part(page, "hold", page.Messages(), fromBottom: 165);
        await Expect(page.Messages().GetByText("まもなく送信します")).ToHaveCountAsync(0);
    }

    private static async Task Templates(IPage page)
    {
        var reply = await page.Composer();
        await reply.FillAsync("");
        await reply.PressSequentiallyAsync("/よやく");
        await page.TemplateList().GetByRole(AriaRole.Option).First.WaitForAsync();
        await Part(page, "templates", page.TemplatePopup(), and: page.ComposerPane());

        await page.TemplateList().GetByRole(AriaRole.Option, new() { NameRegex = new("予約の確認") }).ClickAsync();
        await page.GetByLabel("日時", new() { Exact = true }).FillAsync("土曜の10時");
        await Part(page, "blanks", page.GetByRole(AriaRole.Dialog, new() { Name = "予約の確認" }));
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "予約の確認" })).ToHaveCountAsync(0);
    }

    private static async Task Composer(IPage page)
    {
        var reply = await page.Composer();
        await reply.FillAsync("明日はいよいよ見学ですね。気をつけてお越しください。");
        await page.GetByRole(AriaRole.Button, new() { Name = "あとで送る" }).ClickAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "あとで送る" }).WaitForAsync();
        await Part(page, "later", page.ComposerPane());
        await page.GetByRole(AriaRole.Button, new() { Name = "あとで送る" }).ClickAsync();
        await reply.FillAsync("");

        await page.GetByLabel("画像やPDFを送る")
            .SetInputFilesAsync(new FilePayload { Name = "見学の持ち物.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7\n"u8.ToArray() });
        var document = page.Messages().GetByRole(AriaRole.Article).Filter(new() { HasText = "見学の持ち物.pdf" });
        await Expect(document).ToContainTextAsync("送信済み");
        await reply.HoverAsync(); // off the message, which would offer to be quoted
        await Part(page, "document", page.Messages(), fromBottom: 172);
    }

    private static async Task Safeguards(IPage page)
    {
        var reply = await page.Composer();
        await reply.FillAsync("A-0007 さん、土曜の見学の集合時間が10時に決まりました。");
        await reply.PressAsync("Control+Enter");
        await page.Doubts().WaitForAsync();
        await Part(page, "wrong-person", page.Doubts());
        await page.Keyboard.PressAsync("Escape");
        await reply.FillAsync("");

        await page.GetByRole(AriaRole.Tab, new() { Name = "社内メモ" }).ClickAsync();
        var note = await page.NoteBox();
        await note.FillAsync("見学のあいだ、お子さんの預け先がまだ決まっていません。");
        await page.GetByRole(AriaRole.Button, new() { Name = "メモを残す" }).ClickAsync();
        await page.Notes("預け先").WaitForAsync();
        await note.FillAsync("金曜の夕方に、もう一度うかがうこと。");
        await Expect(page.NoteSaved()).ToHaveTextAsync("下書きを保存しました");
        await Part(page, "note", page.Messages(), fromBottom: 116, and: page.ComposerPane());
    }

    private static async Task Person(IPage page)
    {
        await Open(page, 42);
        await page.ClientPane().GetByRole(AriaRole.Combobox, new() { Name = "タグをつける" }).SelectOptionAsync(new SelectOptionValue { Label = "面接前" });
        await page.GetByRole(AriaRole.Button, new() { Name = "「要注意」をつける" }).ClickAsync();
        await page.GetByLabel("同僚に知らせたいこと").FillAsync("電話は、本人が出たことを確かめてから話す");
        await page.GetByRole(AriaRole.Button, new() { Name = "つける", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "「要注意」を外す" })).ToBeVisibleAsync();
        await Part(page, "person", page.ClientPane(), lowest: 640);
    }

    private static async Task Trouble(IPage page)
    {
        await Open(page, 12);
        await page.Messages().GetByRole(AriaRole.Button, new() { Name = "送信をやめる" }).First.WaitForAsync();
        await Part(page, "trouble", page.Messages(), fromBottom: 284);
    }

    private static async Task Keys(IPage page)
    {
        await page.ShortcutsReady();
        await page.Keyboard.PressAsync("Escape"); // out of the box for the answer
        await page.Keyboard.PressAsync("?");
        await page.ShortcutSheet().WaitForAsync();
        await Part(page, "keys", page.GetByRole(AriaRole.Dialog, new() { Name = "キーボード操作" }));
    }

    private static async Task Search(IPage page)
    {
        await page.GotoAsync("/inbox");
        var results = page.GetByRole(AriaRole.Region, new() { Name = "検索の結果" });
        await page.InboxPane().GetByRole(AriaRole.Searchbox).FillAsync("面接");
        await results.GetByRole(AriaRole.Listitem).First.WaitForAsync();
        await Part(page, "search", page.InboxPane(), lowest: await Bottom(results.GetByRole(AriaRole.Listitem).Nth(5)));
    }

    private async Task<IPage> SignIn(int width = 1440, int height = 900, bool dark = false)
    {
        var page = await browser.Open(portal.Address, width, height, dark);
        await page.SignIn("counselor", password: DemoStaff.Password);
        await page.ShortcutsReady();
        return page;
    }

    private static async Task Open(IPage page, int number)
    {
        await page.GotoAsync("/inbox");
        await page.InboxRows($"A-{number:D4}").GetByRole(AriaRole.Link).ClickAsync();
        await page.Composer();
    }

    /// <summary>Somebody of the demo writes, on the simulator's telephone.</summary>
    private async Task Say(IPage page, string text)
    {
        var said = await page.APIRequest.PostAsync(new Uri(portal.Address, $"/simulator/people/Udeb0{Asker - 1:x28}/say").ToString(),
            new() { DataObject = new { type = "text", text } });
        Assert.True(said.Ok);
        await page.InboxRows(text).WaitForAsync();
    }

    /// <summary>An element, from its top or its bottom so much of it, with another one that belongs to it.</summary>
    private static async Task Part(IPage page, string name, ILocator element, float? lowest = null, float? fromBottom = null, ILocator? and = null)
    {
        var box = (await element.BoundingBoxAsync())!;
        var (left, top, right, bottom) = (box.X, box.Y, box.X + box.Width, box.Y + box.Height);
        top = fromBottom is { } high ? Math.Max(top, bottom - high) : top;
        bottom = lowest ?? bottom;
        if (and is not null && await and.BoundingBoxAsync() is { } other)
            (left, top, right, bottom) = (Math.Min(left, other.X), Math.Min(top, other.Y), Math.Max(right, other.X + other.Width),
                Math.Max(bottom, other.Y + other.Height));
        await Screenshots.Save(page, PathOf(name), new() { X = left, Y = top, Width = right - left, Height = bottom - top });
    }

    private static async Task<float> Bottom(ILocator element) => await element.BoundingBoxAsync() is { } box ? box.Y + box.Height : 0;

    private static string PathOf(string name) => $"manual/pictures/{name}";
}
