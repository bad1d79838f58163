using System.ComponentModel;
using OneStop.Domain.Clients.Facts;

namespace OneStop.Domain.SupportPrograms;

/// <summary>策定: the day on which the first version was established, and its fiscal year.</summary>
/// <param name="FiscalYear">The year in which the fiscal year begins: 2026 for 令和8年度.</param>
public sealed record ProgramEstablishment(DateOnly On, int FiscalYear)
{
    internal static ProgramEstablishment Of(DateOnly day) => new(day, Domain.FiscalYear.Of(day).Begins);
}

/// <summary>The work on the day of establishment: what 「より高い収入」 is later compared with (住宅支援資金貸付).</summary>
/// <param name="On">The day.</param>
/// <param name="MonthlyIncome">In yen; null if it was not known.</param>
public sealed record ProgramBaseline(DateOnly On, int? MonthlyIncome, int? WeeklyHours, WorkForm? Form);

/// <summary>くらべるもとを直した: what stood there before, and why it was corrected.</summary>
public sealed record BaselineCorrection(ProgramBaseline Before, string Reason, DateTimeOffset At, Guid By);

/// <summary>くらべるもと as its form corrects it.</summary>
public sealed record BaselineWish
{
    /// <summary>The most characters of the reason.</summary>
    public const int LongestReason = 200;

    [DisplayName("働き方")] public WorkForm? Form { get; init; }

    [DisplayName("月の収入")] public int? MonthlyIncome { get; init; }

    [DisplayName("週の時間")] public int? WeeklyHours { get; init; }

    [DisplayName("直す理由")] public string Reason { get; init; } = "";

    /// <summary>What the form begins with.</summary>
    public static BaselineWish Of(ProgramBaseline baseline) =>
        new() { Form = baseline.Form, MonthlyIncome = baseline.MonthlyIncome, WeeklyHours = baseline.WeeklyHours };
}

/// <summary>終了: when a program ended, and why. It counts, so it stays when its person is erased.</summary>
public sealed record ProgramEnd(DateOnly On, ProgramEndReason Reason);

/// <summary>What stands about an end in words, and what the person was told.</summary>
/// <param name="StaffId">Who ended it; null if the client withdrew the consent in LINE.</param>
/// <param name="Words">Why, in words; obligatory unless the goals were reached.</param>
/// <param name="ToldOf">案内先: the place that the person was told of; obligatory if the program was not begun.</param>
public sealed record ProgramEndNote(DateTimeOffset At, Guid? StaffId, string Words, string ToldOf)
{
    /// <summary>The most characters of the words, and of the place.</summary>
    public const int LongestWords = 1000, LongestPlace = 200;

    /// <summary>Stands for the place if the client withdrew the consent before the establishment: nobody has spoken of one yet.</summary>
    public const string NotYetTold = "（案内はこれから）";

    /// <summary>Whether it is still to be written where the person was sent.</summary>
    public bool IsToBeTold => ToldOf == NotYetTold;

    /// <summary>Reads what the form says.</summary>
    /// <exception cref="RuleException">Words or the place are missing or too long.</exception>
    internal static ProgramEndNote Of(EndWish wish, Guid staffId, DateTimeOffset now) => new(now, staffId, wish.Words.Trim() switch
    {
        "" when wish.Reason != ProgramEndReason.Achieved => throw new RuleException("終える理由を書いてください。", nameof(wish.Words)),
        { Length: > LongestWords } => throw new RuleException($"理由は{LongestWords}文字までです。", nameof(wish.Words)),
        var words => words,
    }, Place(wish.ToldOf, wish.Reason == ProgramEndReason.NotBegun));

    /// <summary>Returns it with the place of which the person was told since.</summary>
    /// <exception cref="RuleException">A place stands already, or it is missing or too long.</exception>
    internal ProgramEndNote Told(string place) => IsToBeTold ? this with { ToldOf = Place(place, isNeeded: true) }
        : throw new RuleException("案内した先は、もう書かれています。画面を読み込み直してください。");

    private static string Place(string typed, bool isNeeded) => typed.Trim() switch
    {
        "" or NotYetTold when isNeeded =>
            throw new RuleException("本人にどこを案内したかを書いてください。どこも案内していないときは、先に相談先を一緒に考えてください。", nameof(ToldOf)),
        { Length: > LongestPlace } => throw new RuleException($"案内した先は{LongestPlace}文字までです。", nameof(ToldOf)),
        var place => place,
    };
}

/// <summary>What the form of an end says.</summary>
/// <param name="AftercareOn">When it is to be seen whether life holds; null if it is not.</param>
public sealed record EndWish(DateOnly? On, ProgramEndReason Reason, string Words, string ToldOf, DateOnly? AftercareOn)
{
    /// <summary>Returns the end.</summary>
    /// <exception cref="RuleException">The day is missing or lies ahead.</exception>
    internal ProgramEnd Checked(DateOnly today) => On is { } day && day <= today ? new(day, Reason)
        : throw new RuleException("終わった日を、きょうまでの日付で選んでください。", nameof(On));
}

/// <summary>案内した先 as its form says it, after an end without one.</summary>
public sealed record ToldWish(string ToldOf);
