using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Inbox;
using OneStop.Domain.Conversations.Tags;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.Conversations;

/// <summary>The conversations that wait, for the team and for each member.</summary>
public sealed class InboxTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Reading_is_mine_and_waiting_is_the_teams()
    {
        var (one, two) = (await oneStop.AMember("one", Duty.Counselor), await oneStop.AMember("two", Duty.Counselor));
        var conversation = await oneStop.AsksSomething("読んだだけの質問");
        Assert.True(await IsUnread(one, conversation));
        await oneStop.As(one, s => s.GetRequiredService<ConversationDesk>().Open(conversation));
        Assert.False(await IsUnread(one, conversation));
        Assert.True(await IsUnread(two, conversation)); // unread is per member
        Assert.Contains(await List(two, InboxList.NeedsAnswer), r => r.Id == conversation); // waiting is for the team

        await oneStop.As(one, s => s.GetRequiredService<AnswerDesk>().Answer(conversation, "お答えします"));
        Assert.DoesNotContain(await List(two, InboxList.NeedsAnswer), r => r.Id == conversation);
        Assert.Contains(await List(one, InboxList.Mine), r => r.Id == conversation); // the member who answers becomes the assignee
        Assert.DoesNotContain(await List(two, InboxList.Mine), r => r.Id == conversation);
    }

    [Fact]
    public async Task What_is_mine_is_counted_for_me_though_the_lists_are_shared()
    {
        var (one, two) = (await oneStop.AMember("mine", Duty.Counselor), await oneStop.AMember("hers", Duty.Counselor));
        var conversation = await oneStop.AsksSomething("担当のいる質問");
        await oneStop.At<ConversationDesk>(one, d => d.Assign(conversation, one.Id, null));
        Assert.Equal((1, 0, 1), (await Mine(one), await Mine(two), await Mine(one)));

        async Task<int> Mine(StaffMember member) =>
            (await oneStop.At<InboxDesk, InboxView>(member, d => d.List(InboxList.Mine))) is var view && view.Counts[InboxList.Mine] == view.Rows.Count
            ? view.Rows.Count : -1;
    }

    [Fact]
    public async Task A_list_that_could_not_be_read_is_read_anew_by_who_asks_next()
    {
        var failing = new FailingCommands();
        await using var own = new TestOneStop { Options = options => options.AddInterceptors(failing) };
        await own.InitializeAsync();
        var member = await own.AMember("unlucky", Duty.Counselor);
        failing.Before = sql => sql.Contains("\"Conversations\"", StringComparison.Ordinal) ? new InvalidOperationException("no disk") : null;
        await Assert.ThrowsAnyAsync<Exception>(() => own.At<InboxDesk, InboxView>(member, d => d.List(InboxList.All)));
        failing.Before = _ => null;
        Assert.Empty((await own.At<InboxDesk, InboxView>(member, d => d.List(InboxList.All))).Rows);
    }

    [Fact]
    public async Task Whoever_blocks_the_account_stands_below_those_who_can_be_answered()
    {
        var member = await oneStop.AMember("one", Duty.Counselor);
        var friend = await oneStop.AFriend();
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "先に待っていた人" });
        var first = await oneStop.ConversationOf(friend);
        await TestOneStop.Until(async () => (await List(member, InboxList.NeedsAnswer)).Any(r => r.Id == first), "the first");
        oneStop.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = await oneStop.AsksSomething("あとから待つ人");
        Assert.Equal([first, second], await Both());
        oneStop.Line.Block(friend.UserId);
        await TestOneStop.Until(async () => (await List(member, InboxList.NeedsAnswer)).Any(r => r.Id == first && r.IsBlocked), "the block");
        Assert.Equal([second, first], await Both());
        oneStop.Line.Follow(friend.UserId);
        await TestOneStop.Until(async () => (await List(member, InboxList.NeedsAnswer)).Any(r => r.Id == first && !r.IsBlocked), "the return");
        Assert.Equal([first, second], await Both());

        async Task<IReadOnlyList<Guid>> Both() => [.. (await List(member, InboxList.NeedsAnswer)).Select(r => r.Id).Where(id => id == first || id == second)];
    }

    [Fact]
    public async Task A_list_is_read_again_when_a_conversation_changes_and_not_when_a_colleague_looks_at_one()
    {
        await using var own = new TestOneStop(); // nothing else happens there
        await own.InitializeAsync();
        var (conversation, member) = (Guid.CreateVersion7(own.Clock.GetUtcNow()), Guid.CreateVersion7(own.Clock.GetUtcNow()));
        var before = await Read();
        using (own.Services.GetRequiredService<Presence>().Enter(conversation, member, "同僚"))
        using (own.Services.GetRequiredService<StaffPresence>().Enter(member))
            Assert.Same(before, await Read());
        own.Services.GetRequiredService<LiveUpdates>().Announce(ConversationTopics.Inbox);
        Assert.NotSame(before, await Read());

        Task<IReadOnlyList<InboxRow>> Read() => own.Services.GetRequiredService<InboxBoard>().Rows(InboxList.NeedsAnswer, InboxFilter.None, 50, [member]);
    }

    [Fact]
    public async Task What_a_colleague_answered_is_still_unread_for_who_never_opened_it()
    {
        var (one, two) = (await oneStop.AMember("one", Duty.Counselor), await oneStop.AMember("two", Duty.Counselor));
        var conversation = await oneStop.AsksSomething("わたしはまだ読んでいない質問");
        await oneStop.At<AnswerDesk>(one, d => d.Answer(conversation, "お答えします"));
        Assert.True(await IsUnread(two, conversation));
        await oneStop.At<ConversationDesk>(two, d => d.Open(conversation));
        Assert.False(await IsUnread(two, conversation));
    }

    [Fact]
    public async Task Of_two_who_take_somebody_at_once_one_is_told_that_the_other_was_quicker()
    {
        var (one, two) = (await oneStop.AMember("one", Duty.Counselor), await oneStop.AMember("two", Duty.Counselor));
        var city = await oneStop.AMember("city", Duty.City);
        var conversation = await oneStop.AsksSomething("引き受けの取り合い");
        await oneStop.At<ConversationDesk>(one, d => d.Assign(conversation, one.Id, null));
        var late = await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ConversationDesk>(two, d => d.Assign(conversation, two.Id, null)));
        Assert.Contains(one.Name, late.Message, StringComparison.Ordinal);
        await oneStop.At<ConversationDesk>(two, d => d.Assign(conversation, two.Id, one.Id)); // now in the knowledge of the first assignment
        // undo must not undo a later assignment
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ConversationDesk>(one, d => d.Assign(conversation, null, one.Id)));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ConversationDesk>(two, d => d.Assign(conversation, city.Id, two.Id)));
    }

    [Fact]
    public async Task No_answer_needed_is_undone_also_when_the_client_has_written_since()
    {
        var member = await oneStop.AMember("one", Duty.Counselor);
        var friend = await oneStop.AFriend();
        var conversation = await oneStop.ConversationOf(friend);
        await oneStop.SaysAll(friend, ["先の質問"]);
        var due = (await Due())!.Value;
        await oneStop.At<ConversationDesk>(member, d => d.NeedNoAnswer(conversation));
        oneStop.Clock.Advance(TimeSpan.FromMinutes(30));
        await oneStop.SaysAll(friend, ["後の質問"]);
        Assert.True(await Due() > due);
        await oneStop.At<ConversationDesk>(member, d => d.UndoNeedNoAnswer(conversation));
        Assert.Equal(due, await Due());

        async Task<DateTimeOffset?> Due() => (await oneStop.At<ConversationDesk, ConversationView?>(member, d => d.Open(conversation)))!.AnswerDue;
    }

    [Fact]
    public async Task The_nearest_deadline_stands_first()
    {
        var member = await oneStop.AMember("one", Duty.Counselor);
        var earlier = await oneStop.AsksSomething("先の質問");
        oneStop.Clock.Advance(TimeSpan.FromHours(2));
        var later = await oneStop.AsksSomething("後の質問");
        var order = (await List(member, InboxList.NeedsAnswer)).Select(r => r.Id).ToList();
        Assert.True(order.IndexOf(earlier) < order.IndexOf(later));
    }

    [Fact]
    public async Task A_change_is_seen_at_once_though_the_lists_are_shared()
    {
        var member = await oneStop.AMember("one", Duty.Counselor);
        var before = (await View(member)).Counts[InboxList.NeedsAnswer];
        await oneStop.AsksSomething("もうひとつの質問");
        Assert.Equal(before + 1, (await View(member)).Counts[InboxList.NeedsAnswer]);
    }

    [Fact]
    public async Task What_was_taken_back_leaves_the_talk_as_it_was()
    {
        var member = await oneStop.AMember("one", Duty.Counselor);
        var conversation = await oneStop.AsksSomething("そのままの質問");
        await oneStop.As(member, s => s.GetRequiredService<AnswerDesk>().Answer(conversation, "書きかけ"));
        var held = (await oneStop.As(member, s => s.GetRequiredService<ConversationDesk>().Open(conversation)))!.Messages[^1].OutgoingId!.Value;
        await oneStop.As(member, s => s.GetRequiredService<AnswerDesk>().TakeBack(conversation, held));
        var view = (await oneStop.As(member, s => s.GetRequiredService<ConversationDesk>().Open(conversation)))!;
        Assert.Equal((null, "書きかけ", true), (view.AssigneeId, view.Draft, view.AnswerDue is not null));
    }

    [Fact]
    public async Task What_was_put_back_is_unread_for_me_until_I_open_it()
    {
        var (one, two) = (await oneStop.AMember("one", Duty.Counselor), await oneStop.AMember("two", Duty.Counselor));
        var conversation = await oneStop.AsksSomething("あとで読む");
        await oneStop.At<AnswerDesk>(one, d => d.Answer(conversation, "答えました")); // even if staff wrote last
        await oneStop.At<ConversationDesk>(one, d => d.Open(conversation));
        await oneStop.At<ConversationDesk>(two, d => d.Open(conversation));
        await oneStop.At<InboxDesk>(one, d => d.MarkUnread(conversation));
        Assert.True(await IsUnread(one, conversation));
        Assert.False(await IsUnread(two, conversation));
        await oneStop.At<ConversationDesk>(one, d => d.Open(conversation));
        Assert.False(await IsUnread(one, conversation));
    }

    [Fact]
    public async Task A_list_is_narrowed_by_who_tag_kind_and_date()
    {
        var member = await oneStop.AMember("narrow", Duty.Counselor, Duty.Manager);
        var (tagged, other) = (await oneStop.AsksSomething("絞り込みの一人目"), await oneStop.AsksSomething("絞り込みの二人目"));
        await oneStop.At<TagDesk>(member, d => d.Add("面接前"));
        var tag = (await oneStop.At<TagDesk, IReadOnlyList<TagRow>>(member, d => d.Offered())).Single(t => t.Name == "面接前");
        await oneStop.At<TagDesk>(member, d => d.Put([tagged], tag.Id));
        await oneStop.At<ConversationDesk>(member, d => d.Assign(other, member.Id, null));
        var today = oneStop.Clock.GetUtcNow().JapaneseDate;

        Assert.Equal([tagged], await Narrowed(new(TagId: tag.Id)));
        Assert.Equal([other], await Narrowed(new(AssigneeId: member.Id)));
        Assert.Contains(tagged, await Narrowed(new(Kind: MessageKind.Text, From: today, Until: today)));
        Assert.DoesNotContain(tagged, await Narrowed(new(Kind: MessageKind.Picture)));
        Assert.Empty(await Narrowed(new(From: today.AddDays(1))));
        Assert.Empty(await Narrowed(new(Until: today.AddDays(-1))));
        Assert.Equal("面接前", (await List(member, InboxList.All)).Single(r => r.Id == tagged).Tags.Single().Name);

        async Task<IReadOnlyList<Guid>> Narrowed(InboxFilter filter) =>
            [.. (await oneStop.At<InboxDesk, InboxView>(member, d => d.List(InboxList.All, filter))).Rows.Select(r => r.Id)];
    }

    [Fact]
    public async Task A_saved_view_is_mine_or_shared_and_counts_what_it_holds()
    {
        var (one, two) = (await oneStop.AMember("viewer", Duty.Counselor, Duty.Manager), await oneStop.AMember("two", Duty.Counselor));
        await oneStop.AsksSomething("保存した条件の試し");
        var filter = new InboxFilter(Kind: MessageKind.Text);
        await oneStop.At<SavedViewDesk>(one, d => d.Save("文章だけ", InboxList.NeedsAnswer, filter, isShared: true));
        await oneStop.At<SavedViewDesk>(one, d => d.Save("わたしの", InboxList.Mine, InboxFilter.None, isShared: false));

        var theirs = await oneStop.At<SavedViewDesk, IReadOnlyList<SavedViewRow>>(two, d => d.Offered());
        var shared = Assert.Single(theirs);
        Assert.Equal(("文章だけ", filter, false), (shared.Name, shared.Filter, shared.IsMine));
        Assert.Equal((await oneStop.At<InboxDesk, InboxView>(two, d => d.List(InboxList.NeedsAnswer, filter))).Matching, shared.Count);

        await oneStop.At<SavedViewDesk>(two, d => d.Remove(shared.Id)); // of another member: not removed
        Assert.Equal(2, (await oneStop.At<SavedViewDesk, IReadOnlyList<SavedViewRow>>(one, d => d.Offered())).Count);
        await oneStop.At<SavedViewDesk>(one, d => d.Remove(shared.Id));
        Assert.Empty(await oneStop.At<SavedViewDesk, IReadOnlyList<SavedViewRow>>(two, d => d.Offered()));
    }

    [Fact]
    public async Task Several_are_closed_at_once_but_nobody_who_waits_is_closed_away()
    {
        var member = await oneStop.AMember("one", Duty.Counselor);
        var (done, waiting) = (await oneStop.AsksSomething("済んだ人"), await oneStop.AsksSomething("待っている人"));
        await oneStop.At<ConversationDesk>(member, d => d.NeedNoAnswer(done));
        var closed = await oneStop.At<InboxDesk, IReadOnlyList<Guid>>(member, d => d.CloseAll([done, waiting]));
        Assert.Equal([done], closed);
        Assert.Contains(await List(member, InboxList.Done), r => r.Id == done);
        await oneStop.At<InboxDesk>(member, d => d.ReopenAll(closed)); // undo
        Assert.DoesNotContain(await List(member, InboxList.Done), r => r.Id == done);
    }

    [Fact]
    public async Task What_failed_has_a_list_of_its_own_until_somebody_decides()
    {
        var member = await oneStop.AMember("one", Duty.Counselor);
        var friend = await oneStop.AFriend();
        await oneStop.Hears(friend, ""); // the greeting's calls have ended: the clock advanced below would time them out, a failure of its own
        var conversation = await oneStop.ConversationOf(friend);
        oneStop.Line.Quota = 0;
        await oneStop.At<AnswerDesk>(member, d => d.Answer(conversation, "届かない返信"));
        oneStop.Clock.Advance(TimeSpan.FromMinutes(2)); // after the reply token has expired
        oneStop.PassTheHold();
        await TestOneStop.Until(async () => (await List(member, InboxList.Trouble)).Any(r => r.Id == conversation), "the failure");
        oneStop.Line.Quota = 5000;
        var failed = (await oneStop.At<ConversationDesk, ConversationView?>(member, d => d.Open(conversation)))!.Last!.OutgoingId!.Value;
        await oneStop.At<AnswerDesk>(member, d => d.Abandon(conversation, failed));
        Assert.DoesNotContain(await List(member, InboxList.Trouble), r => r.Id == conversation);
    }

    private Task<InboxView> View(StaffMember member) => oneStop.As(member, s => s.GetRequiredService<InboxDesk>().List(InboxList.NeedsAnswer));

    private async Task<IReadOnlyList<InboxRow>> List(StaffMember member, InboxList list) =>
        (await oneStop.As(member, s => s.GetRequiredService<InboxDesk>().List(list))).Rows;

    private async Task<bool> IsUnread(StaffMember member, Guid conversation) => (await List(member, InboxList.All)).Single(r => r.Id == conversation).IsUnread;
}
