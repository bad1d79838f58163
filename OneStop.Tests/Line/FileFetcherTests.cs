using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Conversations.Files;
using OneStop.Line.Reception;
using OneStop.Line.Simulator;
using OneStop.Tests.House;

namespace OneStop.Tests.Line;

/// <summary>Files that a killed portal left behind are deleted unless a row names them.</summary>
public sealed class FileFetcherTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private const string Orphan = "000000000000000000000000000000aa";
    private const string Named = "000000000000000000000000000000bb";
    private const string InHand = "000000000000000000000000000000cc";

    private string Files => Path.Combine(oneStop.Folder, "files");

    [Fact]
    public async Task A_file_that_is_not_whole_yet_lies_apart()
    {
        var friend = await oneStop.AFriend();
        var before = Stored();
        oneStop.Line.Orders.Give(new(LineCall.Content, Trouble.HalfOnly));
        SendPicture(friend);
        await TestOneStop.Until(() => Task.FromResult(oneStop.Line.Orders.KeptWaiting == 1), "half of it");
        Assert.All(Stored().Except(before), file => Assert.Equal("incoming", Path.GetFileName(Path.GetDirectoryName(file))));
        oneStop.Clock.Advance(TimeSpan.FromMinutes(6));
    }

    [Fact]
    public async Task What_a_killed_portal_left_is_kept_where_a_row_names_it_and_deleted_where_none_does()
    {
        var friend = await oneStop.AFriend();
        SendPicture(friend);
        var conversation = await oneStop.ConversationOf(friend);
        await TestOneStop.Until(() => oneStop.Read(db => db.StoredFiles.AnyAsync(f => f.ConversationId == conversation && f.State == FileState.Stored)),
            "the picture");
        var incoming = Directory.CreateDirectory(Path.Combine(Files, "incoming")).FullName;
        foreach (var left in (string[])[Orphan, Named, InHand])
            await File.WriteAllTextAsync(Path.Combine(incoming, left), "bytes");
        await oneStop.Read(async db => // killed between save and move
        {
            var file = await db.StoredFiles.SingleAsync(f => f.ConversationId == conversation);
            file.Keep(file.Contents!, new(Named, "image/jpeg", 5));
            return await db.SaveChangesAsync();
        });
        // another portal is writing it
        await using var elsewhere = new FileStream(Path.Combine(incoming, InHand), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var next = ActivatorUtilities.CreateInstance<FileFetcher>(oneStop.Services);
        await next.StartAsync(CancellationToken.None);
        await TestOneStop.Until(() => Task.FromResult(!File.Exists(Path.Combine(incoming, Orphan)) && !File.Exists(Path.Combine(incoming, Named))),
            "the sweeping");
        await next.StopAsync(CancellationToken.None);
        Assert.True(File.Exists(Path.Combine(incoming, InHand)));
        await using var kept = oneStop.Services.GetRequiredService<FileStore>().Open(Named);
        Assert.Equal(5, kept!.Length);
    }

    [Fact]
    [SqliteOnly("loses the answer to its commit")]
    public async Task A_file_whose_row_was_saved_without_an_answer_keeps_its_bytes()
    {
        var failing = new FailingCommands();
        await using var unsure = new TestOneStop { Options = options => options.AddInterceptors(failing) };
        await unsure.InitializeAsync();
        var (isSaving, lost) = (0, 0);
        failing.Before = sql =>
        {
            if (sql.Contains("UPDATE \"StoredFiles\"", StringComparison.Ordinal))
                isSaving = 1;
            return null;
        };
        failing.AfterCommit = () => Interlocked.Exchange(ref isSaving, 0) == 1 && Interlocked.Increment(ref lost) == 1 ? new TimeoutException("The connection is gone.") : null;
        var friend = await unsure.AFriend();
        unsure.Line.SendBytes(friend.UserId, new() { ["type"] = "image", ["contentProvider"] = new JsonObject { ["type"] = "line" } },
            [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3], "image/jpeg");
        await TestOneStop.Until(() => unsure.Read(db => db.StoredFiles.AnyAsync(f => f.State == FileState.Stored)), "the picture");
        Assert.Equal(1, lost);
        var name = await unsure.Read(db => db.StoredFiles.Select(f => f.Contents!.StorageName).SingleAsync());
        await TestOneStop.Until(() => Task.FromResult(unsure.Logged.Any(l => l.Contains("could not be fetched", StringComparison.Ordinal))), "the failure");
        await using var bytes = await unsure.Services.GetRequiredService<FileStore>().OpenNamed(name);
        Assert.NotNull(bytes);
    }

    private string[] Stored() => Directory.Exists(Files) ? Directory.GetFiles(Files, "*", SearchOption.AllDirectories) : [];

    private void SendPicture(VirtualFriend friend) =>
        oneStop.Line.SendBytes(friend.UserId, new() { ["type"] = "image", ["contentProvider"] = new JsonObject { ["type"] = "line" } },
            [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3], "image/jpeg");
}
