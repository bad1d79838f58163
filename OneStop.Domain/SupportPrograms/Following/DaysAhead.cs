namespace OneStop.Domain.SupportPrograms.Following;

/// <summary>How far ahead a day of a program is set: a slip of the year would never be due.</summary>
internal static class DaysAhead
{
    private const int Years = 1;

    /// <summary>Refuses a day that lies more than a year ahead.</summary>
    /// <param name="day">Null if none is set.</param>
    /// <param name="what">次の見直しの日</param>
    /// <exception cref="RuleException">It lies further ahead.</exception>
    public static void RefuseFar(DateOnly? day, DateOnly today, string what, string field)
    {
        if (day > today.AddYears(Years))
            throw new RuleException($"{what}は、きょうから1年（{JapanTime.Say(today.AddYears(Years))}）までの日で選んでください。", field);
    }
}
