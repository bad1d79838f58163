using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.House;

namespace OneStop.Tests.Line;

/// <summary>送信取消: a message that a client unsends is erased everywhere; only its time and id stay.</summary>
public sealed class UnsendTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_text_is_wiped_from_the_talk_the_list_and_the_raw_event()
    {
        var friend = await oneStop.AFriend();
        var id = oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "取り消す秘密" });
        await Kept(id);
        oneStop.Line.Unsend(friend.UserId, id);
        await Unsent(id);

        Assert.False(await oneStop.Read(db => db.Messages.AnyAsync(m => m.Text!.Contains("取り消す秘密"))));
        Assert.False(await oneStop.Read(db => db.IncomingEvents.AnyAsync(e => e.Body.Contains("取り消す秘密"))));
        var member = await oneStop.AMember("counselor", Duty.Counselor);
        var conversation = await oneStop.ConversationOf(friend);
        var thread = await oneStop.As(member, s => s.GetRequiredService<ConversationDesk>().Open(conversation));
        Assert.NotNull(thread!.Messages.Single(m => m.UnsentAt is not null));
        Assert.NotNull(thread.AnswerDue); // staff must still answer, or mark it as needing no answer
    }

    [Fact]
    public async Task A_few_minutes_later_no_byte_of_it_is_left_anywhere_in_the_data_folder()
    {
        const string secret = "どこにも残らないはずの秘密";
        var friend = await oneStop.AFriend();
        var filler = oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "前の話" });
        // large enough for several pages of the database
        var id = oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = string.Concat(Enumerable.Repeat(secret, 300)) });
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "後の話", ["quotedMessageId"] = id });
        await Kept(id);
        var member = await oneStop.AMember("counselor", Duty.Counselor);
        var conversation = await oneStop.ConversationOf(friend);
        await oneStop.As(member, s => s.GetRequiredService<ConversationDesk>().Assign(conversation, member.Id, null)); // adds entries to the audit trail
        Assert.NotEmpty(FilesWith(secret));
        oneStop.Line.Unsend(friend.UserId, id);
        await Unsent(id);
        Assert.NotEqual(id, filler);

        await TestOneStop.Until(() =>
        {
            oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
            return Task.FromResult(FilesWith(secret).Count == 0);
        }, "the words to be gone from the disk");
    }

    /// <summary>Returns the files of the data folder whose bytes contain these words.</summary>
    private List<string> FilesWith(string words) => [.. Directory.GetFiles(oneStop.Folder, "*", SearchOption.AllDirectories).Where(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes); // to its present end: the log may be truncated meanwhile
        return bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0;
    })];

    [Fact]
    public async Task A_picture_loses_its_bytes_and_its_name()
    {
        var friend = await oneStop.AFriend();
        var id = oneStop.Line.SendBytes(friend.UserId, new() { ["type"] = "image", ["contentProvider"] = new JsonObject { ["type"] = "line" } },
            [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3], "image/jpeg");
        var conversation = await oneStop.ConversationOf(friend);
        await TestOneStop.Until(() => oneStop.Read(db => db.StoredFiles.AnyAsync(f => f.ConversationId == conversation && f.State == FileState.Stored)));
        var name = await oneStop.Read(db => db.StoredFiles.Where(f => f.ConversationId == conversation).Select(f => f.Contents!.StorageName).SingleAsync());
        oneStop.Line.Unsend(friend.UserId, id);
        await Unsent(id);
        Assert.Equal(FileState.Wiped, await oneStop.Read(db => db.StoredFiles.Where(f => f.ConversationId == conversation).Select(f => f.State).SingleAsync()));
        Assert.Null(oneStop.Services.GetRequiredService<FileStore>().Open(name));
    }

    [Fact]
    public async Task One_that_was_taken_back_before_it_came_is_never_kept()
    {
        var friend = await oneStop.AFriend();
        await oneStop.PostEvents(Event(friend, "01UNSENDFIRST", "unsend", """ "unsend":{"messageId":"777"} """));
        await oneStop.Processed("01UNSENDFIRST");
        await oneStop.PostEvents(Event(friend, "01MESSAGELATE", "message", """ "message":{"id":"777","type":"text","text":"遅れて届いた秘密"} """));
        await oneStop.Processed("01MESSAGELATE");
        Assert.False(await oneStop.Read(db => db.Messages.AnyAsync(m => m.Text!.Contains("遅れて届いた秘密"))));
        Assert.Equal("{}", await oneStop.Read(db => db.IncomingEvents.Where(e => e.EventId == "01MESSAGELATE").Select(e => e.Body).SingleAsync()));
    }

    [Theory]
    [InlineData("01GROUPSAYS", "01GROUPTAKESBACK", "881")]
    [InlineData("01GROUPSAYSLATE", "01GROUPTAKESBACKEARLY", "882")] // LINE does not guarantee the order
    public async Task What_is_taken_back_in_a_group_is_wiped_from_the_raw_event(string says, string takesBack, string id)
    {
        const string source = """ "timestamp":1791158400000,"source":{"type":"group","groupId":"C3","userId":"U44444444444444444444444444444444"} """;
        var said = $$$"""{"type":"message","webhookEventId":"{{{says}}}",{{{source}}},"message":{"id":"{{{id}}}","type":"text","text":"みんなに言った秘密"}}""";
        var taken = $$$"""{"type":"unsend","webhookEventId":"{{{takesBack}}}",{{{source}}},"unsend":{"messageId":"{{{id}}}"}}""";
        foreach (var (happened, eventId) in id == "881" ? [(said, says), (taken, takesBack)] : new[] { (taken, takesBack), (said, says) })
        {
            await oneStop.PostEvents(happened);
            await oneStop.Processed(eventId);
        }
        Assert.Equal("{}", await oneStop.Read(db => db.IncomingEvents.Where(e => e.EventId == says).Select(e => e.Body).SingleAsync()));
    }

    private static string Event(VirtualFriend friend, string id, string type, string more) =>
        $$$"""{"type":"{{{type}}}","timestamp":1791158400000,"source":{"type":"user","userId":"{{{friend.UserId}}}"},"webhookEventId":"{{{id}}}",{{{more}}}}""";

    private Task Kept(string id) => TestOneStop.Until(() => oneStop.Read(db => db.Messages.AnyAsync(m => m.LineMessageId == id)));

    private Task Unsent(string id) => TestOneStop.Until(() => oneStop.Read(db => db.Messages.AnyAsync(m => m.LineMessageId == id && m.UnsentAt != null)));
}
