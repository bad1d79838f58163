using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Clients;
using OneStop.Domain.Friends;

namespace OneStop.Domain.Data;

/// <summary>One step from a row towards its person.</summary>
/// <param name="Column">The column that names the next row.</param>
/// <param name="To">The kind of the next row.</param>
internal sealed record PersonStep(IReadOnlyProperty Column, IReadOnlyEntityType To);

/// <summary>
/// Finds the way from a row to the person it concerns: a client, or a friend who may be none yet. The way follows the references that
/// the model has anyway, the shortest first. So a new table about a person needs no word, and a table that reaches none says why.
/// </summary>
internal static class PersonPath
{
    private const string Nobody = "OneStop:ConcernsNobody";
    private const string Way = "OneStop:PersonPath";

    private static readonly string[] ByName = ["ClientId", "FriendId", "ConversationId"];

    /// <summary>Says that changes of these rows concern no single person.</summary>
    /// <param name="entity">A table that is recorded and closed, and reaches no person.</param>
    /// <param name="because">The reason. The list of exceptions shows it to the reviewer.</param>
    public static void ConcernsNobody<T>(this EntityTypeBuilder<T> entity, string because) where T : class => entity.HasAnnotation(Nobody, because);

    /// <summary>The reason for which the rows concern nobody; null if none was given.</summary>
    public static string? ReasonForNobody(IReadOnlyEntityType entity) => entity.FindAnnotation(Nobody)?.Value as string;

    /// <summary>Is a row of this kind a person?</summary>
    public static bool IsPerson(IReadOnlyEntityType entity) => entity.ClrType == typeof(Client) || entity.ClrType == typeof(Friend);

    /// <summary>The next step of a row that is no person; null if no person is reached.</summary>
    public static PersonStep? NextOf(IEntityType entity) => entity.GetOrAddRuntimeAnnotationValue(Way, static e => Find((IEntityType)e!), entity);

    /// <summary>The whole way in words; null if no person is reached.</summary>
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

    /// <summary>Clients before friends: where both are named, the client is who the row is about.</summary>
    private static IEnumerable<PersonStep> StepsOf(IReadOnlyEntityType entity)
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
