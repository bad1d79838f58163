using OneStop.Domain.AnonymousTwins;
using OneStop.Domain.Erasures;
using OneStop.Domain.RichMenus;

namespace OneStop.Portal.Features.Today;

/// <summary>The pages on which approvals are decided, by kind.</summary>
internal static class ApprovalPlaces
{
    /// <summary>Returns the path of the page of a kind.</summary>
    public static string PathOf(string kind) => kind switch
    {
        AnonymousTwin.ApprovalKind => "/twins",
        Erasure.ApprovalKind => "/erasures",
        MenuEdition.Kind => "/settings/menu",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No page decides of this."),
    };
}
