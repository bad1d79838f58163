namespace OneStop.Domain;

/// <summary>
/// Some of the quarter hours of one service day, from the midnight of its date on for 32 hours: one bit each, so that a month of
/// twenty people's free time is worked out by a few thousand shifts.
/// </summary>
public readonly record struct QuarterHours(UInt128 Bits)
{
    /// <summary>How many a day has.</summary>
    public const int Count = 128;

    public static QuarterHours None => default;

    /// <summary>Those from one time to another; what lies outside the day is left out.</summary>
    public static QuarterHours Between(TimeSpan from, TimeSpan until) => Range(IndexOf(from), IndexOf(until));

    /// <summary>Those from one index up to another.</summary>
    public static QuarterHours Range(int from, int until) => new(Below(until) & ~Below(from));

    public static QuarterHours operator &(QuarterHours a, QuarterHours b) => new(a.Bits & b.Bits);

    public static QuarterHours operator |(QuarterHours a, QuarterHours b) => new(a.Bits | b.Bits);

    public static QuarterHours operator ~(QuarterHours a) => new(~a.Bits);

    /// <summary>Those at which so many of these follow each other.</summary>
    public QuarterHours StartsOf(int length)
    {
        var starts = Bits;
        for (var i = 1; i < length; i++)
            starts &= Bits >> i;
        return new(starts);
    }

    /// <summary>Each so many quarter hours later.</summary>
    public QuarterHours Later(int by) => new(Bits << by);

    public bool this[int index] => index is >= 0 and < Count && (Bits >> index & 1) == 1;

    /// <summary>The times of these.</summary>
    public IEnumerable<TimeSpan> Times()
    {
        for (var i = 0; i < Count; i++)
        {
            if (this[i])
                yield return TimeSpan.FromMinutes(i * Slot.Quarter);
        }
    }

    private static UInt128 Below(int index) => index <= 0 ? UInt128.Zero : index >= Count ? UInt128.MaxValue : (UInt128.One << index) - 1;

    private static int IndexOf(TimeSpan time) => (int)Math.Floor(time.TotalMinutes / Slot.Quarter);
}
