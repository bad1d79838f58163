using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Workers;

namespace OneStop.Domain.Data;

/// <summary>
/// Says which topics a table's rows announce when a save has changed them. A table that nobody has to be told of says why. An approved
/// file lists what each table says. A save announces each topic once, after its commit (<see cref="AnnouncingInterceptor"/>).
/// </summary>
internal static class Announcing
{
    private const string Announced = "OneStop:Announces";
    private const string Unwatched = "OneStop:NobodyWatches";
    private const string Rules = "OneStop:TopicRules";
    private const string Between = "; ";

    extension<T>(EntityTypeBuilder<T> table) where T : class
    {
        /// <summary>A change of a row announces a topic.</summary>
        /// <param name="when">Only a change of one of these columns counts; a new row and a removed
        /// one count if one of them has a value. None: any change counts.</param>
        public void Announces(string topic, params Expression<Func<T, object?>>[] when) => table.Add(topic, when);

        /// <summary>A change of a row announces the topic of what one of its columns names (<c>conversation:0199…</c>).</summary>
        /// <param name="kind">What stands before the id in the topic.</param>
        /// <param name="when">As for <c>Announces</c>.</param>
        public void AnnouncesOne(string kind, Expression<Func<T, Guid>> id, params Expression<Func<T, object?>>[] when) =>
            table.Add($"{kind}:{Column(id)}", when);

        /// <summary>A change of a row wakes the worker that waits for this signal.</summary>
        /// <param name="when">As for <c>Announces</c>.</param>
        public void Wakes(Type signal, params Expression<Func<T, object?>>[] when) => table.Add(WorkSignal.TopicOf(signal), when);

        /// <summary>A change of these rows is told to nobody.</summary>
        /// <param name="because">The reason. The list of tables shows it to the reviewer.</param>
        public void NobodyWatches(string because) => table.HasAnnotation(Unwatched, because);

        private void Add(string topic, Expression<Func<T, object?>>[] when)
        {
            var rule = when.Length == 0 ? topic : $"{topic} when {string.Join(", ", when.Select(Column))}";
            table.HasAnnotation(Announced, table.Metadata.FindAnnotation(Announced)?.Value is string before ? before + Between + rule : rule);
        }
    }

    /// <summary>What a change of a row announces, as its mapping says it; null if it says nothing.</summary>
    public static string? Say(IReadOnlyEntityType entity) => entity.FindAnnotation(Announced)?.Value as string;

    /// <summary>The reason for which nobody is told of a change; null if none was given.</summary>
    public static string? ReasonForNobody(IReadOnlyEntityType entity) => entity.FindAnnotation(Unwatched)?.Value as string;

    /// <summary>What a change of a row announces. A part that lies in its owner's row announces what its owner does whatever changes in it.</summary>
    public static IReadOnlyList<TopicRule> RulesOf(IEntityType entity) =>
        entity.GetOrAddRuntimeAnnotationValue(Rules, static e => Read((IEntityType)e!), entity);

    private static IReadOnlyList<TopicRule> Read(IEntityType entity) => entity.FindOwnership() is { } ownership
        ? [.. RulesOf(ownership.PrincipalEntityType).Where(r => r.Id is null && r.When.Count == 0)]
        : [.. (Say(entity)?.Split(Between) ?? []).Select(rule => TopicRule.Read(entity, rule))];

    /// <summary>The column that an expression names.</summary>
    internal static string Column<T, TValue>(Expression<Func<T, TValue>> column) => column.Body switch
    {
        MemberExpression member => member.Member.Name,
        UnaryExpression { Operand: MemberExpression member } => member.Member.Name,
        var other => throw new ArgumentException($"{other} is no column.", nameof(column)),
    };
}

/// <summary>One topic that a change of a row announces.</summary>
/// <param name="Topic">The topic, or what stands before the id in it.</param>
/// <param name="Id">The column that names what the topic is of; null if it is of all.</param>
/// <param name="When">The columns of which one has to change; none if any change counts.</param>
internal sealed record TopicRule(string Topic, IProperty? Id, IReadOnlyList<IProperty> When)
{
    /// <summary>Reads <c>conversation:ConversationId when State, NextTryAt</c>.</summary>
    public static TopicRule Read(IEntityType entity, string rule)
    {
        var (topic, when) = rule.Split(" when ") is [var told, var columns] ? (told, columns.Split(", ")) : (rule, []);
        var (kind, id) = topic.Split(':') is [var before, var column] ? (before, column) : (topic, null);
        return new(kind, id is null ? null : Column(id), [.. when.Select(Column)]);

        IProperty Column(string name) => entity.FindProperty(name) ?? throw new InvalidOperationException($"{entity.ClrType.Name} has no column {name}.");
    }
}
