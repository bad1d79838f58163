using OneStop.Domain.Staff;

namespace OneStop.Tests.House;

/// <summary>
/// All callers that can ask for something, and the names of groups of them in the approved files. The groups are written out
/// here and not derived from the rules under test.
/// </summary>
internal static class Callers
{
    private const string Nobody = "nobody";

    private static readonly (string Name, string[] Members)[] Groups =
    [
        ("any staff", ["Counselor", "Planner", "PlacementOfficer", "OutreachOfficer", "RetentionOfficer", "Manager", "City", "Administrator"]),
        ("casework", ["Counselor", "Planner", "PlacementOfficer", "RetentionOfficer", "Manager"]),
    ];

    /// <summary>Each caller with an action that makes it the actor.</summary>
    public static IReadOnlyList<(string Name, Action<Actor> Be)> All { get; } =
    [
        .. Enum.GetValues<Duty>().Select(d => (d.ToString(), (Action<Actor>)(a => a.BeStaff(Member(d), "sitting")))),
        ("Line", a => a.BeLine()),
        ("Clock", a => a.BeClock()),
        (Nobody, _ => { }),
    ];

    /// <summary>The explanation of the groups at the top of a file.</summary>
    public static IEnumerable<string> Legend => [.. Groups.Select(g => $"# {g.Name}: {string.Join(", ", g.Members)}"), ""];

    /// <summary>Returns a member with this duty only.</summary>
    public static StaffMember Member(Duty duty) => StaffMember.Create("x", "x", [duty], TestOneStop.Japan("2026-10-05T09:00"));

    /// <summary>Returns the names of the callers, with complete groups by their names.</summary>
    public static string Say(IReadOnlyCollection<string> callers)
    {
        if (callers.Count == All.Count)
            return "everybody";
        var left = callers.ToList();
        var said = new List<string>();
        foreach (var (name, members) in Groups.Where(g => g.Members.All(left.Contains)))
        {
            if (!members.All(left.Contains))
                continue;
            said.Add(name);
            left.RemoveAll(members.Contains);
        }
        return said.Count + left.Count == 0 ? "-" : string.Join(", ", said.Concat(left));
    }
}
