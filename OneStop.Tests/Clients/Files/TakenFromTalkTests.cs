using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Files;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.House;

namespace OneStop.Tests.Clients.Files;

/// <summary>記録に入れる: files of the talk, copied into the record; unsending erases the message's own file only.</summary>
public sealed class TakenFromTalkTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_picture_of_the_talk_is_filed_with_a_kind_and_stays_with_a_warning_when_it_is_unsent()
    {
        var (member, client, friend, message) = await APicture();
        var file = Assert.Single(await OfTalk(member, client));
        Assert.Equal((true, true), (file.IsPicture, file.IsByClient));
        var taken = await Take(member, client, file.Id);
        Assert.Empty(await OfTalk(member, client)); // it is in the record
        var row = Assert.Single((await oneStop.FilesOf(member, client)).Rows);
        Assert.Equal((taken, true, false, "写真.png"), (row.Id, row.IsFromTalk, row.IsUnsent, row.Title));
        var own = await oneStop.Read(db => db.StoredFiles.Where(f => f.Id == file.Id).Select(f => f.Contents!.StorageName).SingleAsync());

        oneStop.Line.Unsend(friend.UserId, message);
        await TestOneStop.Until(() => oneStop.Read(db => db.StoredFiles.AnyAsync(f => f.Id == file.Id && f.State == FileState.Wiped)));
        Assert.Null(oneStop.Services.GetRequiredService<FileStore>().Open(own));
        Assert.True((await oneStop.FilesOf(member, client)).Rows.Single().IsUnsent);
        await using var kept = (await oneStop.At<ClientFileDesk, OpenedFile?>(member, d => d.Take(taken)))!.Bytes;
        Assert.Equal(SomeFile.Png().Length, kept.Length);
        await Assert.ThrowsAsync<RuleException>(() => Take(member, client, file.Id)); // what is unsent cannot be taken
    }

    [Fact]
    public async Task A_file_of_somebody_elses_talk_is_not_taken()
    {
        var (member, client, _, _) = await APicture();
        var (_, other, _, _) = await APicture();
        var file = Assert.Single(await OfTalk(member, other));
        await Assert.ThrowsAsync<RuleException>(() => Take(member, client, file.Id));
        Assert.Empty((await oneStop.FilesOf(member, client)).Rows);
    }

    [Fact]
    public async Task Taken_twice_by_one_press_it_is_there_once_and_no_bytes_stay_that_no_row_names()
    {
        var (member, client, _, _) = await APicture();
        var file = Assert.Single(await OfTalk(member, client));
        var (wish, key) = (new ClientFileWish("写真.png", StandardFileKinds.IdOf("その他"), null, ""), Guid.CreateVersion7(oneStop.Clock.GetUtcNow()));
        var first = await oneStop.At<ClientFileDesk, Guid>(member, d => d.TakeFromTalk(client, file.Id, new(wish, wish) { Key = key }));
        Assert.Equal(first, await oneStop.At<ClientFileDesk, Guid>(member, d => d.TakeFromTalk(client, file.Id, new(wish, wish) { Key = key })));
        var named = await oneStop.Read(db => db.AllStorageNames());
        Assert.Empty(Directory.GetFiles(Path.Combine(oneStop.Folder, "files"), "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)).Except(named));
    }

    [Fact]
    public async Task Papers_behind_many_voices_can_be_taken_too()
    {
        var (member, client, friend, _) = await APicture();
        var talk = await oneStop.ConversationOf(friend);
        await oneStop.Read(async db =>
        {
            for (var n = 1; n <= 40; n++)
                db.StoredFiles.Add(StoredFile.FromStaff(talk, null, new($"{n:x32}", "audio/mp4", 9), null, oneStop.Clock.GetUtcNow().AddMinutes(n)));
            return await db.SaveChangesAsync();
        });
        Assert.True(Assert.Single(await OfTalk(member, client)).IsPicture);
        await oneStop.Read(db => db.StoredFiles.Where(f => f.ConversationId == talk && f.Source == null).ExecuteDeleteAsync()); // they have no bytes
    }

    [Fact]
    [SqliteOnly("loses the answer to its commit")]
    public async Task A_copy_of_which_nobody_knows_whether_it_was_saved_keeps_its_bytes()
    {
        var failing = new FailingCommands();
        await using var unsure = new TestOneStop { Options = options => options.AddInterceptors(failing) };
        await unsure.InitializeAsync();
        var (member, client, _, _) = await new TakenFromTalkTests(unsure).APicture();
        var file = Assert.Single(await new TakenFromTalkTests(unsure).OfTalk(member, client));
        var isSaving = false;
        failing.Before = sql =>
        {
            isSaving |= sql.Contains("INSERT INTO \"ClientFiles\"", StringComparison.Ordinal);
            return null;
        };
        failing.AfterCommit = () => isSaving ? new TimeoutException("The connection is gone.") : null;
        await Assert.ThrowsAnyAsync<Exception>(() => new TakenFromTalkTests(unsure).Take(member, client, file.Id));
        failing.AfterCommit = () => null;
        var row = Assert.Single((await unsure.FilesOf(member, client)).Rows);
        await using var bytes = (await unsure.At<ClientFileDesk, OpenedFile?>(member, d => d.Take(row.Id)))!.Bytes;
        Assert.Equal(SomeFile.Png().Length, bytes.Length);
    }

    private Task<IReadOnlyList<TalkFileRow>> OfTalk(StaffMember by, Guid client) => oneStop.At<ClientFileDesk, IReadOnlyList<TalkFileRow>>(by, d => d.OfTalk(client));

    private Task<Guid> Take(StaffMember by, Guid client, Guid file)
    {
        var wish = new ClientFileWish("写真.png", StandardFileKinds.IdOf("その他"), null, "");
        return oneStop.At<ClientFileDesk, Guid>(by, d => d.TakeFromTalk(client, file, new(wish, wish)));
    }

    private async Task<(StaffMember, Guid Client, VirtualFriend, string Message)> APicture()
    {
        var (member, friend) = (await oneStop.AMember("talk-file-counselor", Duty.Counselor), await oneStop.AFriend());
        var message = oneStop.Line.SendBytes(friend.UserId, new() { ["type"] = "image", ["contentProvider"] = new JsonObject { ["type"] = "line" } }, SomeFile.Png(), "image/png");
        var talk = await oneStop.ConversationOf(friend);
        await TestOneStop.Until(() => oneStop.Read(db => db.StoredFiles.AnyAsync(f => f.ConversationId == talk && f.State == FileState.Stored)));
        return (member, await oneStop.At<ClientDesk, Guid>(member, d => d.Register(talk, null, null)), friend, message);
    }
}
