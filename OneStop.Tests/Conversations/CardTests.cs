using OneStop.Domain;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Inbox;
using OneStop.Domain.Conversations.Tags;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Conversations;

/// <summary>What colleagues record about a person: name, tags, flags, memo; and notes in the conversation.</summary>
public sealed class CardTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Theory]
    [InlineData("09:00", "15:00", "2026-10-05T08:59", false)]
    [InlineData("09:00", "15:00", "2026-10-05T09:00", true)]
    [InlineData("09:00", "15:00", "2026-10-05T15:00", false)]
    [InlineData("22:00", "07:00", "2026-10-05T23:59", true)] // across midnight
    [InlineData("22:00", "07:00", "2026-10-06T00:01", true)]
    [InlineData("22:00", "07:00", "2026-10-06T07:00", false)]
    public void Hours_in_which_a_person_is_left_alone(string from, string until, string at, bool covered) =>
        Assert.Equal(covered, Hours(from, until).Cover(Japan(at)));

    [Theory]
    [InlineData("09:00", "15:00", "2026-10-05T10:00", "2026-10-05T15:00")]
    [InlineData("22:00", "07:00", "2026-10-05T23:00", "2026-10-06T07:00")] // the next morning
    [InlineData("22:00", "07:00", "2026-10-31T23:00", "2026-11-01T07:00")] // across the end of a month
    public void And_when_they_end(string from, string until, string at, string end) => Assert.Equal(Japan(end), Hours(from, until).EndAfter(Japan(at)));

    [Fact]
    public async Task A_person_is_called_as_they_asked_and_keeps_the_number()
    {
        var (member, conversation) = await Both();
        await oneStop.At<CardDesk>(member, d => d.CallAs(conversation, new(new(""), new(" さくら "))));
        Assert.StartsWith("さくら（A-", (await View(member, conversation)).Alias, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<CardDesk>(member, d => d.CallAs(conversation, new(new("さくら"), new(new string('あ', 21))))));
        await oneStop.At<CardDesk>(member, d => d.CallAs(conversation, new(new("さくら"), new(""))));
        Assert.StartsWith("相談者 A-", (await View(member, conversation)).Alias, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flag_says_who_set_it_and_why_and_can_be_taken_away()
    {
        var (member, conversation) = await Both();
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<CardDesk>(member, d => d.SetCaution(conversation, new(MarkWish.None, new("  ")))));
        await oneStop.At<CardDesk>(member, d => d.SetCaution(conversation, new(MarkWish.None, new("強い不安"))));
        await oneStop.At<CardDesk>(member, d => d.BeDiscreet(conversation, new(MarkWish.None, new("家族が見る"))));
        await oneStop.At<CardDesk>(member, d => d.KeepAway(conversation, new(NoContactWish.None, new(new(9, 0), new(15, 0)))));
        var card = (await View(member, conversation)).Card;
        Assert.Equal(("強い不安", member.Name), (card.Caution!.Text, card.Caution.By));
        Assert.Equal(("家族が見る", new TimeOnly(9, 0)), (card.Discretion!.Text, card.NoContact!.From));

        await oneStop.At<CardDesk>(member, d => d.SetCaution(conversation, new(new("強い不安"), MarkWish.None)));
        await oneStop.At<CardDesk>(member, d => d.BeDiscreet(conversation, new(new("家族が見る"), MarkWish.None)));
        await oneStop.At<CardDesk>(member, d => d.KeepAway(conversation, new(new(new(9, 0), new(15, 0)), NoContactWish.None)));
        card = (await View(member, conversation)).Card;
        Assert.Equal((null, null, null), (card.Caution, card.Discretion, card.NoContact));
    }

    [Fact]
    public async Task Two_who_write_the_memo_at_once_do_not_write_over_each_other()
    {
        var (member, conversation) = await Both();
        await oneStop.At<CardDesk>(member, d => d.Remember(conversation, new(new(""), new("小学生の子がいる"))));
        var late = await Assert.ThrowsAsync<ConflictException<MemoWish>>(() =>
            oneStop.At<CardDesk>(member, d => d.Remember(conversation, new(new(""), new("別の人のメモ")))));
        Assert.Equal("小学生の子がいる", late.Theirs.Text);
        Assert.Equal("小学生の子がいる", (await View(member, conversation)).Card.Memo!.Text);
        await oneStop.At<CardDesk>(member, d => d.Remember(conversation, new(new("小学生の子がいる"), new(""))));
        Assert.Null((await View(member, conversation)).Card.Memo);
    }

    [Fact]
    public async Task Two_who_name_or_flag_a_person_at_once_do_not_write_over_each_other()
    {
        var (member, conversation) = await Both();
        await Second(new NameWish(""), new("さくら"), new("かえで"), (d, edit) => d.CallAs(conversation, edit));
        await Second(MarkWish.None, new("強い不安"), new("大きな声"), (d, edit) => d.SetCaution(conversation, edit));
        await Second(MarkWish.None, new("家族が見る"), new("職場で見る"), (d, edit) => d.BeDiscreet(conversation, edit));
        await Second(NoContactWish.None, new(new(9, 0), new(15, 0)), new(new(22, 0), new(7, 0)), (d, edit) => d.KeepAway(conversation, edit));
        var card = (await View(member, conversation)).Card;
        Assert.Equal(("さくら", "強い不安", "家族が見る", new TimeOnly(9, 0)), (card.CalledAs, card.Caution!.Text, card.Discretion!.Text, card.NoContact!.From));

        async Task Second<T>(T was, T first, T second, Func<CardDesk, Edit<T>, Task> save) where T : class, IEquatable<T>
        {
            await oneStop.At<CardDesk>(member, d => save(d, new(was, first)));
            Assert.Equal(first, (await Assert.ThrowsAsync<ConflictException<T>>(() => oneStop.At<CardDesk>(member, d => save(d, new(was, second))))).Theirs);
        }
    }

    [Fact]
    public async Task Hours_to_be_left_alone_have_a_beginning_and_another_end()
    {
        var (member, conversation) = await Both();
        foreach (var odd in (NoContactWish[])[new(new(9, 0), null), new(null, new(9, 0)), new(new(9, 0), new(9, 0))])
            Assert.Equal(nameof(odd.Until),
                (await Assert.ThrowsAsync<RuleException>(() =>
                    oneStop.At<CardDesk>(member, d => d.KeepAway(conversation, new(NoContactWish.None, odd))))).Field);
    }

    [Fact]
    public async Task A_retired_tag_stays_where_it_was_set_and_is_offered_no_more()
    {
        var manager = await oneStop.AMember("manager", Duty.Manager);
        var (_, conversation) = await Both();
        await oneStop.At<TagDesk>(manager, d => d.Add("夜間連絡"));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<TagDesk>(manager, d => d.Add(" 夜間連絡 ")));
        var tag = (await oneStop.At<TagDesk, IReadOnlyList<TagRow>>(manager, d => d.Offered())).Single();
        Assert.Equal([conversation], await oneStop.At<TagDesk, IReadOnlyList<Guid>>(manager, d => d.Put([conversation], tag.Id)));
        Assert.Empty(await oneStop.At<TagDesk, IReadOnlyList<Guid>>(manager, d => d.Put([conversation], tag.Id))); // nothing was added that undo would remove
        await oneStop.At<TagDesk>(manager, d => d.Retire(tag.Id));
        Assert.Empty(await oneStop.At<TagDesk, IReadOnlyList<TagRow>>(manager, d => d.Offered()));
        Assert.Equal("夜間連絡", (await View(manager, conversation)).Card.Tags.Single().Name);
        Assert.Equal(1, (await oneStop.At<TagDesk, ListPart<TagEntry>>(manager, d => d.Vocabulary(new(new())))).Rows.Single().Uses);
    }

    [Fact]
    public async Task A_note_reaches_colleagues_and_never_the_client()
    {
        var (member, colleague) = (await oneStop.AMember("one", Duty.Counselor), await oneStop.AMember("two", Duty.Counselor));
        var friend = await oneStop.AFriend();
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "相談です" });
        await Until(() => Task.FromResult(oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine) == 3), "the receipt");
        var conversation = await oneStop.ConversationOf(friend);
        var before = await View(member, conversation);

        var note = Guid.CreateVersion7(oneStop.Clock.GetUtcNow());
        await oneStop.At<NoteDesk>(member, d => d.Write(conversation, "折り返しは夕方に", note));
        await oneStop.At<NoteDesk>(member, d => d.Write(conversation, "折り返しは夕方に", note)); // submitted twice
        var after = await View(colleague, conversation);
        Assert.Equal([note], after.Messages.Where(m => m.Kind == MessageKind.Note).Select(m => m.Id));
        Assert.Equal((before.AnswerDue, before.AssigneeId), (after.AnswerDue, after.AssigneeId)); // a note is not an answer
        Assert.Equal("相談です", (await oneStop.At<InboxDesk, InboxView>(member, d => d.List(InboxList.All))).Rows.Single(r => r.Id == conversation).LastText);

        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<NoteDesk>(colleague, d => d.TakeBack(conversation, note)));
        oneStop.Clock.Advance(NoteDesk.RemovableFor);
        await oneStop.At<NoteDesk>(member, d => d.TakeBack(conversation, note));
        oneStop.PassTheHold();
        Assert.Equal(0, await oneStop.CountInOutbox(friend, "折り返し"));

        await oneStop.At<NoteDesk>(member, d => d.Write(conversation, "古くなるメモ", Guid.CreateVersion7(oneStop.Clock.GetUtcNow())));
        var old = (await View(member, conversation)).Messages.Single(m => m.Kind == MessageKind.Note).Id;
        oneStop.Clock.Advance(NoteDesk.RemovableFor + TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<NoteDesk>(member, d => d.TakeBack(conversation, old)));
    }

    private static NoContactHours Hours(string from, string until) =>
        new(Japan("2026-10-05T09:00"), Guid.Empty, TimeOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
            TimeOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture));

    private async Task<(StaffMember Member, Guid Conversation)> Both() =>
        (await oneStop.AMember("one", Duty.Counselor), await oneStop.ConversationOf(await oneStop.AFriend()));

    private async Task<ConversationView> View(StaffMember member, Guid conversation) =>
        (await oneStop.At<ConversationDesk, ConversationView?>(member, d => d.Open(conversation)))!;
}
