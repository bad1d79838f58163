using Microsoft.EntityFrameworkCore;
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

/// <summary>Checks that keep an answer from reaching the wrong person, or a telephone that others see.</summary>
public sealed class CarefulAnswersTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Theory]
    [InlineData("まい", "伺ってまいります", false)] // part of a common word
    [InlineData("まい", "まいさんの件です", true)]
    [InlineData("まい", "マイちゃん、こんにちは", true)] // in the other kana
    [InlineData("さき", "さきほどはありがとうございました", false)]
    [InlineData("さき", "「さき」と聞きました", true)] // as a word of its own
    [InlineData("ひなたこ", "ひなたこに伝えます", true)] // a name this long is hardly part of another word
    [InlineData("佐藤 花子", "佐藤花子さんへ", true)]
    [InlineData("佐藤花子", "佐藤　花子様", true)]
    [InlineData("Ken", "Kenさんへ", true)]
    [InlineData("Ken", "Kensington の求人です", false)]
    public async Task Another_persons_name_is_asked_about_and_a_part_of_a_word_is_not(string name, string text, bool asks)
    {
        var (member, conversation) = await Both(name);
        var outcome = await oneStop.At<AnswerDesk, AnswerOutcome>(member, d => d.Answer(conversation, text));
        Assert.Equal(asks, outcome is AsksFirst first && first.Doubts.Any(d => d.Contains($"「{name}」", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_addressees_own_longer_name_is_not_another_person()
    {
        var (member, conversation) = await Both("さくら");
        await oneStop.At<CardDesk>(member, d => d.CallAs(conversation, new(new(""), new("さくらこ"))));
        Assert.IsType<Taken>(await oneStop.At<AnswerDesk, AnswerOutcome>(member, d => d.Answer(conversation, "さくらこさん、こんにちは")));
    }

    [Theory]
    [InlineData("A-{0:D4}", true)]
    [InlineData("a{0:D4}", true)] // in the form that search accepts
    [InlineData("A4 の紙に{0}枚", false)]
    public async Task Another_persons_number_is_asked_about_however_it_is_written(string how, bool asks)
    {
        var (member, conversation) = await Both("ばんごう");
        var number = await oneStop.Read(db => db.Friends.Where(f => f.CalledAs == "ばんごう").Select(f => f.Number).FirstAsync());
        var outcome = await oneStop.At<AnswerDesk, AnswerOutcome>(member, d => d.Answer(conversation, string.Format(null, how, number)));
        Assert.Equal(asks, outcome is AsksFirst);
    }

    [Fact]
    public async Task A_file_that_was_chosen_for_somebody_else_or_taken_back_leaves_nothing()
    {
        var (member, conversation) = await Both("ファイルの人");
        var (refused, stored) = await Attach(member, conversation);
        await oneStop.At<FileDesk>(member, d => d.Discard(refused));
        Assert.Null(await oneStop.At<FileDesk, OpenedFile?>(member, d => d.Open(refused)));
        Assert.Null(await oneStop.At<FileStore, Stream?>(member, s => Task.FromResult<Stream?>(s.Open(stored))));

        (var taken, stored) = await Attach(member, conversation);
        await oneStop.At<AnswerDesk>(member, d => d.AnswerWithFile(conversation, taken, isSure: true));
        await oneStop.At<FileDesk>(member, d => d.Discard(taken)); // it is in the conversation, so it stays
        Assert.NotNull(await oneStop.At<FileStore, Stream?>(member, s => Task.FromResult<Stream?>(s.Open(stored))));
        await oneStop.At<AnswerDesk>(member, async d => await d.TakeBack(conversation, (await Open(member, conversation)).Last!.OutgoingId!.Value));
        Assert.Null(await oneStop.At<FileStore, Stream?>(member, s => Task.FromResult<Stream?>(s.Open(stored))));
        Assert.False(await oneStop.Read(db => db.StoredFiles.AnyAsync(f => f.Id == taken)));
    }

    [Fact]
    public async Task What_is_sent_again_is_as_discreet_as_the_client_needs_it_now()
    {
        var (member, friend, conversation, failed) = await Failed("調停の日が決まりました");
        await oneStop.At<CardDesk>(member, d => d.BeDiscreet(conversation, new(MarkWish.None, new("家族がスマートフォンを見る"))));
        await oneStop.At<AnswerDesk>(member, d => d.SendAgain(conversation, failed));
        await Until(() => Task.FromResult(Theirs(friend).Any(b => b.Message["altText"]?.GetValue<string>() == "お返事があります")), "the notice");
        Assert.DoesNotContain(Theirs(friend), b => b.Message["text"]?.GetValue<string>().Contains("調停", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Who_sends_again_in_the_hours_in_which_a_person_is_left_alone_is_asked()
    {
        var (member, friend, conversation, failed) = await Failed("昼に送り直す返信");
        var now = TimeOnly.FromTimeSpan(oneStop.Clock.GetUtcNow().InJapan.TimeOfDay);
        await oneStop.At<CardDesk>(member, d => d.KeepAway(conversation, new(NoContactWish.None, new(now.AddHours(-1), now.AddHours(1)))));
        var asks = Assert.IsType<AsksFirst>(await oneStop.At<AnswerDesk, AnswerOutcome>(member, d => d.SendAgain(conversation, failed)));
        Assert.Contains("連絡不可", asks.Doubts.Single(), StringComparison.Ordinal);
        Assert.IsType<Taken>(await oneStop.At<AnswerDesk, AnswerOutcome>(member, d => d.SendAgain(conversation, failed, isSure: true)));
        await Until(() => Task.FromResult(Theirs(friend).Any(b => b.Message["text"]?.GetValue<string>() == "昼に送り直す返信")), "the answer");
    }

    [Fact]
    public async Task A_document_whose_link_has_ended_is_not_offered_again_by_the_button_of_a_notice()
    {
        var member = await oneStop.AMember("one", Duty.Counselor);
        var friend = await oneStop.AFriend();
        var conversation = await oneStop.ConversationOf(friend);
        await oneStop.At<CardDesk>(member, d => d.BeDiscreet(conversation, new(MarkWish.None, new("家族がスマートフォンを見る"))));
        var (file, _) = await Attach(member, conversation);
        await oneStop.At<AnswerDesk>(member, d => d.AnswerWithFile(conversation, file, isSure: true));
        oneStop.PassTheHold();
        await Until(() => Task.FromResult(Theirs(friend)[^1].Message["altText"]?.GetValue<string>() == "お返事があります"), "the notice");
        var button = Theirs(friend)[^1].Message["contents"]!["footer"]!["contents"]![0]!["action"]!["data"]!.GetValue<string>();
        await oneStop.At<FileDesk>(member, d => d.Withdraw(file));
        oneStop.Line.Press(friend.UserId, button, "お返事を見る");
        await Until(() => Task.FromResult(Theirs(friend)[^1].Message["text"]?.GetValue<string>()
            .Contains("開ける期間が過ぎました", StringComparison.Ordinal) == true), "the kind answer");
    }

    /// <summary>Adds an answer that LINE refused because the monthly quota was used up.</summary>
    private async Task<(StaffMember Member, VirtualFriend Friend, Guid Conversation, Guid Failed)> Failed(string text)
    {
        var member = await oneStop.AMember("one", Duty.Counselor);
        var friend = await oneStop.AFriend();
        var conversation = await oneStop.ConversationOf(friend);
        oneStop.Clock.Advance(TimeSpan.FromMinutes(2)); // after the reply token has expired
        oneStop.Line.Quota = 0;
        await oneStop.At<AnswerDesk>(member, d => d.Answer(conversation, text));
        oneStop.PassTheHold();
        await Until(async () => (await Open(member, conversation)).Last!.Delivery == Delivery.Failed, "the failure");
        oneStop.Line.Quota = 5000;
        return (member, friend, conversation, (await Open(member, conversation)).Last!.OutgoingId!.Value);
    }

    private async Task<(StaffMember Member, Guid Conversation)> Both(string other)
    {
        var member = await oneStop.AMember("one", Duty.Counselor);
        var theirs = await oneStop.ConversationOf(await oneStop.AFriend());
        await oneStop.At<CardDesk>(member, d => d.CallAs(theirs, new(new(""), new(other))));
        return (member, await oneStop.ConversationOf(await oneStop.AFriend()));
    }

    private async Task<(Guid File, string Stored)> Attach(StaffMember member, Guid conversation)
    {
        var stored = await oneStop.At<FileStore, string>(member, s => s.Write("%PDF-1.7\nこんにちは"u8.ToArray()));
        return (await oneStop.At<FileDesk, Guid>(member, d => d.Attach(conversation, "見本の書類.pdf", new(stored, "application/pdf", 24), null)), stored);
    }

    private async Task<ConversationView> Open(StaffMember member, Guid conversation) =>
        (await oneStop.At<ConversationDesk, ConversationView?>(member, d => d.Open(conversation)))!;

    private List<Bubble> Theirs(VirtualFriend friend) => [.. oneStop.Line.TalkOf(friend.UserId).Where(b => !b.IsMine)];
}
