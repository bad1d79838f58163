using OneStop.Domain;
using OneStop.Domain.Clients;

namespace OneStop.Portal.Features.Clients;

/// <summary>Texts for a client's basic data.</summary>
internal static class ClientWords
{
    /// <summary>Returns the person's answer to the question of eligibility.</summary>
    public static string Of(Eligibility eligibility) => eligibility switch
    {
        Eligibility.Yes => "はい",
        Eligibility.Unsure => "よく分からない",
        Eligibility.No => "いいえ",
        _ => "まだ聞いていません",
    };

    /// <summary>Returns the date of the consent, or that there is none.</summary>
    public static string Consent(ClientRow client) => client switch
    {
        { ConsentAt: { } at } => JapanTime.Say(at.JapaneseDate),
        { HasAgreed: true } => "前の版に同意",
        _ => "ありません",
    };
}
