using Microsoft.Playwright;

namespace OneStop.Tests.EndToEnd;

/// <summary>
/// Elements that have no role and no name for the user: marks that a script is ready, frames that are measured, states that only the browser
/// shows. No other test looks for an element by CSS; <c>House/Selectors.approved.txt</c> lists these selectors with their reasons.
/// </summary>
internal static class Marks
{
    extension(IPage page)
    {
        /// <summary>Single keys and Ctrl+K act only when their script is ready.</summary>
        public ILocator ShortcutsMark() => page.Locator("html[data-shortcuts]");

        /// <inheritdoc cref="ShortcutsMark"/>
        public Task ShortcutsReady() => page.ShortcutsMark().WaitForAsync();

        /// <summary>The shortcuts can be switched off and on in another window.</summary>
        public Task ShortcutsAre(bool on) => page.Locator($"html[data-shortcuts={YesOrNo(on)}]").WaitForAsync();

        /// <summary>The draft of an answer is saved only when the script of its box is ready.</summary>
        public Task ReplyReady() => page.Locator(".composer[data-ready]").WaitForAsync();

        /// <summary>The draft of a note is saved only when the script of its box is ready; the box can be hidden.</summary>
        public Task NoteReady() => page.Locator(".note-box[data-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        /// <summary>The script of a conversation scrolls to its place, opens pictures and hears Escape.</summary>
        public Task MessagesReady() => page.Locator(".messages[data-ready]").WaitForAsync();

        /// <summary>A slash opens the templates only when their script is ready.</summary>
        public Task TemplatesReady() => page.Locator(".tpl[data-ready]").WaitForAsync();

        /// <summary>A script handles the keys of the shift table and scrolls it.</summary>
        public Task ShiftsReady() => page.Locator(".shift-wrap[data-ready]").WaitForAsync();

        /// <summary>The script of a list in order hears keys, pointer and touch.</summary>
        public Task OrderReady() => page.Locator(".ordered[data-ready]").WaitForAsync();

        /// <summary>The script of a board hears keys, pointer and touch.</summary>
        public Task BoardReady() => page.Locator(".board[data-ready]").WaitForAsync();

        /// <summary>The item that a finger holds is marked for the eye; it is said when it is put down.</summary>
        public ILocator HeldItem() => page.Locator(".ordered-item[data-held]");

        /// <summary>A test puts a script into the page that scrolls the messages and sets this mark.</summary>
        public Task Scrolled() => page.Locator(".messages[data-scrolled]").WaitForAsync();

        /// <summary>Two conversations can show the same text in the list; their addresses differ.</summary>
        public ILocator RowOf(Guid conversation) => page.InboxRows().Locator($"a[href*='{conversation}']");

        /// <summary>Playwright cannot look for aria-current by role.</summary>
        public ILocator Current(ILocator list) => list.Locator("[aria-current=true]");

        /// <summary>Attributes of the whole page: its language and the place for toasts.</summary>
        public ILocator Document() => page.Locator("html");

        /// <summary>The frame of every page inside the portal, which has no role, says whether it is dark.</summary>
        public ILocator Shell() => page.Locator(".shell");

        /// <summary>Dark mode is visible only.</summary>
        public ILocator DarkShell() => page.Locator(".shell[data-theme=dark]");

        /// <summary>The browser shows the icon in its tab.</summary>
        public ILocator Favicon() => page.Locator("link[rel=icon]");

        /// <summary>The browser shows the options of a select field outside the page.</summary>
        public ILocator OpenSelect() => page.Locator("select:open");

        /// <summary>The position of the badge in the menu is measured.</summary>
        public ILocator MenuCount() => page.Menu().Locator(".count");

        /// <summary>The position of the last element of a page is measured.</summary>
        public ILocator PageEnd() => page.Locator(".page > :last-child");

        /// <summary>The manual has pictures of all that stands below the messages.</summary>
        public ILocator ComposerPane() => page.Locator(".composer-pane");

        /// <summary>The manual has a picture of the template list with its preview.</summary>
        public ILocator TemplatePopup() => page.Locator(".tpl-pop");

        /// <summary>The manual has a picture of the menu on the simulated telephone; the menu's own image, which has no name, must be loaded first.</summary>
        public ILocator PhoneMenuPicture() => page.Locator("#menu-picture");

        /// <summary>A fault is the description of its field; this counts the faults of a page.</summary>
        public ILocator FieldFaults() => page.Locator(".field-fault");

        /// <summary>The width of the palette's field is measured.</summary>
        public ILocator PaletteField() => page.Palette().Locator(".field");

        /// <summary>The area on which a file can be dropped is measured.</summary>
        public ILocator DropFrame() => page.Locator(".drop");
    }

    private static string YesOrNo(bool on) => on ? "yes" : "no";
}
