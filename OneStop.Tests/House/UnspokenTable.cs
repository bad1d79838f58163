using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Tests.House;

/// <summary>An entity that was added to the model without a thought about safeguards.</summary>
internal sealed class Unspoken
{
    public Guid Id { get; set; }
}

/// <summary>The database with one more table, whose mapping says nothing about safeguards.</summary>
internal sealed class UnspokenTable : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("onestop-unspoken-").FullName;

    /// <summary>Creates the database, and saves one row as a counselor.</summary>
    public async Task Make()
    {
        await using var db = Context(a => a.BeStaff(Callers.Member(Duty.Counselor), "sitting"));
        await db.Database.EnsureCreatedAsync();
        db.Add(new Unspoken { Id = Guid.CreateVersion7(TestOneStop.Japan("2026-10-05T09:00")) });
        await db.SaveChangesAsync();
    }

    /// <summary>Returns whether an actor can read the row.</summary>
    public async Task<bool> IsReadBy(Action<Actor> be)
    {
        await using var db = Context(be);
        return await db.Set<Unspoken>().AnyAsync();
    }

    /// <summary>Returns the number of audit entries about the row.</summary>
    public async Task<int> Entries()
    {
        await using var db = Context(a => a.BeClock());
        return await db.AuditEntries.CountAsync(e => e.Subject == nameof(Unspoken));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private WithOneMore Context(Action<Actor> be)
    {
        var actor = new Actor();
        be(actor);
        var options = new DbContextOptionsBuilder<WithOneMore>().UseSqlite($"Data Source={Path.Combine(folder, "onestop.db")};Pooling=False")
            .AddInterceptors(new AuditInterceptor(new("a key of the tests, long enough to be one"), TimeProvider.System)).Options;
        return new(options, actor, new WriteQueue());
    }

    private sealed class WithOneMore(DbContextOptions<WithOneMore> options, Actor actor, WriteQueue turns) : OneStopDb(options, actor, turns)
    {
        protected internal override string InsertGrams => "";

        protected override Task LockOutOtherPortals() => Task.CompletedTask;

        protected internal override ViolatedKey? ViolatedKeyOf(DbUpdateException failure) => null;

        protected internal override bool IsOutOfReach(Exception failure) => false;

        protected override void OnModelCreating(ModelBuilder builder)
        {
            builder.Entity<Unspoken>();
            base.OnModelCreating(builder);
        }
    }
}
