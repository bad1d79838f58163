using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms;
using OneStop.Portal.Backup;
using OneStop.Tests.House;

namespace OneStop.Tests.Portal;

/// <summary>The demo data shows programs as the desks let them become.</summary>
[SqliteOnly("starts portals on a SQLite file")]
public sealed class DemoProgramTests
{
    [Fact]
    public async Task No_program_goes_on_for_a_client_whose_support_has_ended()
    {
        var folder = Directory.CreateTempSubdirectory("onestop-demo-");
        await DemoFolder.CopyTo(folder.FullName);
        var actor = new Actor();
        actor.BeClock();
        await using (var db = await new SqliteFile(Path.Combine(folder.FullName, "onestop.db")).Contexts(actor).CreateDbContextAsync())
        {
            var closed = db.CaseClosings.Where(c => c.ReopenedAt == null).Select(c => c.ClientId);
            Assert.True(await closed.AnyAsync());
            Assert.True(await db.SupportPrograms.Open().AnyAsync());
            Assert.False(await db.SupportPrograms.Open().AnyAsync(p => closed.Contains(p.ClientId)));
        }
        folder.Delete(recursive: true);
    }
}
