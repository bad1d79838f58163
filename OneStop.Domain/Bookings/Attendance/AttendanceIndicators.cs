using OneStop.Domain.Data;
using OneStop.Domain.Indicators;

namespace OneStop.Domain.Bookings.Attendance;

/// <summary>来談・無断になった予約の件数: of what the rate is a part.</summary>
internal sealed class BookingsEnded : IIndicatorSource
{
    /// <inheritdoc/>
    public Indicator Indicator { get; } = new("bookings.ended", "来談・無断になった予約",
        "来談か無断と記録した予約を1件ずつ、始まりの時刻の営業日（6:00〜25:00）に数える。取消、相談員都合、まだ記録していない予約は数えない。", "7(2)①(イ)", IndicatorUnit.Cases);

    /// <inheritdoc/>
    public IQueryable<IndicatorRow> Rows(OneStopDb db, DateOnly from, DateOnly to) => db.Ended(from, to);
}

/// <summary>無断の件数; never a number about a person.</summary>
internal sealed class BookingsMissed : IIndicatorSource
{
    /// <inheritdoc/>
    public Indicator Indicator { get; } = new("bookings.missed", "無断になった予約",
        "無断と記録した予約を1件ずつ、始まりの時刻の営業日（6:00〜25:00）に数える。人ごとには数えない。", "7(2)①(イ)", IndicatorUnit.Cases);

    /// <inheritdoc/>
    public IQueryable<IndicatorRow> Rows(OneStopDb db, DateOnly from, DateOnly to) => db.Ended(from, to, BookingState.Missed);
}

internal static class AttendanceQueries
{
    extension(OneStopDb db)
    {
        /// <summary>The bookings that ended in 来談 or 無断, or in one of the two.</summary>
        public IQueryable<IndicatorRow> Ended(DateOnly from, DateOnly to, BookingState? only = null) => db.Bookings.OnDays(from, to).Evident(db)
            .Where(b => only == null ? b.State == BookingState.Held || b.State == BookingState.Missed : b.State == only)
            .Select(b => new IndicatorRow { Id = b.Id, ClientId = b.ClientId, Day = b.Day.ServiceDay });
    }
}
