using OneStop.Domain;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.House;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Conversations;

/// <summary>Answers of staff, as they arrive on the client's telephone.</summary>
public sealed class AnswerTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_long_answer_goes_out_in_one_call_as_several_messages_and_is_taken_back_as_one()
    {
        var (member, friend, conversation) = await Asking("長い説明をください");
        var text = new string('あ', 4000) + "。" + new string('い', 3000);
        await oneStop.At<AnswerDesk>(member, d => d.Answer(conversation, text));
        var held = await Open(member, conversation);
        Assert.Equal([4001, 3000], held.Messages.Where(m => m.By == Speaker.Staff).Select(m => m.Text!.Length));
        var outgoing = held.Last!.OutgoingId!.Value;
        await oneStop.At<AnswerDesk>(member, d => d.TakeBack(conversation, outgoing));
        var back = await Open(member, conversation);
        Assert.DoesNotContain(back.Messages, m => m.By == Speaker.Staff);
        Assert.NotNull(back.AnswerDue);
        Assert.Contains(new string('い', 3000), back.Draft, StringComparison.Ordinal);

        await oneStop.At<AnswerDesk>(member, d => d.Answer(conversation, text));
        await Arrive(friend, 2);
        Assert.All((await Open(member, conversation)).Messages.Where(m => m.By == Speaker.Staff), m => Assert.Equal(Delivery.Accepted, m.Delivery));
    }

    [Fact]
    public async Task An_answer_quotes_the_message_that_it_is_about()
    {
        var (member, friend, conversation) = await Asking("給付金のことです");
        var asked = (await Open(member, conversation)).Messages.Last(m => m.By == Speaker.Client);
        Assert.True(asked.CanBeQuoted);
        await oneStop.At<AnswerDesk>(member, d => d.Answer(conversation, "その件ですが", quotes: asked.Id));
        await Arrive(friend, 1);
        Assert.StartsWith("q", Theirs(friend)[^1].Message["quoteToken"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("給付金のことです", (await Open(member, conversation)).Last!.Quoted!.Text);

        var other = await Asking("別の人");
        // a message of another conversation
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<AnswerDesk>(member, d => d.Answer(other.Conversation, "まちがい", quotes: asked.Id)));
    }

    [Fact]
    public async Task Who_is_to_be_written_to_discreetly_gets_a_notice_and_the_words_only_on_a_tap()
    {
        var (member, friend, conversation) = await Asking("家族に知られたくない相談です");
        await oneStop.At<CardDesk>(member, d => d.BeDiscreet(conversation, new(MarkWish.None, new("家族が見る"))));
        await oneStop.At<AnswerDesk>(member, d => d.Answer(conversation, "離婚調停の件、承知しました"));
        await Arrive(friend, 1);
        var notice = Theirs(friend)[^1].Message;
        Assert.DoesNotContain("調停", notice.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }),
            StringComparison.Ordinal);
        Assert.Equal("お返事があります", notice["altText"]!.GetValue<string>());

        var data = notice["contents"]!["footer"]!["contents"]![0]!["action"]!["data"]!.GetValue<string>();
        var before = Theirs(friend).Count;
        oneStop.Line.Press(friend.UserId, data, "お返事を見る");
        await Until(() => Task.FromResult(Theirs(friend).Count == before + 1), "the words");
        Assert.Equal("離婚調停の件、承知しました", Theirs(friend)[^1].Message["text"]!.GetValue<string>());

        var stranger = await oneStop.AFriend();
        before = Theirs(stranger).Count;
        oneStop.Line.Press(stranger.UserId, data, "お返事を見る"); // a made-up button from another conversation shows nothing
        await Until(() => Task.FromResult(Theirs(stranger).Count == before + 1), "the kind answer");
        Assert.DoesNotContain("調停", Theirs(stranger)[^1].Message["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_writes_another_persons_number_name_or_file_is_asked_first()
    {
        var (member, friend, conversation) = await Asking("確認お願いします");
        var (_, other, theirs) = await Asking("別の相談者です");
        await oneStop.At<CardDesk>(member, d => d.CallAs(theirs, new(new(""), new("みなと"))));
        var number = (await Open(member, theirs)).Card.FriendNumber;
        oneStop.Line.SendBytes(other.UserId, new() { ["type"] = "file", ["fileName"] = "履歴書_見本.pdf", ["fileSize"] = 9 }, "%PDF-1.7\n"u8.ToArray(),
            "application/pdf");
        await Until(async () => (await Open(member, theirs)).Messages.Any(m => m.FileState == FileState.Stored), "the file");

        Assert.Equal(3, (await Doubts($"Ａ－{number:D4}のみなとさんの履歴書_見本.pdfです")).Count); // full-width too
        Assert.Empty(await Doubts($"A-{(await Open(member, conversation)).Card.FriendNumber:D4}さん、こんにちは")); // the client's own number
        Assert.Empty(await Doubts("ふつうの返信です"));
        // nothing was sent while the question was open
        Assert.Single(Theirs(friend), b => b.Message["text"]?.GetValue<string>().Contains("受け取りました", StringComparison.Ordinal) == true);

        await oneStop.At<AnswerDesk, AnswerOutcome>(member, d => d.Answer(conversation, "みなとさんも参加します", isSure: true));
        await Arrive(friend, 1);

        async Task<IReadOnlyList<string>> Doubts(string text) =>
            await oneStop.At<AnswerDesk, AnswerOutcome>(member, d => d.Answer(conversation, text)) is AsksFirst asks ? asks.Doubts : await TakenBack();

        async Task<IReadOnlyList<string>> TakenBack()
        {
            var held = (await Open(member, conversation)).Last!.OutgoingId!.Value;
            await oneStop.At<AnswerDesk>(member, d => d.TakeBack(conversation, held));
            return [];
        }
    }

    [Fact]
    public async Task In_the_hours_in_which_a_person_is_left_alone_the_writer_is_asked()
    {
        var (member, _, conversation) = await Asking("昼は連絡しないでください");
        var now = TimeOnly.FromTimeSpan(oneStop.Clock.GetUtcNow().InJapan.TimeOfDay);
        await oneStop.At<CardDesk>(member, d => d.KeepAway(conversation, new(NoContactWish.None, new(now.AddHours(-1), now.AddHours(1)))));
        var asks = Assert.IsType<AsksFirst>(await oneStop.At<AnswerDesk, AnswerOutcome>(member, d => d.Answer(conversation, "こんにちは")));
        Assert.Contains("連絡不可", asks.Doubts.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_goes_out_as_a_link_of_ours_that_expires_and_can_be_stopped()
    {
        var (member, friend, conversation) = await Asking("書類をください");
        var stored = await oneStop.At<FileStore, string>(member, s => s.Write("%PDF-1.7\nこんにちは"u8.ToArray()));
        var file = await oneStop.At<FileDesk, Guid>(member, d => d.Attach(conversation, "ご案内.pdf", new(stored, "application/pdf", 24), null));
        await oneStop.At<AnswerDesk, AnswerOutcome>(member, d => d.AnswerWithFile(conversation, file));
        await Arrive(friend, 1);
        var card = Theirs(friend)[^1].Message;
        Assert.DoesNotContain("ご案内", card["altText"]!.GetValue<string>(), StringComparison.Ordinal);
        var path = new Uri(card["contents"]!["footer"]!["contents"]![0]!["action"]!["uri"]!.GetValue<string>()).AbsolutePath;

        using var http = oneStop.Http();
        Assert.Contains("ご案内.pdf", System.Net.WebUtility.HtmlDecode(await http.GetStringAsync(path)), StringComparison.Ordinal);
        using (var opened = await http.GetAsync($"{path}/file"))
        {
            Assert.Equal("application/pdf", opened.Content.Headers.ContentType!.MediaType);
            Assert.Equal("no-store", opened.Headers.CacheControl!.ToString());
        }
        await oneStop.At<FileDesk>(member, d => d.Withdraw(file));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await http.GetAsync($"{path}/file")).StatusCode);
        Assert.Contains("いまは開けません", System.Net.WebUtility.HtmlDecode(await http.GetStringAsync(path)), StringComparison.Ordinal);
        await oneStop.At<FileDesk>(member, d => d.Offer(file));
        var last = oneStop.Clock.GetUtcNow() + StoredFile.DocumentFor; // until the end of the day that the card names
        oneStop.Clock.Advance(JapanTime.At(last.JapaneseDate, new(23, 59)) - oneStop.Clock.GetUtcNow());
        Assert.Contains("ご案内.pdf", System.Net.WebUtility.HtmlDecode(await http.GetStringAsync(path)), StringComparison.Ordinal);
        oneStop.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Contains("いまは開けません", System.Net.WebUtility.HtmlDecode(await http.GetStringAsync(path)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-10-05T20:59", null, false)]
    [InlineData("2026-10-05T21:00", null, true)]
    [InlineData("2026-10-06T00:01", null, true)] // across midnight
    [InlineData("2026-10-06T07:59", null, true)]
    [InlineData("2026-10-06T08:00", null, false)]
    [InlineData("2026-10-05T23:30", "2026-10-05T22:45", false)] // they have just written and wait
    [InlineData("2026-10-05T23:30", "2026-10-05T22:30", true)]
    public void At_night_a_telephone_makes_no_sound_unless_a_talk_is_running(string at, string? clientSpoke, bool silent) =>
        Assert.Equal(silent, QuietHours.AreKept(Japan(at), clientSpoke is null ? null : Japan(clientSpoke)));

    [Fact]
    public async Task An_answer_at_night_arrives_without_a_sound()
    {
        var (member, friend, conversation) = await Asking("夜の返信について");
        oneStop.Clock.Advance(Japan("2026-10-05T23:00").AddDays((oneStop.Clock.GetUtcNow() - Japan("2026-10-05T00:00")).Days + 1) - oneStop.Clock.GetUtcNow());
        await oneStop.At<AnswerDesk>(member, d => d.Answer(conversation, "遅くにすみません"));
        await Arrive(friend, 1);
        Assert.True(Theirs(friend)[^1].IsSilent);
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "起きています" });
        await Until(async () => (await Open(member, conversation)).Messages.Any(m => m.Text == "起きています"), "the client's words");
        await oneStop.At<AnswerDesk>(member, d => d.Answer(conversation, "では続けましょう"));
        await Arrive(friend, 2);
        Assert.False(Theirs(friend)[^1].IsSilent);
    }

    [Fact]
    public async Task While_a_long_answer_is_typed_the_telephone_shows_it_to_who_has_just_written()
    {
        var (member, friend, conversation) = await Asking("返事を待っています");
        await oneStop.At<AnswerDesk>(member, d => d.ShowTyping(conversation));
        await Until(() => Task.FromResult(friend.LoadingUntil is not null), "the moving dots");
        var (_, silent, old) = await Asking("だいぶ前の質問");
        oneStop.Clock.Advance(TimeSpan.FromMinutes(11));
        await oneStop.At<AnswerDesk>(member, d => d.ShowTyping(old));
        var (_, next, fresh) = await Asking("いまの質問");
        await oneStop.At<AnswerDesk>(member, d => d.ShowTyping(fresh));
        await Until(() => Task.FromResult(next.LoadingUntil is not null), "the moving dots");
        Assert.Null(silent.LoadingUntil); // requested earlier, and never shown
    }

    private async Task<(StaffMember Member, VirtualFriend Friend, Guid Conversation)> Asking(string text)
    {
        var friend = await oneStop.AFriend();
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = text });
        await Until(() => Task.FromResult(Theirs(friend).Count == 3), "the receipt");
        return (await oneStop.AMember("one", Duty.Counselor), friend, await oneStop.ConversationOf(friend));
    }

    private async Task<ConversationView> Open(StaffMember member, Guid conversation) =>
        (await oneStop.At<ConversationDesk, ConversationView?>(member, d => d.Open(conversation)))!;

    private List<Bubble> Theirs(VirtualFriend friend) => [.. oneStop.Line.TalkOf(friend.UserId).Where(b => !b.IsMine)];

    /// <summary>Lets the hold expire and waits for this number of answers beside greeting and receipt.</summary>
    private async Task Arrive(VirtualFriend friend, int answers)
    {
        oneStop.PassTheHold();
        await Until(() => Task.FromResult(Theirs(friend).Count >= 3 + answers), "the answer");
        var id = Domain.Friends.LineUserId.Parse(friend.UserId);
        await Until(() => oneStop.Read(db => Task.FromResult(!db.OutgoingMessages.Any(m => m.To == id && m.State == Delivery.Waiting))),
            "the note that it was accepted");
    }
}
