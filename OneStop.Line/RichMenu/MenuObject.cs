using OneStop.Domain.RichMenus;
using OneStop.Line.Api;

namespace OneStop.Line.RichMenu;

/// <summary>Converts an edition of the menu into LINE's object: three buttons in a row, covering the whole picture.</summary>
public static class MenuObject
{
    public const int Columns = 3;

    /// <summary>LINE's largest width, and the height of its own samples.</summary>
    public static readonly RichMenuSize Size = new(2500, 1686);

    /// <summary>The prefix of the names of our menus at LINE.</summary>
    private const string NamePrefix = "onestop-";

    public static RichMenuRequest Of(MenuEdition edition) =>
        new(Size, Selected: true, NameOf(edition.Id), edition.ChatBarText, [.. edition.Buttons.Select((button, i) => new RichMenuArea(
        BoundsOf(i, edition.Buttons.Count),
        new PostbackAction(button.Label, button.Data, button.Label, button.OpensKeyboard ? "openKeyboard" : "closeRichMenu")))]);

    /// <summary>Returns the area of a button; the last column and row take the remaining pixels.</summary>
    public static RichMenuBounds BoundsOf(int index, int count)
    {
        var rows = (count + Columns - 1) / Columns;
        var (column, row) = (index % Columns, index / Columns);
        int Left(int at) => Size.Width * at / Columns;
        int Top(int at) => Size.Height * at / rows;
        return new(Left(column), Top(row), Left(column + 1) - Left(column), Top(row + 1) - Top(row));
    }

    /// <summary>Returns the name of an edition at LINE.</summary>
    public static string NameOf(Guid editionId) => $"{NamePrefix}{editionId:N}";

    /// <summary>Returns the edition of a menu at LINE; null if it is not ours.</summary>
    public static Guid? EditionOf(ListedRichMenu menu) =>
        menu.Name is { } name && name.StartsWith(NamePrefix, StringComparison.Ordinal)
        && Guid.TryParseExact(name[NamePrefix.Length..], "N", out var id) ? id : null;
}
