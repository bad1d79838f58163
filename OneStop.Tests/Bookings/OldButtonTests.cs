using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Dialogues;
using OneStop.Line.Simulator;
using OneStop.Tests.House;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Bookings;

/// <summary>Buttons pressed again or days later: a completed act is reported as done, and an existing booking is not changed without asking.</summary>
public sealed class OldButtonTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Pressed_twice_a_move_is_told_as_done_twice()
    {
        var friend = await oneStop.Booked("10月8日(木)", "10:00");
        foreach (var label in (string[])["予約を変更する", "10月9日(金)", "11:00", "変更する", "変更する"])
            await oneStop.Tap(friend, label);
        oneStop.AssertSays(friend, "予約は変更できています");
        oneStop.AssertSays(friend, "10月9日(金) 11:00〜12:00");
        Assert.Single(await oneStop.BookingsOf(friend), b => b.Stands);
    }

    [Fact]
    public async Task Pressed_twice_a_cancelling_is_told_as_done_twice()
    {
        var friend = await oneStop.Booked("10月8日(木)", "13:00");
        foreach (var label in (string[])["予約を取り消す", "取り消す", "取り消す"])
            await oneStop.Tap(friend, label);
        oneStop.AssertSays(friend, "予約を取り消しました");
        Assert.Single(await oneStop.BookingsOf(friend));
    }

    [Fact]
    public async Task The_buttons_of_what_was_moved_say_where_it_is_now()
    {
        var friend = await oneStop.Booked("10月12日(月)", "10:00");
        var old = Assert.Single(await oneStop.BookingsOf(friend));
        foreach (var label in (string[])["予約を変更する", "10月13日(火)", "11:00", "変更する"])
            await oneStop.Tap(friend, label);
        foreach (var data in new DialogueStep[] { new WantsToMove(old.Id), new WantsToCancel(old.Id), new Cancels(old.Id),
            new Confirms(old.Id, new(old.Kind, old.Method, old.Slot.Day, TimeSpan.FromHours(10))) }.Select(s => s.Data))
        {
            await oneStop.Press(friend, data);
            oneStop.AssertSays(friend, "この案内は古くなりました");
            oneStop.AssertSays(friend, "10月13日(火) 11:00〜12:00");
        }
        Assert.Equal(BookingState.Confirmed, (await oneStop.BookingsOf(friend))[1].State);
    }

    [Fact]
    public async Task Days_later_the_button_that_booked_promises_nothing()
    {
        await using var own = new TestOneStop();
        await own.InitializeAsync();
        var friend = await own.Booked("10月6日(火)", "10:00");
        own.Pass(Japan("2026-10-09T12:00") - own.Clock.GetUtcNow());
        await own.Press(friend, Thumb.Find(own.Line.TalkOf(friend.UserId), "予約する").Data);
        own.AssertSays(friend, "この案内は古くなりました");
        Assert.DoesNotContain("時間になったら", (await own.OutboxOf(friend))[^1], StringComparison.Ordinal);
        Assert.Single(await own.BookingsOf(friend));
    }

    [Theory]
    [InlineData("はい", "いいえ", Eligibility.Yes, Eligibility.No)]
    [InlineData("はい", "よく分からない", Eligibility.Yes, Eligibility.Unsure)]
    [InlineData("いいえ", "はい", Eligibility.No, Eligibility.Yes)]
    public async Task An_answer_that_stands_is_changed_only_after_asking(string first, string later, Eligibility kept, Eligibility changed)
    {
        var friend = await oneStop.Somebody();
        await oneStop.Type(friend, "予約");
        var old = Thumb.Find(oneStop.Line.TalkOf(friend.UserId), later).Data;
        await oneStop.Tap(friend, first);
        await oneStop.Press(friend, old);
        oneStop.AssertSays(friend, "お答えを変えますか？");
        Assert.Equal(kept, await Answered(friend));
        await oneStop.Tap(friend, "変える");
        Assert.Equal(changed, await Answered(friend));
    }

    [Fact]
    public async Task Consent_withdrawn_by_two_taps_is_told_as_withdrawn_twice()
    {
        var friend = await oneStop.Booked("10月14日(水)", "10:00");
        await oneStop.Type(friend, "同意を取り消したい");
        foreach (var label in (string[])["同意を取り消す", "同意を取り消す"])
            await oneStop.Tap(friend, label);
        oneStop.AssertSays(friend, "同意を取り消しました");
    }

    private async Task<Eligibility> Answered(VirtualFriend friend)
    {
        var id = Domain.Friends.LineUserId.Parse(friend.UserId);
        return await oneStop.Read(db => Task.FromResult(db.Clients.Single(c => db.Friends.Any(f => f.Id == c.FriendId && f.LineUserId == id)).Eligibility));
    }
}
