using Microsoft.Playwright;

namespace OneStop.Tests.EndToEnd;

/// <summary>
/// What has neither role nor name for whoever uses the screen: marks that a script has come, frames that are measured, what only the browser
/// sees. No other file here looks for an element by CSS; <c>House/Selectors.approved.txt</c> lists these.
/// </summary>
internal static class Marks
{
    extension(IPage page)
    {
        /// <summary>No key of ours acts before its script has come.</summary>
        public ILocator ShortcutsMark() => page.Locator("html[data-shortcuts]");

        /// <inheritdoc cref="ShortcutsMark"/>
        public Task ShortcutsReady() => page.ShortcutsMark().WaitForAsync();

        /// <summary>Another window has switched the keys off or on.</summary>
        public Task ShortcutsAre(bool on) => page.Locator($"html[data-shortcuts={(on ? "yes" : "no")}]").WaitForAsync();

        /// <summary>What is typed before the script of the answer has come is not saved.</summary>
        public Task ReplyReady() => page.Locator(".composer[data-ready]").WaitForAsync();

        /// <summary>What is typed before the script of the note has come is not saved; it comes while the box is still hidden.</summary>
        public Task NoteReady() => page.Locator(".note-box[data-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        /// <summary>The script of a talk scrolls to its place, opens pictures and keeps the place.</summary>
        public Task MessagesReady() => page.Locator(".messages[data-ready]").WaitForAsync();

        /// <summary>A slash opens the templates only once their script has come.</summary>
        public Task TemplatesReady() => page.Locator(".tpl[data-ready]").WaitForAsync();

        /// <summary>The keys of the sheet and its place come with a script.</summary>
        public Task ShiftsReady() => page.Locator(".shift-wrap[data-ready]").WaitForAsync();

        /// <summary>The talk has been scrolled by the script that the test put into the page.</summary>
        public Task Scrolled() => page.Locator(".messages[data-scrolled]").WaitForAsync();

        /// <summary>Two people can have the same last words: the address tells their rows apart.</summary>
        public ILocator RowOf(Guid conversation) => page.InboxRows().Locator($"a[href*='{conversation}']");

        /// <summary>Of the links in a list, the one that stands for what is open; there is no way to ask for aria-current by role.</summary>
        public ILocator Current(ILocator list) => list.Locator("[aria-current=true]");

        /// <summary>The language and the colours of the whole page.</summary>
        public ILocator Document() => page.Locator("html");

        /// <summary>Whether the page is dark: only the eye knows.</summary>
        public ILocator DarkShell() => page.Locator(".shell[data-theme=dark]");

        /// <summary>The picture in the tab of the browser.</summary>
        public ILocator Favicon() => page.Locator("link[rel=icon]");

        /// <summary>A select field whose options are shown by the browser.</summary>
        public ILocator OpenSelect() => page.Locator("select:open");

        /// <summary>How many wait, on a link of the menu: where it lies is measured.</summary>
        public ILocator MenuCount() => page.Menu().Locator(".count");

        /// <summary>What stands last on a page, which is measured.</summary>
        public ILocator PageEnd() => page.Locator(".page > :last-child");

        /// <summary>All that stands below the talk, which is a part of pictures.</summary>
        public ILocator ComposerPane() => page.Locator(".composer-pane");

        /// <summary>The list of templates with what stands around it, which is a part of pictures.</summary>
        public ILocator TemplatePopup() => page.Locator(".tpl-pop");

        /// <summary>On a client's telephone: a picture whose areas are named and not it itself; it has to be loaded for a picture of it.</summary>
        public ILocator PhoneMenuPicture() => page.Locator("#menu-picture");

        /// <summary>The frame of the palette's field, which is measured.</summary>
        public ILocator PaletteField() => page.Palette().Locator(".field");

        /// <summary>The frame on which a file can be dropped, which is measured.</summary>
        public ILocator DropFrame() => page.Locator(".drop");
    }
}
