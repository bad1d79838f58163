using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings;

/// <summary>What the manager wishes for bookings of a kind; minutes and days as in <see cref="BookingTerms"/>.</summary>
public sealed record TermsWish(int Minutes, int BufferBefore, int BufferAfter, int LeadMinutes, int HorizonDays, int ChangeUntilMinutes,
    ValueList<ContactMethod> Methods);

/// <summary>What holds for bookings of one kind. The manager sets it; until then the standard holds.</summary>
public sealed class BookingTerms
{
    /// <summary>The most minutes of <see cref="LeadMinutes"/>: 14 days.</summary>
    public const int LongestLead = 14 * 24 * 60;

    /// <summary>The most days of <see cref="HorizonDays"/>.</summary>
    public const int LongestHorizon = 180;

    /// <summary>The most minutes of <see cref="ChangeUntilMinutes"/>: 7 days.</summary>
    public const int LongestChangeUntil = 7 * 24 * 60;

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

    /// <summary>What the manager set, as a form has it.</summary>
    public TermsWish Wish => new(Minutes, BufferBefore, BufferAfter, LeadMinutes, HorizonDays, ChangeUntilMinutes, [.. Methods]);

    /// <summary>Sets other terms.</summary>
    /// <exception cref="RuleException">Over an hour, off the quarter hours, out of bounds, or no method.</exception>
    public void Set(TermsWish wish)
    {
        if (wish.Minutes > Slot.LongestMinutes)
            throw new RuleException($"1回の相談は{Slot.LongestMinutes}分までです（仕様書 7(2)①(イ)）。", nameof(wish.Minutes));
        if (wish.Minutes < Slot.Quarter || wish.Minutes % Slot.Quarter != 0)
            throw new RuleException("長さは15・30・45・60分から選んでください。", nameof(wish.Minutes));
        if (!IsBuffer(wish.BufferBefore) || !IsBuffer(wish.BufferAfter))
            throw new RuleException("前後の空き時間は、0分から60分まで、15分きざみで選んでください。", IsBuffer(wish.BufferBefore) ? nameof(wish.BufferAfter) : nameof(wish.BufferBefore));
        if (wish.LeadMinutes is < 0 or > LongestLead)
            throw new RuleException("予約の締切は、0分前から14日前までにしてください。", nameof(wish.LeadMinutes));
        if (wish.HorizonDays is < 1 or > LongestHorizon)
            throw new RuleException("予約できる期間は、1日先から180日先までにしてください。", nameof(wish.HorizonDays));
        if (wish.ChangeUntilMinutes is < 0 or > LongestChangeUntil)
            throw new RuleException("変更と取消の締切は、0分前から7日前までにしてください。", nameof(wish.ChangeUntilMinutes));
        if (wish.Methods.Count == 0)
            throw new RuleException("相談方法を1つ以上選んでください。", nameof(wish.Methods));
        (Minutes, BufferBefore, BufferAfter, LeadMinutes, HorizonDays, ChangeUntilMinutes) = (wish.Minutes, wish.BufferBefore, wish.BufferAfter,
            wish.LeadMinutes, wish.HorizonDays, wish.ChangeUntilMinutes);
        Methods = [.. wish.Methods.Distinct().Order()];
    }

    private static bool IsBuffer(int minutes) => minutes is >= 0 and <= 60 && minutes % Slot.Quarter == 0;
}
