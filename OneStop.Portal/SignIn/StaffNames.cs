using Microsoft.AspNetCore.Identity;
using OneStop.Domain.Staff;

namespace OneStop.Portal.SignIn;

/// <summary>
/// Compares sign-in names as the office does. Identity's own way throws at what cannot be
/// normalised, so that a try would be neither counted nor recorded.
/// </summary>
internal sealed class StaffNames : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name is null ? null : StaffMember.Normal(name);

    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
