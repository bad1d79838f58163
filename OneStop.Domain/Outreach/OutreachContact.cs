using OneStop.Domain.Employers;

namespace OneStop.Domain.Outreach;

/// <summary>The form of a contact: what happened, and what is next.</summary>
public sealed record OutreachWish : CourseWish
{
    /// <summary>The most characters of the fields.</summary>
    public const int LongestWith = 60, LongestWords = 1000;

    /// <summary>How far back a contact can be entered.</summary>
    public const int DaysBack = 60;

    public ContactKind Kind { get; init; } = ContactKind.Call;

    /// <summary>Null only in an empty form.</summary>
    public ContactResult? Result { get; init; }

    /// <summary>The Japanese date; with <see cref="Time"/> the time of the contact.</summary>
    public DateOnly? On { get; init; }

    public TimeOnly? Time { get; init; }

    /// <summary>The person of the employer; null if it is none of those entered.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Who it was, if it is none of those entered.</summary>
    public string With { get; init; } = "";

    public string Words { get; init; } = "";

    /// <summary>An empty form of now.</summary>
    public static OutreachWish At(EmployerCourse course, DateTimeOffset now)
    {
        var empty = new OutreachWish { Seen = course, Stage = course.Stage, On = now.JapaneseDate, Time = TimeOnly.FromTimeSpan(now.InJapan.TimeOfDay) };
        return empty.Saying(course);
    }

    /// <summary>Returns the form with a kind and a result chosen, and what is proposed after it.</summary>
    public OutreachWish Proposing(ContactKind kind, ContactResult result, DateOnly today) =>
        (this with { Kind = kind, Result = result }).Saying(NextSuggestion.After(kind, result, Seen, today));
}

/// <summary>Who took a contact back, and when. It was entered by mistake, and counts nowhere.</summary>
public sealed record ContactAnnulment(DateTimeOffset At, Guid StaffId);

/// <summary>
/// 接触: a call, a visit, a mail, a seminar or a meeting with an employer (仕様書 7(2)④), with what came of it. It keeps the course of the talks before and
/// after it, so that taking it back puts the employer where it was.
/// </summary>
public sealed class OutreachContact
{
    private OutreachContact() { }

    /// <summary>Writes a contact down; the employer's course follows it.</summary>
    /// <exception cref="RuleException">Something is missing or too long, the time is to come or long past, or the course has no next action.</exception>
    public static OutreachContact Of(Employer employer, OutreachWish wish, Guid staffId, DateTimeOffset now)
    {
        var before = employer.Course;
        var at = MomentOf(wish, now);
        employer.Move(wish.CourseOn(now.JapaneseDate), now);
        return new()
        {
            Id = Guid.CreateVersion7(now),
            EmployerId = employer.Id,
            Kind = wish.Kind,
            Result = wish.Result ?? throw new RuleException("どうなったかを選んでください。", nameof(wish.Result)),
            At = at,
            PersonId = wish.PersonId,
            With = FormText.Of(wish.With, "相手の名前", OutreachWish.LongestWith, nameof(wish.With)),
            Words = FormText.Of(wish.Words, "内容", OutreachWish.LongestWords, nameof(wish.Words)),
            Before = before,
            After = employer.Course,
            StaffId = staffId,
            EnteredAt = now,
        };
    }

    public Guid Id { get; private set; }
    public Guid EmployerId { get; private set; }
    public ContactKind Kind { get; private set; }
    public ContactResult Result { get; private set; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; private set; }

    public Guid? PersonId { get; private set; }
    public string With { get; private set; } = "";

    /// <summary>What was said. It names no client.</summary>
    public string Words { get; private set; } = "";

    public EmployerCourse Before { get; private set; } = null!;
    public EmployerCourse After { get; private set; } = null!;
    public Guid StaffId { get; private set; }
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>Null unless it was taken back.</summary>
    public ContactAnnulment? Annulment { get; private set; }

    /// <summary>Takes it back, or lets it count again.</summary>
    public void Annul(ContactAnnulment? annulment) => Annulment = annulment;

    /// <summary>Goes over to another entry of the same employer.</summary>
    internal void GoTo(Guid employerId) => EmployerId = employerId;

    private static DateTimeOffset MomentOf(OutreachWish wish, DateTimeOffset now)
    {
        if (wish.On is not { } on || wish.Time is not { } time)
            throw new RuleException("いつのことかを入力してください。", nameof(wish.On));
        var at = JapanTime.At(on, time);
        if (at > now.AddMinutes(1))
            throw new RuleException("これからの日時は書けません。これからのことは「次にすること」に書いてください。", nameof(wish.On));
        return at >= now.AddDays(-OutreachWish.DaysBack) ? at
            : throw new RuleException($"{OutreachWish.DaysBack}日より前のことは書けません。", nameof(wish.On));
    }
}
