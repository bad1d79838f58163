using OneStop.Domain.Approvals;

namespace OneStop.Domain.Clients.Consents;

/// <summary>LINEでのお知らせ: the consent to information that was not asked for, such as openings, courses and seminars.</summary>
public static class InformationConsent
{
    private const string Words = "求人、講座、制度、催しなどのお知らせを、このLINEでお送りします。お送りする内容に、ご相談のことは書きません。いつでも取り消せます。取り消しても、相談は今までどおりできます。";

    /// <summary>The purpose.</summary>
    public static ConsentPurpose To { get; } = new("information", "LINEでのお知らせ", "2026-11", ContentDigest.Of(Words)) { Text = Words, MayEnd = true };
}
