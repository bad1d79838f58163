using OneStop.Domain.JobOpenings.Terms;
using static OneStop.Domain.JobOpenings.Checks.OpeningRuleCodes;

namespace OneStop.Domain.JobOpenings.Checks;

/// <summary>Legal hours, breaks, nights and overtime.</summary>
internal static class HoursChecks
{
    private static readonly string[] Used = [HoursADay, HoursAWeek, FirstBreakAfter, FirstBreak, SecondBreakAfter, SecondBreak, NightFrom, NightTo];

    public static IEnumerable<OpeningFinding> Of(OpeningTerms terms, OpeningRules rules) =>
        Doubts(rules).Concat(Days(terms.Hours, rules)).Concat(Weeks(terms.Hours, rules)).Concat(Breaks(terms.Hours, rules))
            .Concat(Nights(terms.Hours, rules)).Concat(Overtime(terms.Hours, rules));

    /// <summary>A threshold that nobody has looked up lately is said, so that nothing passes by a number that may be old.</summary>
    private static IEnumerable<OpeningFinding> Doubts(OpeningRules rules)
    {
        if (Array.Exists(Used, code => !rules.Book.IsConfirmed(code)))
            yield return Found("hours.rules", FindingSeverity.ToConfirm, nameof(HoursTerms.Patterns), "労働基準法 32条・34条・37条",
                "法定の時間か休憩の決まりが、要確認のままです。", "「決まりと金額」で確かめてから、時間と休憩を見ます。");
    }

    private static IEnumerable<OpeningFinding> Days(HoursTerms hours, OpeningRules rules)
    {
        if (IsAveraged(hours) || rules.Number(HoursADay) is not { } legal || WorkingTime.Of(hours).HoursADay is not { } day || day.Most <= legal)
            yield break;
        yield return Found("hours.day", FindingSeverity.Blocks, nameof(HoursTerms.Patterns), "労働基準法 32条2項",
            $"1日{day.Most:0.##}時間は、法定の{legal:0.##}時間を超えています。", "変形労働時間制なら選び直し、違うときは時間を直します。超える分は時間外労働です。");
    }

    private static IEnumerable<OpeningFinding> Weeks(HoursTerms hours, OpeningRules rules)
    {
        if (IsAveraged(hours) || rules.Number(HoursAWeek) is not { } legal || WorkingTime.Of(hours).MostHoursAWeek is not { } week || week <= legal)
            yield break;
        var isSmall = week <= rules.Number(HoursAWeekSmall);
        yield return Found("hours.week", isSmall ? FindingSeverity.ToConfirm : FindingSeverity.Blocks, nameof(HoursTerms.DaysAWeek), "労働基準法 32条1項・40条",
            $"週{week:0.##}時間は、法定の{legal:0.##}時間を超えています。",
            isSmall ? "10人未満の商業・保健衛生業・接客業などの特例にあたるかを確かめます。" : "変形労働時間制なら選び直し、違うときは時間か日数を直します。");
    }

    private static IEnumerable<OpeningFinding> Breaks(HoursTerms hours, OpeningRules rules) =>
        from pattern in hours.Patterns
        let due = pattern.WorkMinutes is { } minutes ? BreakDue(minutes, rules) : 0
        where pattern.BreakMinutes < due
        select Found("hours.break-length", FindingSeverity.Blocks, nameof(HoursTerms.Patterns), "労働基準法 34条",
            $"{pattern.InWords}の休憩は、法定の{due}分より短くなっています。", "事業者に確かめて、休憩か時間を直します。");

    /// <summary>The minutes of break that are due for the minutes worked: exceeding the border counts, not reaching it.</summary>
    private static int BreakDue(int minutes, OpeningRules rules) =>
        minutes > rules.Number(SecondBreakAfter) * 60 ? rules.Whole(SecondBreak) ?? 0
        : minutes > rules.Number(FirstBreakAfter) * 60 ? rules.Whole(FirstBreak) ?? 0 : 0;

    private static IEnumerable<OpeningFinding> Nights(HoursTerms hours, OpeningRules rules)
    {
        if (rules.Whole(NightFrom) is { } from && rules.Whole(NightTo) is { } to && hours.Patterns.Any(p => p.IsAtNight(from, to)))
            yield return Found("hours.night", FindingSeverity.ToConfirm, nameof(HoursTerms.Patterns), "労働基準法 37条4項・61条",
                $"深夜（{from}時〜翌{to}時）の仕事があります。", "割増賃金と、子どもを預けられるかを確かめます。18歳未満の人は働けません。");
    }

    private static IEnumerable<OpeningFinding> Overtime(HoursTerms hours, OpeningRules rules)
    {
        if (hours is { HasOvertime: true, OvertimeHours: null })
            yield return Found("hours.overtime-length", FindingSeverity.ToConfirm, nameof(HoursTerms.OvertimeHours), "職業安定法 5条の4（的確な表示）",
                "時間外労働があるのに、月の平均がありません。", "実際の月の平均を、事業者に聞きます。");
        if (hours is { HasOvertime: false, OvertimeHours: > 0 })
            yield return Found("hours.overtime-differs", FindingSeverity.Blocks, nameof(HoursTerms.OvertimeHours), "職業安定法 5条の4（的確な表示）",
                "時間外労働は「なし」なのに、月の平均の時間があります。", "どちらが正しいかを、事業者に確かめます。");
        if (rules.Number(OvertimeAMonth) is { } most && hours.OvertimeHours > most && hours.HasSpecialClause != true)
            yield return Found("hours.overtime-most", FindingSeverity.Blocks, nameof(HoursTerms.HasSpecialClause), "労働基準法 36条4項",
                $"時間外労働の平均が、月の上限（{most:0.##}時間）を超えています。", "36協定の特別条項があるか、時間に間違いがないかを確かめます。");
        if (hours is { HasSpecialClause: true, SpecialClauseWords: "" })
            yield return Found("hours.special-clause", FindingSeverity.ToConfirm, nameof(HoursTerms.SpecialClauseWords), "労働基準法 36条5項",
                "特別条項があるのに、事情と時間がありません。", "どんなときに何時間までかを、事業者に聞きます。");
    }

    private static bool IsAveraged(HoursTerms hours) => hours.System?.IsAveraged == true;

    private static OpeningFinding Found(string code, FindingSeverity severity, string field, string law, string words, string todo) =>
        new(code, severity, TermSection.Hours, field, law, words, todo);
}
