using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using OneStop.Portal.Data;

namespace OneStop.Tests.House;

/// <summary>Requirements on every migration for SQL Server, also when it runs as a script.</summary>
public sealed class MigrationTests
{
    [Fact]
    public void No_step_drops_a_column_that_a_computed_one_is_made_of()
    {
        using var db = new SqlServerDesign().CreateDbContext([]);
        var migrations = db.GetService<IMigrationsAssembly>();
        var all = migrations.Migrations.Select(m => (Id: m.Key, Steps: migrations.CreateMigration(m.Value, db.Database.ProviderName!))).ToList();
        var computed = new Dictionary<(string Table, string Column), string>();
        var refused = all.SelectMany(m => Drops(m.Id, m.Steps.UpOperations, computed))
            .Concat(all.AsEnumerable().Reverse().SelectMany(m => Drops($"{m.Id}, back,", m.Steps.DownOperations, computed))).ToList();
        Assert.Empty(refused);
        Assert.Empty(computed); // all were removed again
    }

    [Fact]
    public void No_batch_of_the_script_names_a_column_that_it_adds_itself()
    {
        using var db = new SqlServerDesign().CreateDbContext([]);
        // one batch per migration, which SQL Server compiles before it runs any of it
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        var batches = ((TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out _)).Batches;
        Assert.NotEmpty(batches);
        foreach (var batch in batches)
        {
            var (added, named) = (new Added(), new Named());
            batch.Accept(added);
            batch.Accept(named);
            Assert.Empty(added.Columns.Intersect(named.Columns));
        }
    }

    private static IEnumerable<string> Drops(string id, IReadOnlyList<MigrationOperation> operations,
        Dictionary<(string Table, string Column), string> computed)
    {
        foreach (var operation in operations)
        {
            switch (operation)
            {
                case CreateTableOperation made:
                    made.Columns.ForEach(c => Know(computed, c));
                    break;
                case AddColumnOperation or AlterColumnOperation:
                    Know(computed, (ColumnOperation)operation);
                    break;
                case DropTableOperation gone:
                    computed.Keys.Where(k => k.Table == gone.Name).ToList().ForEach(k => computed.Remove(k));
                    break;
                case DropColumnOperation dropped:
                    computed.Remove((dropped.Table, dropped.Name));
                    foreach (var (of, _) in computed.Where(c => c.Key.Table == dropped.Table
                        && c.Value.Contains($"\"{dropped.Name}\"", StringComparison.Ordinal)))
                        yield return $"{id} drops {dropped.Table}.{dropped.Name}, of which {of.Column} is made.";
                    break;
            }
        }
    }

    private static void Know(Dictionary<(string Table, string Column), string> computed, ColumnOperation column)
    {
        computed.Remove((column.Table, column.Name));
        if (column.ComputedColumnSql is { } sql)
            computed.Add((column.Table, column.Name), sql);
    }

    private sealed class Added : TSqlFragmentVisitor
    {
        public HashSet<string> Columns { get; } = [];

        public override void Visit(AlterTableAddTableElementStatement node) =>
            Columns.UnionWith(node.Definition.ColumnDefinitions.Select(c => c.ColumnIdentifier.Value));
    }

    /// <summary>Collects columns named by statements that change rows; statements that change tables are bound only at run time.</summary>
    private sealed class Named : TSqlFragmentVisitor
    {
        public HashSet<string> Columns { get; } = [];

        public override void Visit(DataModificationStatement node) => node.Accept(new Every(Columns));

        private sealed class Every(HashSet<string> columns) : TSqlFragmentVisitor
        {
            public override void Visit(ColumnReferenceExpression node)
            {
                if (node.MultiPartIdentifier is { } name)
                    columns.Add(name.Identifiers[^1].Value);
            }
        }
    }
}
