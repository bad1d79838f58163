using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Data;

namespace OneStop.Domain.Erasures.Carrying;

/// <summary>The steps of every erasure, found in the model: a table with a path to a person takes part without being named anywhere.</summary>
internal static class ErasurePlan
{
    /// <summary>Returns the steps in their order.</summary>
    public static IReadOnlyList<IErasureStep> Of(OneStopDb db, FileStore store) =>
        [new FormDraftStep(), new SearchWordStep(), new TrailStep(), .. InOrder(TablesOf(db)).Select(t => StepOf(t, store)), new TrailStep()];

    /// <summary>Returns the tables with rows about people.</summary>
    public static IReadOnlyList<IEntityType> TablesOf(OneStopDb db) => [.. PersonRows.Tables(db.GetService<IDesignTimeModel>().Model)];

    /// <summary>
    /// Rows that refer to others go before them; of what could go next, the tables of which rows stay come first, because whether a row counts may be seen
    /// in rows that go later (whether a card arrived).
    /// </summary>
    public static IReadOnlyList<IEntityType> InOrder(IReadOnlyList<IEntityType> tables)
    {
        var (left, ordered) = (tables.ToList(), new List<IEntityType>());
        while (left.Count > 0)
        {
            var next = left.Where(t => t.GetReferencingForeignKeys().All(k => k.DeclaringEntityType == t || !left.Contains(k.DeclaringEntityType)))
                .OrderBy(t => ErasureRules.ReasonToKeep(t) is null).ThenBy(t => t.ClrType.Name, StringComparer.Ordinal).FirstOrDefault()
                ?? throw new InvalidOperationException($"Tables refer to each other in a circle: {string.Join(", ", left.Select(t => t.ClrType.Name))}.");
            left.Remove(next);
            ordered.Add(next);
        }
        return ordered;
    }

    private static IErasureStep StepOf(IEntityType table, FileStore store) => table.ClrType == typeof(Message) ? new MessageStep()
        : FileStep.HasFiles(table) ? new FileStep(table, store)
        : new TableStep(table);
}
