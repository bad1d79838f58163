namespace OneStop.Domain.Bookings;

/// <summary>Which bookings a list shows: those of a service day or its week, and further conditions.</summary>
public sealed record BookingFilter
{
    private const int DaysOfWeek = 7;

    /// <summary>The date on which the service day begins; null for today.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Whether the whole week of that day is shown, from Monday on.</summary>
    public bool IsWeek { get; init; }

    public BookingState? State { get; init; }
    public BookingKind? Kind { get; init; }
    public Guid? Person { get; init; }

    /// <summary>Whether only bookings outside the service hours or the person's shift are shown.</summary>
    public bool IsOutside { get; init; }

    /// <summary>The same days without further conditions.</summary>
    public BookingFilter Widest => new() { Day = Day, IsWeek = IsWeek };

    /// <summary>Returns the first day that is shown.</summary>
    public DateOnly From(DateOnly today) => IsWeek ? (Day ?? today).Monday : Day ?? today;

    /// <summary>Returns the last day that is shown (inclusive).</summary>
    public DateOnly Until(DateOnly today) => IsWeek ? From(today).AddDays(DaysOfWeek - 1) : Day ?? today;

    /// <summary>Returns the filter moved by so many days or weeks; negative goes back.</summary>
    public BookingFilter Moved(int by, DateOnly today) => this with { Day = (Day ?? today).AddDays(IsWeek ? by * DaysOfWeek : by) };

    /// <summary>10月7日(水), or 10月5日(月)〜10月11日(日)</summary>
    public string Title(DateOnly today) => IsWeek ? $"{JapanTime.Say(From(today))}〜{JapanTime.Say(Until(today))}" : JapanTime.Say(Day ?? today);

    /// <summary>Whether a booking of these days meets the conditions other than those on its state.</summary>
    public bool Holds(BookingRow row) => (Kind is null || row.Kind == Kind) && (Person is null || row.StaffId == Person);

    /// <summary>Whether a booking of these days meets all conditions.</summary>
    public bool Shows(BookingRow row) => Holds(row) && (State is null || row.State == State) && (!IsOutside || row.Outside != Outside.Nothing);
}

/// <summary>Bookings, and the figures for the list's filters.</summary>
/// <param name="States">The number of bookings of each state, whatever state the filter names.</param>
/// <param name="Outside">The number of bookings outside the service hours or the person's shift.</param>
/// <param name="People">The staff whose bookings these are.</param>
/// <param name="IsCut">Whether there are more than <see cref="BookingDesk.MostRows"/>: the last ones are missing.</param>
public sealed record BookingList(ListPart<BookingRow> Part, IReadOnlyDictionary<BookingState, int> States, int Outside,
    IReadOnlyList<FreePerson> People, bool IsCut);
