using OneStop.Domain.JobOpenings.Checks;

namespace OneStop.Domain.JobOpenings.Counting;

/// <summary>What is known when it is asked whether an opening counts.</summary>
/// <param name="IsInCommutingArea">Whether its place is in the commuting area of that day; null if the place is not known.</param>
/// <param name="Renews">The number of the same opening, accepted a short time before; null if there is none.</param>
/// <param name="Blanks">How many items of 労働条件明示 are blank.</param>
public sealed record CountedOpening(JobOpening Opening, bool? IsInCommutingArea, string? Renews, int Blanks);

/// <summary>
/// The one rule by which openings are counted (仕様書 8(5): 年間300件以上): new, accepted by us, in the commuting area, all items told, checked by a second
/// person. Not: public openings, copies and renewals, and what was refused or entered by mistake. 件 and persons sought are different counts.
/// </summary>
public static class OpeningCounting
{
    /// <summary>The rule as it is printed beside the number.</summary>
    public const string Rule = "事業者から新しく受理し、労働条件明示の項目がすべて埋まり、通勤圏にあり、2人目が確認した求人を、条件がそろった日に1件と数えます。公開求人、同じ求人の出し直し・延長、不受理、誤登録は数えません。求人数（人）は、べつに数えます。";

    /// <summary>Returns why it does not count, as sentences; nothing if it does.</summary>
    public static IReadOnlyList<string> Reasons(CountedOpening counted, OpeningRules rules) => [.. Against(counted, rules)];

    /// <summary>Whether only the opening's own way is missing: nothing is settled yet.</summary>
    public static bool IsUnderWay(JobOpening opening, OpeningRules rules) =>
        opening.End is null && opening.Origin == OpeningOrigin.Own && (opening.Receipt is null || (NeedsCheck(rules) && opening.Check is null));

    /// <summary>Whether it counts as it stands: by the manager's decision, else by the rule.</summary>
    public static bool IsCounted(JobOpening opening) =>
        opening.End is not { IsVoid: true } && (opening.CountDecision?.Counts ?? opening.Count?.Counts) == true;

    /// <summary>The day by which it is counted; null if it is not.</summary>
    public static DateOnly? CountedOn(JobOpening opening) => IsCounted(opening) ? opening.Count?.On ?? opening.CountDecision!.At.JapaneseDate : null;

    private static IEnumerable<string> Against(CountedOpening counted, OpeningRules rules)
    {
        var opening = counted.Opening;
        if (opening.Origin == OpeningOrigin.Public)
        {
            yield return "公開求人なので数えません。";
            yield break;
        }
        if (opening.End is { IsVoid: true, Kind: var kind })
            yield return $"「{kind.InJapanese}」なので数えません。";
        if (opening.Receipt is null)
            yield return "まだ受理していません。";
        if (counted.Blanks > 0)
            yield return $"労働条件明示の項目が、{counted.Blanks}つ空欄です。";
        if (NeedsCheck(rules) && opening.Check is null)
            yield return "2人目がまだ確認していません。";
        if (rules.IsYes(OpeningRuleCodes.CountsOnlyCommuting) != false && counted.IsInCommutingArea != true)
            yield return counted.IsInCommutingArea is null ? "働く場所の市区町村がわかりません。" : "通勤圏の外なので数えません。";
        if (counted.Renews is { } before)
            yield return $"{before} と同じ求人の出し直しなので数えません。";
    }

    /// <summary>Where the rule itself is not known, nothing is counted that it might exclude.</summary>
    private static bool NeedsCheck(OpeningRules rules) => rules.IsYes(OpeningRuleCodes.CountsOnlyChecked) != false;
}
