namespace OneStop.Domain;

/// <summary>
/// A row of a setting with a date of effect: valid from a service day until the next row of the same thing begins. A row whose first day is past
/// cannot be changed, so that the past can always be computed by the rules of its time; a save that would change or delete it is refused (<see
/// cref="Data.PastSettingsInterceptor"/>). The mapping declares the thing with <c>HasDateOfEffect</c>.
/// </summary>
public interface IDatedSetting
{
    /// <summary>The first service day on which it is valid.</summary>
    DateOnly EffectiveFrom { get; }
}

/// <summary>Queries over settings with a date of effect.</summary>
public static class DatedSettings
{
    extension<T>(IEnumerable<T> rowsOfOneThing) where T : class, IDatedSetting
    {
        /// <summary>Returns the row in force on a service day; null before the first row begins.</summary>
        public T? InForceOn(DateOnly day) => rowsOfOneThing.Where(r => r.EffectiveFrom <= day).MaxBy(r => r.EffectiveFrom);
    }

    extension<T>(IQueryable<T> rows) where T : class, IDatedSetting
    {
        /// <summary>The rows that begin on or before a service day.</summary>
        public IQueryable<T> BegunBy(DateOnly day) => rows.Where(r => r.EffectiveFrom <= day);
    }

    extension(IDatedSetting row)
    {
        /// <summary>Whether it is or was in force.</summary>
        public bool HasBegun(DateOnly today) => row.EffectiveFrom <= today;
    }

    /// <summary>Checks the first day of a new row.</summary>
    /// <param name="field">The name of the form's field for the message.</param>
    /// <exception cref="RuleException">No day was given, or it is not after today.</exception>
    public static DateOnly FromTomorrowOn(DateOnly? day, DateTimeOffset now, string field) =>
        day is { } from && from > ServiceDay.Of(now).Date ? from : throw new RuleException("あすからの日付を選んでください。", field);
}
