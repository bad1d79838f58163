using OneStop.Domain.SupportPrograms.Assessment;
using OneStop.Domain.SupportPrograms.Conditions;

namespace OneStop.Domain.SupportPrograms;

/// <summary>
/// 自立支援プログラム of one client (仕様書 7(2)②): drawn by a planner with the client's consent, approved by a second person, confirmed by the client,
/// reviewed about every month, and looked after when it has ended. Needs the newest version loaded to take a step.
/// </summary>
public sealed partial class SupportProgram
{
    private readonly List<ProgramVersion> versions = [];

    private SupportProgram() { }

    /// <summary>Begins a program with its first version.</summary>
    /// <param name="number">From the sequence of all programs.</param>
    /// <param name="circumstances">The first assessment, of the program with this id.</param>
    public static SupportProgram Begin(Guid id, Guid clientId, int number, DateOnly appliedOn, Circumstances circumstances, Guid plannerId, DateTimeOffset now)
    {
        if (appliedOn > now.JapaneseDate)
            throw new RuleException("申込みの日は、きょうまでの日付で選んでください。", nameof(AppliedOn));
        var program = new SupportProgram
        {
            Id = id,
            ClientId = clientId,
            Number = number,
            PlannerId = plannerId,
            AppliedOn = appliedOn,
            StartedAt = now,
            StartedBy = plannerId,
            Edition = 1,
            StateSince = now,
            StepSince = now,
        };
        program.versions.Add(ProgramVersion.First(id, circumstances.Id, plannerId, now));
        return program;
    }

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }

    /// <summary>プログラム番号</summary>
    public int Number { get; private set; }

    /// <summary>策定員 who answers for it.</summary>
    public Guid PlannerId { get; private set; }

    /// <summary>申込日</summary>
    public DateOnly AppliedOn { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }
    public Guid StartedBy { get; private set; }

    /// <summary>主担当機関</summary>
    public LeadWish Lead { get; private set; } = LeadWish.None;

    /// <summary>The answers to the conditions to take part.</summary>
    public ValueList<ConditionAnswer> Conditions { get; private set; } = [];

    public ProgramState State { get; private set; }

    /// <summary>The state of the newest version: that of a change beside a running program.</summary>
    public VersionStep NewestStep { get; private set; }

    /// <summary>Since when it is in its state, whatever step a change beside it takes.</summary>
    public DateTimeOffset StateSince { get; private set; }

    /// <summary>Since when both its state and the step of its newest version are what they are.</summary>
    public DateTimeOffset StepSince { get; private set; }

    /// <summary>The number of the newest version.</summary>
    public int Edition { get; private set; }

    /// <summary>The number of the version in force; null before the first.</summary>
    public int? EstablishedEdition { get; private set; }

    /// <summary>策定: when the first version was established, which is what counts (8(3)); null before.</summary>
    public ProgramEstablishment? Establishment { get; private set; }

    /// <summary>What later income is compared with; null before the first establishment.</summary>
    public ProgramBaseline? Baseline { get; private set; }

    /// <summary>What was corrected in it, the newest last.</summary>
    public ValueList<BaselineCorrection> BaselineCorrections { get; private set; } = [];

    /// <summary>次の見直し; null before the first establishment. After the end it stays for when the end is taken back.</summary>
    public DateOnly? NextReviewOn { get; private set; }

    public ProgramEnd? End { get; private set; }

    /// <summary>What stands about the end; null while it has not ended, and after its person was erased.</summary>
    public ProgramEndNote? EndNote { get; private set; }

    /// <summary>When it is next to be seen whether life holds; null if it is not, or no more.</summary>
    public DateOnly? AftercareOn { get; private set; }

    /// <summary>The loaded versions.</summary>
    public IReadOnlyList<ProgramVersion> Versions => versions;

    /// <summary>The newest version, if loaded.</summary>
    public ProgramVersion Newest => versions.Single(v => v.Number == Edition);

    /// <summary>相談へ: whether an answer, or another office that leads, asks for a talk before it goes on.</summary>
    public bool NeedsTalk => Lead.Lead.LeadsToTalk || Conditions.Any(c => c.LeadsToTalk);

    /// <summary>P-0012</summary>
    public static string NumberOf(int number) => $"P-{number:0000}";

    /// <summary>Records who leads the person's program.</summary>
    /// <exception cref="RuleException">The program has ended, or the words are missing or too long.</exception>
    public void LedBy(LeadWish lead)
    {
        RefuseIfOver();
        Lead = lead.Checked();
    }

    /// <summary>Records an answer to a condition; an earlier one to the same rule is replaced.</summary>
    /// <exception cref="RuleException">The program has ended.</exception>
    public void Answer(AskedCondition condition, ConditionReply reply, Guid by, DateTimeOffset now)
    {
        RefuseIfOver();
        Conditions = [.. Conditions.Where(c => c.Code != condition.Code), new(condition.ValueId, condition.Code, condition.Question, reply, now, by)];
    }

    /// <summary>Takes one's own answer to a rule back to what it was.</summary>
    /// <param name="before">Null if there was none.</param>
    /// <exception cref="RuleException">The program has ended, or the answer is a colleague's.</exception>
    public void AnswerBack(string code, ConditionAnswer? before, Guid by)
    {
        RefuseIfOver();
        if (Conditions.FirstOrDefault(c => c.Code == code) is { } now && now.By != by)
            throw new RuleException("そのあとに、ほかの人が答えを書きました。画面の内容を確かめてください。");
        var others = Conditions.Where(c => c.Code != code);
        Conditions = before is null ? [.. others] : [.. others, before];
    }

    /// <summary>Gives the program to another planner.</summary>
    /// <param name="hasDates">Whether a loan's dates are still to be watched after its end.</param>
    /// <exception cref="RuleException">The program has ended, and nothing of it is looked after.</exception>
    public void GiveTo(Guid plannerId, bool hasDates)
    {
        if (!hasDates && AftercareOn is null)
            RefuseIfOver();
        PlannerId = plannerId;
    }

    /// <summary>終了: ends the program.</summary>
    /// <param name="aftercareOn">When it is to be seen whether life holds; null if it is not.</param>
    /// <exception cref="RuleException">It has ended, the reason does not fit, or words are missing.</exception>
    public void EndBy(ProgramEnd end, ProgramEndNote note, DateOnly? aftercareOn, DateTimeOffset now)
    {
        RefuseIfOver();
        if ((end.Reason == ProgramEndReason.NotBegun) != (Establishment is null))
            throw new RuleException(Establishment is null ? "まだ策定していないプログラムは、「始めなかった」で終えます。" : "策定したプログラムは、達成・中断・転出・その他のどれかで終えます。");
        if (end.On < Establishment?.On)
            throw new RuleException($"終わった日は、策定した日（{JapanTime.Say(Establishment.On)}）より前にはできません。", nameof(EndWish.On));
        if (end.On < AppliedOn)
            throw new RuleException($"終わった日は、申込みの日（{JapanTime.Say(AppliedOn)}）より前にはできません。", nameof(EndWish.On));
        (End, EndNote) = (end, note);
        AftercareOn = Establishment is null ? null : aftercareOn;
        Settle(now);
    }

    /// <summary>案内した先: records the place of which the person was told after an end that says none.</summary>
    /// <exception cref="RuleException">The program has not ended, a place stands already, or it is missing or too long.</exception>
    public void Tell(string place) => EndNote = (EndNote ?? throw new RuleException("このプログラムは終わっていません。画面を読み込み直してください。")).Told(place);

    /// <summary>Takes the end back.</summary>
    public void BringBack(DateTimeOffset now)
    {
        (End, EndNote, AftercareOn) = (null, null, null);
        Settle(now);
    }

    /// <summary>Sets when it is next reviewed.</summary>
    /// <exception cref="RuleException">No version is in force.</exception>
    public void ReviewOn(DateOnly day)
    {
        if (State != ProgramState.Running)
            throw new RuleException("見直しの日は、実施中のプログラムに決めます。");
        NextReviewOn = day;
    }

    /// <summary>Sets when it is next to be seen whether life holds; null if it is seen no more.</summary>
    /// <exception cref="RuleException">The program has not ended.</exception>
    public void LookAfterOn(DateOnly? day, DateTimeOffset now)
    {
        if (End is null || Establishment is null)
            throw new RuleException("見守りは、策定したプログラムが終わってから決めます。");
        AftercareOn = day;
        Settle(now);
    }

    private void Take(Action<ProgramVersion> step, DateTimeOffset now)
    {
        step(Newest);
        if (Newest.Step == VersionStep.Established)
            EstablishedEdition = Edition;
        Settle(now);
    }

    private void RefuseIfOver()
    {
        if (End is not null)
            throw new RuleException("このプログラムは終わっています。続けるときは、先に「終了を取り消す」を押してください。");
    }

    private void Settle(DateTimeOffset now)
    {
        var step = versions.Exists(v => v.Number == Edition) ? Newest.Step : NewestStep; // ending needs no version
        var state = End is not null ? AftercareOn is null ? ProgramState.Ended : ProgramState.Aftercare
            : EstablishedEdition is not null ? ProgramState.Running
            : step switch
            {
                VersionStep.Asked => ProgramState.InReview,
                VersionStep.SentBack => ProgramState.SentBack,
                VersionStep.Approved => ProgramState.WithClient,
                _ => ProgramState.Draft,
            };
        if (state != State)
            StateSince = now;
        if ((state, step) != (State, NewestStep))
            (State, NewestStep, StepSince) = (state, step, now);
    }
}
