using System.Net;
using OneStop.Line.Api;

namespace OneStop.Line.RichMenu;

/// <summary>The default menu at LINE. What LINE did not tell is null or unknown.</summary>
/// <param name="IsKnown">Whether LINE responded.</param>
/// <param name="Edition">The edition shown to users; null if none of ours is.</param>
/// <param name="IsForeign">Whether the menu shown is not ours: it was created in LINE's console, or by another tool.</param>
/// <param name="Leftovers">The number of our menus stored at LINE that are not shown; null if LINE did not tell.</param>
public sealed record MenuAtLine(bool IsKnown, Guid? Edition, bool IsForeign, int? Leftovers)
{
    internal static MenuAtLine Of(LineFact<NamedRichMenu> shown, LineFact<RichMenuList> kept)
    {
        var id = shown.Value?.RichMenuId;
        var ours = kept.Value?.Richmenus?.Where(m => MenuObject.EditionOf(m) is not null).ToList();
        var seen = ours?.Find(m => m.RichMenuId == id);
        return new(
            (id is not null && ours is not null) || shown.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden,
            seen is null ? null : MenuObject.EditionOf(seen),
            shown.Status == HttpStatusCode.Forbidden || (id is not null && ours is not null && seen is null),
            ours?.Count(m => m.RichMenuId != id));
    }
}
