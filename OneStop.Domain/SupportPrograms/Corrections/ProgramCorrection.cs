using System.ComponentModel;

namespace OneStop.Domain.SupportPrograms.Corrections;

/// <summary>Which day was wrong.</summary>
public enum CorrectedDay
{
    /// <summary>申込みの日</summary>
    Application,

    /// <summary>本人が署名した日: of the paper on which the client confirmed a version, which is the day of its establishment.</summary>
    Paper,
}

/// <summary>訂正: a day that was written wrongly, what it was, and why. It stays to be read for ever.</summary>
/// <param name="Edition">The version whose paper it was; null for the day of application.</param>
public sealed record ProgramCorrection(DateTimeOffset At, Guid StaffId, CorrectedDay Day, int? Edition, DateOnly Was, DateOnly Now, string Reason)
{
    /// <summary>申込みの日, or 第1版の本人が署名した日</summary>
    public string What => Day == CorrectedDay.Application ? "申込みの日" : $"第{Edition}版の本人が署名した日";
}

/// <summary>日付の訂正 as the form says it.</summary>
public sealed record DayCorrection([property: DisplayName("日")] DateOnly? On, [property: DisplayName("訂正する理由")] string Reason)
{
    /// <summary>The most characters of the reason.</summary>
    public const int LongestReason = 200;

    /// <summary>The day alone, which is what a colleague may have corrected meanwhile.</summary>
    internal DayCorrection Day => this with { Reason = "" };

    /// <summary>Returns the day, if it may be.</summary>
    /// <exception cref="RuleException">The day is missing, lies outside, or is what it was.</exception>
    internal DateOnly Within(DateOnly first, DateOnly last, DateOnly was, string refusal) =>
        On is not { } day || day < first || day > last ? throw new RuleException(refusal, nameof(On))
        : day == was ? throw new RuleException("前と同じ日です。", nameof(On)) : day;

    /// <summary>Returns the reason trimmed.</summary>
    /// <exception cref="RuleException">It is missing or too long.</exception>
    internal string Reasoned() => Reason.Trim() switch
    {
        "" => throw new RuleException("訂正する理由を書いてください。", nameof(Reason)),
        { Length: > LongestReason } => throw new RuleException($"理由は{LongestReason}文字までです。", nameof(Reason)),
        var words => words,
    };
}
