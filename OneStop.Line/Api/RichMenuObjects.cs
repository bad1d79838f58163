namespace OneStop.Line.Api;

/// <summary>
/// A rich menu as LINE takes it; it cannot be changed later, only replaced. The picture is uploaded apart: JPEG or PNG, at most
/// <see cref="LargestPicture"/> bytes, of the same pixels as <paramref name="Size"/>.
/// </summary>
/// <param name="Selected">It is open when the talk is opened.</param>
/// <param name="Name">Nobody but us sees it; at most <see cref="LongestName"/> graphemes.</param>
/// <param name="ChatBarText">On the bar that folds it; at most <see cref="LongestChatBarText"/> graphemes.</param>
/// <param name="Areas">At most <see cref="MostAreas"/>.</param>
public sealed record RichMenuRequest(RichMenuSize Size, bool Selected, string Name, string ChatBarText, IReadOnlyList<RichMenuArea> Areas)
{
    public const int LongestName = 300;
    public const int LongestChatBarText = 14;
    public const int MostAreas = 20;

    /// <summary>In graphemes; a screen reader says it.</summary>
    public const int LongestLabel = 20;

    /// <summary>In bytes.</summary>
    public const int LargestPicture = 1024 * 1024;
}

/// <summary>In pixels: 800 to 2,500 wide, at least 250 high, and at least 1.45 times as wide as high.</summary>
public sealed record RichMenuSize(int Width, int Height)
{
    public const int LeastWidth = 800;
    public const int MostWidth = 2500;
    public const int LeastHeight = 250;
    public const double LeastRatio = 1.45;

    /// <summary>LINE takes a menu of this size.</summary>
    public bool IsTaken() => Width is >= LeastWidth and <= MostWidth && Height >= LeastHeight && Width >= Height * LeastRatio;
}

/// <summary>What a tap on a part of the picture does.</summary>
public sealed record RichMenuArea(RichMenuBounds Bounds, LineAction Action);

/// <summary>A part of the picture, in its pixels from its upper left corner; it must lie within.</summary>
public sealed record RichMenuBounds(int X, int Y, int Width, int Height);

/// <summary>What LINE calls a menu: <c>richmenu-</c> and 32 hexadecimal digits.</summary>
public sealed record NamedRichMenu(string? RichMenuId);

/// <summary>The menus that were made by the API; those made in LINE's console are not among them.</summary>
public sealed record RichMenuList(IReadOnlyList<ListedRichMenu>? Richmenus);

/// <summary>A menu that LINE keeps.</summary>
public sealed record ListedRichMenu(string RichMenuId, string? Name);
