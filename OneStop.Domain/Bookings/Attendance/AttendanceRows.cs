namespace OneStop.Domain.Bookings.Attendance;

/// <summary>How many service days before the talk its time was chosen. For one that was moved to another time, when it was moved.</summary>
public enum LeadTime
{
    /// <summary>当日</summary>
    SameDay,

    /// <summary>1〜3日前</summary>
    OneToThree,

    /// <summary>4〜7日前</summary>
    FourToSeven,

    /// <summary>8〜14日前</summary>
    EightToFourteen,

    /// <summary>15日以上前</summary>
    Longer,
}

/// <summary>The names shown on screen, and the borders.</summary>
public static class LeadTimes
{
    extension(LeadTime lead)
    {
        public string InJapanese => lead switch
        {
            LeadTime.SameDay => "当日",
            LeadTime.OneToThree => "1〜3日前",
            LeadTime.FourToSeven => "4〜7日前",
            LeadTime.EightToFourteen => "8〜14日前",
            LeadTime.Longer => "15日以上前",
            _ => throw new ArgumentOutOfRangeException(nameof(lead)),
        };

        /// <summary>Returns the lead time of a booking.</summary>
        public static LeadTime Of(DateTimeOffset chosenAt, DateOnly serviceDay) => (serviceDay.DayNumber - ServiceDay.Of(chosenAt).Date.DayNumber) switch
        {
            <= 0 => LeadTime.SameDay,
            <= 3 => LeadTime.OneToThree,
            <= 7 => LeadTime.FourToSeven,
            <= 14 => LeadTime.EightToFourteen,
            _ => LeadTime.Longer,
        };
    }
}

/// <summary>A booking as it is counted.</summary>
/// <param name="Hour">The hour of the service day's clock in which it begins, 6 to 24.</param>
internal sealed record AttendedBooking(Guid Id, int Hour, ContactMethod Method, LeadTime Lead, BookingState State);

/// <summary>One number: the bookings of an hour, a method or a lead time, or of all, that ended in a state.</summary>
/// <param name="State">Null for 来談 and 無断 together.</param>
public sealed record AttendanceNumber(int? Hour, ContactMethod? Method, LeadTime? Lead, BookingState? State)
{
    internal bool Counts(AttendedBooking booking) => (Hour is null || booking.Hour == Hour) && (Method is null || booking.Method == Method)
        && (Lead is null || booking.Lead == Lead) && (State is { } state ? booking.State == state : booking.State is BookingState.Held or BookingState.Missed);
}

/// <summary>
/// 無断の割合: 無断 of 来談 and 無断 together. 取消 and 相談員都合 are no part of it, and stand beside it. It says at which hours and how far ahead bookings are
/// forgotten, never who forgets.
/// </summary>
public sealed record AttendanceFigures(int Held, int Missed, int Cancelled, int CalledOff)
{
    /// <summary>Below this, a percentage says more than is known, and only the numbers are shown.</summary>
    public const int EnoughForPercent = 20;

    /// <summary>来談 and 無断.</summary>
    public int Ended => Held + Missed;

    /// <summary>無断 in per cent, rounded; null if there are too few.</summary>
    public decimal? Percent => Ended < EnoughForPercent ? null : Math.Round(100m * Missed / Ended, MidpointRounding.AwayFromZero);

    /// <summary>2/31件（6%）; without a percentage if there are few; – if there are none.</summary>
    public string InJapanese => Ended == 0 ? "–" : $"{Missed:N0}/{Ended:N0}件{(Percent is { } percent ? $"（{percent}%）" : "")}";

    internal static AttendanceFigures Of(IEnumerable<AttendedBooking> bookings)
    {
        var counts = bookings.CountBy(b => b.State).ToDictionary();
        return new(counts.GetValueOrDefault(BookingState.Held), counts.GetValueOrDefault(BookingState.Missed),
            counts.GetValueOrDefault(BookingState.Cancelled), counts.GetValueOrDefault(BookingState.CalledOff));
    }
}

/// <summary>来談の状況 of a period, by hour, by method, by lead time, and of all.</summary>
public sealed record AttendanceView(IReadOnlyList<(int Hour, AttendanceFigures Figures)> Hours,
    IReadOnlyList<(ContactMethod Method, AttendanceFigures Figures)> Methods, IReadOnlyList<(LeadTime Lead, AttendanceFigures Figures)> Leads,
    AttendanceFigures All)
{
    private const int FirstHour = 6;
    private const int HoursOfDay = 19;

    internal static AttendanceView Of(IReadOnlyList<AttendedBooking> bookings)
    {
        var (byHour, byMethod, byLead) = (bookings.ToLookup(b => b.Hour), bookings.ToLookup(b => b.Method), bookings.ToLookup(b => b.Lead));
        return new([.. Enumerable.Range(FirstHour, HoursOfDay).Select(hour => (hour, AttendanceFigures.Of(byHour[hour])))],
            [.. Enum.GetValues<ContactMethod>().Select(method => (method, AttendanceFigures.Of(byMethod[method])))],
            [.. Enum.GetValues<LeadTime>().Select(lead => (lead, AttendanceFigures.Of(byLead[lead])))], AttendanceFigures.Of(bookings));
    }
}
