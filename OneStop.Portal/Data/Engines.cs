using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Data;

/// <summary>The embedded engine, and what tests run on.</summary>
public sealed class SqliteOneStopDb(DbContextOptions<SqliteOneStopDb> options, Actor actor, WriteTurns turns) : OneStopDb(options, actor)
{
    private IDisposable? ownTurn;

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.ReplaceService<IMigrationsSqlGenerator, SqliteTables>();

    public override async Task TakeTurn() => ownTurn ??= await turns.Take(IsAwaited);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (!ChangeTracker.HasChanges())
            return 0; // and nobody waits for a turn that writes nothing
        using var turn = ownTurn is null ? await turns.Take(IsAwaited) : null;
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        ownTurn?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private bool IsAwaited => Actor.Kind is not (ActorKind.Line or ActorKind.Clock);
}

/// <summary>Production's engine.</summary>
public sealed class SqlServerOneStopDb(DbContextOptions<SqlServerOneStopDb> options, Actor actor) : OneStopDb(options, actor)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        // What waits to be sealed is looked for every few seconds, in a trail that only grows.
        builder.Entity<Domain.Safeguards.AuditEntry>().HasIndex(e => e.At).HasFilter("[Number] IS NULL");

        // Messages lie in the order in which they are read. A UUIDv7 would not sort as a clustered key here.
        var message = builder.Entity<Domain.Conversations.Message>();
        message.HasKey(m => m.Id).IsClustered(false);
        message.HasIndex(m => new { m.ConversationId, m.Order }).IsUnique().IsClustered();
    }
}

/// <summary>Makes contexts for this scope's actor; a context serves one operation and never outlives it.</summary>
internal sealed class SqliteDbs(DbContextOptions<SqliteOneStopDb> options, Actor actor, WriteTurns turns) : IDbContextFactory<OneStopDb>
{
    public OneStopDb CreateDbContext() => new SqliteOneStopDb(options, actor, turns);
}

/// <inheritdoc cref="SqliteDbs"/>
internal sealed class SqlServerDbs(DbContextOptions<SqlServerOneStopDb> options, Actor actor) : IDbContextFactory<OneStopDb>
{
    public OneStopDb CreateDbContext() => new SqlServerOneStopDb(options, actor);
}
