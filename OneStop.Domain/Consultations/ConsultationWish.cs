namespace OneStop.Domain.Consultations;

/// <summary>A record as its form edits it.</summary>
public sealed record ConsultationWish
{
    public ConsultationMethod Method { get; init; }

    /// <summary>The service day: a talk at 0:30 belongs to the evening before, and is written 24:30.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Begin and end on the day's clock, as typed: 14:00, 24:30.</summary>
    public string From { get; init; } = "";

    public string Until { get; init; } = "";
    public int Minutes { get; init; }
    public string Place { get; init; } = "";
    public Guid StaffId { get; init; }
    public ValueList<Guid> Subjects { get; init; } = [];
    public string Complaint { get; init; } = "";
    public string Assessment { get; init; } = "";
    public string Support { get; init; } = "";
    public string NextStep { get; init; } = "";
    public DateOnly? NextStepOn { get; init; }

    /// <summary>Whether saving confirms the record.</summary>
    public bool Confirms { get; init; }

    /// <summary>Why a confirmed record is corrected; empty for a draft.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Returns the form of a content.</summary>
    public static ConsultationWish Of(ConsultationContent content)
    {
        var day = ServiceDay.Of(content.Begin);
        return new()
        {
            Method = content.Method,
            Day = day.Date,
            From = ServiceDay.SayTime(day.TimeOf(content.Begin)),
            Until = ServiceDay.SayTime(day.TimeOf(content.End)),
            Minutes = content.Minutes,
            Place = content.Place,
            StaffId = content.StaffId,
            Subjects = content.SubjectIds,
            Complaint = content.Complaint,
            Assessment = content.Assessment,
            Support = content.Support,
            NextStep = content.NextStep,
            NextStepOn = content.NextStepOn,
        };
    }

    /// <summary>The length from begin to end; null while the times cannot be read.</summary>
    public TimeSpan? Length => ServiceDay.ReadTime(From) is { } from && ServiceDay.ReadTime(Until) is { } until && until > from ? until - from : null;

    /// <summary>Begin and end; null while they cannot be read.</summary>
    public TalkSpan? Span => Day is { } day && Length is { } length && ServiceDay.ReadTime(From) is { } from
        ? new(new ServiceDay(day).At(from), new ServiceDay(day).At(from + length))
        : null;

    /// <summary>Returns the record after a change of the times: the time spent follows them, unless it was typed otherwise.</summary>
    public ConsultationWish After(ConsultationWish before) =>
        Length is { } length && length != before.Length && Minutes == before.Minutes && (Minutes == 0 || Minutes == MinutesOf(before.Length))
            ? this with { Minutes = MinutesOf(length) } : this;

    /// <summary>Checks the input and returns what it says.</summary>
    /// <exception cref="RuleException">Day or times are missing, in the wrong order or in the future; the next step is missing for its date.</exception>
    internal ConsultationContent Read(DateTimeOffset now)
    {
        var (begin, end) = Times(now);
        if (Minutes is < 0 or > 24 * 60)
            throw new RuleException("かかった時間を、分で入力してください。", nameof(Minutes));
        if (NextStepOn is not null && NextStep.Trim().Length == 0)
            throw new RuleException("期限のある次の一手を書いてください。", nameof(NextStep));
        return new()
        {
            Method = Method,
            Begin = begin,
            End = end,
            Place = Place.Trim(),
            StaffId = StaffId,
            Minutes = Minutes == 0 ? MinutesOf(end - begin) : Minutes,
            SubjectIds = Subjects,
            Complaint = Complaint.Trim(),
            Assessment = Assessment.Trim(),
            Support = Support.Trim(),
            NextStep = NextStep.Trim(),
            NextStepOn = NextStepOn,
        };
    }

    private (DateTimeOffset Begin, DateTimeOffset End) Times(DateTimeOffset now)
    {
        var day = new ServiceDay(Day ?? throw new RuleException("相談した日を入力してください。", nameof(Day)));
        var from = ServiceDay.ReadTime(From) ?? throw new RuleException("始まりを、14:00や24:30のように入力してください。", nameof(From));
        var until = ServiceDay.ReadTime(Until) ?? throw new RuleException("終わりを、15:00や25:00のように入力してください。", nameof(Until));
        if (until <= from)
            throw new RuleException("終わりは、始まりより後にしてください。夜中の0:30は24:30と書きます。", nameof(Until));
        if (until - from > ConsultationContent.Longest)
            throw new RuleException($"始まりから終わりまでは{ConsultationContent.Longest.TotalHours:0}時間までです。時刻を確かめてください。", nameof(Until));
        if (day.At(from) > now)
            throw new RuleException("これからの相談は記録できません。日と時刻を確かめてください。", nameof(From));
        return (day.At(from), day.At(until));
    }

    private static int MinutesOf(TimeSpan? length) => length is { } known ? ConsultationContent.MinutesOf(known) : 0;
}
