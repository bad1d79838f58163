using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Portal.Data;

namespace OneStop.Tests.House;

/// <summary>
/// An empty SQLite database with this version's schema, migrated once for all fixtures; each begins with a copy, like a portal that
/// was stopped after its first start. The first start itself has tests of its own.
/// </summary>
internal static class MigratedDatabase
{
    private static readonly Lazy<Task<byte[]>> Made = new(Make);

    /// <summary>Copies the database to where a portal will open it.</summary>
    public static async Task CopyTo(string file) => await File.WriteAllBytesAsync(file, await Made.Value);

    private static async Task<byte[]> Make()
    {
        var folder = Directory.CreateTempSubdirectory("onestop-migrated-").FullName;
        try
        {
            var file = Path.Combine(folder, "onestop.db");
            var clock = new Actor();
            clock.BeClock();
            await using (var db = new SqliteOneStopDb(
                new DbContextOptionsBuilder<SqliteOneStopDb>().UseSqlite($"Data Source={file};Pooling=False").Options, clock, new WriteQueue()))
            {
                await db.Database.MigrateAsync();
                await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"); // everything is in the one file then
            }
            return await File.ReadAllBytesAsync(file);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
