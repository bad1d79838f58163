using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Reception;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;

namespace OneStop.Domain.Conversations.Danger;

/// <summary>
/// The only entry for clients' words (ADR 23): everything that a client writes is checked here, before any dialogue and any rule. <see
/// cref="InboundEvents"/> passes every event of LINE; a page for clients with a text field calls <see cref="Hear"/>.
/// </summary>
public sealed class DangerWatch(IDbContextFactory<OneStopDb> dbs, DangerList list)
{
    /// <summary>Announced when words or numbers have changed.</summary>
    public const string Topic = "danger";

    /// <summary>The answer. Its card does not name the subject, because a violent partner may see the telephone's screen.</summary>
    internal static AutoReply Answer { get; } = new([new CardContent("お返事があります", "お返事があります", "まわりに人がいないときに、下のボタンを押してください。", [new("お返事を見る", Opens: "reply")])]);

    /// <summary>Whether one of these texts contains a danger word.</summary>
    public async Task<bool> Finds(IEnumerable<string?> texts)
    {
        var words = await list.Words(dbs);
        return texts.Any(text => !string.IsNullOrWhiteSpace(text) && new HeardText(text).Has(words));
    }

    /// <summary>Whether an event contains a danger word.</summary>
    public Task<bool> Finds(IncomingEvent incoming) => Finds(EventWords.In(incoming.Body));

    /// <summary>
    /// Checks what a client wrote. If it contains a danger word, sets the flag on the conversation, makes the client wait for a person, and answers
    /// at once, every time; all within the caller's save.
    /// </summary>
    /// <returns>Whether there was a danger word.</returns>
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
