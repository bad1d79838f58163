using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OneStop.Tests.EndToEnd;

/// <summary>The parts of a screen that many tests look at, each found by its role and accessible name.</summary>
internal static class Screen
{
    extension(IPage page)
    {
        public ILocator Content() => page.GetByRole(AriaRole.Main);

        public ILocator Menu() => page.GetByRole(AriaRole.Navigation, new() { Name = "メインメニュー" });

        /// <summary>Expects exactly these pages in the menu, in this order; some have a badge with a number.</summary>
        public Task MenuHolds(params string[] places) =>
            Assertions.Expect(page.Menu().GetByRole(AriaRole.List).First.GetByRole(AriaRole.Link))
                .ToHaveTextAsync(places.Select(place => new Regex($@"^\s*{place}(\s*\D+\d+\s*件)?\s*$")));

        /// <summary>The placeholder for data that is still loading.</summary>
        public ILocator Loading() => page.Content().GetByRole(AriaRole.Status, new() { Name = "読み込んでいます" });

        /// <summary>Messages about what was done or went wrong; some have an undo button.</summary>
        public ILocator Toasts(string? words = null) =>
            page.GetByRole(AriaRole.Alert).Filter(new() { Has = page.GetByRole(AriaRole.Button, new() { Name = "閉じる" }), HasText = words });

        /// <summary>Presses the undo button of the toast with these words.</summary>
        public Task Undo(string words) => page.Toasts(words).GetByRole(AriaRole.Button, new() { Name = "元に戻す" }).ClickAsync();

        /// <summary>The bar that says that a client waits for an answer.</summary>
        public ILocator Bell(bool isDanger = false) =>
            page.GetByRole(isDanger ? AriaRole.Alert : AriaRole.Status).Filter(new() { HasText = "人が返信を待っています" });

        public ILocator ShortcutSheet() => page.GetByRole(AriaRole.Dialog, new() { Name = "キーボード操作" });

        public ILocator Palette() => page.GetByRole(AriaRole.Dialog, new() { Name = "画面や操作を呼び出す" });

        /// <summary>The bar that says that the connection to the server is lost.</summary>
        public ILocator Reconnecting() => page.GetByRole(AriaRole.Status).Filter(new() { HasText = "入力した内容は残っています" });

        public ILocator InboxPane() => page.GetByRole(AriaRole.Region, new() { Name = "会話の一覧" });

        /// <summary>The conversations in the list, or those that show these words.</summary>
        public ILocator InboxRows(string? words = null) =>
            page.InboxPane().GetByRole(AriaRole.List, new() { Name = "会話", Exact = true }).GetByRole(AriaRole.Listitem)
                .Filter(new() { Has = page.GetByRole(AriaRole.Link), HasText = words });

        public ILocator InboxLinks() => page.InboxRows().GetByRole(AriaRole.Link);

        public ILocator UnreadRow(string words) =>
            page.InboxRows().GetByRole(AriaRole.Link, new() { NameRegex = new($"^未読.*{Regex.Escape(words)}") });

        public ILocator Talk() => page.GetByRole(AriaRole.Region, new() { Name = "会話", Exact = true });

        public ILocator TalkTitle() => page.Talk().GetByRole(AriaRole.Heading, new() { Level = 2 });

        /// <summary>The state of a conversation, and the colleagues who have it open.</summary>
        public ILocator TalkState() => page.GetByRole(AriaRole.Group, new() { Name = "会話の状態" });

        public ILocator Messages() => page.GetByRole(AriaRole.Log, new() { Name = "メッセージ" });

        public ILocator ClientsMessages(string? words = null) => page.Said("^相談者", words);

        /// <summary>The answers of staff, without the automatic ones.</summary>
        public ILocator OurMessages(string? words = null) => page.Said("^こちら: (?!自動応答)", words);

        public ILocator Notes(string? words = null) => page.Messages().GetByRole(AriaRole.Note).Filter(new() { HasText = words });

        public ILocator PlannedAnswers() => page.GetByRole(AriaRole.Article, new() { NameRegex = new("送信予約$") });

        /// <summary>The box for the answer, visible or hidden.</summary>
        public ILocator Reply() => page.GetByLabel(new Regex("さんへの返信$"));

        /// <summary>The box for internal notes, visible or hidden.</summary>
        public ILocator Note() => page.GetByLabel("社内メモ（相談者には届きません）");

        public ILocator ReplySaved() => page.GetByRole(AriaRole.Status, new() { Name = "返信の下書き" });

        public ILocator NoteSaved() => page.GetByRole(AriaRole.Status, new() { Name = "メモの下書き" });

        /// <summary>The message that the answer quotes.</summary>
        public ILocator Quoting() => page.GetByRole(AriaRole.Group, new() { Name = "引用するメッセージ" });

        /// <summary>The bar of the talk that runs in the conversation, or has just ended.</summary>
        public ILocator LiveTalk() => page.GetByRole(AriaRole.Region, new() { Name = "リアルタイム相談" });

        /// <summary>The question that is asked before a doubtful answer is sent.</summary>
        public ILocator Doubts() => page.GetByRole(AriaRole.Dialog, new() { Name = "このまま送りますか" });

        public ILocator ClientPane() => page.GetByRole(AriaRole.Complementary, new() { Name = "人の情報" });

        public ILocator ClientBookings() => page.ClientPane().GetByRole(AriaRole.Region, new() { Name = "予約" });

        /// <summary>The templates that can be inserted into the text.</summary>
        public ILocator TemplateList() => page.GetByRole(AriaRole.Listbox, new() { Name = "定型文" });

        /// <summary>The bookings in the list, or those of this client.</summary>
        public ILocator BookingRows(string? who = null) =>
            page.GetByRole(AriaRole.Table, new() { Name = "予約の一覧" }).GetByRole(AriaRole.Row)
                .Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = who }) });

        /// <summary>The messages on the simulated telephone.</summary>
        public ILocator PhoneTalk() => page.GetByRole(AriaRole.Log, new() { Name = "トーク" });

        private ILocator Said(string by, string? words) =>
            page.Messages().GetByRole(AriaRole.Article, new() { NameRegex = new(by) }).Filter(new() { HasText = words });
    }
}
