using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings;

/// <summary>The terms of a kind.</summary>
/// <param name="OffersNow">Whether 今すぐ相談 is switched on.</param>
public sealed record TermsRow(BookingKind Kind, TermsWish Terms, bool OffersNow);

/// <summary>予約の種別の窓口: length, buffers and booking rules for each kind. Existing bookings are not changed.</summary>
[DisplayName("予約の種別")]
public sealed class TermsDesk(DeskContext desk)
{
    /// <summary>Announced when terms have changed.</summary>
    public const string Topic = "booking-terms";

    /// <summary>Returns the terms of all kinds, the standard where none were set.</summary>
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

    /// <summary>決める: sets the terms of a kind.</summary>
    /// <exception cref="RuleException">The length is over an hour, a value is no multiple of 15 minutes or out of bounds, or no method is
    /// chosen.</exception>
    /// <exception cref="ConflictException{T}">Somebody else has changed the terms meanwhile.</exception>
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
