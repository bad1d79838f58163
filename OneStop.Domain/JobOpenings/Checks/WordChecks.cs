using OneStop.Domain.JobOpenings.Terms;

namespace OneStop.Domain.JobOpenings.Checks;

/// <summary>Expressions of age and sex, and limits of age.</summary>
internal static class WordChecks
{
    private const string AgeLaw = "労働施策総合推進法 9条";
    private const string ExceptionLaw = "労働施策総合推進法施行規則 1条の3第1項";
    private const string SexLaw = "男女雇用機会均等法 5条";

    public static IEnumerable<OpeningFinding> Of(CheckedOpening opening) => Expressions(opening).Concat(AgeLimit(opening.Terms));

    private static IEnumerable<OpeningFinding> Expressions(CheckedOpening opening)
    {
        var title = new TermLine(TermSection.Work, nameof(WorkTerms.Occupation), "見出し", opening.Title);
        var mayTellAge = opening.Terms.Selection is { Age: AgeRule.Limited, AgeException: not null }; // the limit has to stand on the opening
        return from passage in TermWords.Passages(opening.Terms).Prepend(title)
               from word in LoadedWords.In(passage.Words)
               where !(mayTellAge && word.Prefers == Loaded.Age)
               select new OpeningFinding(word.Prefers == Loaded.Sex ? "words.sex" : "words.age",
                   word.IsCertain ? FindingSeverity.Blocks : FindingSeverity.ToConfirm, passage.Section, passage.Field,
                   word.Prefers == Loaded.Sex ? SexLaw : AgeLaw,
                   $"「{passage.Label}」の「{word.Word}」は、{(word.Prefers == Loaded.Sex ? "性別" : "年齢")}で人を選ぶ書き方{(word.IsCertain ? "です" : "かもしれません")}。",
                   $"{word.Instead}に直します。");
    }

    private static IEnumerable<OpeningFinding> AgeLimit(OpeningTerms terms)
    {
        if (terms.Selection is not { Age: AgeRule.Limited } limited)
            yield break;
        if (limited.AgeException is not { } exception)
        {
            yield return Age("age.exception", "年齢制限があるのに、例外事由の番号がありません。", "例外事由を選ぶか、「年齢不問」に直します。", nameof(SelectionTerms.AgeException));
            yield break;
        }
        if (limited.AgeReason.Length == 0)
            yield return Age("age.reason", "年齢制限の理由が空欄です。", "番号と理由の両方を、求人に書きます。", nameof(SelectionTerms.AgeReason));
        if (limited is { LeastAge: null, MostAge: null })
            yield return Age("age.number", "年齢制限があるのに、年齢が空欄です。", "年齢を書くか、「年齢不問」に直します。", nameof(SelectionTerms.MostAge));
        if (exception.NeedsPermanent && terms.Period.Length != ContractLength.Permanent)
            yield return Age("age.permanent", $"「{exception.InJapanese}」は、期間の定めのない契約だけに使えます。", "契約の期間を確かめるか、「年齢不問」に直します。",
                nameof(SelectionTerms.AgeException));
        if (exception.AllowsOnlyMost && limited.LeastAge is not null)
            yield return Age("age.least", $"「{exception.InJapanese}」では、年齢の下限は書けません。", "下限を消します。", nameof(SelectionTerms.LeastAge));
        if (exception == AgeException.LongCareer && limited.NeedsExperience != false)
            yield return Age("age.experience", "「3号のイ」では、経験を求められません。", "「必要な経験」を「なし」にするか、「年齢不問」に直します。", nameof(SelectionTerms.NeedsExperience));
        yield return new("age.limit", FindingSeverity.ToConfirm, TermSection.Selection, nameof(SelectionTerms.AgeException), ExceptionLaw,
            $"年齢制限（{exception.InJapanese}）があります。", "例外事由にあたるかを、事業者の説明で確かめます。");
    }

    private static OpeningFinding Age(string code, string words, string todo, string field) =>
        new(code, FindingSeverity.Blocks, TermSection.Selection, field, ExceptionLaw, words, todo);
}
