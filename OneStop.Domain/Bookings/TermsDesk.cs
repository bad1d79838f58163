using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings;

/// <summary>What holds for bookings of a kind.</summary>
/// <param name="OffersNow">今すぐ相談 is switched on.</param>
public sealed record TermsRow(BookingKind Kind, TermsWish Terms, bool OffersNow);

/// <summary>予約の種別の窓口: how long talks of a kind are, what time is kept around them, how they can be booked. What is booked already stays as it is.</summary>
[DisplayName("予約の種別")]
public sealed class TermsDesk(DeskContext desk)
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
        return [.. Enum.GetValues<BookingKind>().Select(kind => set.GetValueOrDefault(kind)
            ?? BookingTerms.Standard(kind)).Select(t => new TermsRow(t.Kind, t.Wish, t.OffersNow))];
    }

    /// <summary>決める.</summary>
    /// <exception cref="RuleException">Over an hour, off the quarter hours, out of bounds, or no method.</exception>
    /// <exception cref="ConflictException{T}">Somebody else set other terms in between.</exception>
    [DisplayName("予約の種別の決まりを変える")]
    [Allowed(Duty.Manager)]
    public async Task Set(BookingKind kind, Edit<TermsWish> edit)
    {
        desk.MayDo<TermsDesk>();
        await Change(kind, (db, terms) => terms.Set(db.Accept(edit, terms, t => t.Wish)));
    }

    /// <summary>今すぐ相談を始める、やめる: only with the City's agreement (予約制, 仕様書 7(2)①(イ)).</summary>
    [DisplayName("今すぐ相談を切り替える")]
    [Allowed(Duty.Manager)]
    public async Task OfferNow(BookingKind kind, bool offers)
    {
        desk.MayDo<TermsDesk>();
        await Change(kind, (_, terms) => terms.OfferNow(offers));
    }

    private Task Change(BookingKind kind, Action<OneStopDb, BookingTerms> change) => desk.Change(async db =>
    {
        var terms = await db.BookingTerms.SingleOrDefaultAsync(t => t.Kind == kind);
        if (terms is null)
            db.BookingTerms.Add(terms = BookingTerms.Standard(kind));
        change(db, terms);
    });
}
