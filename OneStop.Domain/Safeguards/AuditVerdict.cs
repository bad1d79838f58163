namespace OneStop.Domain.Safeguards;

/// <summary>What a check of the trail found.</summary>
/// <param name="Entries">How many sealed entries were read.</param>
/// <param name="Unsealed">How many still wait for the sealing.</param>
/// <param name="Forged">How many of those no portal wrote, or were changed since: they are never sealed.</param>
/// <param name="Broken">The first place in the chain that does not fit, or is not there any more; null if all is whole.</param>
/// <param name="IsMarkBroken">The mark beside the key is not this portal's, or was written with another key.</param>
/// <param name="Head">The last seal that fits.</param>
public sealed record AuditVerdict(long Entries, long Unsealed, long Forged, long? Broken, bool IsMarkBroken, AuditHead Head)
{
    /// <summary>Nothing was changed, left out, added or cut off.</summary>
    public bool IsWhole => Broken is null && Forged == 0 && !IsMarkBroken;
}
