using System.ComponentModel;
using OneStop.Domain.Clients.Facts;

namespace OneStop.Domain.SupportPrograms.Benefits;

/// <summary>What happened that matters for the loan.</summary>
public enum BenefitKind
{
    /// <summary>住宅支援資金貸付: the loan began.</summary>
    Loan,

    /// <summary>就職</summary>
    Job,

    /// <summary>転職</summary>
    JobChange,
}

/// <summary>誤記: who took an entry back, and when.</summary>
public sealed record BenefitAnnulment(DateTimeOffset At, Guid StaffId);

/// <summary>確かめた: who has settled the date that an entry made due, and when.</summary>
public sealed record BenefitCheck(DateTimeOffset At, Guid StaffId);

/// <summary>
/// 給付・貸付の日付: the day on which the loan (住宅支援資金貸付) or a job began, with the work after it. What follows from it, and by when, are dated
/// rules (<see cref="BenefitDates"/>); whether the loan need not be paid back is decided by its office alone.
/// </summary>
public sealed class BenefitEvent
{
    private const int HoursOfWeek = 7 * 24;

    private BenefitEvent() { }

    /// <summary>Records it.</summary>
    /// <exception cref="RuleException">The program was never established, or a value is missing or not possible; the exception names the field.</exception>
    public static BenefitEvent Of(SupportProgram program, BenefitWish wish, Guid by, DateTimeOffset now)
    {
        var entry = new BenefitEvent { Id = Guid.CreateVersion7(now), ProgramId = program.Id, NotedAt = now, NotedBy = by };
        entry.Change(program, wish, by, now);
        return entry;
    }

    public Guid Id { get; private set; }
    public Guid ProgramId { get; private set; }
    public BenefitKind Kind { get; private set; }

    /// <summary>The day on which the loan or the job began.</summary>
    public DateOnly On { get; private set; }

    /// <summary>The form of work after it; null for the loan, or if it is not known.</summary>
    public WorkForm? Form { get; private set; }

    /// <summary>The own income in a month after it, in yen; null for the loan, or if it is not known.</summary>
    public int? MonthlyIncome { get; private set; }

    /// <summary>The hours of work in a week after it; null for the loan, or if they are not known.</summary>
    public int? WeeklyHours { get; private set; }

    /// <summary>The last day of the job; null while it goes on, and for the loan.</summary>
    public DateOnly? EndedOn { get; private set; }

    public DateTimeOffset NotedAt { get; private set; }
    public Guid NotedBy { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public Guid ChangedBy { get; private set; }
    public BenefitAnnulment? Annulment { get; private set; }
    public BenefitCheck? Check { get; private set; }

    /// <summary>早めの確認: who looked at the work before the last day, and when; null if nobody has.</summary>
    public BenefitCheck? Look { get; private set; }

    /// <summary>The entry as the form shows it.</summary>
    public BenefitWish Wish => new() { Kind = Kind, On = On, Form = Form, MonthlyIncome = MonthlyIncome, WeeklyHours = WeeklyHours, EndedOn = EndedOn };

    /// <summary>Corrects it, or adds how it ended. A date that was settled is open again.</summary>
    /// <inheritdoc cref="Of"/>
    public void Change(SupportProgram program, BenefitWish wish, Guid by, DateTimeOffset now)
    {
        if (program.Establishment is not { } established)
            throw new RuleException("策定したプログラムにだけ書けます。");
        if (Annulment is not null)
            throw new RuleException("この日付は、ほかの人が消しました。残すときは、「貸付・仕事の日を書く」から、もう一度書いてください。");
        var today = now.JapaneseDate;
        if (wish.On is not { } on || on > today)
            throw new RuleException("はじまりの日を、きょうまでの日付で選んでください。", nameof(wish.On));
        if (on < established.On)
            throw new RuleException($"策定した日（{established.On.InYear}）からあとの日を選んでください。それより前のことは、ケースファイルに書きます。", nameof(wish.On));
        var isWork = wish.Kind != BenefitKind.Loan;
        if (isWork && (wish.EndedOn < on || wish.EndedOn > today))
            throw new RuleException("やめた日は、はじまりの日からきょうまでの日付で選んでください。", nameof(wish.EndedOn));
        if (isWork && wish.Form == WorkForm.NotWorking)
            throw new RuleException("働き方を選んでください。仕事をやめたときは「やめた日」に書きます。", nameof(wish.Form));
        (Kind, On, ChangedBy, ChangedAt, Check, Look) = (wish.Kind, on, by, now, null, null);
        Form = isWork ? wish.Form : null;
        MonthlyIncome = isWork ? wish.MonthlyIncome.Within(0, FactTexts.MostYen, "月の収入", nameof(wish.MonthlyIncome)) : null;
        WeeklyHours = isWork ? wish.WeeklyHours.Within(0, HoursOfWeek, "週の時間", nameof(wish.WeeklyHours)) : null;
        EndedOn = isWork ? wish.EndedOn : null;
    }

    /// <summary>誤記にする, or brings it back.</summary>
    public void Annul(bool isAnnulled, Guid by, DateTimeOffset now) => Annulment = isAnnulled ? Annulment ?? new(now, by) : null;

    /// <summary>期限のことを確かめた, or opens it again.</summary>
    public void Settle(bool isSettled, Guid by, DateTimeOffset now) => Check = isSettled ? Check ?? new(now, by) : null;

    /// <summary>早めに確かめた, or undoes that.</summary>
    public void LookAt(bool isLookedAt, Guid by, DateTimeOffset now) => Look = isLookedAt ? Look ?? new(now, by) : null;
}

/// <summary>An entry as its form edits it.</summary>
public sealed record BenefitWish
{
    [DisplayName("できごと")] public BenefitKind Kind { get; init; }

    [DisplayName("はじまりの日")] public DateOnly? On { get; init; }

    [DisplayName("働き方")] public WorkForm? Form { get; init; }

    [DisplayName("月の収入")] public int? MonthlyIncome { get; init; }

    [DisplayName("週の時間")] public int? WeeklyHours { get; init; }

    [DisplayName("やめた日")] public DateOnly? EndedOn { get; init; }
}

/// <summary>The names shown on screen.</summary>
public static class BenefitKinds
{
    extension(BenefitKind kind)
    {
        public string InJapanese => kind switch
        {
            BenefitKind.Loan => "住宅支援資金を借りはじめた",
            BenefitKind.Job => "就職",
            BenefitKind.JobChange => "転職",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }
}
