namespace OneStop.Line.Api;

/// <summary>
/// A rich menu in LINE's format. It cannot be changed later, only replaced. The picture is uploaded separately: JPEG or PNG, at most <see
/// cref="LargestPicture"/> bytes, with the pixels of <paramref name="Size"/>.
/// </summary>
/// <param name="Selected">Whether it is unfolded when the conversation is opened.</param>
/// <param name="Name">Not shown to users; at most <see cref="LongestName"/> graphemes.</param>
/// <param name="ChatBarText">The text on the bar that folds it; at most <see cref="LongestChatBarText"/> graphemes.</param>
/// <param name="Areas">At most <see cref="MostAreas"/>.</param>
public sealed record RichMenuRequest(RichMenuSize Size, bool Selected, string Name, string ChatBarText, IReadOnlyList<RichMenuArea> Areas)
{
    public const int LongestName = 300;
    public const int LongestChatBarText = 14;
    public const int MostAreas = 20;

    /// <summary>In graphemes; read by screen readers.</summary>
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

    /// <summary>Whether LINE accepts a menu of this size.</summary>
    public bool IsTaken() => Width is >= LeastWidth and <= MostWidth && Height >= LeastHeight && Width >= Height * LeastRatio;
}

/// <summary>A tappable area of the picture and its action.</summary>
public sealed record RichMenuArea(RichMenuBounds Bounds, LineAction Action);

/// <summary>An area in pixels from the upper left corner of the picture; it must lie within.</summary>
public sealed record RichMenuBounds(int X, int Y, int Width, int Height);

/// <summary>LINE's id of a menu: <c>richmenu-</c> and 32 hexadecimal digits.</summary>
public sealed record NamedRichMenu(string? RichMenuId);

/// <summary>The menus created by the API, without those created in LINE's console.</summary>
public sealed record RichMenuList(IReadOnlyList<ListedRichMenu>? Richmenus);

/// <summary>A menu stored at LINE.</summary>
public sealed record ListedRichMenu(string RichMenuId, string? Name);
