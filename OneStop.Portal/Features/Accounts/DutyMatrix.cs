using System.ComponentModel;
using System.Reflection;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Features.Accounts;

/// <summary>One row of the duty matrix: an act of a desk, and which duties allow it.</summary>
internal sealed record DutyRow(string Desk, string Act, AllowedAttribute Rule);

/// <summary>The duty matrix, read from the same data that the guard reads.</summary>
internal static class DutyMatrix
{
    /// <summary>The desks of the business and of the channel.</summary>
    public static IReadOnlyList<Type> Desks { get; } =
        [.. new[] { typeof(Actor).Assembly, typeof(Line.LineOptions).Assembly }
            .SelectMany(a => a.GetTypes())
            .Where(t => t.IsClass && t.Name.EndsWith("Desk", StringComparison.Ordinal))
            .OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>Returns the acts of a desk: its public methods.</summary>
    public static IEnumerable<MethodInfo> ActsOf(Type desk) =>
        desk.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => !m.IsSpecialName);

    /// <summary>The whole matrix.</summary>
    public static IReadOnlyList<DutyRow> Rows { get; } =
        [.. Desks.SelectMany(d => ActsOf(d).Select(m => new DutyRow(NameOf(d), NameOf(m), m.GetCustomAttribute<AllowedAttribute>() ?? new())))];

    /// <summary>Returns the name of a desk or an act on screen.</summary>
    public static string NameOf(MemberInfo member) => member.GetCustomAttribute<DisplayNameAttribute>()?.DisplayName ?? member.Name;
}
