namespace OneStop.Domain.Shifts.Absences;

/// <summary>
/// 不在: a member of staff is away for some service days, and colleagues stand in. Nothing is moved for it: while it lasts, what is due of the person
/// and who writes to them is shown to the substitutes as well, and afterwards everything is as it was.
/// </summary>
public sealed class Absence
{
    /// <summary>The most characters of the note.</summary>
    public const int LongestNote = 500;

    /// <summary>The most substitutes of one absence.</summary>
    public const int MostSubstitutes = 5;

    private Absence() { }

    /// <summary>Enters an absence.</summary>
    /// <exception cref="RuleException">The person or the first day is missing, the days are in the wrong order, the person stands in for themselves,
    /// or there are too many substitutes or characters.</exception>
    public static Absence Of(AbsenceWish wish, Guid by, DateTimeOffset now)
    {
        var absence = new Absence { Id = Guid.CreateVersion7(now), StaffId = wish.Required.StaffId, EnteredBy = by, EnteredAt = now };
        absence.Change(wish);
        return absence;
    }

    public Guid Id { get; private set; }
    public Guid StaffId { get; private set; }

    /// <summary>The first service day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The last service day, inclusive; null while nobody knows.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>代わり: who stands in; may be empty.</summary>
    public ValueList<Guid> Substitutes { get; private set; } = [];

    public string Note { get; private set; } = "";
    public Guid EnteredBy { get; private set; }
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>The absence as its form shows it.</summary>
    public AbsenceWish Wish => new() { StaffId = StaffId, From = From, Until = Until, Substitutes = Substitutes, Note = Note };

    /// <summary>Whether the person is away on a service day.</summary>
    public bool Covers(DateOnly day) => From <= day && !(Until < day);

    /// <summary>Whether both cover some day.</summary>
    public bool Meets(Absence other) => !(Until < other.From) && !(other.Until < From);

    /// <summary>Changes the days, the substitutes and the note; whose absence it is stays.</summary>
    /// <exception cref="RuleException">As for <see cref="Of"/>.</exception>
    public void Change(AbsenceWish wish)
    {
        var (staffId, from) = wish.Required;
        if (staffId != StaffId)
            throw new RuleException("だれの不在かは変えられません。取り消して、入れ直してください。", nameof(AbsenceWish.StaffId));
        if (wish.Until < from)
            throw new RuleException("終わりの日を、始まりの日からあとにしてください。", nameof(AbsenceWish.Until));
        if (wish.Substitutes.Contains(staffId))
            throw new RuleException("本人は、代わりの人になれません。", nameof(AbsenceWish.Substitutes));
        if (wish.Substitutes.Count > MostSubstitutes)
            throw new RuleException($"代わりの人は{MostSubstitutes}人までです。", nameof(AbsenceWish.Substitutes));
        if (wish.Note.Trim() is not { Length: <= LongestNote } note)
            throw new RuleException($"メモは{LongestNote}文字までです。", nameof(AbsenceWish.Note));
        (From, Until, Substitutes, Note) = (from, wish.Until, wish.Substitutes, note);
    }
}

/// <summary>The form of an absence.</summary>
public sealed record AbsenceWish
{
    /// <summary>Who is away; null while nobody is chosen.</summary>
    public Guid? StaffId { get; init; }

    /// <summary>The first service day; null while none is entered.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last service day, inclusive; null while nobody knows.</summary>
    public DateOnly? Until { get; init; }

    public ValueList<Guid> Substitutes { get; init; } = [];
    public string Note { get; init; } = "";

    /// <summary>What an absence cannot be without.</summary>
    /// <exception cref="RuleException">The person or the first day is missing.</exception>
    internal (Guid StaffId, DateOnly From) Required =>
        (StaffId ?? throw new RuleException("だれの不在かを選んでください。", nameof(StaffId)),
         From ?? throw new RuleException("始まりの日を入力してください。", nameof(From)));
}
