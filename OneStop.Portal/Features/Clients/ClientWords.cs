using OneStop.Domain;
using OneStop.Domain.Clients;

namespace OneStop.Portal.Features.Clients;

/// <summary>Words for the little that is known of a client.</summary>
internal static class ClientWords
{
    /// <summary>What the person answered when asked whether the service is for them.</summary>
    public static string Of(Eligibility eligibility) => eligibility switch
    {
        Eligibility.Yes => "はい",
        Eligibility.Unsure => "よく分からない",
        Eligibility.No => "いいえ",
        _ => "まだ聞いていません",
    };

    /// <summary>Whether and since when they agree.</summary>
    public static string Consent(ClientRow client) => client switch
    {
        { ConsentAt: { } at } => JapanTime.Say(at.JapaneseDate),
        { HasAgreed: true } => "前の版に同意",
        _ => "ありません",
    };
}
