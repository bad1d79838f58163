namespace OneStop.Domain.Clients;

/// <summary>
/// 同意の目的: what a consent is for. Each purpose is agreed to by itself, in a wording of its own, and withdrawn by itself. A feature that
/// needs another one registers it; consents that were given before keep their meaning.
/// </summary>
/// <param name="Code">Kept with each consent; it never stands for another purpose.</param>
/// <param name="InJapanese">As in 「…」への同意.</param>
/// <param name="Wording">The edition of the words that are agreed to; who agreed to an earlier one is asked again.</param>
/// <param name="WordingDigest">SHA-256 of these words.</param>
public sealed record ConsentPurpose(string Code, string InJapanese, string Wording, string WordingDigest)
{
    /// <summary>The most characters of a code.</summary>
    public const int LongestCode = 20;

    /// <summary>相談と予約, as the privacy notice says it.</summary>
    public static ConsentPurpose Consultation { get; } = new("consultation", "相談と予約", PrivacyNotice.Version, PrivacyNotice.Digest);
}
