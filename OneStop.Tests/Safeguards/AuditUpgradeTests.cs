using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Portal.Backup;
using OneStop.Tests.House;

namespace OneStop.Tests.Safeguards;

/// <summary>The entries that waited while a database of a version without codes was brought up to date.</summary>
public sealed class AuditUpgradeTests : IDisposable
{
    private const int Many = 700; // more than one sealing takes
    private const int Searches = 40;

    private readonly string folder = Directory.CreateTempSubdirectory("onestop-upgrade-").FullName;

    private string Connection => $"Data Source={Path.Combine(folder, "before.db")}";

    [Fact]
    [SqliteOnly("makes a file of an earlier version")]
    public async Task The_start_that_brings_the_codes_believes_all_that_waited_and_none_after_it_does()
    {
        await using var oneStop = new TestOneStop();
        await MakeOld(oneStop.Clock.GetUtcNow());
        oneStop.Settings["ConnectionStrings:OneStop"] = Connection;
        await oneStop.InitializeAsync();
        var verdict = await oneStop.VerifyTrail();
        Assert.Equal((true, 0L), (verdict.IsWhole, verdict.Forged));
        Assert.Equal(Searches, verdict.Unsealed); // they rest, as searches do
        oneStop.Clock.Advance(AuditTrail.SearchesRest);
        verdict = await oneStop.VerifyTrail();
        Assert.True(verdict.IsWhole);
        Assert.True(verdict.Entries >= Many);

        await oneStop.Read(db => db.Database.ExecuteSqlRawAsync(Entry(Many + 1, "Looked", oneStop.Clock.GetUtcNow())));
        Assert.Equal(1, (await oneStop.VerifyTrail()).Forged);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task MakeOld(DateTimeOffset now)
    {
        await File.WriteAllBytesAsync(Path.Combine(folder, "before.db"), []);
        var actor = new Actor();
        actor.BeClock();
        await using var db = await SqliteFile.Of(Connection).Contexts(actor).CreateDbContextAsync();
        await db.GetService<IMigrator>().MigrateAsync("NamesInCharacters");
        for (var i = 0; i < Many; i++)
            await db.Database.ExecuteSqlRawAsync(Entry(i, i < Searches ? "Searched" : "Looked", now));
    }

    private static string Entry(int number, string act, DateTimeOffset at) =>
        $"INSERT INTO \"AuditEntries\" (\"Id\", \"At\", \"Act\", \"ActorKind\", \"Subject\", \"SubjectId\", \"Fields\") VALUES ('{Guid.CreateVersion7(at).ToString().ToUpperInvariant()}', '{at.UtcDateTime:yyyy-MM-dd HH:mm:ss}', '{act}', 'Staff', 'Conversation', 'x{number}', '[]')";
}
