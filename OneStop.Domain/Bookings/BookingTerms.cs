using OneStop.Domain.Bookings.Video;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings;

/// <summary>The terms that the manager enters for a kind; units as in <see cref="BookingTerms"/>.</summary>
public sealed record TermsWish(int Minutes, int BufferBefore, int BufferAfter, int LeadMinutes, int HorizonDays, int ChangeUntilMinutes,
    ValueList<ContactMethod> Methods);

/// <summary>The rules for bookings of one kind, set by the manager. Until then the standard applies.</summary>
public sealed class BookingTerms
{
    /// <summary>The upper bound of <see cref="LeadMinutes"/>: 14 days, in minutes.</summary>
    public const int LongestLead = 14 * 24 * 60;

    /// <summary>The upper bound of <see cref="HorizonDays"/>.</summary>
    public const int LongestHorizon = 180;

    /// <summary>The upper bound of <see cref="ChangeUntilMinutes"/>: 7 days, in minutes.</summary>
    public const int LongestChangeUntil = 7 * 24 * 60;

    /// <summary>Why video cannot be chosen, and what to do.</summary>
    public const string NoVideo = "ビデオ通話は、この日に使えるサービス（福岡市が承認したもの）が入っていないため、選べません。チャットか電話を選んでください。";

    private IReadOnlyList<VideoProvider> services = [];

    private BookingTerms() { }

    /// <summary>Returns the default terms: an hour (定着面談 30 minutes), 15 minutes after it for the record, two hours' notice, 60 days ahead.</summary>
    public static BookingTerms Standard(BookingKind kind) => new()
    {
        Kind = kind,
        Minutes = kind == BookingKind.RetentionMeeting ? 30 : 60,
        BufferAfter = 15,
        LeadMinutes = 120,
        HorizonDays = 60,
        ChangeUntilMinutes = 60,
        ChosenMethods = [.. Enum.GetValues<ContactMethod>()],
    };

    public BookingKind Kind { get; private set; }

    /// <summary>The length of a talk in minutes: 15 to 60, in steps of 15.</summary>
    public int Minutes { get; private set; }

    /// <summary>Minutes kept free before the talk, in steps of 15.</summary>
    public int BufferBefore { get; private set; }

    /// <summary>Minutes kept free after the talk for the record, in steps of 15.</summary>
    public int BufferAfter { get; private set; }

    /// <summary>The minimum notice in minutes for a client who books; staff need none.</summary>
    public int LeadMinutes { get; private set; }

    /// <summary>How many days ahead a client can book.</summary>
    public int HorizonDays { get; private set; }

    /// <summary>Until how many minutes before the start a client can change or cancel without staff.</summary>
    public int ChangeUntilMinutes { get; private set; }

    /// <summary>The methods that the manager has chosen. What can be booked is <see cref="Methods"/>.</summary>
    public IReadOnlyList<ContactMethod> ChosenMethods { get; private set; } = [];

    /// <summary>The methods that can be booked now. Video is one of them only while the City has approved a service for some coming day.</summary>
    public IReadOnlyList<ContactMethod> Methods => services.Count > 0 ? ChosenMethods : [.. ChosenMethods.Where(m => m != ContactMethod.Video)];

    /// <summary>Whether a talk by this method can be booked on a service day.</summary>
    public bool Offers(ContactMethod method, ServiceDay day) => ChosenMethods.Contains(method) && IsApproved(method, day);

    /// <summary>Refuses video on a service day for which the City has approved no service, whoever books and however.</summary>
    /// <exception cref="RuleException">There is no approved service on that day.</exception>
    internal void RefuseUnapproved(ContactMethod method, ServiceDay day)
    {
        if (!IsApproved(method, day))
            throw new RuleException(NoVideo);
    }

    /// <summary>
    /// Sets the video services. Terms that know none offer no video: who forgets this lets nothing through.
    /// </summary>
    public BookingTerms With(IEnumerable<VideoProvider> known, DateTimeOffset now)
    {
        var today = ServiceDay.Of(now);
        services = [.. known.Where(s => s.IsInForceBetween(today.Date, today.AddDays(LongestHorizon).Date))];
        return this;
    }

    /// <summary>Whether the City has approved what the method needs, for a service day.</summary>
    internal bool IsApproved(ContactMethod method, ServiceDay day) => method != ContactMethod.Video || services.Any(s => s.IsInForceOn(day.Date));

    /// <summary>今すぐ相談: off until the City agrees (予約制, 仕様書 7(2)①(イ)).</summary>
    public bool OffersNow { get; private set; }

    /// <summary>Switches 今すぐ相談 on or off.</summary>
    /// <exception cref="RuleException">The kind is not 就業相談.</exception>
    public void OfferNow(bool offers) => OffersNow = Kind == BookingKind.Consultation ? offers : throw new RuleException("「今すぐ相談」は、就業相談だけにあります。");

    /// <summary>The duty that holds the talk.</summary>
    public Duty Needs => Kind.Needs;

    /// <summary>The number of quarter hours that one booking occupies, buffers included.</summary>
    public int Quarters => (BufferBefore + Minutes + BufferAfter) / Slot.Quarter;

    /// <summary>Returns until when a client can change or cancel a booking without staff.</summary>
    public DateTimeOffset ChangeableUntil(Slot slot) => slot.Start.AddMinutes(-ChangeUntilMinutes);

    /// <summary>Returns the terms for one talk of another length; null keeps the length of the kind.</summary>
    /// <exception cref="RuleException">The length is over an hour, or no multiple of 15 minutes.</exception>
    internal BookingTerms Lasting(int? minutes)
    {
        if (minutes is not { } length || length == Minutes)
            return this;
        Slot.CheckLength(length);
        var terms = (BookingTerms)MemberwiseClone();
        terms.Minutes = length;
        return terms;
    }

    /// <summary>The terms as the form shows them.</summary>
    public TermsWish Wish => new(Minutes, BufferBefore, BufferAfter, LeadMinutes, HorizonDays, ChangeUntilMinutes, [.. ChosenMethods]);

    /// <summary>Sets the terms.</summary>
    /// <exception cref="RuleException">The length is over an hour, a value is no multiple of 15 minutes or out of bounds, or no method is
    /// chosen.</exception>
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
        ChosenMethods = [.. wish.Methods.Distinct().Order()];
    }

    private static bool IsBuffer(int minutes) => minutes is >= 0 and <= 60 && minutes % Slot.Quarter == 0;
}
