using OneStop.Domain.SupportPrograms.Corrections;
using OneStop.Domain.SupportPrograms.Versions;

namespace OneStop.Domain.SupportPrograms;

/// <content>Days that were written wrongly.</content>
public sealed partial class SupportProgram
{
    /// <summary>How often days of one program are corrected at most.</summary>
    public const int MostCorrections = 20;

    /// <summary>What was corrected after the establishment, the oldest first.</summary>
    public ValueList<ProgramCorrection> Corrections { get; private set; } = [];

    /// <summary>申込みの日を訂正する. From the establishment on with the reason, by a manager.</summary>
    /// <exception cref="RuleException">The day cannot be, is what it was, or the reason is missing.</exception>
    internal void CorrectApplication(DayCorrection wish, Guid by, bool isManager, DateTimeOffset now)
    {
        var last = new[] { now.JapaneseDate, Establishment?.On ?? DateOnly.MaxValue, End?.On ?? DateOnly.MaxValue }.Min();
        var day = wish.Within(DateOnly.MinValue, last, AppliedOn, $"申込みの日は、{JapanTime.Say(last)}までの日付で選んでください。");
        if (Establishment is not null)
        {
            if (!isManager)
                throw new RuleException("策定したあとの申込みの日は、業務責任者が訂正します。");
            Note(new(now, by, CorrectedDay.Application, null, AppliedOn, day, wish.Reasoned()));
        }
        AppliedOn = day;
    }

    /// <summary>
    /// 本人が署名した日を訂正する: of a version that was confirmed on paper. That of the first one is the day of the establishment, so the fiscal year in which
    /// the program counts may change.
    /// </summary>
    /// <param name="version">Loaded.</param>
    /// <param name="others">The numbers and days of all established versions.</param>
    /// <exception cref="RuleException">The version was not confirmed on paper, the day cannot be, is what it was, or the reason is missing.</exception>
    internal void CorrectPaper(ProgramVersion version, IReadOnlyList<(int Number, DateOnly On)> others, DayCorrection wish, Guid by, DateTimeOffset now)
    {
        if (version is not { EstablishedOn: { } was, Approval: { } approval, Confirmation.Way: ConfirmationWay.Paper })
            throw new RuleException("訂正できるのは、本人が書面で確認した版の日です。");
        var first = others.Where(o => o.Number < version.Number).Select(o => o.On).Append(ServiceDay.Of(approval.At).Date).Max();
        var last = others.Where(o => o.Number > version.Number).Select(o => o.On).Append(now.JapaneseDate).Append(End?.On ?? DateOnly.MaxValue).Min();
        var day = wish.Within(first, last, was, $"本人が署名した日は、承認と前の版のあと、次の版と終わりまで（{JapanTime.Say(first)}から{JapanTime.Say(last)}まで）の日付で選んでください。");
        Note(new(now, by, CorrectedDay.Paper, version.Number, was, day, wish.Reasoned()));
        version.CorrectDay(day);
        if (others.Any(o => o.Number < version.Number))
            return;
        Establishment = ProgramEstablishment.Of(day);
        Baseline = Baseline is { } known ? known with { On = day } : null;
    }

    private void Note(ProgramCorrection correction) => Corrections = Corrections.Count < MostCorrections ? [.. Corrections, correction]
        : throw new RuleException($"訂正は{MostCorrections}回までです。");
}
