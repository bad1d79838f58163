using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Conversations;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Conversations;

/// <summary>Who waits, for the team and for me.</summary>
public sealed class InboxTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Reading_is_mine_and_waiting_is_the_teams()
    {
        var (one, two) = (await oneStop.AMember("one", Duty.Counselor), await oneStop.AMember("two", Duty.Counselor));
        var conversation = await Asking("読んだだけの質問");
        Assert.True(await IsUnread(one, conversation));
        await oneStop.As(one, s => s.GetRequiredService<ConversationDesk>().Open(conversation));
        Assert.False(await IsUnread(one, conversation));
        Assert.True(await IsUnread(two, conversation)); // hers
        Assert.Contains(await List(two, InboxList.NeedsAnswer), r => r.Id == conversation); // the team's

        await oneStop.As(one, s => s.GetRequiredService<AnswerDesk>().Answer(conversation, "お答えします"));
        Assert.DoesNotContain(await List(two, InboxList.NeedsAnswer), r => r.Id == conversation);
        Assert.Contains(await List(one, InboxList.Mine), r => r.Id == conversation); // who answers takes it
        Assert.DoesNotContain(await List(two, InboxList.Mine), r => r.Id == conversation);
    }

    [Fact]
    public async Task The_nearest_deadline_stands_first()
    {
        var member = await oneStop.AMember("one", Duty.Counselor);
        var earlier = await Asking("先の質問");
        oneStop.Clock.Advance(TimeSpan.FromHours(2));
        var later = await Asking("後の質問");
        var order = (await List(member, InboxList.NeedsAnswer)).Select(r => r.Id).ToList();
        Assert.True(order.IndexOf(earlier) < order.IndexOf(later));
    }

    [Fact]
    public async Task A_change_is_seen_at_once_though_the_lists_are_shared()
    {
        var member = await oneStop.AMember("one", Duty.Counselor);
        var before = (await View(member)).Counts[InboxList.NeedsAnswer];
        await Asking("もうひとつの質問");
        Assert.Equal(before + 1, (await View(member)).Counts[InboxList.NeedsAnswer]);
    }

    [Fact]
    public async Task What_was_taken_back_leaves_the_talk_as_it_was()
    {
        var member = await oneStop.AMember("one", Duty.Counselor);
        var conversation = await Asking("そのままの質問");
        await oneStop.As(member, s => s.GetRequiredService<AnswerDesk>().Answer(conversation, "書きかけ"));
        var held = (await oneStop.As(member, s => s.GetRequiredService<ConversationDesk>().Open(conversation)))!.Messages[^1].OutgoingId!.Value;
        await oneStop.As(member, s => s.GetRequiredService<AnswerDesk>().TakeBack(conversation, held));
        var view = (await oneStop.As(member, s => s.GetRequiredService<ConversationDesk>().Open(conversation)))!;
        Assert.Equal((null, "書きかけ", true), (view.AssigneeId, view.Draft, view.AnswerDue is not null));
    }

    private async Task<Guid> Asking(string text)
    {
        var friend = await oneStop.AFriend();
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = text });
        await TestOneStop.Until(() => Task.FromResult(oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine) == 3), "the receipt");
        return await oneStop.ConversationOf(friend);
    }

    private Task<InboxView> View(StaffMember member) => oneStop.As(member, s => s.GetRequiredService<InboxDesk>().List(InboxList.NeedsAnswer));

    private async Task<IReadOnlyList<InboxRow>> List(StaffMember member, InboxList list) => (await oneStop.As(member, s => s.GetRequiredService<InboxDesk>().List(list))).Rows;

    private async Task<bool> IsUnread(StaffMember member, Guid conversation) => (await List(member, InboxList.All)).Single(r => r.Id == conversation).IsUnread;
}
