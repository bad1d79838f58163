namespace OneStop.Domain.Bookings;

/// <summary>Which bookings a list shows: a service day or its week, and what narrows it.</summary>
public sealed record BookingFilter
{
    private const int DaysOfWeek = 7;

    /// <summary>The date on which the service day opens; null for today.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The whole week of that day, from Monday on.</summary>
    public bool IsWeek { get; init; }

    public BookingState? State { get; init; }
    public BookingKind? Kind { get; init; }
    public Guid? Person { get; init; }

    /// <summary>Only what lies outside the hours or its person's shift.</summary>
    public bool IsOutside { get; init; }

    /// <summary>The same days, narrowed by nothing.</summary>
    public BookingFilter Widest => new() { Day = Day, IsWeek = IsWeek };

    /// <summary>The first day that is shown.</summary>
    public DateOnly From(DateOnly today) => (Day ?? today) is var day && IsWeek ? day.AddDays(-(((int)day.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek)) : day;

    /// <summary>The last day that is shown.</summary>
    public DateOnly Until(DateOnly today) => IsWeek ? From(today).AddDays(DaysOfWeek - 1) : Day ?? today;

    /// <summary>The day or week that lies so many before or after it.</summary>
    public BookingFilter Moved(int by, DateOnly today) => this with { Day = (Day ?? today).AddDays(IsWeek ? by * DaysOfWeek : by) };

    /// <summary>10月7日(水), or 10月5日(月)〜10月11日(日)</summary>
    public string Title(DateOnly today) => IsWeek ? $"{JapanTime.Say(From(today))}〜{JapanTime.Say(Until(today))}" : JapanTime.Say(Day ?? today);

    /// <summary>Does a booking of these days belong to it, whatever its state?</summary>
    public bool Holds(BookingRow row) => (Kind is null || row.Kind == Kind) && (Person is null || row.StaffId == Person);

    /// <summary>Is it shown, where its state matters too?</summary>
    public bool Shows(BookingRow row) => Holds(row) && (State is null || row.State == State) && (!IsOutside || row.Outside != Outside.Nothing);
}

/// <summary>Some bookings, and what could narrow them further.</summary>
/// <param name="States">How many there are of each state, whatever state is asked for.</param>
/// <param name="Outside">How many lie outside the hours or their person's shift.</param>
/// <param name="People">Whose bookings they are.</param>
/// <param name="IsCut">There are more than are read: the last ones are missing.</param>
public sealed record BookingList(ListPart<BookingRow> Part, IReadOnlyDictionary<BookingState, int> States, int Outside,
    IReadOnlyList<FreePerson> People, bool IsCut);
