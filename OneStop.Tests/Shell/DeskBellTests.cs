using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Portal.Shell;
using OneStop.Tests.House;

namespace OneStop.Tests.Shell;

/// <summary>For which members the bell rings, and until when.</summary>
public sealed class DeskBellTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task It_rings_for_whoever_is_nobodys_until_somebody_takes_them()
    {
        var (one, two) = await Both();
        var (_, taken) = await Asking();
        var (_, answered) = await Asking();
        var (_, unneeded) = await Asking();
        var here = oneStop.Services.GetRequiredService<StaffPresence>().Enter(two.Id);
        await oneStop.As(one, async desk =>
        {
            var bell = desk.GetRequiredService<DeskBell>();
            await bell.Look();
            Assert.Superset(new HashSet<Guid> { taken, answered, unneeded }, new HashSet<Guid>(bell.Ringing));
            await oneStop.As(two, s => s.GetRequiredService<ConversationDesk>().Assign(taken, two.Id, null));
            await oneStop.As(two, s => s.GetRequiredService<AnswerDesk>().Answer(answered, "お答えします"));
            await oneStop.As(two, s => s.GetRequiredService<ConversationDesk>().NeedNoAnswer(unneeded));
            await bell.Look();
            Assert.DoesNotContain(bell.Ringing, id => id == taken || id == answered || id == unneeded);
            here.Dispose(); // the assignee leaves while the client still waits
            await bell.Look();
            Assert.Contains(taken, bell.Ringing);
        });
        Assert.Contains(taken, await Ringing(two)); // now the assignee is present, and the client waits
    }

    [Fact]
    public async Task Muted_it_is_for_me_in_all_my_windows_until_somebody_new_waits()
    {
        var (one, two) = await Both();
        var (friend, conversation) = await Asking();
        await oneStop.As(one, async desk =>
        {
            var bell = desk.GetRequiredService<DeskBell>();
            await bell.Look();
            bell.Mute();
        });
        Assert.Empty(await Ringing(one));
        Assert.Contains(conversation, await Ringing(two));

        var (_, next) = await Asking();
        Assert.Equal([next], await Ringing(one));

        await oneStop.As(two, s => s.GetRequiredService<AnswerDesk>().Answer(conversation, "お答えします"));
        await oneStop.As(two, s => s.GetRequiredService<ConversationDesk>().Assign(conversation, null, two.Id));
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
        Say(friend);
        await TestOneStop.Until(async () => (await Ringing(one)).Contains(conversation), "the bell for whoever waits again");
    }

    [Fact]
    public async Task What_I_have_before_me_need_not_ring_for_me()
    {
        var (one, two) = await Both();
        var (_, conversation) = await Asking();
        await oneStop.As(one, async desk =>
        {
            var bell = desk.GetRequiredService<DeskBell>();
            await bell.Look();
            bell.Seen(conversation);
            await bell.Look();
            Assert.DoesNotContain(conversation, bell.Ringing);
        });
        Assert.Contains(conversation, await Ringing(two)); // nobody has taken the conversation
    }

    [Fact]
    public async Task Who_waited_for_more_than_an_hour_does_not_ring_at_each_sign_in()
    {
        var (one, _) = await Both();
        var (friend, conversation) = await Asking();
        oneStop.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Contains(conversation, await Ringing(one));
        oneStop.Clock.Advance(TimeSpan.FromMinutes(2));
        await oneStop.As(one, async desk =>
        {
            var bell = desk.GetRequiredService<DeskBell>();
            await bell.Look();
            Assert.DoesNotContain(conversation, bell.Ringing);
            var (_, late) = await Asking(); // but a wait that begins while the window is open rings, however long it lasts
            oneStop.Clock.Advance(TimeSpan.FromHours(2));
            await bell.Look();
            Assert.Contains(late, bell.Ringing);
        });
    }

    [Fact]
    public async Task Danger_rings_however_long_ago_it_was_and_whoever_answered_until_the_flag_is_lowered()
    {
        var (one, two) = await Both();
        var friend = await oneStop.AFriend();
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "死にたい" });
        var conversation = await oneStop.ConversationOf(friend);
        await TestOneStop.Until(async () => await DangerOf(conversation) is not null, "the flag");
        oneStop.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Contains(conversation, await Ringing(one)); // the window is opened only now
        await oneStop.As(two, s => s.GetRequiredService<AnswerDesk>().Answer(conversation, "お話を聞かせてください"));
        Assert.Contains(conversation, await Ringing(one));
        oneStop.Clock.Advance(TimeSpan.FromMinutes(5));
        Say(friend);
        await TestOneStop.Until(async () =>
            await oneStop.Read(db => Task.FromResult(db.Conversations.Any(c => c.Id == conversation && c.AnswerDue != null))), "the question");
        await oneStop.As(two, s => s.GetRequiredService<ConversationDesk>().NeedNoAnswer(conversation));
        Assert.Contains(conversation, await Ringing(one));
        var since = (await DangerOf(conversation))!.Value;
        await oneStop.As(two, s => s.GetRequiredService<Domain.Conversations.Danger.DangerDesk>().Lower(conversation, since));
        Assert.DoesNotContain(conversation, await Ringing(one));
    }

    private Task<DateTimeOffset?> DangerOf(Guid conversation) =>
        oneStop.Read(db => Task.FromResult(db.Conversations.Where(c => c.Id == conversation).Select(c => c.DangerAt).Single()));

    private async Task<(StaffMember, StaffMember)> Both() => (await oneStop.AMember("one", Duty.Counselor), await oneStop.AMember("two", Duty.Counselor));

    private async Task<(VirtualFriend, Guid)> Asking()
    {
        var friend = await oneStop.AFriend();
        Say(friend);
        await TestOneStop.Until(() => Task.FromResult(oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine) == 3), "the receipt");
        return (friend, await oneStop.ConversationOf(friend));
    }

    private void Say(VirtualFriend friend) => oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "だれかいますか" });

    private Task<IReadOnlyList<Guid>> Ringing(StaffMember member) => oneStop.As(member, async desk =>
    {
        var bell = desk.GetRequiredService<DeskBell>();
        await bell.Look();
        return bell.Ringing;
    });
}
