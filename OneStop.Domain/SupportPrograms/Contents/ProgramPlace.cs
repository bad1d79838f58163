using OneStop.Domain.Clients.Facts;
using OneStop.Domain.SupportPrograms.Assessment;

namespace OneStop.Domain.SupportPrograms.Contents;

/// <summary>A section of a program, in the order of the editor.</summary>
public enum ProgramSection
{
    /// <summary>申込みと条件</summary>
    Conditions,

    /// <summary>生活と仕事の状況</summary>
    Circumstances,

    /// <summary>課題と強み</summary>
    Pairs,

    /// <summary>家計</summary>
    Budget,

    /// <summary>目標</summary>
    Goals,

    /// <summary>支援の内容</summary>
    Items,
}

/// <summary>A place in a program: a section, or one pair, goal or item of it. Comments and what is missing stand at places.</summary>
/// <param name="Part">The id of the pair, goal or item; null for the whole section.</param>
public sealed record ProgramPlace(ProgramSection Section, Guid? Part = null)
{
    /// <summary>The id of the place in the page.</summary>
    public string Anchor => Part is { } part ? $"{Section.Code}-{part:N}" : Section.Code;
}

/// <summary>Something that is missing before a version can be sent on.</summary>
public sealed record MissingPart(ProgramPlace Place, string Words);

/// <summary>The names shown on screen.</summary>
public static class ProgramSections
{
    extension(ProgramSection section)
    {
        public string InJapanese => section switch
        {
            ProgramSection.Conditions => "申込みと条件",
            ProgramSection.Circumstances => "生活と仕事の状況",
            ProgramSection.Pairs => "課題と強み",
            ProgramSection.Budget => "家計",
            ProgramSection.Goals => "目標",
            ProgramSection.Items => "支援の内容",
            _ => throw new ArgumentOutOfRangeException(nameof(section)),
        };

        /// <summary>The id of the section in the page.</summary>
        public string Code => section switch
        {
            ProgramSection.Conditions => "conditions",
            ProgramSection.Circumstances => "circumstances",
            ProgramSection.Pairs => "pairs",
            ProgramSection.Budget => "budget",
            ProgramSection.Goals => "goals",
            ProgramSection.Items => "items",
            _ => throw new ArgumentOutOfRangeException(nameof(section)),
        };
    }
}

/// <summary>Finds what is missing in a version.</summary>
public static class MissingParts
{
    extension(ProgramContent content)
    {
        /// <summary>Returns what is missing in the words, in the order of the editor.</summary>
        public IReadOnlyList<MissingPart> Missing() =>
            [.. OfCircumstances(content), .. OfPairs(content), .. OfBudget(content), .. OfGoals(content), .. OfItems(content)];
    }

    private static IEnumerable<MissingPart> OfCircumstances(ProgramContent content)
    {
        var here = new ProgramPlace(ProgramSection.Circumstances);
        foreach (var purpose in content.Carried.Missing)
            yield return new(here, $"「{purpose.InJapanese}」を聞いていません");
        if (content.Notes.AsOf is null)
            yield return new(here, "聞き取った日");
        if (content.Notes.Life.Length == 0)
            yield return new(here, "生活の状況");
        if (content.Notes.Work.Length == 0)
            yield return new(here, "仕事の状況");
        if (content.Notes.Motivation.Length == 0)
            yield return new(here, "仕事への意欲・取り組み");
    }

    private static IEnumerable<MissingPart> OfPairs(ProgramContent content)
    {
        if (content.Pairs.Count == 0)
            yield return new(new(ProgramSection.Pairs), "課題と強みの組を1つ以上");
        foreach (var pair in content.Pairs.Where(p => !p.IsWhole))
            yield return new(new(ProgramSection.Pairs, pair.Id), $"「{pair.Kind.InJapanese}」の{(pair.Hard.Length == 0 ? "課題" : "強み")}");
    }

    private static IEnumerable<MissingPart> OfBudget(ProgramContent content)
    {
        if (!content.Budget.IsWhole)
            yield return new(new(ProgramSection.Budget), "入るお金と出るお金を、1行ずつ以上");
    }

    private static IEnumerable<MissingPart> OfGoals(ProgramContent content)
    {
        foreach (var term in (GoalTerm[])[GoalTerm.LongTerm, GoalTerm.ShortTerm])
            if (!content.Goals.Any(g => g.Term == term))
                yield return new(new(ProgramSection.Goals), $"{term.InJapanese}の目標");
        foreach (var goal in content.Goals)
        {
            var here = new ProgramPlace(ProgramSection.Goals, goal.Id);
            if (goal.Words.Length == 0)
                yield return new(here, $"{goal.Term.InJapanese}の目標の言葉");
            if (goal.OwnWords.Length == 0)
                yield return new(here, $"{goal.Term.InJapanese}の目標の、本人の言葉");
            if (!goal.IsMeasurable)
                yield return new(here, $"{goal.Term.InJapanese}の目標の、達成のめやす（収入、時間、働き方のどれかでも）");
            if (goal.Until is null)
                yield return new(here, $"{goal.Term.InJapanese}の目標を、いつまでに");
        }
    }

    private static IEnumerable<MissingPart> OfItems(ProgramContent content)
    {
        if (content.Items.Count == 0)
            yield return new(new(ProgramSection.Items), "支援を1つ以上");
        foreach (var (place, item) in content.Items.Index())
        {
            var (here, name) = (new ProgramPlace(ProgramSection.Items, item.Id), item.What.Length > 0 ? $"「{item.What}」" : $"{place + 1}番目の支援");
            if (item.What.Length == 0)
                yield return new(here, $"{name}の内容");
            if (item is { Kind: SupportItemKind.Measure, MeasureId: null } or { Kind: SupportItemKind.Partner, PartnerId: null })
                yield return new(here, $"{name}の{item.Kind.InJapanese}");
            if (item.Responsible.Length == 0)
                yield return new(here, $"{name}の担当");
            if (item.From is null || item.Until is null)
                yield return new(here, $"{name}の期間");
            if (item.ClientDoes.Length == 0)
                yield return new(here, $"{name}で本人がすること");
        }
    }
}
