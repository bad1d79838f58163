using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using OneStop.Domain;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Data;

/// <summary>The embedded engine, on which tests run too.</summary>
public sealed class SqliteOneStopDb(DbContextOptions<SqliteOneStopDb> options, Actor actor, WriteQueue queue) : OneStopDb(options, actor, queue)
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.ReplaceService<IMigrationsSqlGenerator, SqliteTables>();

    /// <summary>BEGIN IMMEDIATE: no other process writes until this context has saved.</summary>
    protected override Task LockOutOtherPortals() => Database.BeginTransactionAsync();

    protected override ViolatedKey? ViolatedKeyOf(DbUpdateException failure) => ViolatedKeys.OfSqlite(failure.InnerException, Model);

    protected override bool IsOutOfReach(Exception failure) => ConnectionFailures.IsSqlite(failure);

    protected override string InsertGrams => """
        INSERT INTO "MessageGrams" ("Gram", "Order", "FriendNumber", "By", "Kind")
        SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each({0})
        """;

    protected override async Task<int> Save(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        if (Beside is not null)
            await TakeTurn();
        if (HasTurn)
            return await SaveInTurn(acceptAllChangesOnSuccess, cancellationToken);
        using var turn = await Turns.Take(IsAwaited);
        return await base.Save(acceptAllChangesOnSuccess, cancellationToken);
    }

    private async Task<int> SaveInTurn(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        var saved = await base.Save(acceptAllChangesOnSuccess, cancellationToken);
        if (Beside is { } beside)
            await beside();
        if (Database.CurrentTransaction is { } own)
            await own.CommitAsync(cancellationToken);
        return saved;
    }
}

/// <summary>The engine of Production.</summary>
/// <param name="competing">The queue of changes that take a turn. It is not used for saves: this engine allows concurrent writers.</param>
public sealed class SqlServerOneStopDb(DbContextOptions<SqlServerOneStopDb> options, Actor actor, WriteQueue competing) : OneStopDb(options, actor, competing)
{
    // Owned by the session and not by a transaction: a transaction begun here would prevent EF from retrying after a transient error.
    internal const string Lock =
        "DECLARE @got int; EXEC @got = sp_getapplock @Resource = N'OneStop.Turn', @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = 15000; IF @got < 0 THROW 50001, N'Waited in vain for a turn.', 1;";
    internal const string Unlock = "EXEC sp_releaseapplock @Resource = N'OneStop.Turn', @LockOwner = N'Session';";

    /// <summary>Text is compared by code points, ids and names alike, as in SQLite and C#; the database may have any collation.</summary>
    internal const string ByCharacters = "Latin1_General_100_BIN2";

    internal const string InsertGramsSql = """
        INSERT INTO "MessageGrams" ("Gram", "Order", "FriendNumber", "By", "Kind")
        SELECT "Gram", "Order", "FriendNumber", "By", "Kind"
        FROM OPENJSON({0}) WITH ("Gram" int '$[0]', "Order" bigint '$[1]', "FriendNumber" int '$[2]', "By" tinyint '$[3]', "Kind" tinyint '$[4]')
        """;

    private bool hasLock;

    protected override string InsertGrams => InsertGramsSql;

    protected override Task<int> Save(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken) =>
        Beside is null ? base.Save(acceptAllChangesOnSuccess, cancellationToken) : SaveTogether(Beside, acceptAllChangesOnSuccess, cancellationToken);

    /// <summary>
    /// Saves in one transaction that is retried as a whole. If a commit was uncertain and had succeeded, the retry finds that the rows
    /// it removes are gone, and the whole change is read and applied again.
    /// </summary>
    private async Task<int> SaveTogether(Func<Task> beside, bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        var saved = await Database.CreateExecutionStrategy().ExecuteInTransactionAsync(async cancelled =>
        {
            var written = await base.Save(false, cancelled); // entities count as saved only after the commit
            await beside();
            return written;
        }, _ => Task.FromResult(false), cancellationToken);
        if (acceptAllChangesOnSuccess)
            ChangeTracker.AcceptAllChanges();
        return saved;
    }

    protected override ViolatedKey? ViolatedKeyOf(DbUpdateException failure) => ViolatedKeys.OfSqlServer(failure.InnerException, Model);

    protected override bool IsOutOfReach(Exception failure) => ConnectionFailures.IsSqlServer(failure);

    protected override async Task LockOutOtherPortals()
    {
        await Database.OpenConnectionAsync(); // stays open until the turn ends: the lock belongs to the session
        await Database.ExecuteSqlRawAsync(Lock);
        hasLock = true;
    }

    public override async ValueTask DisposeAsync()
    {
        try
        {
            if (hasLock && Database.GetDbConnection().State == ConnectionState.Open)
                await Database.ExecuteSqlRawAsync(Unlock);
        }
        catch (Exception exception)
        {
            // The connection broke, so the server releases the lock of the session. The caller gets the exception that ended the change, not this one.
            this.GetService<ILoggerFactory>().CreateLogger<SqlServerOneStopDb>()
                .LogWarning("A turn was not given back by its own connection: {Failure}", exception.WithoutWords);
        }
        finally
        {
            await base.DisposeAsync();
        }
        GC.SuppressFinalize(this);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        // The worker looks for entries to seal every few seconds, in a table that only grows.
        builder.Entity<Domain.Safeguards.AuditEntry>().HasIndex(e => e.At).HasFilter("[Number] IS NULL");

        // Messages are clustered in the order in which they are read. A UUIDv7 would not sort by time as a clustered key on this engine.
        var message = builder.Entity<Domain.Conversations.Message>();
        message.HasKey(m => m.Id).IsClustered(false);
        message.HasIndex(m => new { m.ConversationId, m.Order }).IsUnique().IsClustered();

        // So are the audit trail and outgoing messages: clustered by time. Values of the trail are only found by their key.
        var entry = builder.Entity<Domain.Safeguards.AuditEntry>();
        entry.HasKey(e => e.Id).IsClustered(false);
        entry.HasIndex(e => e.At, "IX_AuditEntries_Order").IsClustered();
        builder.Entity<Domain.Safeguards.AuditValue>().HasKey(v => new { v.EntryId, v.Field }).IsClustered(false);
        var outgoing = builder.Entity<Domain.Channels.OutgoingMessage>();
        outgoing.HasKey(m => m.Id).IsClustered(false);
        outgoing.HasIndex(m => m.CreatedAt, "IX_OutgoingMessages_Order").IsClustered();

        foreach (var text in builder.Model.GetEntityTypes().SelectMany(TextsOf))
            text.SetCollation(ByCharacters);
    }

    private static IEnumerable<IMutableProperty> TextsOf(IMutableTypeBase type) => type.GetProperties()
        .Where(p => (p.GetValueConverter()?.ProviderClrType ?? p.GetProviderClrType() ?? p.ClrType) == typeof(string) || p.IsPrimitiveCollection)
        .Concat(type.GetComplexProperties().SelectMany(c => TextsOf(c.ComplexType)));
}

/// <summary>Creates contexts for this scope's actor; a context serves one operation and never outlives it.</summary>
internal sealed class SqliteDbs(DbContextOptions<SqliteOneStopDb> options, Actor actor, WriteQueue queue) : IDbContextFactory<OneStopDb>
{
    public OneStopDb CreateDbContext() => new SqliteOneStopDb(options, actor, queue);
}

/// <inheritdoc cref="SqliteDbs"/>
internal sealed class SqlServerDbs(DbContextOptions<SqlServerOneStopDb> options, Actor actor, WriteQueue competing) : IDbContextFactory<OneStopDb>
{
    public OneStopDb CreateDbContext() => new SqlServerOneStopDb(options, actor, competing);
}
