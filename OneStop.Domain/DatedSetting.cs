namespace OneStop.Domain;

/// <summary>
/// One row of a setting with a date of effect: it holds from a service day on, until the next row of the same thing begins. A row
/// whose first day is past stays as it is, so that the past can always be counted by what held then; a save that would change or remove
/// it is refused (<see cref="Data.PastSettingsInterceptor"/>). The mapping says of what it is: <c>HasDateOfEffect</c>.
/// </summary>
public interface IDatedSetting
{
    /// <summary>The first service day on which it holds.</summary>
    DateOnly EffectiveFrom { get; }
}

/// <summary>How settings with a date of effect are asked.</summary>
public static class DatedSettings
{
    extension<T>(IEnumerable<T> rowsOfOneThing) where T : class, IDatedSetting
    {
        /// <summary>What holds on a service day; null before the first row begins.</summary>
        public T? InForceOn(DateOnly day) => rowsOfOneThing.Where(r => r.EffectiveFrom <= day).MaxBy(r => r.EffectiveFrom);
    }

    extension<T>(IQueryable<T> rows) where T : class, IDatedSetting
    {
        /// <summary>Those that can matter until a service day.</summary>
        public IQueryable<T> BegunBy(DateOnly day) => rows.Where(r => r.EffectiveFrom <= day);
    }

    extension(IDatedSetting row)
    {
        /// <summary>Does it hold, or has it held?</summary>
        public bool HasBegun(DateOnly today) => row.EffectiveFrom <= today;
    }

    /// <summary>Checks the day from which a new row is to hold.</summary>
    /// <param name="field">The field of the form beside which it is said.</param>
    /// <exception cref="RuleException">No day was given, or it has begun.</exception>
    public static DateOnly FromTomorrowOn(DateOnly? day, DateTimeOffset now, string field) =>
        day is { } from && from > ServiceDay.Of(now).Date ? from : throw new RuleException("あすからの日付を選んでください。", field);
}
