namespace OneStop.Domain.Shifts.Absences;

/// <summary>A substitute on screen.</summary>
/// <param name="Hindrance">Why they do not stand in: 退職, 不在; null if they do.</param>
public sealed record SubstituteRow(string Name, string? Hindrance);

/// <summary>An absence on screen.</summary>
/// <param name="IsNow">Whether it is in force.</param>
/// <param name="MayChange">Whether the actor may change it: the person and managers.</param>
public sealed record AbsenceRow(Guid Id, string Name, AbsenceWish Wish, IReadOnlyList<SubstituteRow> Substitutes, string EnteredBy, bool IsNow, bool MayChange)
{
    /// <summary>Whether nobody stands in.</summary>
    public bool IsWithout => Substitutes.All(s => s.Hindrance is not null);
}

/// <summary>The absences that are in force or coming, the earliest first.</summary>
/// <param name="Today">The present service day.</param>
/// <param name="Staff">Who can be away and who can stand in.</param>
public sealed record AbsenceList(DateOnly Today, IReadOnlyList<AbsenceRow> Rows, IReadOnlyDictionary<Guid, string> Staff);
