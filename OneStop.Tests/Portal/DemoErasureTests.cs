using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Erasures;
using OneStop.Domain.Staff;
using OneStop.Portal.Backup;
using OneStop.Tests.House;

namespace OneStop.Tests.Portal;

/// <summary>The demo data shows an erasure that waits for approval and can be approved, after the portal has processed everything that waited.</summary>
[SqliteOnly("starts portals on a SQLite file")]
public sealed class DemoErasureTests
{
    [Fact]
    public async Task The_erasure_that_waits_for_approval_is_what_was_asked_for_and_nothing_stands_in_its_way()
    {
        var folder = Directory.CreateTempSubdirectory("onestop-demo-");
        await DemoFolder.CopyTo(folder.FullName);
        var actor = new Actor();
        actor.BeClock();
        await using (var db = await new SqliteFile(Path.Combine(folder.FullName, "onestop.db")).Contexts(actor).CreateDbContextAsync())
        {
            var waiting = await db.Erasures.Include(e => e.Approval).SingleAsync(e => e.ClosedAt == null);
            Assert.Equal(ErasureState.Asked, waiting.State);
            Assert.Equal(waiting.Approval!.Digest, await db.ErasureDigestOf(waiting));
            Assert.Empty(await db.ObstaclesOf(await db.ErasedPersonOf(waiting.ClientId), waiting.Approval.AskedAt));
            Assert.True(await db.Clients.AnyAsync(c => c.ErasureAskedAt != null && c.Id != waiting.ClientId)); // another wish is still to be received
        }
        folder.Delete(recursive: true);
    }
}
