using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings;

/// <summary>What the manager wishes for bookings of a kind; minutes and days as in <see cref="BookingTerms"/>.</summary>
public sealed record TermsWish(int Minutes, int BufferBefore, int BufferAfter, int LeadMinutes, int HorizonDays, int ChangeUntilMinutes, IReadOnlyList<ContactMethod> Methods)
{
    public bool Equals(TermsWish? other) => other is not null
        && (Minutes, BufferBefore, BufferAfter, LeadMinutes, HorizonDays, ChangeUntilMinutes) == (other.Minutes, other.BufferBefore, other.BufferAfter, other.LeadMinutes, other.HorizonDays, other.ChangeUntilMinutes)
        && Methods.SequenceEqual(other.Methods);

    public override int GetHashCode() => HashCode.Combine(Minutes, BufferBefore, BufferAfter, LeadMinutes, HorizonDays, ChangeUntilMinutes);

    /// <summary>What holds now, as a wish.</summary>
    public static TermsWish Of(BookingTerms terms) => new(terms.Minutes, terms.BufferBefore, terms.BufferAfter, terms.LeadMinutes, terms.HorizonDays, terms.ChangeUntilMinutes, terms.Methods);
}

/// <summary>What holds for bookings of a kind.</summary>
/// <param name="OffersNow">今すぐ相談 is switched on.</param>
public sealed record TermsRow(BookingKind Kind, TermsWish Terms, bool OffersNow);

/// <summary>予約の種別の窓口: how long talks of a kind are, what time is kept around them, how they can be booked. What is booked already stays as it is.</summary>
[DisplayName("予約の種別")]
public sealed class TermsDesk(DeskContext desk, BookingSignal signal)
{
    /// <summary>Announced when terms changed.</summary>
    public const string Topic = "booking-terms";

    /// <summary>All kinds, with the standard where nobody set anything.</summary>
    [DisplayName("予約の種別を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<TermsRow>> List()
    {
        desk.MayDo<TermsDesk>();
        await using var db = await desk.Read();
        var set = await db.BookingTerms.AsNoTracking().ToDictionaryAsync(t => t.Kind);
        return [.. Enum.GetValues<BookingKind>().Select(kind => set.GetValueOrDefault(kind) ?? BookingTerms.Standard(kind)).Select(t => new TermsRow(t.Kind, TermsWish.Of(t), t.OffersNow))];
    }

    /// <summary>決める.</summary>
    /// <returns>What held before: setting it again undoes this.</returns>
    /// <exception cref="RuleException">Over an hour, off the quarter hours, out of bounds, or no method.</exception>
    [DisplayName("予約の種別の決まりを変える")]
    [Allowed(Duty.Manager)]
    public async Task<TermsWish> Set(BookingKind kind, TermsWish wish)
    {
        desk.MayDo<TermsDesk>();
        return await Change(kind, terms => terms.Set(wish.Minutes, wish.BufferBefore, wish.BufferAfter, wish.LeadMinutes, wish.HorizonDays, wish.ChangeUntilMinutes, wish.Methods));
    }

    /// <summary>今すぐ相談を始める、やめる: only with the City's agreement (予約制, 仕様書 7(2)①(イ)).</summary>
    [DisplayName("今すぐ相談を切り替える")]
    [Allowed(Duty.Manager)]
    public async Task OfferNow(BookingKind kind, bool offers)
    {
        desk.MayDo<TermsDesk>();
        await Change(kind, terms => terms.OfferNow(offers));
    }

    private async Task<TermsWish> Change(BookingKind kind, Action<BookingTerms> change)
    {
        var before = await desk.Change(async db =>
        {
            var terms = await db.BookingTerms.SingleOrDefaultAsync(t => t.Kind == kind);
            if (terms is null)
                db.BookingTerms.Add(terms = BookingTerms.Standard(kind));
            var was = TermsWish.Of(terms);
            change(terms);
            return was;
        });
        desk.Live.Announce(Topic);
        desk.Live.Announce(BookingDialogueDesk.Topic);
        signal.Raise();
        return before;
    }
}
