namespace OneStop.Domain.Safeguards;

/// <summary>The result of verifying the trail.</summary>
/// <param name="Entries">The number of sealed entries read.</param>
/// <param name="Unsealed">The number of entries that wait to be sealed.</param>
/// <param name="Forged">The number of waiting entries that no portal wrote, or that were changed since: they are never sealed.</param>
/// <param name="Broken">The first position in the chain that is missing or does not match; null if there is none.</param>
/// <param name="IsMarkBroken">Whether the mark beside the key was not written with this key.</param>
/// <param name="Head">The last seal that matches.</param>
public sealed record AuditVerdict(long Entries, long Unsealed, long Forged, long? Broken, bool IsMarkBroken, AuditHead Head)
{
    /// <summary>Whether nothing was changed, removed, added or cut off.</summary>
    public bool IsWhole => Broken is null && Forged == 0 && !IsMarkBroken;
}
