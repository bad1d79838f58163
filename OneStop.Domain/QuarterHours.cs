namespace OneStop.Domain;

/// <summary>
/// A set of quarter hours of a service day, from the midnight of its date for 32 hours. One bit each, so that a month of free times of twenty people
/// takes a few thousand shift operations.
/// </summary>
public readonly record struct QuarterHours(UInt128 Bits)
{
    /// <summary>The number of quarter hours of a day.</summary>
    public const int Count = 128;

    public static QuarterHours None => default;

    /// <summary>Returns the quarter hours between two times; what lies outside the day is ignored.</summary>
    public static QuarterHours Between(TimeSpan from, TimeSpan until) => Range(IndexOf(from), IndexOf(until));

    /// <summary>Returns the quarter hours from an index up to another (exclusive).</summary>
    public static QuarterHours Range(int from, int until) => new(Below(until) & ~Below(from));

    public static QuarterHours operator &(QuarterHours a, QuarterHours b) => new(a.Bits & b.Bits);

    public static QuarterHours operator |(QuarterHours a, QuarterHours b) => new(a.Bits | b.Bits);

    public static QuarterHours operator ~(QuarterHours a) => new(~a.Bits);

    /// <summary>Returns the quarter hours at which so many consecutive ones of this set begin.</summary>
    public QuarterHours StartsOf(int length)
    {
        var starts = Bits;
        for (var i = 1; i < length; i++)
            starts &= Bits >> i;
        return new(starts);
    }

    /// <summary>Returns the set moved later by so many quarter hours.</summary>
    public QuarterHours Later(int by) => new(Bits << by);

    public bool this[int index] => index is >= 0 and < Count && (Bits >> index & 1) == 1;

    /// <summary>Returns the times of the quarter hours.</summary>
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
