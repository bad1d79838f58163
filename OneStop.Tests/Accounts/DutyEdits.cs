using OneStop.Domain;
using OneStop.Domain.Accounts;
using OneStop.Domain.Staff;

namespace OneStop.Tests.Accounts;

/// <summary>Edits of the duties of a colleague who had one duty.</summary>
internal static class DutyEdits
{
    public static Edit<DutiesWish> From(Duty was, params ReadOnlySpan<Duty> wish) => new(new([was]), new([.. wish]));
}
