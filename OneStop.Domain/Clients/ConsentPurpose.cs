namespace OneStop.Domain.Clients;

/// <summary>
/// 同意の目的: the purpose of a consent. Each purpose has its own consent and wording, and is withdrawn separately. A feature that needs another purpose
/// registers it; consents given before keep their meaning.
/// </summary>
/// <param name="Code">Stored with each consent; never reused for another purpose.</param>
/// <param name="InJapanese">The name on screen, as in 「…」への同意.</param>
/// <param name="Wording">The edition of the wording; a client who consented to an earlier one is asked again.</param>
/// <param name="WordingDigest">SHA-256 of the wording.</param>
public sealed record ConsentPurpose(string Code, string InJapanese, string Wording, string WordingDigest)
{
    /// <summary>The wording itself, which is shown or read out.</summary>
    public string Text { get; init; } = "";

    /// <summary>
    /// The wording for a page, with the reading beside each kanji (<see cref="Questionnaires.RubyText"/>), in the same words and lines. A line without a
    /// full stop is a heading. Without readings it is the wording itself.
    /// </summary>
    public string Marked { get => field.Length > 0 ? field : Text; init; } = "";

    /// <summary>Whether each consent names what it refers to, such as one partner, so that there can be several.</summary>
    public bool HasObject { get; init; }

    /// <summary>
    /// Whether a consent can have a last day. Not where something rests on it that would have to end by itself, such as a booking.
    /// </summary>
    public bool MayEnd { get; init; }

    private const int LongestOnCard = 400;

    /// <summary>Whether the whole wording fits on a card in LINE, and the card needs to name nobody.</summary>
    public bool FitsOnCard => !HasObject && Text.Length is > 0 and <= LongestOnCard;

    /// <summary>The most characters of a code.</summary>
    public const int LongestCode = 20;

    /// <summary>相談と予約, in the wording of the privacy notice.</summary>
    public static ConsentPurpose Consultation { get; } = new("consultation", "相談と予約", PrivacyNotice.Version, PrivacyNotice.Digest)
    {
        Text = PrivacyNotice.Text,
        Marked = PrivacyNotice.Marked,
    };
}
