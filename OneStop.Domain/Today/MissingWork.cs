using OneStop.Domain.Bookings;

namespace OneStop.Domain.Today;

/// <summary>What a talk lacks that is over.</summary>
public enum Lack
{
    /// <summary>来談か無断</summary>
    Outcome,

    /// <summary>記録</summary>
    Record,

    /// <summary>確定: the record is a draft.</summary>
    Confirmation,
}

/// <summary>A talk that is over and lacks something.</summary>
/// <param name="DraftId">The record that is a draft; null if there is none.</param>
public sealed record MissingWork(BookingRow Row, Lack Lacks, Guid? DraftId);

/// <summary>What talks lack, the oldest first.</summary>
/// <param name="IsCut">Whether there are more than <see cref="TodayDesk.MostMissing"/>: the newest are left out.</param>
public sealed record MissingList(IReadOnlyList<MissingWork> Rows, bool IsCut);
