using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OneStop.Domain.Data;

namespace OneStop.Domain.Erasures.Carrying;

/// <summary>Deletes the person's rows of one table, or empties those that stay.</summary>
internal sealed class TableStep(IEntityType table) : IErasureStep
{
    /// <inheritdoc/>
    public string Table => Trail.NameOf(table);

    /// <inheritdoc/>
    public async Task<ErasurePortion> Next(OneStopDb db, ErasedPerson person)
    {
        var rows = new ErasedRows(person);
        var (gone, kept) = (await db.CountRows(table, rows.Gone(table)), await db.CountRows(table, rows.Kept(table)));
        foreach (var rule in Announcing.RulesOf(table)) // bulk statements announce nothing by themselves (ADR 31)
        {
            foreach (var id in gone + kept == 0 ? [] : rule.Id is null ? [default] : await db.IdsIn(table, rule.Id, rows.Of(table)))
                db.Announce(rule.Topic, id);
        }
        return new(gone, kept, () => db.Execute(ErasureSql.For(table, rows)));
    }
}

/// <summary>Reads and writes rows by conditions in SQL.</summary>
internal static class ErasureStatements
{
    extension(OneStopDb db)
    {
        /// <summary>Counts the rows that meet a condition.</summary>
        public Task<int> CountRows(IEntityType table, string where) => db.Ask<int>("COUNT(*)", table, where).SingleAsync();

        /// <summary>Returns how often the rows that meet a condition were changed, all together; 0 for a table without versions.</summary>
        public async Task<int> ChangesIn(IEntityType table, string where) =>
            Trail.IsVersioned(table) ? await db.Ask<int>($"COALESCE(SUM(\"{Trail.Version}\"), 0)", table, where).SingleAsync() : 0;

        /// <summary>Returns the ids in a column of the rows that meet a condition.</summary>
        public Task<List<Guid>> IdsIn(IEntityType table, IReadOnlyProperty column, string where) =>
            db.Ask<Guid>($"DISTINCT {ErasedRows.Name(column)}", table, $"{where} AND {ErasedRows.Name(column)} IS NOT NULL").ToListAsync();

        /// <summary>Returns the texts in a column of the rows that meet a condition.</summary>
        public Task<List<string>> TextsIn(IEntityType table, string column, string where) =>
            db.Ask<string>($"\"{column}\"", table, $"{where} AND \"{column}\" IS NOT NULL").ToListAsync();

        /// <summary>The statement consists of names of the model and of ids; nothing that was typed is in it.</summary>
        private IQueryable<T> Ask<T>(string what, IEntityType table, string where)
        {
            var sql = $"SELECT {what} AS \"Value\" FROM {ErasedRows.Name(table)} WHERE {where}";
            return db.Database.SqlQueryRaw<T>(sql);
        }

        /// <summary>Executes statements one after the other.</summary>
        public async Task Execute(IEnumerable<string> statements)
        {
            foreach (var statement in statements)
                await db.Database.ExecuteSqlRawAsync(statement);
        }
    }
}
