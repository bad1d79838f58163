using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Indicators;

/// <summary>A number that one feature can count. Implemented beside the entity; registered by convention.</summary>
public interface IIndicatorSource
{
    /// <summary>The name, rule and unit.</summary>
    Indicator Indicator { get; }

    /// <summary>The rows that are counted in a period.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, included.</param>
    IQueryable<IndicatorRow> Rows(OneStopDb db, DateOnly from, DateOnly to);
}

/// <summary>Counting.</summary>
public static class IndicatorCounts
{
    extension(IIndicatorSource source)
    {
        /// <summary>Counts the rows by the unit of the indicator.</summary>
        public Task<int> Count(OneStopDb db, DateOnly from, DateOnly to)
        {
            var rows = source.Rows(db, from, to);
            return source.Indicator.Unit == IndicatorUnit.People ? rows.Select(r => r.ClientId).Distinct().CountAsync() : rows.CountAsync();
        }
    }
}
