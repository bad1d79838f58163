using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Clients;
using OneStop.Domain.Friends;

namespace OneStop.Domain.Data;

/// <summary>A step from a row towards its person.</summary>
/// <param name="Column">The column that refers to the next row.</param>
/// <param name="To">The entity type of the next row.</param>
internal sealed record PersonStep(IReadOnlyProperty Column, IReadOnlyEntityType To);

/// <summary>
/// Finds the path from a row to the person it concerns: a client, or a friend who may be no client yet. It follows the foreign keys of the model, the
/// shortest path first. A new table about a person needs no declaration; a table without a path must give the reason.
/// </summary>
internal static class PersonPath
{
    private const string Nobody = "OneStop:ConcernsNobody";
    private const string Way = "OneStop:PersonPath";

    private static readonly string[] ByName = ["ClientId", "FriendId", "ConversationId"];

    /// <summary>Declares that changes of these rows concern no single person.</summary>
    /// <param name="entity">A table that is in the trail, is closed, and has no path to a person.</param>
    /// <param name="because">The reason, for the reviewer; the approved file lists it.</param>
    public static void ConcernsNobody<T>(this EntityTypeBuilder<T> entity, string because) where T : class => entity.HasAnnotation(Nobody, because);

    /// <summary>Returns the reason why the rows concern nobody; null if none was given.</summary>
    public static string? ReasonForNobody(IReadOnlyEntityType entity) => entity.FindAnnotation(Nobody)?.Value as string;

    /// <summary>Whether rows of this type are persons.</summary>
    public static bool IsPerson(IReadOnlyEntityType entity) => entity.ClrType == typeof(Client) || entity.ClrType == typeof(Friend);

    /// <summary>Returns the next step from a row that is no person; null if there is no path.</summary>
    public static PersonStep? NextOf(IEntityType entity) => entity.GetOrAddRuntimeAnnotationValue(Way, static e => Find((IEntityType)e!), entity);

    /// <summary>Returns the whole path in words; null if there is none.</summary>
    public static string? Say(IEntityType entity) => IsPerson(entity) ? "itself" : NextOf(entity) is not { } next ? null
        : IsPerson(next.To) ? next.Column.Name
        : $"{next.Column.Name} > {Say((IEntityType)next.To)}";

    private static PersonStep? Find(IEntityType entity)
    {
        var seen = new HashSet<IReadOnlyEntityType>([entity]);
        var reached = new Queue<(PersonStep First, IReadOnlyEntityType At)>(StepsOf(entity).Select(s => (s, s.To)));
        while (reached.TryDequeue(out var way))
        {
            if (IsPerson(way.At))
                return way.First;
            if (seen.Add(way.At))
                foreach (var step in StepsOf(way.At))
                    reached.Enqueue((way.First, step.To));
        }
        return null;
    }

    /// <summary>All steps from a row to another that is, or may lead to, a person. Clients before friends: if a row refers to both, it is about the client.</summary>
    internal static IEnumerable<PersonStep> StepsOf(IReadOnlyEntityType entity)
    {
        var references = entity.GetForeignKeys().Where(k => k.Properties is [{ } column] && IsId(column))
            .Select(k => new PersonStep(k.Properties[0], k.PrincipalEntityType));
        var named = ByName.Select(entity.FindProperty).OfType<IReadOnlyProperty>().Where(p => IsId(p) && !p.IsForeignKey())
            .Select(p => new PersonStep(p, entity.Model.GetEntityTypes().Single(e => $"{e.ClrType.Name}Id" == p.Name)));
        return references.Concat(named).OrderBy(s => s.To.ClrType != typeof(Client))
            .ThenBy(s => s.To.ClrType != typeof(Friend)).ThenBy(s => s.Column.Name, StringComparer.Ordinal);
    }

    private static bool IsId(IReadOnlyProperty column) => (Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType) == typeof(Guid);
}
