using System.Globalization;
using System.Text.RegularExpressions;
using MudBlazor;
using OneStop.Domain;
using OneStop.Domain.Friends;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Shell;

/// <summary>Something that the palette can do, found by its name or its reading.</summary>
/// <param name="Kind">What sort of thing it is, in a word.</param>
/// <param name="Key">The key that does the same.</param>
internal sealed record Command(string Name, string Reading, string Kind, string Icon, Func<Task> Do, string? Key = null);

/// <summary>An element of the open page that can be pressed from the palette.</summary>
public sealed record PageAct(string Name, string? Key, string? Reading);

/// <summary>How the palette finds.</summary>
internal static partial class Commands
{
    /// <summary>What fits the words, the best first: what begins with them before what holds them, else in the order given.</summary>
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

    /// <summary>The number of an alias, if that is what was typed: A-0123, a123, １２３.</summary>
    public static int? NumberIn(string words) =>
        Number().Match(words.Plain.Trim()) is { Success: true } found ? int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    /// <summary>Opens the conversation of a number; whether there is one is only asked when it is chosen, so that a search is recorded once.</summary>
    public static Command ToConversation(int number, Func<int, Task> open) =>
        new($"{Friend.AliasOf(number)} の会話を開く", "", "会話", Icons.Material.Outlined.PersonSearch, () => open(number));

    /// <summary>What can be done on the open page.</summary>
    /// <param name="onPage">Asks the page's script.</param>
    public static IEnumerable<Command> On(IReadOnlyList<PageAct> acts, Func<string, object?[], Task> onPage) => acts.Select((act, place) =>
    {
        var shortcut = Shortcuts.On(act.Key);
        return new Command(act.Name, act.Reading ?? shortcut?.Reading ?? "", "この画面", Icons.Material.Outlined.Bolt, () => onPage("run", [place]), shortcut?.Key);
    });

    /// <summary>What can be done anywhere.</summary>
    public static IEnumerable<Command> Always(ThemeMode themeMode, Func<string, object?[], Task> onPage) =>
    [
        themeMode.IsDark
            ? new("明るい画面にする", "あかるいがめんにする らいともーど", "表示", Icons.Material.Outlined.LightMode, themeMode.Switch)
            : new("暗い画面にする", "くらいがめんにする だーくもーど", "表示", Icons.Material.Outlined.DarkMode, themeMode.Switch),
        new("キーボード操作の一覧", "きーぼーどそうさのいちらん", "表示", Icons.Material.Outlined.Keyboard, () => onPage("showSheet", []), "?"),
        new("ログアウト", "ろぐあうと", "終わる", Icons.Material.Outlined.Logout, () => onPage("signOut", [])),
    ];

    /// <summary>The places of the rail that this actor may use, and their own settings.</summary>
    public static IEnumerable<Command> Places(Actor actor, Action<string> go) =>
        NavMenu.For(actor).Append(NavMenu.Mine).Select(p => new Command(p.Title, p.Reading, "画面", p.Icon, () =>
        {
            go(p.Href);
            return Task.CompletedTask;
        }));

    [GeneratedRegex(@"^(?:相談者\s*)?[aA]?-?0*(\d{1,7})$")]
    private static partial Regex Number();
}
