using System.Net;
using OneStop.Line.Api;

namespace OneStop.Line.RichMenu;

/// <summary>What LINE says that everybody sees. What it did not tell is not guessed.</summary>
/// <param name="IsKnown">LINE answered.</param>
/// <param name="Edition">The edition that is seen; null if none of ours is.</param>
/// <param name="IsForeign">A menu is seen that is none of ours: made in LINE's console, or by another tool.</param>
/// <param name="Leftovers">Menus of ours that LINE keeps and nobody sees; null if LINE did not tell.</param>
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
