using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Reception;
using OneStop.Domain.Conversations.Tags;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;
using OneStop.Domain.RichMenus;
using OneStop.Domain.Staff;
using OneStop.Line.Reception;
using OneStop.Line.RichMenu;
using OneStop.Line.Simulator;
using OneStop.Portal.Documents;

namespace OneStop.Portal.Demo;

/// <summary>
/// Makes the portal look like a service in its second month: 60 friends, talks in every state. A fixed seed for people and words,
/// the clock shifts the times. No test depends on it.
/// </summary>
internal sealed class DemoData(IDbContextFactory<OneStopDb> dbs, Screenshotter screenshotter, IServiceProvider services, TimeProvider clock)
{
    private const int Friends = 60;
    private const int Seed = 20261001;
    internal static readonly string[] Nicknames = ["さくら", "すみれ", "つばき", "もみじ", "かえで", "あおい", "ひなた", "こはる", "みなと", "なぎさ", "いぶき", "ほたる"];

    private readonly Random random = new(Seed);

    /// <summary>Fills an empty database; one that has friends is left alone.</summary>
    public async Task Fill()
    {
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Friends.AnyAsync())
            return;

        var everybody = await db.Users.AsNoTracking().ToListAsync();
        DemoTemplates.Write(db, everybody, clock.GetUtcNow());
        var staff = everybody.Where(s => s.Duties.Contains(Duty.Counselor)).Select(s => s.Id).ToList();
        var tags = DemoMarks.Tags(clock.GetUtcNow());
        db.AddRange(tags);
        for (var i = 0; i < Friends; i++)
            Talk(db, i, staff, tags);
        DemoBookings.Write(db, everybody, [.. db.Friends.Local.OrderBy(f => f.Number)], clock.GetUtcNow());
        await DemoMenu.Write(db, everybody, screenshotter, clock.GetUtcNow());
        await db.SaveChangesAsync();
    }

    /// <summary>The simulator forgets when it stops; the menu and the talks that the database has are put back on its telephones.</summary>
    public async Task TellSimulator()
    {
        var platform = services.GetRequiredService<LinePlatform>();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.MenuEditions.AsNoTracking().Up().SingleOrDefaultAsync() is { Display: { } display } edition)
            platform.Menus.Restore(display.LineId, MenuObject.Of(edition), edition.Picture);
        var names = new Random(Seed);
        foreach (var friend in await db.Friends.AsNoTracking().OrderBy(f => f.Number).ToListAsync())
        {
            platform.Invent($"{Nicknames[names.Next(Nicknames.Length)]}（{friend.Number:D2}）", friend.LineUserId.Value).Restore(friend.FollowedAt is not null, friend.IsBlocked);
            var talk = db.Messages.AsNoTracking().Where(m => m.By != Speaker.Event && db.Conversations.Any(c => c.Id == m.ConversationId && c.FriendId == friend.Id));
            foreach (var message in await talk.OrderBy(m => m.Order).ToListAsync())
                platform.Recall(friend.LineUserId.Value, message.By == Speaker.Client, new JsonObject { ["type"] = "text", ["text"] = message.Text ?? "（画像など）" }, message.At);
        }
    }

    private void Talk(OneStopDb db, int index, List<Guid> staff, IReadOnlyList<Tag> tags)
    {
        var lines = DemoTalks.Talks[index % DemoTalks.Talks.Count];
        var now = clock.GetUtcNow();
        var endsWaiting = !lines[^1].StartsWith('＞') && index % 3 != 1;
        var end = now - (endsWaiting ? TimeSpan.FromMinutes(12 + index * 23) : TimeSpan.FromHours(2 + index * 19 % 1100 + random.NextDouble()));
        var times = TimesOf(lines, end);

        var friend = Friend.Register(UserId(index), index + 1, times[0] - TimeSpan.FromMinutes(20));
        friend.Follow(friend.MetAt);
        var conversation = Conversation.With(friend, friend.MetAt);
        db.Add(friend);
        db.Add(conversation);
        db.Add(conversation.AddEvent("友だちに追加されました", friend.MetAt));
        ReplyAutomatically(db, friend, conversation, AutoReplies.Greeting(), friend.MetAt);

        var counselor = staff[index % staff.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].StartsWith('＞'))
                Answer(db, friend, conversation, lines[i][1..], counselor, times[i]);
            else if (lines[i] != "――")
                Receive(db, friend, conversation, lines[i], times[i]);
        }
        DemoMarks.Mark(db, tags, conversation, index, counselor, end.AddMinutes(1));
        End(db, friend, conversation, index, endsWaiting, counselor, end);
        if (!endsWaiting || index % 4 == 2)
            staff.ForEach(s => MarkRead(db, conversation, s));
    }

    private static void End(OneStopDb db, Friend friend, Conversation conversation, int index, bool waits, Guid counselor, DateTimeOffset end)
    {
        if (!waits && conversation.AnswerDue is not null)
            db.Add(conversation.NeedNoAnswer(counselor, end.AddMinutes(6)));
        if (!waits && index % 2 == 0)
            conversation.Close(counselor, end.AddMinutes(7));
        if (index % 17 == 5 && friend.Block(end.AddMinutes(40)))
            db.Add(conversation.AddEvent("ブロックされました", end.AddMinutes(40)));
        conversation.SeeWhetherBlocked();
        if (index == 11)
            Trouble(db, friend, conversation, counselor, end.AddMinutes(9), (sending, at) => sending.Fail("LINEが受け付けませんでした（403）。", at));
        if (index == 19)
            Trouble(db, friend, conversation, counselor, end.AddMinutes(9), (sending, at) => sending.Lose("LINEから応答がなく、届いたかどうか分かりません。", at));
        if (index == 23)
            db.Add(conversation.AddEvent("未対応イベント（beacon）", end.AddMinutes(8), kind: MessageKind.Unsupported));
        if (waits && index % 4 == 0)
            conversation.Assign(null);
    }

    private static void MarkRead(OneStopDb db, Conversation conversation, Guid staffId)
    {
        var mark = ReadMark.Begin(conversation.Id, staffId);
        mark.Read(conversation.SpokenOrder);
        db.Add(mark);
    }

    private static void Trouble(OneStopDb db, Friend friend, Conversation conversation, Guid counselor, DateTimeOffset at, Action<OutgoingMessage, DateTimeOffset> end)
    {
        var message = conversation.Answer(MessageKind.Text, "日程の候補をお送りします。来週の火曜か木曜の10時はいかがでしょうか。", counselor, at);
        var sending = OutgoingMessage.For(friend, conversation.Id, message.Order, [new TextContent(message.Text!)], at, at, null);
        sending.Try(at, TimeSpan.Zero);
        end(sending, at);
        message.Carry(sending);
        if (sending.State == Delivery.Failed)
            conversation.WaitAgain(message.EndedNothing());
        conversation.MeetTrouble(at);
        db.AddRange(message, sending);
    }

    private static void Receive(OneStopDb db, Friend friend, Conversation conversation, string line, DateTimeOffset at)
    {
        ClientSays said = line switch
        {
            "【スタンプ】" => new ShowsSticker(null, new("11537", "52002734", "ありがとう")),
            "【位置情報】" => new TellsPlace(null, new("見本町公園", "福岡市見本区見本町1-2-3", 33.59, 130.4)),
            _ => new SaysText(null, line),
        };
        var (message, owesReceipt) = conversation.Receive(said, at, at, isTalking: at - conversation.LastHumanAt < Conversation.ExchangeRunsFor);
        db.Add(message);
        if (!owesReceipt)
            return;
        ReplyAutomatically(db, friend, conversation, AutoReplies.Receipt(new(AnswerPromise.Of(new([], []), conversation.AnswerDue!.Value, at), IsFirst: false), line), at.AddSeconds(1));
        conversation.GaveReceipt(at.AddSeconds(1));
    }

    private static void Answer(OneStopDb db, Friend friend, Conversation conversation, string text, Guid counselor, DateTimeOffset at)
    {
        var message = conversation.Answer(MessageKind.Text, text, counselor, at);
        db.AddRange(message, Sent(friend, conversation, message, [new TextContent(text)], at));
    }

    private static void ReplyAutomatically(OneStopDb db, Friend friend, Conversation conversation, AutoReply says, DateTimeOffset at)
    {
        var messages = says.Shown.Select(s => conversation.ReplyAutomatically(s.Kind, s.Text, at)).ToList();
        var sending = Sent(friend, conversation, messages[0], says.Contents, at);
        messages.ForEach(m => m.Carry(sending));
        db.AddRange(messages);
        db.Add(sending);
    }

    private static OutgoingMessage Sent(Friend friend, Conversation conversation, Message message, IReadOnlyList<OutgoingContent> contents, DateTimeOffset at)
    {
        var sending = OutgoingMessage.For(friend, conversation.Id, message.Order, contents, at, at, null);
        sending.Accept(sending.Try(at, TimeSpan.Zero), null, at);
        message.Carry(sending);
        return sending;
    }

    /// <summary>When each line was said: minutes between lines, days at a pause, the last one at the end.</summary>
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
