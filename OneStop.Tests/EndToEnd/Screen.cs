using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OneStop.Tests.EndToEnd;

/// <summary>The parts of a screen that many tests look at, each found by the role and the name that it has for whoever uses the screen.</summary>
internal static class Screen
{
    extension(IPage page)
    {
        public ILocator Content() => page.GetByRole(AriaRole.Main);

        public ILocator Menu() => page.GetByRole(AriaRole.Navigation, new() { Name = "メインメニュー" });

        /// <summary>These places are in the menu and no others; beside some stands how much waits there.</summary>
        public Task MenuHolds(params string[] places) =>
            Assertions.Expect(page.Menu().GetByRole(AriaRole.List).First.GetByRole(AriaRole.Link))
                .ToHaveTextAsync(places.Select(place => new Regex($@"^\s*{place}(\s*\D+\d+\s*件)?\s*$")));

        /// <summary>What stands in the place of something that is still being read.</summary>
        public ILocator Loading() => page.Content().GetByRole(AriaRole.Status, new() { Name = "読み込んでいます" });

        /// <summary>What was done or went wrong, said at the foot; some with a way back.</summary>
        public ILocator Toasts(string? words = null) =>
            page.GetByRole(AriaRole.Alert).Filter(new() { Has = page.GetByRole(AriaRole.Button, new() { Name = "閉じる" }), HasText = words });

        /// <summary>Takes back what the toast with these words tells of.</summary>
        public Task Undo(string words) => page.Toasts(words).GetByRole(AriaRole.Button, new() { Name = "元に戻す" }).ClickAsync();

        /// <summary>The bar that says that somebody waits.</summary>
        public ILocator Bell(bool isDanger = false) =>
            page.GetByRole(isDanger ? AriaRole.Alert : AriaRole.Status).Filter(new() { HasText = "人が返信を待っています" });

        public ILocator ShortcutSheet() => page.GetByRole(AriaRole.Dialog, new() { Name = "キーボード操作" });

        public ILocator Palette() => page.GetByRole(AriaRole.Dialog, new() { Name = "画面や操作を呼び出す" });

        /// <summary>The bar that says that the line to the portal is lost.</summary>
        public ILocator Reconnecting() => page.GetByRole(AriaRole.Status).Filter(new() { HasText = "入力した内容は残っています" });

        public ILocator InboxPane() => page.GetByRole(AriaRole.Region, new() { Name = "会話の一覧" });

        /// <summary>The talks in the list, or those with these words.</summary>
        public ILocator InboxRows(string? words = null) =>
            page.InboxPane().GetByRole(AriaRole.List, new() { Name = "会話", Exact = true }).GetByRole(AriaRole.Listitem)
                .Filter(new() { Has = page.GetByRole(AriaRole.Link), HasText = words });

        public ILocator InboxLinks() => page.InboxRows().GetByRole(AriaRole.Link);

        public ILocator UnreadRow(string words) =>
            page.InboxRows().GetByRole(AriaRole.Link, new() { NameRegex = new($"^未読.*{Regex.Escape(words)}") });

        public ILocator Talk() => page.GetByRole(AriaRole.Region, new() { Name = "会話", Exact = true });

        public ILocator TalkTitle() => page.Talk().GetByRole(AriaRole.Heading, new() { Level = 2 });

        /// <summary>What holds of a talk, and who else looks at it.</summary>
        public ILocator TalkState() => page.GetByRole(AriaRole.Group, new() { Name = "会話の状態" });

        public ILocator Messages() => page.GetByRole(AriaRole.Log, new() { Name = "メッセージ" });

        public ILocator ClientsMessages(string? words = null) => page.Said("^相談者", words);

        /// <summary>What staff has said to the client, and not the automatic answers.</summary>
        public ILocator OurMessages(string? words = null) => page.Said("^こちら: (?!自動応答)", words);

        public ILocator Notes(string? words = null) => page.Messages().GetByRole(AriaRole.Note).Filter(new() { HasText = words });

        public ILocator PlannedAnswers() => page.GetByRole(AriaRole.Article, new() { NameRegex = new("送信予約$") });

        /// <summary>The box for the answer, whether it is shown or not.</summary>
        public ILocator Reply() => page.GetByLabel(new Regex("さんへの返信$"));

        /// <summary>The box for what stays among colleagues, whether it is shown or not.</summary>
        public ILocator Note() => page.GetByLabel("社内メモ（相談者には届きません）");

        public ILocator ReplySaved() => page.GetByRole(AriaRole.Status, new() { Name = "返信の下書き" });

        public ILocator NoteSaved() => page.GetByRole(AriaRole.Status, new() { Name = "メモの下書き" });

        /// <summary>What the answer that is being written quotes.</summary>
        public ILocator Quoting() => page.GetByRole(AriaRole.Group, new() { Name = "引用するメッセージ" });

        /// <summary>What is asked before an answer that is doubtful goes out.</summary>
        public ILocator Doubts() => page.GetByRole(AriaRole.Dialog, new() { Name = "このまま送りますか" });

        public ILocator ClientPane() => page.GetByRole(AriaRole.Complementary, new() { Name = "人の情報" });

        public ILocator ClientBookings() => page.ClientPane().GetByRole(AriaRole.Region, new() { Name = "予約" });

        /// <summary>The templates that can be put into the text.</summary>
        public ILocator TemplateList() => page.GetByRole(AriaRole.Listbox, new() { Name = "定型文" });

        /// <summary>The bookings in the list, or those of this person.</summary>
        public ILocator BookingRows(string? who = null) =>
            page.GetByRole(AriaRole.Table, new() { Name = "予約の一覧" }).GetByRole(AriaRole.Row)
                .Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = who }) });

        /// <summary>On a client's telephone: what was said on both sides.</summary>
        public ILocator PhoneTalk() => page.GetByRole(AriaRole.Log, new() { Name = "トーク" });

        private ILocator Said(string by, string? words) =>
            page.Messages().GetByRole(AriaRole.Article, new() { NameRegex = new(by) }).Filter(new() { HasText = words });
    }
}
