using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings;

/// <summary>What holds for bookings of one kind. The manager sets it; until then the standard holds.</summary>
public sealed class BookingTerms
{
    private BookingTerms() { }

    /// <summary>The terms of a kind before anybody set others: an hour, 15 minutes after it for the record, two hours' notice, two months ahead.</summary>
    public static BookingTerms Standard(BookingKind kind) => new()
    {
        Kind = kind,
        Minutes = kind == BookingKind.RetentionMeeting ? 30 : 60,
        BufferAfter = 15,
        LeadMinutes = 120,
        HorizonDays = 60,
        ChangeUntilMinutes = 60,
        Methods = [.. Enum.GetValues<ContactMethod>()],
    };

    public BookingKind Kind { get; private set; }

    /// <summary>How long a talk is: 15 to 60, in quarter hours.</summary>
    public int Minutes { get; private set; }

    /// <summary>Minutes kept free before it, in quarter hours.</summary>
    public int BufferBefore { get; private set; }

    /// <summary>Minutes kept free after it, for the record.</summary>
    public int BufferAfter { get; private set; }

    /// <summary>A client books at least so many minutes ahead; staff may at any time.</summary>
    public int LeadMinutes { get; private set; }

    /// <summary>A client books at most so many days ahead.</summary>
    public int HorizonDays { get; private set; }

    /// <summary>Until so many minutes before the start a client changes or cancels by themselves; later a person helps.</summary>
    public int ChangeUntilMinutes { get; private set; }

    public IReadOnlyList<ContactMethod> Methods { get; private set; } = [];

    /// <summary>今すぐ相談: off until the City agrees (予約制, 仕様書 7(2)①(イ)).</summary>
    public bool OffersNow { get; private set; }

    /// <summary>Switches 今すぐ相談 on or off.</summary>
    /// <exception cref="RuleException">Only 就業相談 can be had at once.</exception>
    public void OfferNow(bool offers) => OffersNow = Kind == BookingKind.Consultation ? offers : throw new RuleException("「今すぐ相談」は、就業相談だけにあります。");

    /// <summary>Who holds it.</summary>
    public Duty Needs => Kind.Needs;

    /// <summary>How many quarter hours one booking takes of a person's time, buffers included.</summary>
    public int Quarters => (BufferBefore + Minutes + BufferAfter) / Slot.Quarter;

    /// <summary>Until when a client changes or cancels such a talk by themselves.</summary>
    public DateTimeOffset ChangeableUntil(Slot slot) => slot.Start.AddMinutes(-ChangeUntilMinutes);

    /// <summary>Sets other terms.</summary>
    /// <exception cref="RuleException">Over an hour, off the quarter hours, out of bounds, or no method.</exception>
    public void Set(int minutes, int bufferBefore, int bufferAfter, int leadMinutes, int horizonDays, int changeUntilMinutes, IReadOnlyList<ContactMethod> methods)
    {
        if (minutes > Slot.LongestMinutes)
            throw new RuleException($"1回の相談は{Slot.LongestMinutes}分までです（仕様書 7(2)①(イ)）。");
        if (minutes < Slot.Quarter || minutes % Slot.Quarter != 0)
            throw new RuleException("長さは15・30・45・60分から選んでください。");
        if (bufferBefore is < 0 or > 60 || bufferAfter is < 0 or > 60 || bufferBefore % Slot.Quarter != 0 || bufferAfter % Slot.Quarter != 0)
            throw new RuleException("前後の空き時間は、0分から60分まで、15分きざみで選んでください。");
        if (leadMinutes is < 0 or > 14 * 24 * 60)
            throw new RuleException("予約の締切は、0分前から14日前までにしてください。");
        if (horizonDays is < 1 or > 180)
            throw new RuleException("予約できる期間は、1日先から180日先までにしてください。");
        if (changeUntilMinutes is < 0 or > 7 * 24 * 60)
            throw new RuleException("変更と取消の締切は、0分前から7日前までにしてください。");
        if (methods.Count == 0)
            throw new RuleException("相談方法を1つ以上選んでください。");
        (Minutes, BufferBefore, BufferAfter, LeadMinutes, HorizonDays, ChangeUntilMinutes) = (minutes, bufferBefore, bufferAfter, leadMinutes, horizonDays, changeUntilMinutes);
        Methods = [.. methods.Distinct().Order()];
    }
}
