using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using OneStop.Domain.Clients;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;
using OneStop.Domain.Staff;
using OneStop.Portal.Data;

namespace OneStop.Tests.House;

/// <summary>Migrations go forth and back with rows in the database, as a script too.</summary>
public sealed class MigrationTests
{
    private const string LastReleased = "RoadMended";
    private static readonly DateTimeOffset Now = TestOneStop.Japan("2026-10-05T09:00");

    [Fact]
    [SqliteOnly("walks its migrations")]
    public async Task What_is_not_released_can_be_taken_back_and_made_again_with_rows_in_the_database()
    {
        await WithFile(async db =>
        {
            await db.Database.MigrateAsync();
            var client = Client.Of(1, null, null, Now);
            db.AddRange(client, ContactForm.For(client, Now), ContactForm.For(client, Now)); // neither has a digest
            var talk = Conversation.With(Friend.Register(LineUserId.Parse($"U{1:D32}"), 1, Now), Now);
            db.AddRange(talk, talk.MeetDanger(Now));
            await db.SaveChangesAsync();

            await db.GetService<IMigrator>().MigrateAsync(LastReleased);
            Assert.Equal(2, await db.Database.SqlQuery<int>($"SELECT COUNT(DISTINCT KeyDigest) AS Value FROM ContactForms").SingleAsync());
            await db.Database.MigrateAsync();
            Assert.Equal((2, 1), (await db.ContactForms.CountAsync(), await db.Conversations.CountAsync()));
        });
    }

    [Fact]
    [SqliteOnly("walks its migrations")]
    public async Task Who_blocked_the_account_before_the_lists_knew_of_it_is_marked()
    {
        await WithFile(async db =>
        {
            await db.Database.MigrateAsync();
            var (stays, blocks) = (Friend.Register(LineUserId.Parse($"U{1:D32}"), 1, Now), Friend.Register(LineUserId.Parse($"U{2:D32}"), 2, Now));
            blocks.Block(Now);
            db.AddRange(Conversation.With(stays, Now), Conversation.With(blocks, Now)); // as if nobody had told the conversations
            await db.SaveChangesAsync();

            await db.GetService<IMigrator>().MigrateAsync("FoldedAnew");
            await db.Database.MigrateAsync();
            Assert.Equal([2], await db.Conversations.Where(c => c.IsBlocked).Select(c => c.Friend.Number).ToListAsync());
        });
    }

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
        Assert.Empty(computed); // all was taken back
    }

    [Fact]
    public void No_batch_of_the_script_names_a_column_that_it_adds_itself()
    {
        using var db = new SqlServerDesign().CreateDbContext([]);
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent); // one batch for a migration, which SQL Server compiles before it runs any of it
        var batches = ((TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out _)).Batches;
        Assert.True(batches.Count > 10);
        foreach (var batch in batches)
        {
            var (added, named) = (new Added(), new Named());
            batch.Accept(added);
            batch.Accept(named);
            Assert.Empty(added.Columns.Intersect(named.Columns));
        }
    }

    private static IEnumerable<string> Drops(string id, IReadOnlyList<MigrationOperation> operations, Dictionary<(string Table, string Column), string> computed)
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
                    foreach (var (of, _) in computed.Where(c => c.Key.Table == dropped.Table && c.Value.Contains($"\"{dropped.Name}\"", StringComparison.Ordinal)))
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

    private static async Task WithFile(Func<OneStopDb, Task> walk)
    {
        var folder = Directory.CreateTempSubdirectory("onestop-test-").FullName;
        try
        {
            var actor = new Actor();
            actor.BeClock();
            await using var db = new SqliteOneStopDb(new DbContextOptionsBuilder<SqliteOneStopDb>().UseSqlite($"Data Source={Path.Combine(folder, "onestop.db")};Pooling=False").Options, actor, new WriteQueue());
            await walk(db);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed class Added : TSqlFragmentVisitor
    {
        public HashSet<string> Columns { get; } = [];

        public override void Visit(AlterTableAddTableElementStatement node) => Columns.UnionWith(node.Definition.ColumnDefinitions.Select(c => c.ColumnIdentifier.Value));
    }

    /// <summary>By what changes rows; what changes tables is bound only when it runs.</summary>
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
