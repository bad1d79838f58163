using OneStop.Domain.JobOpenings.Checks;
using OneStop.Domain.JobOpenings.Declaring;

namespace OneStop.Domain.JobOpenings;

/// <summary>What may be done with an opening.</summary>
public enum OpeningAct
{
    /// <summary>受理</summary>
    Receive,

    /// <summary>2人目の確認</summary>
    Check,

    /// <summary>公開</summary>
    Publish,

    /// <summary>情報提供: shown to one client in a consultation.</summary>
    Show,

    /// <summary>紹介</summary>
    Introduce,

    /// <summary>一斉配信</summary>
    Broadcast,
}

/// <summary>What the gate looks at.</summary>
/// <param name="Findings">What the checks found.</param>
/// <param name="Declaration">The last declaration for this opening; null if there is none.</param>
/// <param name="Source">Null for an opening of our own.</param>
public sealed record GatedOpening(JobOpening Opening, IReadOnlyList<OpeningFinding> Findings, EmployerDeclaration? Declaration, PublicOrigin? Source);

/// <summary>
/// The one place that says what may be done with an opening, and why not (仕様書 7(2)③(イ)): before 受理 and 公開 of our own, before 紹介 and broadcast of any,
/// nothing is blank, outdated or unchecked. A public opening may be shown to one client with its source, and passes when it is accepted.
/// </summary>
public static class OpeningGate
{
    /// <summary>Returns what is against it, as sentences in the order in which to deal with them; nothing if it may be done.</summary>
    public static IReadOnlyList<string> Against(OpeningAct act, GatedOpening gated, OpeningRules rules)
    {
        var opening = gated.Opening;
        if (opening.End is { } end)
            return [$"この求人は終わっています（{end.Kind.InJapanese}・{JapanTime.Say(end.On)}）。"];
        if (act == OpeningAct.Show && opening.State == OpeningState.Listed)
            return [.. Unsourced(gated.Source, rules.Today)];
        return act switch
        {
            OpeningAct.Receive => [.. Blocked(gated), .. Undeclared(gated, rules), .. Invalid(opening, rules.Today)],
            OpeningAct.Check => [.. Unaccepted(opening), .. Blocked(gated), .. Undeclared(gated, rules), .. Invalid(opening, rules.Today)],
            OpeningAct.Publish or OpeningAct.Introduce or OpeningAct.Show => [.. Told(gated, rules)],
            _ => [.. Told(gated, rules), .. opening.Publication is null ? (string[])["公開していない求人は、一斉には送れません。"] : []],
        };
    }

    private static IEnumerable<string> Told(GatedOpening gated, OpeningRules rules) =>
    [
        .. Unaccepted(gated.Opening), .. Blocked(gated), .. Undeclared(gated, rules), .. Invalid(gated.Opening, rules.Today),
        .. Unchecked(gated.Opening), .. Outdated(gated.Opening, rules.Today),
    ];

    private static IEnumerable<string> Unaccepted(JobOpening opening)
    {
        if (opening.State == OpeningState.Listed)
            yield return "公開求人は、事業者に確かめて受理するまで、紹介も公開もできません。公開元を示して、1人に見せることはできます。";
        else if (opening.Receipt is null)
            yield return "まだ受理していません。";
    }

    private static IEnumerable<string> Blocked(GatedOpening gated) => gated.Findings.Where(f => f.Blocks).Select(f => f.Words);

    private static IEnumerable<string> Undeclared(GatedOpening gated, OpeningRules rules)
    {
        if (gated.Declaration is not { } declaration)
            return ["自己申告書（職業安定法5条の6）がありません。"];
        var isAccepted = gated.Opening.Receipt is not null; // then the form of that day was valid
        return declaration.Against(isAccepted ? null : rules.DeclarationForm, isAccepted ? [] : rules.Grounds);
    }

    private static IEnumerable<string> Invalid(JobOpening opening, DateOnly today)
    {
        if (opening.ValidUntil is not { } until)
            yield return "求人の有効期限が空欄です。";
        else if (until < today)
            yield return $"求人の有効期限（{JapanTime.Say(until)}）が過ぎています。続けるときは、事業者に確かめて延長します。";
    }

    private static IEnumerable<string> Unchecked(JobOpening opening)
    {
        if (opening is { Receipt: not null, Check: null })
            yield return "2人目がまだ確認していません。";
    }

    private static IEnumerable<string> Outdated(JobOpening opening, DateOnly today)
    {
        if (opening.AskAgainOn < today)
            yield return $"内容を確かめる日（{JapanTime.Say(opening.AskAgainOn.Value)}）が過ぎています。事業者に、変わりがないかを聞きます。";
    }

    private static IEnumerable<string> Unsourced(PublicOrigin? source, DateOnly today)
    {
        if (source is null)
        {
            yield return "公開元と求人番号がわかりません。";
            yield break;
        }
        if (source.GoneOn is { } gone)
            yield return $"{source.SourceInJapanese}の求人は、{JapanTime.Say(gone)}に公開元で終わっています。";
        if (source.ValidUntil is null)
            yield return "公開元の有効期限がわかりません。";
        else if (source.ValidUntil < today)
            yield return $"公開元の有効期限（{JapanTime.Say(source.ValidUntil.Value)}）が過ぎています。";
    }
}
