using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Reception;
using OneStop.Domain.Conversations.Tags;
using OneStop.Domain.Friends;
using OneStop.Domain.Staff;
using OneStop.Line.Reception;

namespace OneStop.Portal.Demo;

/// <summary>60 friends and their conversations in every state, with what staff have recorded about them.</summary>
internal sealed class TalkChapter : IDemoChapter
{
    private const int Friends = 60;
    private const int Seed = 20261001;
    private readonly Random random = new(Seed);

    /// <inheritdoc/>
    public Task Write(DemoBook book)
    {
        var staff = book.With(Duty.Counselor);
        var tags = DemoMarks.Tags(book.Now);
        book.AddRange(tags);
        for (var i = 0; i < Friends; i++)
            Talk(book, i, staff, tags);
        return Task.CompletedTask;
    }

    private void Talk(DemoBook book, int index, List<Guid> staff, IReadOnlyList<Tag> tags)
    {
        var now = book.Now;
        var lines = DemoTalks.Talks[index % DemoTalks.Talks.Count];
        var endsWaiting = !lines[^1].StartsWith('＞') && index % 3 != 1;
        var end = now - (endsWaiting ? TimeSpan.FromMinutes(12 + index * 23) : TimeSpan.FromHours(2 + index * 19 % 1100 + random.NextDouble()));
        var times = TimesOf(lines, end);

        var friend = Friend.Register(UserId(index), index + 1, times[0] - TimeSpan.FromMinutes(20));
        friend.Follow(friend.MetAt);
        var conversation = Conversation.With(friend, friend.MetAt);
        book.Add(friend);
        book.Add(conversation);
        book.Add(conversation.AddEvent("友だちに追加されました", friend.MetAt));
        ReplyAutomatically(book, friend, conversation, AutoReplies.Greeting(), friend.MetAt);

        var counselor = staff[index % staff.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].StartsWith('＞'))
                Answer(book, friend, conversation, lines[i][1..], counselor, times[i]);
            else if (lines[i] != "――")
                Receive(book, friend, conversation, lines[i], times[i]);
        }
        DemoMarks.Mark(book, tags, conversation, index, counselor, end.AddMinutes(1));
        End(book, friend, conversation, index, endsWaiting, counselor, end);
        if (!endsWaiting || index % 4 == 2)
            staff.ForEach(s => MarkRead(book, conversation, s));
    }

    private static void End(DemoBook book, Friend friend, Conversation conversation, int index, bool waits, Guid counselor, DateTimeOffset end)
    {
        if (!waits && conversation.AnswerDue is not null)
            book.Add(conversation.NeedNoAnswer(counselor, end.AddMinutes(6)));
        if (!waits && index % 2 == 0)
            conversation.Close(counselor, end.AddMinutes(7));
        if (index % 17 == 5 && friend.Block(end.AddMinutes(40)))
            book.Add(conversation.AddEvent("ブロックされました", end.AddMinutes(40)));
        conversation.SeeWhetherBlocked();
        if (index == 11)
            Trouble(book, friend, conversation, counselor, end.AddMinutes(9), (sending, at) => sending.Fail("LINEが受け付けませんでした（403）。", at));
        if (index == 19)
            Trouble(book, friend, conversation, counselor, end.AddMinutes(9), (sending, at) => sending.Lose("LINEから応答がなく、届いたかどうか分かりません。", at));
        if (index == 23)
            book.Add(conversation.AddEvent("未対応イベント（beacon）", end.AddMinutes(8), kind: MessageKind.Unsupported));
        if (waits && index % 4 == 0)
            conversation.Assign(null);
    }

    private static void MarkRead(DemoBook book, Conversation conversation, Guid staffId)
    {
        var mark = ReadMark.Begin(conversation.Id, staffId);
        mark.Read(conversation.SpokenOrder);
        book.Add(mark);
    }

    private static void Trouble(
        DemoBook book, Friend friend, Conversation conversation, Guid counselor, DateTimeOffset at, Action<OutgoingMessage, DateTimeOffset> end)
    {
        var message = conversation.Answer(MessageKind.Text, "日程の候補をお送りします。来週の火曜か木曜の10時はいかがでしょうか。", counselor, at);
        var sending = OutgoingMessage.For(friend, conversation.Id, message.Order, [new TextContent(message.Text!)], at, at, null);
        sending.Try(at, TimeSpan.Zero);
        end(sending, at);
        message.Carry(sending);
        if (sending.State == Delivery.Failed)
            conversation.WaitAgain(message.EndedNothing());
        conversation.MeetTrouble(at);
        book.AddRange(message, sending);
    }

    private static void Receive(DemoBook book, Friend friend, Conversation conversation, string line, DateTimeOffset at)
    {
        ClientSays said = line switch
        {
            "【スタンプ】" => new ShowsSticker(null, new("11537", "52002734", "ありがとう")),
            "【位置情報】" => new TellsPlace(null, new("見本町公園", "福岡市見本区見本町1-2-3", 33.59, 130.4)),
            _ => new SaysText(null, line),
        };
        var (message, owesReceipt) = conversation.Receive(said, at, at, isTalking: at - conversation.LastHumanAt < Conversation.ExchangeRunsFor);
        book.Add(message);
        if (!owesReceipt)
            return;
        var promise = AnswerPromise.Of(new([], []), conversation.AnswerDue!.Value, at);
        ReplyAutomatically(book, friend, conversation, AutoReplies.Receipt(new(promise, IsFirst: false), line), at.AddSeconds(1));
        conversation.GaveReceipt(at.AddSeconds(1));
    }

    private static void Answer(DemoBook book, Friend friend, Conversation conversation, string text, Guid counselor, DateTimeOffset at)
    {
        var message = conversation.Answer(MessageKind.Text, text, counselor, at);
        book.AddRange(message, Sent(friend, conversation, message, [new TextContent(text)], at));
    }

    private static void ReplyAutomatically(DemoBook book, Friend friend, Conversation conversation, AutoReply says, DateTimeOffset at)
    {
        var messages = says.Shown.Select(s => conversation.ReplyAutomatically(s.Kind, s.Text, at)).ToList();
        var sending = Sent(friend, conversation, messages[0], says.Contents, at);
        messages.ForEach(m => m.Carry(sending));
        book.AddRange(messages);
        book.Add(sending);
    }

    private static OutgoingMessage Sent(
        Friend friend, Conversation conversation, Message message, IReadOnlyList<OutgoingContent> contents, DateTimeOffset at)
    {
        var sending = OutgoingMessage.For(friend, conversation.Id, message.Order, contents, at, at, null);
        sending.Accept(sending.Try(at, TimeSpan.Zero), null, at);
        message.Carry(sending);
        return sending;
    }

    /// <summary>Returns the time of each line: minutes between lines, days at a pause, the last line at the end.</summary>
    private DateTimeOffset[] TimesOf(IReadOnlyList<string> lines, DateTimeOffset end)
    {
        var times = new DateTimeOffset[lines.Count];
        for (var (i, at) = (lines.Count - 1, end); i >= 0; i--)
        {
            times[i] = at;
            at -= lines[i] == "――" ? TimeSpan.FromDays(4) : TimeSpan.FromMinutes(2 + random.Next(35));
        }
        return times;
    }

    private static LineUserId UserId(int index) => LineUserId.Parse($"Udeb0{index:x28}");
}
