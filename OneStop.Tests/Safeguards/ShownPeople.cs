using System.Reflection;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Portal.Features.Accounts;

namespace OneStop.Tests.Safeguards;

/// <summary>Finds the desk methods that return data about people, by walking their return types.</summary>
internal static class ShownPeople
{
    private static readonly string[] Telling = ["ConversationId", "ClientId", "FriendId", "FriendNumber", "ClientNumber", "CalledAs", "ClientName", "Alias"];

    /// <summary>The methods as <c>Desk.Act</c>, sorted. Methods that only LINE and the clock may call show nothing to anybody.</summary>
    public static IReadOnlyList<string> Acts { get; } =
        [.. DutyMatrix.Desks.SelectMany(d => DutyMatrix.ActsOf(d).Where(IsForStaff).Where(m => Parts(m.ReturnType).Any(IsAboutSomebody))
            .Select(m => $"{d.Name}.{m.Name}")).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Types with data about a person that do not say whom they show.</summary>
    public static IReadOnlyList<Type> Nameless { get; } =
        [.. DutyMatrix.Desks.SelectMany(d => DutyMatrix.ActsOf(d).Where(IsForStaff).SelectMany(m => Parts(m.ReturnType))).Where(t => IsAboutSomebody(t)
            && !t.IsAssignableTo(typeof(IShowsPerson))).Distinct().OrderBy(t => t.Name, StringComparer.Ordinal)];

    private static bool IsForStaff(MethodInfo act) => act.GetCustomAttribute<AllowedAttribute>() is { } rule && (rule.AnyStaff || rule.Duties.Count > 0);

    private static bool IsAboutSomebody(Type type) => type.IsAssignableTo(typeof(IShowsPerson)) || type.GetProperties().Any(p => Telling.Contains(p.Name));

    /// <summary>Returns a type and all types reachable from it: type arguments, property types, derived types.</summary>
    private static HashSet<Type> Parts(Type whole)
    {
        var parts = new HashSet<Type>();
        var left = new Stack<Type>([whole]);
        while (left.TryPop(out var type))
        {
            foreach (var inner in type.GetGenericArguments().Append(type.GetElementType()).OfType<Type>())
                left.Push(inner);
            if (type.Namespace?.StartsWith("OneStop", StringComparison.Ordinal) != true || !parts.Add(type))
                continue;
            foreach (var next in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Select(p => p.PropertyType).Concat(type.Assembly.GetTypes().Where(t => t.BaseType == type)))
                left.Push(next);
        }
        return parts;
    }
}
