using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OneStop.Tests.House;

namespace OneStop.Tests.Portal;

/// <summary>A portal that finds a database of a version before the first release, or of a newer version.</summary>
[SqliteOnly("makes a SQLite file of another version")]
public sealed class OtherSchemaTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("onestop-other-").FullName;

    private string Database => Path.Combine(folder, "onestop.db");

    [Fact]
    public async Task In_Development_it_is_moved_aside_whole_and_a_new_one_is_made()
    {
        await MakeOther();
        await using var oneStop = new TestOneStop();
        oneStop.Settings["ConnectionStrings:OneStop"] = $"Data Source={Database}";
        await File.WriteAllTextAsync(Path.Combine(oneStop.Folder, "audit.head"), "another trail's");
        await oneStop.InitializeAsync();
        await Assert.ThrowsAsync<SqliteException>(() => oneStop.Read(db => db.Database.ExecuteSqlRawAsync("SELECT * FROM Before")));
        Assert.True((await oneStop.VerifyTrail()).IsWhole);
        var aside = Assert.Single(Directory.EnumerateFiles(folder, "onestop.db.before-????????-??????"));
        Assert.Equal(1L, await Ask(aside, "SELECT COUNT(*) FROM Before"));
        Assert.Single(Directory.EnumerateFiles(oneStop.Folder, "audit.head.before-*"));
        Assert.Contains(oneStop.Logged, line => line.Contains("移し", StringComparison.Ordinal) && line.Contains(aside, StringComparison.Ordinal));
    }

    [Fact, NeedsTime("starts a portal")]
    public async Task In_Production_the_start_is_refused_in_one_sentence_and_nothing_is_touched()
    {
        await MakeOther();
        var before = await File.ReadAllBytesAsync(Database);
        await using var portal = new PortalProcess(new(StartTests.Whole));
        portal.Set("ConnectionStrings__OneStop", $"Data Source={Database}");
        var (code, words) = await portal.Run();
        Assert.Equal(1, code);
        Assert.Contains("最初のリリースより前の版", words);
        Assert.Single(words.Trim().Split('\n'));
        Assert.Equal(before.Length, new FileInfo(Database).Length);
        Assert.Equal(1L, await Ask(Database, "SELECT COUNT(*) FROM Before"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task MakeOther() => await Ask(Database, """
        CREATE TABLE "__EFMigrationsHistory" ("MigrationId" TEXT NOT NULL PRIMARY KEY, "ProductVersion" TEXT NOT NULL);
        INSERT INTO "__EFMigrationsHistory" VALUES ('20261123141511_Beginning', '10.0.0');
        CREATE TABLE Before (Id INTEGER); INSERT INTO Before VALUES (1); SELECT 1
        """);

    private static async Task<object?> Ask(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
