using Microsoft.EntityFrameworkCore;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using OneStop.Domain.Channels;
using OneStop.Portal.Backup;
using OneStop.Portal.Data;

namespace OneStop.Tests.House;

/// <summary>The scripts that an administrator of SQL Server runs by hand: they parse, and agree with the code.</summary>
public sealed class ServerScriptTests
{
    [Theory]
    [InlineData("sql-server-backup.sql")]
    [InlineData("sql-server-restore.sql")]
    public void They_parse(string name) => Assert.NotNull(Parse(name));

    [Fact]
    public void A_run_of_the_backup_restores_nothing()
    {
        var statements = StatementsOf(Parse("sql-server-backup.sql"));
        Assert.Contains(statements, s => s is BackupDatabaseStatement);
        Assert.Contains(statements, s => s is BackupTransactionLogStatement);
        Assert.All(statements.OfType<RestoreStatement>(), s => Assert.Equal(RestoreStatementKind.VerifyOnly, s.Kind));
    }

    [Fact]
    public void The_restore_settles_what_waits_before_the_database_gets_its_name()
    {
        var statements = StatementsOf(Parse("sql-server-restore.sql"));
        var settled = statements.FindLastIndex(s => s is UpdateStatement);
        Assert.True(settled < statements.FindIndex(s => s is TryCatchStatement));
        Assert.True(settled < statements.FindLastIndex(s => s is CommitTransactionStatement));

        var said = new Literals();
        statements.ForEach(s => s.Accept(said));
        Assert.Contains(RestoredCopy.Reason, said.Texts);
        Assert.Contains(nameof(Delivery.Waiting), said.Texts);
        Assert.Contains(nameof(Delivery.Unknown), said.Texts);
    }

    [Fact]
    public void The_restore_names_tables_and_columns_that_there_are()
    {
        using var db = new SqlServerDesign().CreateDbContext([]);
        var tables = db.Model.GetRelationalModel().Tables.ToDictionary(t => t.Name, t => t.Columns.Select(c => c.Name).ToHashSet());
        var known = tables.Values.SelectMany(c => c).ToHashSet();
        var columns = new Columns();
        Parse("sql-server-restore.sql").Accept(columns);
        Assert.Empty(columns.Tables.Except(tables.Keys));
        Assert.Empty(columns.Names.Except(known).Except(["FirstAt", "hour"])); // an alias, and a date part
        string[] settled = ["TroubleAt", "LostAt", "DayReminderAt", "HourReminderAt", "ToldAt"];
        Assert.Empty(settled.Except(columns.Names)); // what waits to be sent, and what the clock would send
    }

    [Fact]
    public void The_restore_can_change_tables_with_filtered_indexes_from_whatever_tool()
    {
        var set = Assert.IsType<PredicateSetStatement>(StatementsOf(Parse("sql-server-restore.sql"))[0]);
        Assert.True(set is { Options: SetOptions.QuotedIdentifier, IsOn: true }); // sqlcmd without -I begins with off
    }

    [Fact]
    public void The_weekly_check_reads_filtered_indexes_too()
    {
        var check = Parse("sql-server-backup.sql").Batches.Single(b => b.Statements.Any(s => s is DbccStatement));
        Assert.True(check.Statements[0] is PredicateSetStatement { Options: SetOptions.QuotedIdentifier, IsOn: true }); // an agent's job begins with off
    }

    [Fact]
    public void A_failed_step_stops_the_restore_before_the_databases_change_places()
    {
        var batches = Parse("sql-server-restore.sql").Batches;
        var settles = batches.Single(b => b.Statements.Any(s => s is UpdateStatement)).Statements;
        Assert.True(settles[0] is IfStatement { ThenStatement: ThrowStatement }); // nothing is changed in another database
        Assert.True(settles[^1] is ExecuteStatement && settles[^2] is CommitTransactionStatement); // completion is recorded last
        var swaps = batches.Single(b => b.Statements.Any(s => s is TryCatchStatement)).Statements;
        Assert.True(swaps[0] is IfStatement { ThenStatement: ThrowStatement }); // and checked first, in the same batch
        Assert.Contains(StatementsOf(Parse("sql-server-restore.sql")), s => s is PredicateSetStatement { Options: SetOptions.XactAbort, IsOn: true });
    }

    [Fact]
    public void A_mark_of_an_earlier_run_in_the_same_window_does_not_let_the_databases_change_places()
    {
        var batches = Parse("sql-server-restore.sql").Batches;
        Assert.Contains(batches[0].Statements, IsForgotten);
        var settles = batches.ToList().FindIndex(b => b.Statements.Any(s => s is UpdateStatement));
        var opens = batches.ToList().FindLastIndex(settles, b => b.Statements.Any(s => s is UseStatement));
        // for a second run in the same window; a batch of its own always runs
        Assert.True(IsForgotten(Assert.Single(batches[opens - 1].Statements)));
    }

    [Fact]
    public void The_databases_change_places_only_where_the_former_one_finds_its_name_free_and_nobody_is_shut_out_for_good()
    {
        var swaps = Parse("sql-server-restore.sql").Batches.Single(b => b.Statements.Any(s => s is TryCatchStatement)).Statements;
        var shuts = swaps.ToList().FindIndex(s => s is AlterDatabaseSetStatement);
        Assert.Contains(swaps.Take(shuts),
            s => s is IfStatement { ThenStatement: ThrowStatement } free
                && TextOf(free).Contains("DB_ID(N'OneStop_BeforeRestore') IS NOT NULL", StringComparison.Ordinal));
        var renames = Assert.Single(swaps.OfType<TryCatchStatement>());
        Assert.Equal(2, renames.TryStatements.Statements.Count(s => s is AlterDatabaseModifyNameStatement));
        Assert.Contains("SET MULTI_USER", TextOf(renames.CatchStatements), StringComparison.Ordinal);
        Assert.IsType<ThrowStatement>(renames.CatchStatements.Statements[^1]); // and the error is reported
    }

    private static bool IsForgotten(TSqlStatement statement) =>
        TextOf(statement).Replace(" ", "", StringComparison.Ordinal)
        .Contains("sp_set_session_context@key=N'OneStop.Settled',@value=NULL", StringComparison.Ordinal);

    private static string TextOf(TSqlFragment fragment) =>
        string.Concat(Enumerable.Range(fragment.FirstTokenIndex, fragment.LastTokenIndex - fragment.FirstTokenIndex + 1)
            .Select(i => fragment.ScriptTokenStream[i].Text));

    private static TSqlScript Parse(string name)
    {
        var script = new TSql160Parser(initialQuotedIdentifiers: true).Parse(
            new StringReader(File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations", name))), out var errors);
        Assert.Empty(errors.Select(e => $"{e.Line}: {e.Message}"));
        return (TSqlScript)script;
    }

    private static List<TSqlStatement> StatementsOf(TSqlScript script) => [.. script.Batches.SelectMany(b => b.Statements)];

    private sealed class Literals : TSqlFragmentVisitor
    {
        public List<string> Texts { get; } = [];

        public override void Visit(StringLiteral node) => Texts.Add(node.Value);
    }

    private sealed class Columns : TSqlFragmentVisitor
    {
        public HashSet<string> Names { get; } = [];
        public HashSet<string> Tables { get; } = [];

        public override void Visit(ColumnReferenceExpression node) => Names.Add(node.MultiPartIdentifier.Identifiers[^1].Value);

        public override void Visit(NamedTableReference node)
        {
            if (node.Alias is not null || node.SchemaObject.BaseIdentifier.Value.Length > 1) // an UPDATE names its table by the alias
                Tables.Add(node.SchemaObject.BaseIdentifier.Value);
        }
    }
}
