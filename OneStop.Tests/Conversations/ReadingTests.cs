using OneStop.Domain.Conversations;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Conversations;

/// <summary>A long conversation is loaded in parts: the newest, earlier and later ones, and a place in the middle.</summary>
public sealed class ReadingTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_place_in_the_middle_is_opened_with_what_stands_before_and_after()
    {
        var (member, conversation, said) = await LongTalk();
        var place = said[60].Order;
        var view = (await oneStop.At<ConversationDesk, ConversationView?>(member, d => d.Open(conversation, place)))!;
        Assert.Equal((true, true), (view.HasEarlier, view.HasLater));
        Assert.Contains(view.Messages, m => m.Order == place);
        Assert.Equal(view.Messages.Select(m => m.Order).Order(), view.Messages.Select(m => m.Order));

        var later = await oneStop.At<ConversationDesk, IReadOnlyList<MessageRow>>(member, d => d.Later(conversation, view.Last!.Order));
        var earlier = await oneStop.At<ConversationDesk, IReadOnlyList<MessageRow>>(member, d => d.Earlier(conversation, view.First!.Order));
        var whole = earlier.Concat(view.Messages).Concat(later).Where(m => m.By == Speaker.Client).Select(m => m.Text).ToList();
        Assert.Equal(said.Select(s => s.Text).Intersect(whole), whole); // no duplicates and no gaps
    }

    [Fact]
    public async Task What_is_read_again_further_up_does_not_run_to_the_end()
    {
        var (member, conversation, said) = await LongTalk();
        var view = (await oneStop.At<ConversationDesk, ConversationView?>(member, d => d.ReadAgain(conversation, said[10].Order, said[20].Order)))!;
        Assert.Equal((said[10].Order, said[20].Order, true), (view.First!.Order, view.Last!.Order, view.HasLater));
    }

    [Fact]
    public async Task The_first_unread_message_is_known_when_the_talk_is_opened_and_not_before_the_first_look()
    {
        var member = await oneStop.AMember("reader", Duty.Counselor);
        var friend = await oneStop.AFriend();
        var conversation = await oneStop.ConversationOf(friend);
        await Say(friend, "一つ目");
        Assert.Null((await Open()).FirstUnread); // everything is new: no line is needed
        Assert.Null((await Open()).FirstUnread); // everything has been read
        await Say(friend, "二つ目");
        await Say(friend, "三つ目");
        var view = await Open();
        Assert.Equal("二つ目", view.Messages.Single(m => m.Order == view.FirstUnread).Text);

        async Task<ConversationView> Open() => (await oneStop.At<ConversationDesk, ConversationView?>(member, d => d.Open(conversation)))!;
    }

    private async Task<(StaffMember Member, Guid Conversation, List<MessageRow> Said)> LongTalk()
    {
        var member = await oneStop.AMember("reader", Duty.Counselor);
        var friend = await oneStop.AFriend();
        await oneStop.SaysAll(friend, [.. Enumerable.Range(0, 120).Select(i => $"{i}番目の言葉")]);
        var conversation = await oneStop.ConversationOf(friend);
        return (member, conversation, await Everything());

        async Task<List<MessageRow>> Everything() =>
            [.. (await oneStop.At<ConversationDesk, ConversationView?>(member, d => d.ReadAgain(conversation, 0)))!.Messages.Where(m =>
                m.By == Speaker.Client)];
    }

    private async Task Say(OneStop.Line.Simulator.VirtualFriend friend, string text)
    {
        var conversation = await oneStop.ConversationOf(friend);
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = text });
        await TestOneStop.Until(() => oneStop.Read(db => Task.FromResult(db.Messages.Any(m => m.ConversationId == conversation && m.Text == text))), text);
    }
}
