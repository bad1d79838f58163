using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Reception;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;

namespace OneStop.Domain.Conversations.Danger;

/// <summary>
/// The one door of clients' words (ADR 23): whatever a client writes, wherever, is heard here before any dialogue and any rule.
/// <see cref="InboundEvents"/> lets every event of LINE through by itself; a page of ours with a field to type in calls <see cref="Hear"/>.
/// </summary>
public sealed class DangerWatch(IDbContextFactory<OneStopDb> dbs, DangerList list)
{
    /// <summary>Announced when the words or the numbers changed.</summary>
    public const string Topic = "danger";

    /// <summary>What the client gets: its face says nothing, because the telephone may lie before the one who hits.</summary>
    internal static AutoReply Answer { get; } = new([new CardContent("お返事があります", "お返事があります", "まわりに人がいないときに、下のボタンを押してください。", [new("お返事を見る", Opens: "reply")])]);

    /// <summary>Does a word of danger stand in one of these texts?</summary>
    public async Task<bool> Finds(IEnumerable<string?> texts)
    {
        var words = await list.Words(dbs);
        return texts.Any(text => !string.IsNullOrWhiteSpace(text) && new HeardText(text).Has(words));
    }

    /// <summary>Does one stand in what an event brought?</summary>
    public Task<bool> Finds(IncomingEvent incoming) => Finds(EventWords.In(incoming.Body));

    /// <summary>
    /// Hears what a client wrote. Where it points to danger, the talk is flagged, somebody has to answer, and the bot answers at once,
    /// each time; all of it with the save of the caller.
    /// </summary>
    /// <returns>Was there a word of danger?</returns>
    public async Task<bool> Hear(OneStopDb db, Friend friend, Conversation conversation, IEnumerable<string?> texts, DateTimeOffset now)
    {
        if (!await Finds(texts))
            return false;
        await db.GiveWay(conversation, now, now);
        db.Messages.Add(conversation.MeetDanger(now));
        InboundEvents.Say(db, friend, conversation, Answer, now);
        return true;
    }
}
