using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Portal.Data;

namespace OneStop.Tests.House;

/// <summary>
/// An empty SQLite database of this version's shape, migrated once for all fixtures: each begins with a copy, as a portal begins that
/// was stopped after its first start. What a first start does has tests of its own.
/// </summary>
internal static class MigratedDatabase
{
    private static readonly Lazy<Task<byte[]>> Made = new(Make);

    /// <summary>Puts a copy of it where a portal will open it.</summary>
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
                await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"); // all of it is in the one file then
            }
            return await File.ReadAllBytesAsync(file);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
