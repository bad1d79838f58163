using System.Globalization;
using System.Text.RegularExpressions;
using MudBlazor;
using OneStop.Domain;
using OneStop.Domain.Friends;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Shell;

/// <summary>A command of the palette, found by its name or its reading.</summary>
/// <param name="Kind">Its category, in a word.</param>
/// <param name="Key">The shortcut key of the same command.</param>
internal sealed record Command(string Name, string Reading, string Kind, string Icon, Func<Task> Do, string? Key = null);

/// <summary>An element of the open page that can be clicked from the palette.</summary>
public sealed record PageAct(string Name, string? Key, string? Reading);

/// <summary>The commands of the palette and their search.</summary>
internal static partial class Commands
{
    /// <summary>Returns the matching commands: those that begin with the words first, then those that contain them; otherwise in the given order.</summary>
    public static IReadOnlyList<Command> Fitting(this IEnumerable<Command> commands, string words)
    {
        var parts = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return [.. commands.Where(c => parts.All(p => Place(c, p) is not null)).OrderBy(c => parts.Sum(p => Math.Min(1, Place(c, p) ?? 1)))];
    }

    private static int? Place(Command command, string part)
    {
        var named = Romaji.Plain(command.Name).IndexOf(Romaji.Plain(part), StringComparison.Ordinal);
        return named >= 0 ? named : Romaji.PlaceIn(part, command.Reading);
    }

    /// <summary>Returns the number of an alias if one was typed: A-0123, a123, １２３; otherwise null.</summary>
    public static int? NumberIn(string words) =>
        Number().Match(words.Plain.Trim()) is { Success: true } found ? int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    /// <summary>Returns the command that opens a conversation by number. It is looked up only on execution, so that one search is recorded.</summary>
    public static Command ToConversation(int number, Func<int, Task> open) =>
        new($"{Friend.AliasOf(number)} の会話を開く", "", "会話", Icons.Material.Outlined.PersonSearch, () => open(number));

    /// <summary>Returns the commands of the open page.</summary>
    /// <param name="onPage">Calls the page's script.</param>
    public static IEnumerable<Command> On(IReadOnlyList<PageAct> acts, Func<string, object?[], Task> onPage) => acts.Select((act, place) =>
    {
        var shortcut = Shortcuts.On(act.Key);
        return new Command(act.Name, act.Reading ?? shortcut?.Reading ?? "", "この画面", Icons.Material.Outlined.Bolt, () => onPage("run", [place]), shortcut?.Key);
    });

    /// <summary>Returns the commands available on every page.</summary>
    public static IEnumerable<Command> Always(ThemeMode themeMode, Func<string, object?[], Task> onPage) =>
    [
        themeMode.IsDark
            ? new("明るい画面にする", "あかるいがめんにする らいともーど", "表示", Icons.Material.Outlined.LightMode, themeMode.Switch)
            : new("暗い画面にする", "くらいがめんにする だーくもーど", "表示", Icons.Material.Outlined.DarkMode, themeMode.Switch),
        new("キーボード操作の一覧", "きーぼーどそうさのいちらん", "表示", Icons.Material.Outlined.Keyboard, () => onPage("showSheet", []), "?"),
        new("ログアウト", "ろぐあうと", "終わる", Icons.Material.Outlined.Logout, () => onPage("signOut", [])),
    ];

    /// <summary>Returns the pages that this actor may open, and their own settings.</summary>
    public static IEnumerable<Command> Places(Actor actor, Action<string> go) =>
        NavMenu.For(actor).Append(NavMenu.Mine).Select(p => new Command(p.Title, p.Reading, "画面", p.Icon, () =>
        {
            go(p.Href);
            return Task.CompletedTask;
        }));

    [GeneratedRegex(@"^(?:相談者\s*)?[aA]?-?0*(\d{1,7})$")]
    private static partial Regex Number();
}
