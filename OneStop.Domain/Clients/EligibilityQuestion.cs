namespace OneStop.Domain.Clients;

/// <summary>対象者の確認 (仕様書 5): a wording of the question of eligibility. An answer is stored with the code of the wording.</summary>
/// <param name="Rule">The code stored with the answer; it changes with the words.</param>
/// <param name="Words">The words shown or read out.</param>
public sealed record EligibilityQuestion(string Rule, string Words)
{
    /// <summary>The most characters of a rule.</summary>
    public const int LongestRule = 40;

    /// <summary>Asked in LINE separately, before the consent.</summary>
    public static EligibilityQuestion Alone { get; } = new("2026-11/alone", "福岡市に住む、ひとり親の方の相談です。離婚を考えている方も使えます。あてはまりますか？");

    /// <summary>Asked in LINE together with the consent, if the City has approved that.</summary>
    public static EligibilityQuestion OnOneCard { get; } = new("2026-11/one-card", "福岡市に住む、ひとり親の方の相談です（離婚を考えている方、死別・離婚した方も使えます）。");

    /// <summary>Read out by a member of staff.</summary>
    public static EligibilityQuestion ReadOut { get; } = new("2026-11/read-out", "この相談は、福岡市内にお住まいのひとり親の方のためのものです。離婚を考えている方や、夫や妻と死別・離婚した方もふくみます。あてはまりますか");
}
