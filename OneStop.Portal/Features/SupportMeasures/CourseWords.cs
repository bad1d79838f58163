using OneStop.Domain;

namespace OneStop.Portal.Features.SupportMeasures;

/// <summary>What the first day of a course means for an application.</summary>
internal static class CourseWords
{
    /// <summary>Returns a warning if the course has begun or begins soon; null if there is time.</summary>
    /// <param name="weeks">The weeks before the start in which it may be too late; null if no rule is in force.</param>
    public static string? Late(DateOnly start, DateOnly today, int? weeks) =>
        start <= today ? $"講座は{JapanTime.Say(start)}に始まっています。事前の手続きが間に合わない制度があります。"
        : weeks is { } few && start < today.AddDays(7 * few) ? $"講座は{JapanTime.Say(start)}に始まります。{few}週間を切っています。すぐに窓口へ相談を。"
        : null;
}
