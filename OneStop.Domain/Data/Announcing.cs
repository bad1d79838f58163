using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Workers;

namespace OneStop.Domain.Data;

/// <summary>
/// Declares in a table's mapping which topics a change of its rows announces. A table that announces nothing must give the reason. An approved file
/// lists the declarations. Each topic is announced once per save, after the commit (<see cref="AnnouncingInterceptor"/>).
/// </summary>
internal static class Announcing
{
    private const string Announced = "OneStop:Announces";
    private const string Unwatched = "OneStop:NobodyWatches";
    private const string Rules = "OneStop:TopicRules";
    private const string Between = "; ";

    extension<T>(EntityTypeBuilder<T> table) where T : class
    {
        /// <summary>Makes a change of a row announce a topic.</summary>
        /// <param name="when">Only a change of one of these columns counts; added and deleted rows count if one of the columns has a value. If none
        /// is given, every change counts.</param>
        public void Announces(string topic, params Expression<Func<T, object?>>[] when) => table.Add(topic, when);

        /// <summary>
        /// Makes a change of a row announce the topic of a single thing, whose id is in one of the row's columns (<c>conversation:0199…</c>). A row without
        /// the id announces none.
        /// </summary>
        /// <param name="kind">The part of the topic before the id.</param>
        /// <param name="when">As for <c>Announces</c>.</param>
        public void AnnouncesOne(string kind, Expression<Func<T, Guid?>> id, params Expression<Func<T, object?>>[] when) =>
            table.Add($"{kind}:{Column(id)}", when);

        /// <summary>Makes a change of a row wake the worker that waits for this signal.</summary>
        /// <param name="when">As for <c>Announces</c>.</param>
        public void Wakes(Type signal, params Expression<Func<T, object?>>[] when) => table.Add(WorkSignal.TopicOf(signal), when);

        /// <summary>Declares that changes of these rows are not announced.</summary>
        /// <param name="because">The reason, for the reviewer; the approved file of tables lists it.</param>
        public void NobodyWatches(string because) => table.HasAnnotation(Unwatched, because);

        private void Add(string topic, Expression<Func<T, object?>>[] when)
        {
            var rule = when.Length == 0 ? topic : $"{topic} when {string.Join(", ", when.Select(Column))}";
            table.HasAnnotation(Announced, table.Metadata.FindAnnotation(Announced)?.Value is string before ? before + Between + rule : rule);
        }
    }

    /// <summary>Returns the declared rules of a table; null if there are none.</summary>
    public static string? Say(IReadOnlyEntityType entity) => entity.FindAnnotation(Announced)?.Value as string;

    /// <summary>Returns the reason why changes are not announced; null if none was given.</summary>
    public static string? ReasonForNobody(IReadOnlyEntityType entity) => entity.FindAnnotation(Unwatched)?.Value as string;

    /// <summary>Returns the rules of a table. A part stored in its owner's row announces those topics of the owner that every change announces.</summary>
    public static IReadOnlyList<TopicRule> RulesOf(IEntityType entity) =>
        entity.GetOrAddRuntimeAnnotationValue(Rules, static e => Read((IEntityType)e!), entity);

    private static IReadOnlyList<TopicRule> Read(IEntityType entity) => entity.FindOwnership() is { } ownership
        ? [.. RulesOf(ownership.PrincipalEntityType).Where(r => r.Id is null && r.When.Count == 0)]
        : [.. (Say(entity)?.Split(Between) ?? []).Select(rule => TopicRule.Read(entity, rule))];

    /// <summary>Returns the name of the column in an expression.</summary>
    internal static string Column<T, TValue>(Expression<Func<T, TValue>> column) => column.Body switch
    {
        MemberExpression member => member.Member.Name,
        UnaryExpression { Operand: MemberExpression member } => member.Member.Name,
        var other => throw new ArgumentException($"{other} is no column.", nameof(column)),
    };
}

/// <summary>A topic that a change of a row announces.</summary>
/// <param name="Topic">The topic, or the part before the id.</param>
/// <param name="Id">The column with the id; null if the topic has none.</param>
/// <param name="When">The columns of which one has to change; empty if every change counts.</param>
internal sealed record TopicRule(string Topic, IProperty? Id, IReadOnlyList<IProperty> When)
{
    /// <summary>Parses <c>conversation:ConversationId when State, NextTryAt</c>.</summary>
    public static TopicRule Read(IEntityType entity, string rule)
    {
        var (topic, when) = rule.Split(" when ") is [var told, var columns] ? (told, columns.Split(", ")) : (rule, []);
        var (kind, id) = topic.Split(':') is [var before, var column] ? (before, column) : (topic, null);
        return new(kind, id is null ? null : Column(id), [.. when.Select(Column)]);

        IProperty Column(string name) => entity.FindProperty(name) ?? throw new InvalidOperationException($"{entity.ClrType.Name} has no column {name}.");
    }
}
