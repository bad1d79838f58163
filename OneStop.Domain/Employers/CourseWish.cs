namespace OneStop.Domain.Employers;

/// <summary>The form of an <see cref="EmployerCourse"/>.</summary>
public record CourseWish
{
    /// <summary>The course that the form showed at first: what a colleague has moved since is not overwritten.</summary>
    public required EmployerCourse Seen { get; init; }

    public required EmployerStage Stage { get; init; }
    public OutreachStep? NextStep { get; init; }
    public DateOnly? NextOn { get; init; }
    public string NextWords { get; init; } = "";
    public DeclineReason? DeclineReason { get; init; }
    public string WhatWouldChange { get; init; } = "";

    /// <summary>Returns the form of a course.</summary>
    public static CourseWish Of(EmployerCourse course) => new CourseWish { Seen = course, Stage = course.Stage }.Saying(course);

    /// <summary>Returns what the form says as a course.</summary>
    /// <exception cref="RuleException">Of the next action only the kind or only the day is given.</exception>
    public EmployerCourse CourseOn(DateOnly today)
    {
        var next = NextStep is { } step && NextOn is { } on ? new NextAction(step, on, NextWords) : null;
        if (next is null && (NextStep is not null || NextOn is not null))
            throw new RuleException("次にすることと日の、両方を入力してください。", EmployerCourse.NextField);
        return Seen.At(Stage, today) with { Next = next, Decline = DeclineReason is { } reason ? new(reason, WhatWouldChange) : null };
    }
}

/// <summary>Fills forms of courses.</summary>
public static class CourseWishes
{
    extension<T>(T wish) where T : CourseWish
    {
        /// <summary>Returns the form with a proposed course in its fields.</summary>
        public T Saying(EmployerCourse course) => wish with
        {
            Stage = course.Stage,
            NextStep = course.Next?.Step,
            NextOn = course.Next?.On,
            NextWords = course.Next?.Words ?? "",
            DeclineReason = course.Decline?.Reason,
            WhatWouldChange = course.Decline?.WhatWouldChange ?? "",
        };
    }
}
