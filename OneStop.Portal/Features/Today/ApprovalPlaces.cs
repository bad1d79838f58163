using OneStop.Domain.RichMenus;

namespace OneStop.Portal.Features.Today;

/// <summary>Where what waits for an approval is looked at and decided, by its kind.</summary>
internal static class ApprovalPlaces
{
    /// <summary>The page of a kind.</summary>
    public static string PathOf(string kind) => kind switch
    {
        MenuEdition.Kind => "/settings/menu",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No page decides of this."),
    };
}
