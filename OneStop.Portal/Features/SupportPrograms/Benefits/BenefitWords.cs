using OneStop.Domain;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Benefits;
using OneStop.Domain.SupportPrograms.Contents;

namespace OneStop.Portal.Features.SupportPrograms.Benefits;

/// <summary>Dates and incomes in words that promise nothing: the office of the loan decides.</summary>
internal static class BenefitWords
{
    private const string Unknown = "分からない";

    /// <summary>What is compared with.</summary>
    public static string Of(ProgramBaseline baseline) =>
        $"策定した日（{baseline.On.InYear}）: {Work(baseline.Form, baseline.MonthlyIncome, baseline.WeeklyHours)}";

    /// <summary>The work after a job began, and its income beside the one on the day of establishment; empty for the loan.</summary>
    public static string Of(BenefitRow entry) => entry.Beside is not { } beside ? "" : string.Join('　', new[]
    {
        Work(entry.Wish.Form, entry.Wish.MonthlyIncome, entry.Wish.WeeklyHours),
        Of(beside),
        entry.Wish.EndedOn is { } end ? $"{end.InYear} にやめた" : "",
    }.Where(w => w.Length > 0));

    /// <summary>Which entry it is, for the names of buttons.</summary>
    public static string NameOf(BenefitRow entry) => $"{entry.Wish.On!.Value.InYear}の{entry.Wish.Kind.InJapanese}";

    /// <summary>What is due by a date.</summary>
    public static string Of(BenefitDate date) => date.Kind switch
    {
        BenefitDateKind.JobBegunBy => $"就職するか、策定した日より収入の高い仕事に替わる（貸付から{Years(date)}）",
        BenefitDateKind.JobKeptUntil => $"その仕事を続ける（はじまりから{Years(date)}）",
        _ => throw new ArgumentOutOfRangeException(nameof(date)),
    };

    private static string Years(BenefitDate date) => date.Years is { } years ? $"{years}年" : "の年数は、決まりと金額に入れます";

    private static string Of(IncomeBeside beside) => beside switch
    {
        IncomeBeside.HadNoWork => "策定した日は仕事がなかったので、収入はくらべません",
        IncomeBeside.Higher => "策定した日より収入が高い",
        IncomeBeside.NotHigher => "策定した日より収入が高くない",
        _ => "収入が分からないので、策定した日とくらべられない",
    };

    private static string Work(WorkForm? form, int? income, int? hours) => form == WorkForm.NotWorking ? WorkForm.NotWorking.InJapanese
        : $"{form?.InJapanese ?? $"働き方は{Unknown}"}、月の収入 {(income is { } yen ? ProgramWords.Yen(yen) : Unknown)}、週 {(hours is { } h ? $"{h}時間" : Unknown)}";
}
