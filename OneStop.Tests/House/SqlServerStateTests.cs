using System.Data;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using OneStop.Domain;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Tags;
using OneStop.Domain.ReplyTemplates;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Line.Webhook;
using OneStop.Portal.Data;

namespace OneStop.Tests.House;

/// <summary>The use of SQL Server, as far as it can be tested without one: model, parameters, checks at the start.</summary>
public sealed class SqlServerStateTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Theory]
    [InlineData(15, 150, true, null)]
    [InlineData(99, 160, true, null)] // Azure
    [InlineData(14, 150, true, "2019")]
    [InlineData(15, 140, true, "COMPATIBILITY_LEVEL = 150")]
    [InlineData(16, 160, false, "READ_COMMITTED_SNAPSHOT ON")] // the database was not created by EF
    public void The_start_says_what_is_to_be_set_first(int version, int level, bool readsSnapshots, string? says)
    {
        var complaint = new SqlServerState(version, level, readsSnapshots).Complaint;
        if (says is null)
            Assert.Null(complaint);
        else
            Assert.Contains(says, complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_server_shows_nothing_of_the_database_the_start_says_so()
    {
        Assert.Contains("sys.databases", SqlServerState.ComplaintOf([]), StringComparison.Ordinal);
        Assert.Null(SqlServerState.ComplaintOf([new(15, 150, true)]));
        Assert.Contains("[name] = DB_NAME()", SqlServerState.Query, StringComparison.Ordinal); // on Azure SQL Database DB_ID() is another number
    }

    [Fact]
    [SqliteOnly("answers in SQL Server's place")]
    public async Task What_the_server_answers_can_be_read()
    {
        var facts = await oneStop.Read(db =>
            db.Database.SqlQueryRaw<SqlServerState>("SELECT 15 AS \"Version\", 150 AS \"Level\", 1 AS \"ReadsSnapshots\"").ToListAsync());
        Assert.Equal([new(15, 150, true)], facts);
    }

    [Fact]
    public void Every_text_is_compared_by_its_characters()
    {
        var texts = Model().GetRelationalModel().Tables.SelectMany(t => t.Columns)
            .Where(c => c.StoreType.StartsWith("nvarchar", StringComparison.Ordinal)).ToList();
        Assert.True(texts.Count > 50);
        Assert.Empty(texts.Where(c => c.Collation != SqlServerOneStopDb.ByCharacters).Select(c => $"{c.Table.Name}.{c.Name}"));
    }

    [Fact]
    public async Task Names_that_differ_in_a_character_are_two_and_the_same_name_is_refused()
    {
        var manager = await oneStop.AMember("namer", Duty.Manager);
        foreach (var name in (string[])["Abc", "abc", "カナ", "かな", "ｶﾅ"])
            await oneStop.At<TagDesk>(manager, desk => desk.Add(name));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<TagDesk>(manager, desk => desk.Add(" abc ")));
    }

    [Theory]
    [InlineData(typeof(AuditEntry))]
    [InlineData(typeof(AuditValue))]
    [InlineData(typeof(OutgoingMessage))]
    [InlineData(typeof(Message))]
    public void What_only_grows_does_not_lie_in_the_order_of_random_ids(Type rows) =>
    Assert.False(Model().FindEntityType(rows)!.FindPrimaryKey()!.IsClustered());

    [Fact]
    public void The_statement_by_hand_has_one_plan_whatever_is_written()
    {
        using var command = new SqlCommand();
        var given = IntakeWriter.ParametersOf(command).Where(p => p.DbType == DbType.String).ToDictionary(p => p.ParameterName, p => p.Size);
        var incoming = Model().FindEntityType(typeof(IncomingEvent))!;
        int Longest(string property) => incoming.FindProperty(property)!.GetMaxLength() ?? -1;
        Assert.Equal(new()
        {
            ["@id"] = Longest(nameof(IncomingEvent.EventId)),
            ["@sender"] = Longest(nameof(IncomingEvent.Sender)),
            ["@message"] = Longest(nameof(IncomingEvent.MessageId)),
            ["@body"] = Longest(nameof(IncomingEvent.Body)),
        }, given);
    }

    private static TemplateRow Any { get; } = new()
    {
        Id = Guid.Empty,
        Title = "",
        Reading = "",
        Preview = "",
        FolderId = Guid.Empty,
        FolderName = "",
        FolderOrder = 0,
        IsShared = true,
        Uses = 0,
        MyUses = 0,
        ChangedAt = default,
        ChangedBy = "",
    };

    [Fact]
    public void The_beginning_of_a_template_ends_with_a_whole_character()
    {
        static string Shown(string read) => (Any with { Preview = read }).Preview;
        Assert.Equal("相談🙏", Shown("相談🙏"));
        Assert.Equal("相談", Shown("相談\uD83D")); // half of a surrogate pair, as cut by SQL Server
    }

    [Theory]
    [InlineData(2, "相談")]
    [InlineData(3, "相談")] // no half of the emoji
    [InlineData(4, "相談🙏")]
    [InlineData(9, "相談🙏")]
    public void A_text_is_cut_between_characters(int longest, string left) => Assert.Equal(left, "相談🙏".CutTo(longest));

    private static IModel Model()
    {
        using var db = new SqlServerDesign().CreateDbContext([]);
        return db.GetService<IDesignTimeModel>().Model;
    }
}
