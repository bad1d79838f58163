using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Reception;
using OneStop.Domain.Conversations.Search;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Search;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.House;

namespace OneStop.Tests.Search;

/// <summary>Messages are found by members who may see them, wherever they are and however they were typed.</summary>
public sealed class SearchTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Theory]
    [InlineData("奨学")]
    [InlineData("奨学金の手続き")]
    [InlineData("テツヅキ 奨学")] // several words, in any order, katakana for hiragana
    [InlineData("ﾃﾂﾂﾞｷ")]
    [InlineData("金 奨学")] // one character beside a word narrows the results
    public async Task Two_characters_suffice(string words)
    {
        var friend = await oneStop.AFriend();
        await Say(friend, "奨学金の手続きと書類の、てつづき");
        await Say(friend, "奨学生の話"); // does not contain all words
        var hits = (await Find(words)).Hits.Where(h => words != "奨学" || h.Snippet.Any(p => p.Text.Contains('金'))).ToList();
        var hit = hits.First();
        var conversation = await oneStop.ConversationOf(friend);
        Assert.All(hits, h => Assert.Contains("奨学金", string.Concat(h.Snippet.Select(p => p.Text))));
        Assert.Equal((conversation, Speaker.Client, MessageKind.Text), (hit.ConversationId, hit.By, hit.Kind));
        // the place to jump to
        Assert.True(await oneStop.Read(db => db.Messages.AnyAsync(m => m.ConversationId == hit.ConversationId && m.Order == hit.Order && m.At == hit.At)));
    }

    [Fact]
    public async Task All_years_are_searched_the_newest_first_and_a_date_narrows_them()
    {
        var friend = await oneStop.AFriend();
        await Say(friend, "住宅手当のこと、一年目");
        var first = oneStop.Clock.GetUtcNow().JapaneseDate;
        oneStop.Clock.Advance(TimeSpan.FromDays(800));
        await Say(friend, "住宅手当のこと、三年目");
        var last = oneStop.Clock.GetUtcNow().JapaneseDate;

        Assert.Equal(["三年目", "一年目"], (await Find("住宅手当")).Hits.Select(Ending));
        Assert.Equal(["一年目"], (await Look(new("住宅手当", To: last.AddDays(-1)))).Hits.Select(Ending));
        Assert.Equal(["一年目"], (await Look(new("住宅手当", From: first, To: first))).Hits.Select(Ending)); // both bounds are inclusive
        Assert.Equal(["三年目"], (await Look(new("住宅手当", From: first.AddDays(1)))).Hits.Select(Ending));
        Assert.Empty((await Look(new("住宅手当", From: last.AddDays(1)))).Hits);

        static string Ending(SearchHit hit) => string.Concat(hit.Snippet.Select(p => p.Text))[^3..];
    }

    [Fact]
    public async Task Who_said_it_and_of_which_kind_it_is_narrow_the_search()
    {
        var friend = await oneStop.AFriend();
        await Say(friend, "宿泊の予約について");
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "location", ["title"] = "宿泊先", ["address"] = "宿泊町1-2", ["latitude"] = 33.5, ["longitude"] = 130.4 });
        var counselor = await oneStop.AMember("counselor", Duty.Counselor);
        var conversation = await oneStop.ConversationOf(friend);
        await oneStop.As(counselor, s => s.GetRequiredService<AnswerDesk>().Answer(conversation, "宿泊先はご自身で"));
        await Indexed(conversation, 3);

        Assert.Equal(3, (await Find("宿泊")).Hits.Count);
        var answer = Assert.Single((await Look(new("宿泊", By: Speaker.Staff))).Hits);
        Assert.Equal("counselor さん", answer.StaffName);
        Assert.Equal(2, (await Look(new("宿泊", By: Speaker.Client))).Hits.Count);
        Assert.Equal("宿泊町", string.Concat((await Look(new("宿泊町", Kind: MessageKind.Place))).Hits.Single().Snippet.Where(p => p.IsHit).Select(p => p.Text)));
        Assert.Empty((await Look(new("宿泊", By: Speaker.Staff, Kind: MessageKind.Place))).Hits);
    }

    [Fact]
    public async Task What_the_bot_says_and_what_happens_is_not_found()
    {
        var friend = await oneStop.AFriend(); // greeted, with an event in the conversation
        await Say(friend, "こんばんは");
        Assert.Empty((await Find("友だち追加")).Hits);
        Assert.Empty((await Find("メッセージを受け取りました")).Hits);
    }

    [Fact]
    public async Task People_are_found_by_number_and_alias()
    {
        var friend = await oneStop.AFriend();
        var number = await oneStop.Read(db => db.Friends.Where(f => f.LineUserId == Domain.Friends.LineUserId.Parse(friend.UserId))
            .Select(f => f.Number).SingleAsync());
        foreach (var typed in new[] { $"{number}", $"A-{number:D4}", $"相談者 A-{number:D4}", $"Ａ－{number:D4}" })
            Assert.Equal(number, (await Find(typed)).People[0].FriendNumber);
        Assert.Contains((await Find($"{number:D4}"[..3])).People, p => p.FriendNumber == number);
        Assert.Empty((await Find("987654")).People);
    }

    [Fact]
    public async Task One_character_finds_people_and_asks_for_more()
    {
        var found = await Find("園");
        Assert.True(found.IsTooShort);
        Assert.Empty(found.Hits);
        Assert.False((await Find("園児")).IsTooShort);
        Assert.Same(SearchResult.Nothing, await Find("　"));
    }

    [Fact]
    public async Task Page_after_page_finds_each_once_though_new_ones_come_meanwhile()
    {
        var conversation = await Kept([.. Enumerable.Range(1, 120).Select(i => $"番号札の{i}枚目")]);
        var first = await Find("番号札");
        await Kept(["番号札の追加"], conversation);
        var second = await Look(new("番号札", After: first.Next));
        var third = await Look(new("番号札", After: second.Next));
        Assert.Equal((50, 50, 20), (first.Hits.Count, second.Hits.Count, third.Hits.Count));
        Assert.Null(third.Next);
        var all = first.Hits.Concat(second.Hits).Concat(third.Hits).Select(h => h.Order).ToList();
        Assert.Equal(all.Distinct().OrderDescending(), all);
    }

    [Fact]
    public async Task A_word_of_common_pairs_that_seldom_meet_is_looked_for_piece_by_piece()
    {
        await Kept(["北海道と東京", .. Enumerable.Range(0, 300).Select(_ => "北海と海道")]); // both pairs, never the word
        var words = new SearchWords("北海道");
        var query = new SearchQuery("北海道");
        var pages = new List<SearchResult>();
        do
            pages.Add(await oneStop.Read(db => db.Find(words, query with { After = pages.LastOrDefault()?.Next }, most: 100)));
        while (pages[^1].Next is not null);
        Assert.True(pages.Count > 2);
        Assert.All(pages[..^1], p => Assert.NotNull(p.SearchedBackTo));
        Assert.Single(pages.SelectMany(p => p.Hits)); // the oldest of all
    }

    [Fact]
    public async Task A_search_is_in_the_audit_trail_and_its_words_are_nowhere_else()
    {
        const string words = "離婚調停の弁護士";
        var friend = await oneStop.AFriend();
        await Say(friend, "離婚調停の弁護士をさがしています");
        var member = await oneStop.AMember("searcher", Duty.Counselor);
        for (var i = 0; i < 2; i++) // recorded once per sitting
            Assert.Single((await oneStop.As(member, s => s.GetRequiredService<SearchDesk>().Find(new(words)), "one")).Hits);
        await oneStop.As(member, s => s.GetRequiredService<SearchDesk>().Find(new(words)), "another");

        var entries = await oneStop.Read(db => db.AuditEntries.Where(e => e.Act == AuditAct.Searched && e.ActorId == member.Id).ToListAsync());
        Assert.Equal(2, entries.Count);
        Assert.DoesNotContain(entries, e => e.SubjectId.Contains(words, StringComparison.Ordinal) || e.Fields.Contains(words, StringComparison.Ordinal));
        Assert.Equal([words, words],
            await oneStop.Read(db => db.AuditValues.Where(v => entries.Select(e => e.Id).Contains(v.EntryId)).Select(v => v.After).ToListAsync()));
        Assert.DoesNotContain(oneStop.Logged, line => line.Contains("離婚", StringComparison.Ordinal));
        Assert.Null((await oneStop.VerifyTrail()).Broken);
    }

    [Fact]
    public async Task What_grows_letter_by_letter_is_one_search_and_what_is_looked_for_next_another()
    {
        var opened = await oneStop.AsksSomething("就学援助について");
        var member = await oneStop.AMember("typist", Duty.Counselor);
        await Type("就学");
        await Type("就学援");
        await Type("就学援助");
        Assert.Equal(["就学援助"], await Recorded());
        await Type("就学"); // shorter: another search
        await Type("住まい");
        Assert.Equal(["就学援助", "就学", "住まい"], await Recorded());

        await oneStop.As(member, s => s.GetRequiredService<ConversationDesk>().Open(opened), "typing");
        await Type("住まい 福岡"); // the previous results were used
        oneStop.Clock.Advance(AuditRecords.TypingRunsFor);
        await Type("住まい 福岡市"); // the previous results were read for a while
        Assert.Equal(["就学援助", "就学", "住まい", "住まい 福岡", "住まい 福岡市"], await Recorded());

        oneStop.Clock.Advance(AuditTrail.SearchesRest);
        Assert.Equal(0, (await oneStop.VerifyTrail()).Unsealed);
        Assert.Null((await oneStop.VerifyTrail()).Broken);
        Assert.Equal(5, (await Recorded()).Count);

        Task Type(string words)
        {
            oneStop.Clock.Advance(TimeSpan.FromSeconds(1));
            return oneStop.As(member, s => s.GetRequiredService<SearchDesk>().Find(new(words)), "typing");
        }

        Task<List<string?>> Recorded() =>
            oneStop.Read(db => db.AuditEntries.Where(e => e.Act == AuditAct.Searched && e.ActorId == member.Id).OrderBy(e => e.At).ThenBy(e => e.Id)
            .Join(db.AuditValues, e => e.Id, v => v.EntryId, (_, v) => v.After).ToListAsync());
    }

    [Fact]
    public void The_numbers_that_the_index_keeps_stay_what_they_mean()
    {
        Assert.Equal([0, 1], new[] { Speaker.Client, Speaker.Staff }.Select(s => (int)s));
        Assert.Equal([0, 1, 5, 6], new[] { MessageKind.Text, MessageKind.Sticker, MessageKind.File, MessageKind.Place }.Select(k => (int)k));
    }

    private async Task<SearchResult> Look(SearchQuery query)
    {
        var member = await oneStop.AMember("counselor", Duty.Counselor);
        return await oneStop.As(member, s => s.GetRequiredService<SearchDesk>().Find(query));
    }

    private Task<SearchResult> Find(string words) => Look(new(words));

    private async Task Say(VirtualFriend friend, string text)
    {
        var id = oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = text });
        await TestOneStop.Until(() =>
            oneStop.Read(db => db.Messages.AnyAsync(m => m.LineMessageId == id && !db.UnindexedMessages.Any(w => w.MessageId == m.Id))), "the index");
    }

    private Task Indexed(Guid conversation, int messages) => TestOneStop.Until(async () =>
        await oneStop.Read(db => db.Messages.CountAsync(m => m.ConversationId == conversation && (m.By == Speaker.Client || m.By == Speaker.Staff)
            && !db.UnindexedMessages.Any(w => w.MessageId == m.Id))) == messages, "the index");

    /// <summary>Adds many messages of one person in one save.</summary>
    private async Task<Guid> Kept(IReadOnlyList<string> texts, Guid? conversation = null)
    {
        var id = conversation ?? await oneStop.ConversationOf(await oneStop.AFriend());
        await oneStop.Read(async db =>
        {
            var talk = await db.Conversations.SingleAsync(c => c.Id == id);
            db.AddRange(texts.Select(t => talk.Receive(new SaysText(null, t), oneStop.Clock.GetUtcNow(), oneStop.Clock.GetUtcNow()).Message));
            return await db.SaveChangesAsync();
        });
        await TestOneStop.Until(async () => !await oneStop.Read(db => db.UnindexedMessages.AnyAsync()), "the index");
        return id;
    }
}
