namespace OneStop.Domain.Employers;

/// <summary>What is to be done next with an employer.</summary>
public enum OutreachStep
{
    /// <summary>電話する</summary>
    Call,

    /// <summary>訪問する</summary>
    Visit,

    /// <summary>オンラインで会う</summary>
    MeetOnline,

    /// <summary>メール・資料を送る</summary>
    SendPapers,

    /// <summary>返事を待つ: they promised an answer by this day.</summary>
    AwaitAnswer,

    /// <summary>求人票を受け取る</summary>
    TakeOpening,

    /// <summary>求人が続いているか聞く</summary>
    AskAgain,
}

/// <summary>断り: why an employer does not want to be asked.</summary>
public enum DeclineReason
{
    /// <summary>人手が足りている</summary>
    NoVacancy,

    /// <summary>時間や急な休みが合わない</summary>
    HoursDoNotFit,

    /// <summary>資格や経験が必要</summary>
    NeedsExperience,

    /// <summary>ほかの方法で採用している</summary>
    HiresElsewhere,

    /// <summary>手間がかかる</summary>
    TooMuchWork,

    /// <summary>制度に関心がない</summary>
    NotInterested,

    /// <summary>経営上の都合</summary>
    Finances,

    /// <summary>その他</summary>
    Other,
}

/// <summary>The names shown on screen.</summary>
public static class CourseWords
{
    extension(OutreachStep step)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => step switch
        {
            OutreachStep.Call => "電話する",
            OutreachStep.Visit => "訪問する",
            OutreachStep.MeetOnline => "オンラインで会う",
            OutreachStep.SendPapers => "メール・資料を送る",
            OutreachStep.AwaitAnswer => "返事を待つ",
            OutreachStep.TakeOpening => "求人票を受け取る",
            OutreachStep.AskAgain => "求人が続いているか聞く",
            _ => throw new ArgumentOutOfRangeException(nameof(step)),
        };
    }

    extension(DeclineReason reason)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => reason switch
        {
            DeclineReason.NoVacancy => "人手が足りている",
            DeclineReason.HoursDoNotFit => "時間や急な休みが合わない",
            DeclineReason.NeedsExperience => "資格や経験が必要",
            DeclineReason.HiresElsewhere => "ほかの方法で採用している",
            DeclineReason.TooMuchWork => "手間がかかる",
            DeclineReason.NotInterested => "制度に関心がない",
            DeclineReason.Finances => "経営上の都合",
            DeclineReason.Other => "その他",
            _ => throw new ArgumentOutOfRangeException(nameof(reason)),
        };
    }
}

/// <summary>次にすること, and until which day.</summary>
/// <param name="Words">What exactly; empty if the kind says all.</param>
public sealed record NextAction(OutreachStep Step, DateOnly On, string Words);

/// <summary>Why an employer declined.</summary>
/// <param name="WhatWouldChange">何があれば変わるか; empty if nothing was said.</param>
public sealed record Decline(DeclineReason Reason, string WhatWouldChange);

/// <summary>
/// Where the talks with an employer stand. It is compared as a whole: an act is undone only as long as nobody has moved the employer since.
/// </summary>
/// <param name="Since">The day of the change to this stage.</param>
/// <param name="Next">Null only if nobody is at work on the employer.</param>
/// <param name="Decline">Null unless it declined.</param>
public sealed record EmployerCourse(EmployerStage Stage, DateOnly Since, NextAction? Next, Decline? Decline)
{
    /// <summary>The most characters of the words of a next action and of what would change a refusal.</summary>
    public const int LongestNext = 100, LongestChange = 300;

    /// <summary>The days until the first contact that are proposed for a new employer.</summary>
    public const int DaysToFirstContact = 7;

    /// <summary>The names of the fields as forms know them.</summary>
    public const string NextField = nameof(CourseWish.NextOn), DeclineField = nameof(CourseWish.DeclineReason);

    /// <summary>The course of an employer that was just entered.</summary>
    public static EmployerCourse Begun(DateOnly today) =>
        new(EmployerStage.Candidate, today, new(OutreachStep.Call, today.AddDays(DaysToFirstContact), ""), null);

    /// <summary>Returns the course as it is stored.</summary>
    /// <exception cref="RuleException">An open employer has no next action, its day is past or more than two years ahead, a text is too long, or a refusal
    /// has no reason.</exception>
    public EmployerCourse Checked(DateOnly today)
    {
        if (Stage.IsOpen && Next is null)
            throw new RuleException("次にすることと日を決めてください。決めておくと、その日に「今日」に出ます。", NextField);
        if (Next is { } next && (next.On < today || next.On > today.AddYears(2)))
            throw new RuleException("次の日は、きょうから2年先までの日にしてください。", NextField);
        if (Stage == EmployerStage.Declined && Decline is null)
            throw new RuleException("断りの理由を選んでください。", DeclineField);
        return this with
        {
            Next = Next is null || Stage == EmployerStage.Declined
                ? null
                : Next with { Words = FormText.Of(Next.Words, "次にすること", LongestNext, nameof(NextAction.Words)) },
            Decline = Stage == EmployerStage.Declined
                ? Decline! with { WhatWouldChange = FormText.Of(Decline.WhatWouldChange, "何があれば変わるか", LongestChange, nameof(Decline.WhatWouldChange)) }
                : null,
        };
    }

    /// <summary>Returns the course moved to a stage, with the next action that it has.</summary>
    public EmployerCourse At(EmployerStage stage, DateOnly today) => stage == Stage ? this : this with { Stage = stage, Since = today };

    /// <summary>Returns the course moved to a stage by one act, without a form: an open employer without a next action gets the first one.</summary>
    public EmployerCourse MovedTo(EmployerStage stage, DateOnly today) => At(stage, today) is var moved && stage.IsOpen
        ? moved with { Next = moved.Next is { } next && next.On >= today ? next : Begun(today).Next, Decline = null }
        : moved with { Next = moved.Next?.On < today ? null : moved.Next };
}
