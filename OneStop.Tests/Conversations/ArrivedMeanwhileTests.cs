using OneStop.Domain.Conversations;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Conversations;

/// <summary>A message that arrives while a conversation is being opened is shown as soon as the screen reads again.</summary>
[SqliteOnly("the query that waits is found by SQLite's SQL")]
public sealed class ArrivedMeanwhileTests
{
    [Fact]
    public async Task A_message_that_arrives_after_the_messages_were_read_does_not_cut_the_conversation_off()
    {
        var held = new HeldCommands();
        await using var oneStop = new TestOneStop { Options = options => options.AddInterceptors(held) };
        await oneStop.InitializeAsync();
        var (friend, member) = (await oneStop.AFriend(), await oneStop.AMember("reader", Duty.Counselor));
        await oneStop.SaysAll(friend, ["はじめの話"]);
        var conversation = await oneStop.ConversationOf(friend);

        var waits = held.HoldNext("AND \"c\".\"Id\" = @conversationId\nLIMIT 2"); // the conversation itself, which is read after its messages
        var opening = oneStop.At<ConversationDesk, ConversationView?>(member, desk => desk.Open(conversation));
        await Task.WhenAny(waits, opening);
        Assert.False(opening.IsCompleted);
        await oneStop.SaysAll(friend, ["途中で届いた話"]);
        held.Release();

        var opened = (await opening)!;
        Assert.Equal("はじめの話", opened.Messages.Last(m => m.By == Speaker.Client).Text);
        Assert.False(opened.HasLater); // or the screen would never read past the last message that it shows
        var again = (await oneStop.At<ConversationDesk, ConversationView?>(member, desk => desk.ReadAgain(conversation, opened.First!.Order)))!;
        Assert.Equal("途中で届いた話", again.Messages.Last(m => m.By == Speaker.Client).Text);
    }
}
