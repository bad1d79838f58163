using System.Globalization;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Clients.Questionnaires;
using OneStop.Domain.SupportPrograms.Contents;

namespace OneStop.Portal.ForClients;

/// <summary>A line of a plan: our label with its reading, and what stands there.</summary>
/// <param name="Words">Ours with readings; what staff wrote has none.</param>
public sealed record PlanLine(RubyText Label, RubyText Words);

/// <summary>Goals and support of a program in easy words, with readings where the words are ours. They say the same as those of staff.</summary>
internal static class PlanWords
{
    extension(Goal goal)
    {
        /// <summary>The kind of goal, as a heading.</summary>
        public RubyText Heading => goal.Term switch
        {
            GoalTerm.LongTerm => "{長期|ちょうき}の{目標|もくひょう}（しばらく{先|さき}）",
            GoalTerm.MidTerm => "{中期|ちゅうき}の{目標|もくひょう}（その{途中|とちゅう}）",
            GoalTerm.ShortTerm => "{短期|たんき}の{目標|もくひょう}（まず、はじめに）",
            _ => throw new ArgumentOutOfRangeException(nameof(goal)),
        };

        /// <summary>What the goal is beside the person's own words.</summary>
        public IReadOnlyList<PlanLine> Lines =>
        [
            .. Line("{目標|もくひょう}", AsWritten(goal.Words)),
            .. Line("{月|つき}の{収入|しゅうにゅう}", Yen(goal.MonthlyIncome)),
            .. Line("{年|ねん}の{収入|しゅうにゅう}", Yen(goal.YearlyIncome)),
            .. Line("1{週間|しゅうかん}に{働|はたら}く{時間|じかん}", goal.WeeklyHours is { } hours ? $"{hours}{{時間|じかん}}" : null),
            .. Line("{働|はたら}き{方|かた}", goal.Form is { } form ? Say(form) : null),
            .. Line("できたと{分|わ}かるめやす", AsWritten(goal.Yardstick)),
            .. Line("いつまでに", goal.Until is { } until ? Say(until) : null),
        ];
    }

    extension(SupportItem item)
    {
        /// <summary>Who does what, and until when.</summary>
        public IReadOnlyList<PlanLine> Lines =>
        [
            .. Line("{種類|しゅるい}", Say(item.Kind)),
            .. Line("{担当|たんとう}する{人|ひと}", AsWritten(item.Responsible)),
            .. Line("あなたがすること", AsWritten(item.ClientDoes)),
            .. Line("いつから", item.From is { } from ? Say(from) : null),
            .. Line("いつまで", item.Until is { } until ? Say(until) : null),
            .. Line("どのくらい", AsWritten(item.HowOften)),
        ];
    }

    /// <summary>2027年3月31日</summary>
    public static string Say(DateOnly day) => $"{day.Year.ToString(CultureInfo.InvariantCulture)}{{年|ねん}}{EasyMoment.Day(day)}";

    /// <summary>The name of a form of work.</summary>
    public static string Say(WorkForm form) => form switch
    {
        WorkForm.Permanent => "{正社員|せいしゃいん}",
        WorkForm.FixedTerm => "{契約社員|けいやくしゃいん}・{嘱託|しょくたく}",
        WorkForm.Agency => "{派遣|はけん}",
        WorkForm.PartTime => "パート・アルバイト",
        WorkForm.SelfEmployed => "{自営|じえい}・フリーランス",
        WorkForm.HomeWork => "{内職|ないしょく}・{在宅|ざいたく}",
        WorkForm.NotWorking => "{働|はたら}いていない",
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    /// <summary>The name of a kind of support.</summary>
    public static string Say(SupportItemKind kind) => kind switch
    {
        SupportItemKind.Measure => "{給付金|きゅうふきん}・{貸付|かしつけ}など",
        SupportItemKind.Partner => "{関係機関|かんけいきかん}",
        SupportItemKind.Consultation => "この{事業|じぎょう}の{相談|そうだん}",
        SupportItemKind.JobSearch => "{仕事|しごと}さがし",
        SupportItemKind.Training => "{講座|こうざ}・{訓練|くんれん}",
        SupportItemKind.Other => "その{他|た}",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What staff wrote, as it is: braces would be taken for readings.</summary>
    public static string AsWritten(string words) => words.Replace('{', '｛').Replace('}', '｝');

    private static string? Yen(int? yen) => yen is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known:N0}{{円|えん}}") : null;

    private static IEnumerable<PlanLine> Line(string label, string? words) => string.IsNullOrEmpty(words) ? [] : [new(label, words)];
}
