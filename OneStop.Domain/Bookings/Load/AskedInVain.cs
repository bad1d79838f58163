namespace OneStop.Domain.Bookings.Load;

/// <summary>
/// 空きがなかった希望: how often, on one date, a time of a service day was asked for in LINE that was not free. It is counted when a card first says so: the
/// chosen day is full, or the wished time cannot be had. What a shift could not help is not counted: a closed day, a day beyond the horizon, a time within
/// the minimum notice, and 今すぐ相談, which names no time. Nor is somebody who moves a booking, because they have one. The same day, kind and method counts
/// once per hour and conversation, however often a button is pressed; who then joins the waiting list was counted by the card that offered it,
/// also if they press a later offer too late.
/// </summary>
/// <remarks>
/// It is a number without a person. There is no id of a friend or client and no time of day, and the key contains all that is known, so that a row can be
/// traced to nobody. For the same reason it is not in the trail.
/// </remarks>
public sealed class AskedInVain
{
    /// <summary>For how many days a number is kept: a year, and a month to compare it with the year before. Nobody is named, so no rule limits it.</summary>
    public const int KeptDays = 396;

    /// <summary>The hour where only a day was asked for.</summary>
    public const int AnyHour = 0;

    private AskedInVain() { }

    /// <summary>Returns a number that counts nothing yet.</summary>
    public static AskedInVain Of(DateOnly askedOn, DateOnly date, int hour, BookingKind kind, ContactMethod method) =>
        new() { AskedOn = askedOn, Date = date, Hour = hour, Kind = kind, Method = method };

    /// <summary>The date of asking, without its time.</summary>
    public DateOnly AskedOn { get; private set; }

    /// <summary>The service day that was asked for.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>The hour of the service day's clock in which the talk would have begun, 6 to 24; <see cref="AnyHour"/> if none was named.</summary>
    public int Hour { get; private set; }

    public BookingKind Kind { get; private set; }
    public ContactMethod Method { get; private set; }

    /// <summary>How often.</summary>
    public int Count { get; private set; }

    /// <summary>Counts once more.</summary>
    public void Add() => Count++;
}
