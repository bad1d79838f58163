using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Portal.Data;

namespace OneStop.Tests.House;

/// <summary>Two engines, one model.</summary>
public sealed class StorageTests
{
    private static readonly DateTimeOffset Now = TestOneStop.Japan("2026-10-05T09:00");

    [Fact]
    public void No_change_of_the_model_waits_for_a_migration()
    {
        using var sqlite = new SqliteDesign().CreateDbContext([]);
        using var sqlServer = new SqlServerDesign().CreateDbContext([]);
        Assert.False(sqlite.Database.HasPendingModelChanges());
        Assert.False(sqlServer.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_migrations_for_SQL_Server_parse()
    {
        using var db = new SqlServerDesign().CreateDbContext([]);
        AssertParses(db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent));
    }

    [Fact]
    public void The_one_statement_by_hand_parses_on_SQL_Server() => AssertParses(OneStop.Line.Webhook.IntakeWriter.Insert);

    public static TheoryData<string> Queries => [.. NamedQueries(Context()).Keys];

    [Theory]
    [MemberData(nameof(Queries))]
    public void Every_named_query_parses_on_SQL_Server(string name)
    {
        using var db = Context();
        AssertParses(NamedQueries(db)[name].ToQueryString());
    }

    private static Dictionary<string, IQueryable> NamedQueries(OneStopDb db)
    {
        var queries = new Dictionary<string, IQueryable>
        {
            ["events waiting"] = db.IncomingEvents.Waiting(),
            ["messages due"] = db.OutgoingMessages.Due(Now),
            ["events put aside"] = db.IncomingEvents.PutAside(),
            ["events of nobody"] = db.IncomingEvents.Unplaced(),
            ["messages asking"] = db.OutgoingMessages.Asking(),
            ["messages outstanding"] = db.OutgoingMessages.Outstanding(),
            ["messages of a conversation"] = db.Messages.Of(Guid.Empty, 1).Take(50).ToRows(db),
            ["needing an answer"] = db.Conversations.NeedingAnswer(),
        };
        foreach (var list in Enum.GetValues<InboxList>())
            queries[$"inbox {list}"] = db.Conversations.On(list, Guid.Empty).InOrderOf(list).Take(50).ToRows(db);
        return queries;
    }

    private static SqlServerOneStopDb Context()
    {
        var actor = new Actor();
        actor.BeClock();
        return new(new DbContextOptionsBuilder<SqlServerOneStopDb>().UseSqlServer("Server=nowhere").Options, actor);
    }

    private static void AssertParses(string sql)
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        Assert.Empty(errors.Select(e => $"{e.Line}: {e.Message}"));
        Assert.NotEmpty(sql);
    }
}
