namespace OneStop.Domain.Bookings.Load;

/// <summary>Whether a talk of one kind can still begin in an hour.</summary>
public enum HourState
{
    /// <summary>The hour is over.</summary>
    Over,

    /// <summary>実施時間外: no talk of this kind is held then.</summary>
    Closed,

    /// <summary>勤務なし: nobody who holds such talks is on shift.</summary>
    Nobody,

    /// <summary>空きなし: somebody is on shift, but no talk can begin any more.</summary>
    Full,

    /// <summary>あと1人</summary>
    Last,

    /// <summary>Two people or more are free.</summary>
    Free,
}

/// <summary>One kind of talk in one hour.</summary>
/// <param name="OnShift">Who holds such talks and is on shift for some of the hour, within the service hours.</param>
/// <param name="Talking">Those of whom somebody has a talk in this hour, of whatever kind.</param>
/// <param name="Free">With whom a talk of this kind can still begin in this hour, at any quarter hour from now on.</param>
public sealed record KindHour(BookingKind Kind, int OnShift, int Talking, int Free, HourState State)
{
    /// <summary>Nobody is left, though talks are held in this hour.</summary>
    public bool NobodyIsLeft => State is HourState.Nobody or HourState.Full;
}

/// <summary>An hour of the service day's clock.</summary>
/// <param name="Hour">6 to 24.</param>
/// <param name="Talks">The talks that take place in it; one that runs on into the next hour is counted in both.</param>
public sealed record LoadHour(int Hour, int OnShift, int Talks, IReadOnlyList<KindHour> Kinds)
{
    /// <summary>20:00〜21:00</summary>
    public string InJapanese => $"{Hour}:00〜{Hour + 1}:00";

    /// <summary>Returns the hour for one kind.</summary>
    public KindHour Of(BookingKind kind) => Kinds.Single(k => k.Kind == kind);
}

/// <summary>A person's service day.</summary>
/// <param name="OnShift">The time on shift within the service hours.</param>
/// <param name="Talking">The length of all talks, without buffers.</param>
/// <param name="OutsideShift">Talks outside the shift.</param>
/// <param name="Beside">Talks that were booked beside another on purpose.</param>
/// <param name="IsAway">不在 is entered for this day. The shift is offered all the same, so a shift on such a day is a mistake.</param>
public sealed record PersonLoad(TimeSpan OnShift, TimeSpan Talking, int Talks, int OutsideShift, int Beside, bool IsAway)
{
    /// <summary>Whether the person is entered as away and is offered to clients.</summary>
    public bool IsAwayOnShift => IsAway && OnShift > TimeSpan.Zero;
}

/// <summary>A person and their days, in the order of <see cref="LoadView.Days"/>.</summary>
public sealed record PersonRow(Guid StaffId, string Name, string Duties, IReadOnlyList<PersonLoad> Days);

/// <summary>A service day.</summary>
/// <param name="Closed">Why it is closed for all methods; null if it is not.</param>
/// <param name="ClosedMethods">Methods that are closed while others are open.</param>
/// <param name="Hours">Empty on a closed day.</param>
public sealed record LoadDay(ServiceDay Day, string? Closed, IReadOnlyList<ContactMethod> ClosedMethods, IReadOnlyList<LoadHour> Hours)
{
    /// <summary>The hours in which nobody is left for a kind of talk.</summary>
    public IReadOnlyList<int> WithoutAnybody(BookingKind kind) => [.. Hours.Where(h => h.Of(kind).NobodyIsLeft).Select(h => h.Hour)];
}

/// <summary>混みぐあい of some service days.</summary>
/// <param name="Today">The present service day.</param>
public sealed record LoadView(DateOnly Today, IReadOnlyList<LoadDay> Days, IReadOnlyList<PersonRow> People);

/// <summary>A shift that would help: people asked for these hours or wait for this day, and no talk can begin.</summary>
/// <param name="From">When the shift would begin; null if only the day was asked for.</param>
/// <param name="Until">When it would end: one talk, with its buffers, after the last hour that was asked for.</param>
/// <param name="Asked">How often these hours, or the day without an hour, were asked for in vain.</param>
/// <param name="AskedBefore">How often the same hours of the same weekday were asked for in vain in the four weeks before.</param>
/// <param name="Waiting">The people on the waiting list of the day.</param>
/// <param name="OnShift">Who holds such talks and is on shift in these hours, or on the day.</param>
/// <param name="Methods">The methods that were asked for.</param>
public sealed record ShiftSuggestion(ServiceDay Day, BookingKind Kind, TimeSpan? From, TimeSpan? Until, int Asked, int AskedBefore, int Waiting, int OnShift,
    IReadOnlyList<ContactMethod> Methods);
