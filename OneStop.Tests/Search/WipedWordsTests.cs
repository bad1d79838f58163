using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Search;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;
using OneStop.Domain.Search;
using OneStop.Domain.Staff;
using OneStop.Portal.Data;
using OneStop.Tests.House;

namespace OneStop.Tests.Search;

/// <summary>Unsent words are removed from the search index in the same save, even if the index is written at that moment.</summary>
public sealed class WipedWordsTests : IAsyncLifetime
{
    private static readonly LineUserId Person = LineUserId.Parse("U0123456789abcdef0123456789abcdef");
    private readonly TestOneStop oneStop = new();

    public async ValueTask InitializeAsync() => await oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task An_unsent_message_leaves_nothing_in_the_index()
    {
        await PostMessage("01KEPT", "100", "消えない言葉");
        await PostMessage("01GONE", "101", "消える秘密");
        await Settled();
        var lines = await Lines();
        await PostUnsend("01UNSEND", "101");
        Assert.Equal(lines - Bigrams.Of("消える秘密").Count, await Lines());
        await AssertWhole();
    }

    [Fact]
    public async Task An_edited_message_is_found_by_its_new_words_only()
    {
        await PostMessage("01FIRST", "100", "最初の言葉です");
        await Settled();
        await oneStop.PostEvents(Event("01EDIT", "messageEdited", """ "message":{"id":"100","type":"text","text":"直した言葉です"} """));
        await oneStop.Processed("01EDIT");
        await AssertWhole();
        Assert.Equal((false, true), (await IsInIndex("最初"), await IsInIndex("直し")));
    }

    [Fact]
    public async Task An_answer_that_was_taken_back_leaves_nothing()
    {
        await PostMessage("01ASK", "100", "質問");
        var conversation = await oneStop.Read(db => db.Conversations.Select(c => c.Id).SingleAsync());
        var member = await oneStop.AMember("counselor", Duty.Counselor);
        await oneStop.As(member, s => s.GetRequiredService<AnswerDesk>().Answer(conversation, "取り消す返信"));
        await Settled();
        Assert.True(await IsInIndex("返信"));
        var held = await oneStop.Read(db => db.Messages.Where(m => m.By == Speaker.Staff).Select(m => m.OutgoingId!.Value).SingleAsync());
        await oneStop.As(member, s => s.GetRequiredService<AnswerDesk>().TakeBack(conversation, held));
        Assert.False(await IsInIndex("返信"));
        await AssertWhole();
    }

    [Fact]
    public async Task An_index_written_from_words_that_went_meanwhile_is_not_kept()
    {
        var id = await AMessageThatWaits("消える秘密");
        await oneStop.Read(async worker =>
        {
            Assert.Equal(1, await worker.IndexWaiting(10)); // the worker has read the words
            await PostUnsend("01UNSEND", "100"); // they are unsent
            return await Assert.ThrowsAnyAsync<DbUpdateException>(() => worker.SaveChangesAsync()); // the worker saves too late
        });
        Assert.Equal(0, await Lines());
        Assert.Null(await oneStop.Read(db => db.Messages.Where(m => m.Id == id).Select(m => m.Text).SingleAsync()));
    }

    public static TheoryData<string> WaysToGo => ["unsent", "edited", "taken back"];

    [Theory]
    [MemberData(nameof(WaysToGo))]
    public async Task Words_that_go_while_the_index_is_written_are_looked_for_again(string way)
    {
        var id = await AMessageThatWaits("消える秘密");
        var attempts = 0;
        await using var scope = oneStop.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeLine();
        await scope.ServiceProvider.GetRequiredService<IDbContextFactory<OneStopDb>>().Change(async db =>
        {
            var message = await db.Messages.SingleAsync(m => m.Id == id);
            if (way == "taken back")
            {
                await db.Forget(message, 1);
                db.Messages.Remove(message);
            }
            else
            {
                await db.Reword(message, 1, m => Go(m, way));
            }
            if (attempts++ == 0)
                await Index(); // the worker saves first
        });
        Assert.Equal(2, attempts);
        Assert.Equal(way == "edited" ? Bigrams.Of("別の言葉").Count : 0, await Lines());
        await AssertWhole();
    }

    [Fact]
    public async Task Messages_that_are_taken_back_at_once_leave_nothing_whoever_is_quicker()
    {
        var ids = Enumerable.Range(100, 60).ToList();
        foreach (var id in ids)
        {
            await oneStop.PostEvents(
                Event($"01M{id}", "message", $$""" "message":{"id":"{{id}}","type":"text","text":"すぐに取り消す言葉{{id}}"} """),
                Event($"01U{id}", "unsend", $$""" "unsend":{"messageId":"{{id}}"} """));
        }
        await oneStop.Processed([.. ids.Select(i => $"01U{i}")]);
        await Settled();
        Assert.Equal(0, await Lines());
    }

    [Fact]
    public async Task What_was_indexed_by_a_former_folding_is_indexed_anew()
    {
        await AMessageOfAFormerFolding();
        Assert.Equal((false, true), (await IsInIndex("長い"), await IsInIndex("電話"))); // until then found where both foldings agree
        await Index();
        Assert.True(await IsInIndex("長い"));
        await AssertWhole();
        Assert.False(await oneStop.Read(db => db.UnindexedMessages.AnyAsync()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_former_folding_left_in_the_index_goes_with_the_words(bool isIndexedAnew)
    {
        await AMessageOfAFormerFolding();
        if (isIndexedAnew)
            await Index();
        Assert.NotEqual(0, await Lines());
        await PostUnsend("01UNSEND", "100");
        Assert.Equal(0, await Lines());
    }

    [Fact]
    public async Task Words_that_went_while_they_were_folded_anew_are_not_kept()
    {
        await AMessageOfAFormerFolding();
        await oneStop.Read(async worker =>
        {
            Assert.Equal(1, await worker.IndexWaiting(10));
            await PostUnsend("01UNSEND", "100");
            return await Assert.ThrowsAnyAsync<DbUpdateException>(() => worker.SaveChangesAsync());
        });
        Assert.Equal(0, await Lines());
    }

    [Fact]
    public async Task What_both_foldings_have_alike_only_stops_waiting()
    {
        await AMessageThatWaits("変わらない言葉");
        await Index();
        await oneStop.Read(db => db.Database.ExecuteSqlRawAsync(Backfills.FoldedAnew));
        Assert.Equal(1, await Index()); // only the waiting row
        await AssertWhole();
    }

    private static void Go(Message message, string way)
    {
        if (way == "edited")
            message.Edit("別の言葉", null);
        else
            message.Unsend(message.At);
    }

    /// <summary>Adds a message that is not indexed, because the worker has stopped.</summary>
    private async Task<Guid> AMessageThatWaits(string text)
    {
        await StopWorker();
        await PostMessage("01WAITS", "100", text);
        Assert.True(await oneStop.Read(db => db.UnindexedMessages.AnyAsync()));
        return await oneStop.Read(db => db.Messages.Where(m => m.By == Speaker.Client).Select(m => m.Id).SingleAsync());
    }

    /// <summary>Adds a message that a former version indexed, after the migration.</summary>
    private async Task AMessageOfAFormerFolding()
    {
        var id = await AMessageThatWaits("電話は03ー1234です、⻑い話");
        await oneStop.Read(async db =>
        {
            var message = await db.Messages.Include(m => m.Unindexed).SingleAsync(m => m.Id == id);
            db.AddRange(Bigrams.OfFolded(FoldedText.Formerly(message.Text!)).Select(g => MessageGram.Of(g, message, 1)));
            message.Unindexed = null;
            await db.SaveChangesAsync();
            return await db.Database.ExecuteSqlRawAsync(Backfills.FoldedAnew);
        });
    }

    private Task StopWorker() => oneStop.Services.GetServices<IHostedService>().OfType<SearchWorker>().Single().StopAsync(default);

    private Task<int> Index() => oneStop.Read(async db =>
    {
        await db.IndexWaiting(100);
        return await db.SaveChangesAsync();
    });

    private Task Settled() => TestOneStop.Until(async () => !await oneStop.Read(db => db.UnindexedMessages.AnyAsync()), "the index");

    private Task<int> Lines() => oneStop.Read(db => db.MessageGrams.CountAsync());

    private Task<bool> IsInIndex(string word)
    {
        var gram = Bigrams.Of(word).Single();
        return oneStop.Read(db => db.MessageGrams.AnyAsync(g => g.Gram == gram));
    }

    /// <summary>Asserts that the index contains exactly what the messages say.</summary>
    private Task<bool> AssertWhole() => oneStop.Read(async db =>
    {
        var said = (await db.Messages.AsNoTracking().ToListAsync()).Where(m => m.IsSearchable).SelectMany(m => Bigrams.Of(m.Text).Select(g => (g, m.Order)));
        Assert.Equal(said.Order(), (await db.MessageGrams.AsNoTracking().ToListAsync()).Select(l => (l.Gram, l.Order)).Order());
        return true;
    });

    private async Task PostMessage(string eventId, string id, string text)
    {
        await oneStop.PostEvents(Event(eventId, "message", $$""" "message":{"id":"{{id}}","type":"text","text":"{{text}}"} """));
        await oneStop.Processed(eventId);
    }

    private async Task PostUnsend(string eventId, string id)
    {
        await oneStop.PostEvents(Event(eventId, "unsend", $$""" "unsend":{"messageId":"{{id}}"} """));
        await oneStop.Processed(eventId);
    }

    private static string Event(string id, string type, string more) =>
        $$$"""{"type":"{{{type}}}","timestamp":1791158400000,"source":{"type":"user","userId":"{{{Person.Value}}}"},"webhookEventId":"{{{id}}}",{{{more}}}}""";
}
