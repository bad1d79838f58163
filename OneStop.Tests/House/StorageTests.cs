using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Load;
using OneStop.Domain.Channels;
using OneStop.Domain.Clients;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Inbox;
using OneStop.Domain.Conversations.Search;
using OneStop.Domain.Data;
using OneStop.Domain.Imports;
using OneStop.Domain.ReplyTemplates;
using OneStop.Domain.RichMenus;
using OneStop.Domain.Shifts;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Listing;
using OneStop.Domain.Today;
using OneStop.Domain.Today.Briefing;
using OneStop.Domain.Today.Notes;
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
    public void No_migration_alters_a_column_while_a_key_of_SQL_Server_holds_it()
    {
        using var db = new SqlServerDesign().CreateDbContext([]);
        var held = db.Model.GetRelationalModel().Tables.SelectMany(t => t.PrimaryKey!.Columns.Select(c => (t.Name, c.Name))).ToHashSet();
        var migrations = db.GetService<IMigrationsAssembly>();
        var steps = migrations.Migrations.Select(m => (Id: m.Key, Steps: migrations.CreateMigration(m.Value, db.Database.ProviderName!))).ToList();
        foreach (var (id, operations) in steps.Select(m => (m.Id, m.Steps.UpOperations)).Concat(steps.Select(m => (m.Id, m.Steps.DownOperations))))
        {
            var free = new HashSet<string>();
            foreach (var operation in operations)
            {
                if (operation is DropPrimaryKeyOperation drop)
                    free.Add(drop.Table);
                if (operation is AddPrimaryKeyOperation add)
                    free.Remove(add.Table);
                if (operation is AlterColumnOperation alter && (alter.Collation, alter.ColumnType) != (alter.OldColumn.Collation, alter.OldColumn.ColumnType))
                    Assert.False(held.Contains((alter.Table, alter.Name)) && !free.Contains(alter.Table), $"{id} alters {alter.Table}.{alter.Name}.");
            }
        }
    }

    [Fact]
    public void The_one_statement_by_hand_parses_on_SQL_Server() => AssertParses(OneStop.Line.Webhook.IntakeWriter.Insert);

    [Theory]
    [InlineData(SqlServerOneStopDb.Lock)]
    [InlineData(SqlServerOneStopDb.Unlock)]
    [InlineData(SqlServerOneStopDb.InsertGramsSql)]
    [InlineData(SqlServerState.Query)]
    public void What_is_asked_of_SQL_Server_alone_parses(string sql) => AssertParses(sql.Replace("{0}", "@p0", StringComparison.Ordinal));

    public static TheoryData<string> Queries => [.. NamedQueries(Context()).Keys];

    [Theory]
    [MemberData(nameof(Queries))]
    public void Every_named_query_parses_on_SQL_Server(string name)
    {
        using var db = Context();
        AssertParses(NamedQueries(db)[name].ToQueryString());
    }

    [Fact]
    [SqliteOnly("asks for its journal")]
    public async Task Who_reads_on_SQLite_keeps_nobody_from_writing()
    {
        await using var oneStop = new TestOneStop();
        await oneStop.InitializeAsync();
        var mode = await oneStop.Read(db => db.Database.SqlQuery<string>($"SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync());
        Assert.Equal("wal", mode);
    }

    private static Dictionary<string, IQueryable> NamedQueries(OneStopDb db)
    {
        var queries = new Dictionary<string, IQueryable>
        {
            ["events waiting"] = db.IncomingEvents.Waiting(),
            ["events ready"] = db.IncomingEvents.Ready(Now),
            ["messages due"] = db.OutgoingMessages.Due(Now),
            ["events put aside"] = db.IncomingEvents.PutAside(),
            ["events of nobody"] = db.IncomingEvents.Unplaced(),
            ["messages asking"] = db.OutgoingMessages.Asking(),
            ["messages outstanding"] = db.OutgoingMessages.Outstanding(),
            ["messages of a conversation"] = db.Messages.Of(Guid.Empty, 1).Take(50).ToRows(db),
            ["waiting"] = db.Conversations.Waiting().Take(200),
            ["needing an answer"] = db.Conversations.NeedingAnswer(),
            ["templates offered"] = db.ReplyTemplates.OpenTo(Guid.Empty).Retired(false).ToRows(db, Guid.Empty),
            ["templates retired"] = db.ReplyTemplates.OpenTo(Guid.Empty).Retired(true).ToRows(db, Guid.Empty),
            ["template history"] = db.ReplyTemplateRevisions.HistoryOf(Guid.Empty, db),
            ["menu editions"] = db.MenuEditions.ToRows(),
            ["menu that waits"] = db.MenuEditions.Waiting(),
            ["menu that is up"] = db.MenuEditions.Up(),
            ["template folders"] = db.TemplateFolders.OpenTo(Guid.Empty),
            ["people by name"] = db.Conversations.Called("さくら").Take(10).ToRows(db),
            ["people by number"] = db.Conversations.Numbered(12, 1200, 1299).Take(10).ToRows(db),
            ["waiting for the index"] = db.UnindexedMessages.NewestFirst().Take(100).WithMessages(db),
            ["bookings on days"] = db.Bookings.OnDays(new(2026, 10, 1), new(2026, 10, 7)).ToRows(db).Take(500),
            ["time taken"] = db.Bookings.TakenBetween(0, 100, Now),
            ["bookings held for one who chooses"] = db.Bookings.HeldFor(Guid.Empty),
            ["bookings of others than one who chooses"] = db.Bookings.NotHeldFor(Guid.Empty).TakenBetween(0, 100, Now),
            ["bookings held too long"] = db.Bookings.Expired(Now),
            ["bookings of a client"] = db.Bookings.ComingOf(Guid.Empty, Now),
            ["bookings of a client after one"] = db.Bookings.LaterThan(
                Booking.Of(Client.Of(1, null, null, Now), BookingTerms.Standard(BookingKind.Consultation), ContactMethod.Chat, new(Now, 60), Guid.Empty,
                    null, null, Now)),
            ["last person of a client"] = db.Bookings.LastPersonOf(Guid.Empty, BookingKind.Consultation),
            ["bookings to be reminded"] = db.Bookings.ToBeReminded(Now, Now.AddHours(34)),
            ["clients sought"] = db.Clients.Sought(db, "0900").ToRows(db).Take(20),
            ["bookings of clients sought"] = db.Bookings.OnDays(new(2026, 10, 1), new(2026, 10, 7)).Shown(Now).OfSought(db, "0900").ToRows(db).Take(500),
            ["consents in force"] = db.Consents.InForce(Guid.Empty, ConsentPurpose.Consultation, new(2026, 10, 5)),
            ["bookings ahead"] = db.Bookings.Ahead(new(2026, 10, 1), Now).ToRows(db),
            ["bookings by hour band"] = db.Bookings.OnDays(new(2026, 10, 1), new(2026, 10, 7)).Evident(db).CountedByBand(),
            ["bookings behind a number"] = db.Bookings.OnDays(new(2026, 10, 1), new(2026, 10, 7))
                .Evident(db).Behind(new(24, ContactMethod.Phone, BookingState.Held)).ToRows(db).Take(1500),
            ["imports"] = db.ImportBatches.Latest("Shifts", db).Take(20),
            ["patterns until"] = db.WeeklyShifts.BegunBy(new(2026, 10, 1)),
            ["exceptions between"] = db.ShiftExceptions.Between(new(2026, 10, 1), new(2026, 10, 7)),
            ["search"] = Search(db).AlsoHolding(2, db).ToRows(db, 200),
            ["end of a slice of a search"] = Search(db).NewestFirst().Skip(99).Select(g => new SearchPlace(g.Order, g.FriendNumber)),
        };
        queries["messages from a place"] = db.Messages.From(Guid.Empty, 1).Spoken().Take(50).ToRows(db);
        queries["answers planned"] = db.LaterAnswers.Planned().ToRows(db, Guid.Empty);
        queries["answers planned or given way"] = db.LaterAnswers.PlannedOrGivenWaySince(Now).ToRows(db, Guid.Empty);
        var narrow = new InboxFilter(Guid.Empty, Guid.Empty, MessageKind.Picture, new(2026, 10, 1), new(2026, 10, 31));
        foreach (var list in Enum.GetValues<InboxList>())
            queries[$"inbox {list}"] = db.Conversations.On(list, [Guid.Empty, Guid.AllBitsSet]).Matching(narrow, db).InOrderOf(list).Take(50).ToRows(db);
        foreach (var whose in (IReadOnlyList<Guid>[])[[], [Guid.Empty, Guid.AllBitsSet]])
            queries[$"answers of {whose.Count}"] = db.Conversations.NeedingAnswerOf(whose).InOrderOf(InboxList.NeedsAnswer).Take(200).ToRows(db);
        AddToday(queries, db);
        AddPrograms(queries, db);
        return queries;
    }

    /// <summary>今日, what is read before a talk, 申し送り, and what shifts would help with.</summary>
    private static void AddToday(Dictionary<string, IQueryable> queries, OneStopDb db)
    {
        IReadOnlyList<Guid> mine = [Guid.Empty, Guid.AllBitsSet];
        queries["talks of today"] = db.Bookings.OnDays(new(2026, 10, 5), new(2026, 10, 5)).GoneTo(Now).ToRows(db);
        queries["talks that are on"] = db.Bookings.GoneTo(Now).OnAt(Now).ToRows(db);
        queries["talks to be held"] = db.Bookings.ToBeHeld(Now);
        foreach (var staff in (IReadOnlyList<Guid>?[])[null, mine])
        {
            var whose = staff is null ? "everybody" : "some";
            queries[$"outcomes missing of {whose}"] = db.Bookings.WithoutOutcome(staff, Now).OrderBy(b => b.Slot.Start).Take(201).ToRows(db);
            queries[$"records missing of {whose}"] = db.RecordMissing(staff).OrderBy(b => b.Slot.Start).Take(201).ToRows(db);
        }
        queries["how bookings of a client ended"] = db.Bookings.Ended(Guid.Empty, Guid.AllBitsSet, db);
        queries["last words"] = db.LastWords([Guid.Empty, Guid.AllBitsSet]);
        queries["notes of a reader"] = db.ShiftNotes.OpenTo(mine, false);
        queries["notes about a client"] = db.ShiftNotes.LiveAbout(Guid.Empty, new(2026, 10, 5)).OpenTo(mine, true);
        queries["notes to be forgotten"] = db.ShiftNotes.Forgotten(Now, new(2026, 10, 5));
        queries["asked in vain"] = db.AskedInVain.Wishes(new(2026, 10, 1), new(2026, 10, 7));
        queries["waited for"] = db.WaitingList.Wishes(new(2026, 10, 1), new(2026, 10, 7));
    }

    /// <summary>The lists of programs, and what is counted of them.</summary>
    private static void AddPrograms(Dictionary<string, IQueryable> queries, OneStopDb db)
    {
        var turn = new MyTurn([Guid.Empty], [Guid.Empty, Guid.AllBitsSet], new(2026, 10, 5));
        foreach (var wait in Enum.GetValues<ProgramWait>())
            queries[$"programs waiting {wait}"] = db.SupportPrograms.Standing(db).WaitingFor(turn, wait);
        var narrow = new ProgramFilter
        {
            Wait = ProgramWait.Any,
            State = ProgramState.Running,
            IsPreparing = true,
            Planner = Guid.Empty,
            Review = ReviewTime.Soon,
            Since = TimeInState.Month,
            Outcome = ProgramEndReason.Achieved,
            EndedFrom = turn.Today,
            EndedUntil = turn.Today,
        };
        foreach (var column in (string?[])[null, "number", "state", "since", "planner", "review", "established"])
            foreach (var isDescending in (bool[])[false, true])
                queries[$"programs by {column} {isDescending}"] = db.SupportPrograms.Standing(db).Matching(narrow, turn).Sought(db, "12")
                    .SortedBy(db, column, isDescending).ToRows(db).Take(100);
        queries["versions that wait for an approval"] = db.AskedVersions();
        queries["programs that count"] = db.CountedPrograms();
    }

    private static IQueryable<MessageGram> Search(OneStopDb db) =>
        db.MessageGrams.Holding(1, new("ことば", new(2026, 10, 1), new(2026, 10, 31), Speaker.Client, MessageKind.Text, new(2, 1)), new(1, 1));

    private static SqlServerOneStopDb Context()
    {
        var actor = new Actor();
        actor.BeClock();
        return new(new DbContextOptionsBuilder<SqlServerOneStopDb>().UseSqlServer("Server=nowhere").Options, actor, new WriteQueue());
    }

    private static void AssertParses(string sql)
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        Assert.Empty(errors.Select(e => $"{e.Line}: {e.Message}"));
        Assert.NotEmpty(sql);
    }
}
