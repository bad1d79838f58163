using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OneStop.Domain.Data;

/// <summary>Maps settings with a date of effect.</summary>
internal static class DatesOfEffect
{
    extension<T>(EntityTypeBuilder<T> table) where T : class, IDatedSetting
    {
        /// <summary>Adds a unique index: for one thing, at most one row begins on a day.</summary>
        /// <param name="of">The columns that identify the thing, such as the method, or person and weekday.</param>
        public void HasDateOfEffect(params Expression<Func<T, object?>>[] of) =>
            table.HasIndex([.. of.Select(Announcing.Column), nameof(IDatedSetting.EffectiveFrom)]).IsUnique();
    }
}
