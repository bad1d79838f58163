using Microsoft.AspNetCore.Identity;
using OneStop.Domain.Staff;

namespace OneStop.Portal.SignIn;

/// <summary>
/// Normalizes sign-in names by the office's rule. Identity's own normalizer throws on text that cannot be normalized, and the
/// try would then be neither counted nor recorded.
/// </summary>
internal sealed class StaffNames : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name is null ? null : StaffMember.Normal(name);

    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
