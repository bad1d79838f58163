namespace OneStop.Domain.Shifts.Absences;

/// <summary>Somebody who stands in.</summary>
public sealed record StandIn(Guid Id, string Name);

/// <summary>A person's absence that is in force.</summary>
/// <param name="Until">The last service day; null while nobody knows.</param>
/// <param name="StandIns">Who stands in: who left or is away too is not among them.</param>
public sealed record Away(Guid StaffId, string Name, DateOnly From, DateOnly? Until, IReadOnlyList<StandIn> StandIns)
{
    /// <summary>不在〜12月5日(土)、代わり 佐藤 花子</summary>
    public string Words => $"不在{Days}、{Instead}";

    /// <summary>代わり 佐藤 花子, or 代わりなし.</summary>
    public string Instead => StandIns.Count == 0 ? "代わりなし" : $"代わり {string.Join("・", StandIns.Select(s => s.Name))}";

    /// <summary>Until when, as part of a sentence.</summary>
    public string Days => Until is { } last ? $"〜{JapanTime.Say(last)}" : "（終わりは未定）";
}

/// <summary>Who is away on one service day, and who stands in for whom.</summary>
/// <param name="absences">The absences that cover the day.</param>
/// <param name="here">The names of those who work here and see people.</param>
public sealed class AwayToday(IReadOnlyList<Absence> absences, IReadOnlyDictionary<Guid, string> here)
{
    private readonly HashSet<Guid> away = [.. absences.Select(a => a.StaffId)];

    /// <summary>Nobody is away.</summary>
    public static AwayToday Nobody { get; } = new([], new Dictionary<Guid, string>());

    /// <summary>Everybody who is away, by name.</summary>
    public IReadOnlyList<Away> Everybody => [.. absences.Where(a => here.ContainsKey(a.StaffId)).Select(Of).OrderBy(a => a.Name, StringComparer.Ordinal)];

    /// <summary>Returns the absence of a person; null if they are here.</summary>
    public Away? Of(Guid? staffId) => absences.FirstOrDefault(a => a.StaffId == staffId) is { } absence ? Of(absence) : null;

    /// <summary>Whether a person is here and can stand in: a substitute of a substitute would not know that they are one.</summary>
    internal bool CanStandIn(Guid staffId) => here.ContainsKey(staffId) && !away.Contains(staffId);

    private Away Of(Absence absence) => new(absence.StaffId, here.GetValueOrDefault(absence.StaffId) ?? "", absence.From, absence.Until,
        [.. absence.Substitutes.Where(CanStandIn).Select(s => new StandIn(s, here[s]))]);
}
