using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OneStop.Domain.Data;

/// <summary>Maps settings with a date of effect.</summary>
internal static class DatesOfEffect
{
    extension<T>(EntityTypeBuilder<T> table) where T : class, IDatedSetting
    {
        /// <summary>Says of what the setting is: of one thing, one row at most begins on a day.</summary>
        /// <param name="of">The columns that name the thing, such as the method or the person and the weekday.</param>
        public void HasDateOfEffect(params Expression<Func<T, object?>>[] of) =>
            table.HasIndex([.. of.Select(Announcing.Column), nameof(IDatedSetting.EffectiveFrom)]).IsUnique();
    }
}
