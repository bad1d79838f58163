using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Conversations.Inbox;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Conversations;

/// <summary>Two counselors in one conversation see each other, and the second is asked before answering too.</summary>
public sealed class PresenceTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Who_has_a_talk_open_is_known_to_colleagues_until_the_window_closes()
    {
        var (one, two, talk) = await TwoAnd("だれが見ていますか");
        var told = 0;
        using var watch = oneStop.Services.GetRequiredService<LiveUpdates>().On(Presence.TopicOf(talk), () => told++);
        var window = await oneStop.At<PresenceDesk, IDisposable>(one, d => d.Enter(talk));
        using var again = await oneStop.At<PresenceDesk, IDisposable>(one, d => d.Enter(talk)); // a second window of the same person
        Assert.Equal([new(one.Id, one.Name, IsWriting: false)], await Seen(two, talk));
        Assert.Empty(await Seen(one, talk)); // one's own presence is not shown
        Assert.Empty(await Seen(two, one.Id));
        window.Dispose();
        Assert.Single(await Seen(two, talk));
        again.Dispose();
        again.Dispose();
        Assert.Empty(await Seen(two, talk));
        Assert.Equal(4, told); // each enter and leave announced once
    }

    [Fact]
    public async Task Who_writes_is_seen_writing_until_they_stop_or_have_sent()
    {
        var (one, two, talk) = await TwoAnd("書いていますか");
        using var window = await oneStop.At<PresenceDesk, IDisposable>(one, d => d.Enter(talk));
        var told = 0;
        using var watch = oneStop.Services.GetRequiredService<LiveUpdates>().On(Presence.TopicOf(talk), () => told++);
        await oneStop.At<PresenceDesk>(one, d => d.Write(talk, true));
        await oneStop.At<PresenceDesk>(one, d => d.Write(talk, true)); // reported at each pause in typing
        Assert.True((await Seen(two, talk)).Single().IsWriting);
        Assert.Equal(1, told);
        oneStop.Clock.Advance(Presence.WritesFor);
        Assert.False((await Seen(two, talk)).Single().IsWriting);
        await oneStop.At<PresenceDesk>(one, d => d.Write(talk, true));
        await oneStop.At<PresenceDesk>(one, d => d.Write(talk, false));
        Assert.False((await Seen(two, talk)).Single().IsWriting);
        Assert.Equal(3, told);
    }

    [Fact]
    public async Task Whoever_hands_in_a_second_answer_is_asked_what_a_colleagues_answer_has_left_to_say()
    {
        var (one, two, talk) = await TwoAnd("何時に行けばいいですか");
        var began = (await Open(two, talk)).Last!.Order;
        await oneStop.At<NoteDesk>(one, d => d.Write(talk, "メモは返信ではない", Guid.CreateVersion7(oneStop.Clock.GetUtcNow())));
        await oneStop.At<AnswerDesk, AnswerOutcome>(one, d => d.Answer(talk, "10時にお願いします"));
        var asks = Assert.IsType<AsksFirst>(await oneStop.At<AnswerDesk, AnswerOutcome>(two, d => d.Answer(talk, "11時です", since: began)));
        Assert.Contains($"{one.Name} さんが 10月5日(月) 9:", asks.Doubts.Single(), StringComparison.Ordinal);
        Assert.Contains("「10時にお願いします」", asks.Doubts.Single(), StringComparison.Ordinal);
        Assert.IsType<AsksFirst>(
            await oneStop.At<LaterDesk, AnswerOutcome>(two, d => d.Plan(talk, "11時です", oneStop.Clock.GetUtcNow().AddHours(1), true, since: began)));
        var file = await oneStop.At<FileStore, string>(two, s => s.Write("%PDF-1.7\n"u8.ToArray()));
        var document = await oneStop.At<FileDesk, Guid>(two, d => d.Attach(talk, "地図.pdf", new(file, "application/pdf", 9), null));
        Assert.IsType<AsksFirst>(await oneStop.At<AnswerDesk, AnswerOutcome>(two, d => d.AnswerWithFile(talk, document, since: began)));

        Assert.IsType<Taken>(await oneStop.At<AnswerDesk, AnswerOutcome>(two, d => d.Answer(talk, "11時です", isSure: true, since: began)));
        var seen = (await Open(one, talk)).Last!.Order;
        // written after reading the other answer
        Assert.IsType<Taken>(await oneStop.At<AnswerDesk, AnswerOutcome>(one, d => d.Answer(talk, "失礼しました、11時です", since: seen)));
        Assert.IsType<Taken>(await oneStop.At<AnswerDesk, AnswerOutcome>(one, d => d.Answer(talk, "お待ちしています", since: seen))); // one's own does not count
    }

    [Fact]
    public async Task The_last_three_of_many_answers_are_shown_and_the_draft_keeps_when_it_was_begun()
    {
        var (one, two, talk) = await TwoAnd("たくさん答えられる話");
        var began = (await Open(two, talk)).Newest;
        await oneStop.At<ConversationDesk>(two, d => d.SaveDraft(talk, "書きかけ", began));
        foreach (var number in Enumerable.Range(1, 5))
            await oneStop.At<AnswerDesk, AnswerOutcome>(one, d => d.Answer(talk, $"{number}つめの返信", isSure: true));
        var opened = await Open(two, talk);
        Assert.Equal(began, opened.DraftSince);
        Assert.True(opened.Newest > began);
        var asks = Assert.IsType<AsksFirst>(await oneStop.At<AnswerDesk, AnswerOutcome>(two, d => d.Answer(talk, "書きかけ", since: opened.DraftSince)));
        Assert.Equal(["3つめの返信", "4つめの返信", "5つめの返信"], asks.Doubts.Take(3).Select(d => d.Split('「', '」')[1]));
        Assert.Equal("ほか 2件の返信があります。", asks.Doubts[3]);
        Assert.IsType<Taken>(await oneStop.At<AnswerDesk, AnswerOutcome>(two, d => d.Answer(talk, "書きかけ", isSure: true, since: began)));
        Assert.Null((await Open(two, talk)).DraftSince);
    }

    private Task<IReadOnlyList<PresentColleague>> Seen(StaffMember by, Guid talk) =>
        oneStop.At<PresenceDesk, IReadOnlyList<PresentColleague>>(by, d => d.Others(talk));

    private async Task<ConversationView> Open(StaffMember by, Guid talk) => (await oneStop.At<ConversationDesk, ConversationView?>(by, d => d.Open(talk)))!;

    private async Task<(StaffMember One, StaffMember Two, Guid Talk)> TwoAnd(string text) =>
        (await oneStop.AMember("one-of-two", Duty.Counselor), await oneStop.AMember("two-of-two", Duty.Counselor), await oneStop.AsksSomething(text));
}
