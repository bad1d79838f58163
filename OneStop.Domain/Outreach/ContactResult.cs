using OneStop.Domain.Employers;

namespace OneStop.Domain.Outreach;

/// <summary>How an employer was in contact with us.</summary>
public enum ContactKind
{
    /// <summary>電話</summary>
    Call,

    /// <summary>訪問</summary>
    Visit,

    /// <summary>メール</summary>
    Mail,

    /// <summary>セミナー</summary>
    Seminar,

    /// <summary>オンライン</summary>
    Online,
}

/// <summary>What came of a contact.</summary>
public enum ContactResult
{
    /// <summary>つながらない</summary>
    NotReached,

    /// <summary>あとで連絡してほしい</summary>
    CallLater,

    /// <summary>資料を送る</summary>
    PapersWanted,

    /// <summary>話を聞いてもらえた</summary>
    Listened,

    /// <summary>会う約束</summary>
    WillMeet,

    /// <summary>求人を検討してもらえる</summary>
    Considers,

    /// <summary>求人を出してもらえる</summary>
    WillOffer,

    /// <summary>いまは予定がない</summary>
    NotNow,

    /// <summary>断られた</summary>
    Declined,
}

/// <summary>The names shown on screen.</summary>
public static class ContactWords
{
    extension(ContactKind kind)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => kind switch
        {
            ContactKind.Call => "電話",
            ContactKind.Visit => "訪問",
            ContactKind.Mail => "メール",
            ContactKind.Seminar => "セミナー",
            ContactKind.Online => "オンライン",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    extension(ContactResult result)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => result switch
        {
            ContactResult.NotReached => "つながらない",
            ContactResult.CallLater => "あとで連絡してほしい",
            ContactResult.PapersWanted => "資料を送る",
            ContactResult.Listened => "話を聞いてもらえた",
            ContactResult.WillMeet => "会う約束",
            ContactResult.Considers => "求人を検討してもらえる",
            ContactResult.WillOffer => "求人を出してもらえる",
            ContactResult.NotNow => "いまは予定がない",
            ContactResult.Declined => "断られた",
            _ => throw new ArgumentOutOfRangeException(nameof(result)),
        };

        /// <summary>Whether somebody of the employer was spoken to.</summary>
        public bool IsReached => result != ContactResult.NotReached;
    }
}

/// <summary>What is proposed after a contact: the stage, and the next action with its day. Whoever writes the contact may choose otherwise.</summary>
public static class NextSuggestion
{
    /// <summary>Returns the proposed course after a contact of a kind with a result.</summary>
    /// <param name="now">The course before it.</param>
    public static EmployerCourse After(ContactKind kind, ContactResult result, EmployerCourse now, DateOnly today)
    {
        var stage = StageAfter(kind, result, now.Stage);
        return now.At(stage, today) with
        {
            Next = NextAfter(result) is var (step, days) ? new(step, WorkdayFrom(today.AddDays(days)), "") : null,
            Decline = stage == EmployerStage.Declined ? now.Decline : null,
        };
    }

    /// <summary>Nobody is moved back by a call that was not answered.</summary>
    private static EmployerStage StageAfter(ContactKind kind, ContactResult result, EmployerStage now) => result switch
    {
        ContactResult.NotNow => EmployerStage.Dormant,
        ContactResult.Declined => EmployerStage.Declined,
        ContactResult.NotReached => now,
        ContactResult.WillOffer or ContactResult.Considers => Further(now, EmployerStage.Considering),
        _ when kind is ContactKind.Visit or ContactKind.Online => Further(now, EmployerStage.Met),
        _ => Further(now, EmployerStage.InContact),
    };

    private static EmployerStage Further(EmployerStage now, EmployerStage reached) => now.IsOpen && now > reached ? now : reached;

    private static (OutreachStep Step, int Days)? NextAfter(ContactResult result) => result switch
    {
        ContactResult.NotReached => (OutreachStep.Call, 1),
        ContactResult.CallLater => (OutreachStep.Call, 3),
        ContactResult.PapersWanted => (OutreachStep.SendPapers, 1),
        ContactResult.Listened => (OutreachStep.Call, 14),
        ContactResult.WillMeet => (OutreachStep.Visit, 7),
        ContactResult.Considers => (OutreachStep.AwaitAnswer, 7),
        ContactResult.WillOffer => (OutreachStep.TakeOpening, 3),
        ContactResult.NotNow => (OutreachStep.AskAgain, 90),
        ContactResult.Declined => null,
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    /// <summary>Offices answer on weekdays.</summary>
    private static DateOnly WorkdayFrom(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };
}
