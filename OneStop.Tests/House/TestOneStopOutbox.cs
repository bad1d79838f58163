using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Friends;
using OneStop.Line.Simulator;

namespace OneStop.Tests.House;

/// <summary>The outbox of a friend.</summary>
public sealed partial class TestOneStop
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Returns what the portal sends, has sent or will send to a friend, with all its texts, oldest first. Assert here that something is
    /// not sent: a message is in the outbox as soon as its save is complete, but on the telephone only later.
    /// </summary>
    public Task<IReadOnlyList<string>> OutboxOf(VirtualFriend friend) => Read<IReadOnlyList<string>>(async db =>
    {
        var id = LineUserId.Parse(friend.UserId);
        var sendings = db.OutgoingMessages.Where(m => m.State != Delivery.TakenBack
            && db.Conversations.Any(c => c.Id == m.ConversationId && c.Friend.LineUserId == id)).OrderBy(m => m.Order);
        return [.. (await sendings.Select(m => EF.Property<string>(m, "contents")).ToListAsync()).Select(c => JsonNode.Parse(c)!.ToJsonString(Readable))];
    });

    /// <summary>Counts the messages that contain these words.</summary>
    public async Task<int> CountInOutbox(VirtualFriend friend, string words) =>
        (await OutboxOf(friend)).Count(s => s.Contains(words, StringComparison.Ordinal));
}
