using System.Text.Json;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Friends;
using OneStop.Line.Api;
using OneStop.Line.Webhook;

namespace OneStop.Line.Reception;

/// <summary>受付: the one switch that says what an event means for the service.</summary>
public sealed class LineReception(ReceptionDesk desk, AutoReplies words)
{
    /// <summary>Deals with an event that was written down. Unknown kinds are kept and shown, never dropped.</summary>
    public Task Take(IncomingEvent incoming)
    {
        if (!LineUserId.TryParse(incoming.Sender, out var sender))
            return desk.LeaveAsWritten(incoming.Sequence); // a group, or nobody

        var what = Understand(incoming.Body);
        var arrival = new Arrival(incoming.Sequence, sender, incoming.OccurredAt, what?.ReplyToken is { Length: <= 2000 } token ? token : null);
        return what switch
        {
            FollowEvent => desk.Follow(arrival, AutoReplies.Greeting()),
            UnfollowEvent => desk.Unfollow(arrival),
            MessageEvent { Message: { } message } => desk.Receive(arrival, Said(message with { Id = ShortId(message.Id) }, incoming.Body), words.Receipt),
            UnsendEvent { Unsend.MessageId: { } id } => desk.Unsend(arrival, id),
            PostbackEvent { Postback.Data: { } data } when AutoReplies.AnswerTo(data) is { } answer => desk.Reply(arrival, answer.Button, answer.Says),
            _ => desk.Keep(arrival, KindOf(incoming.Body)),
        };
    }

    private static LineEvent? Understand(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<LineEvent>(body, LineJson.Options);
        }
        catch (JsonException)
        {
            return null; // known by its type, but not of the shape that LINE describes: kept as 未対応イベント
        }
    }

    private static ClientSays Said(LineContentMessage message, string body) => message switch
    {
        ReceivedText { Text: { } text } => new SaysText(message.Id, text),
        ReceivedSticker sticker => new ShowsSticker(message.Id, new(Cut(sticker.PackageId, 40), Cut(sticker.StickerId, 40), sticker.Text ?? (sticker.Keywords is { Count: > 0 } keywords ? string.Join("、", keywords) : null))),
        ReceivedImage { Id: { } id } image => new SendsFile(id, MessageKind.Picture, null, new(id, image.ContentProvider is { Type: "external" })),
        ReceivedFile { Id: { } id } file => new SendsFile(id, MessageKind.File, Cut(file.FileName ?? "ファイル", 200), new(id, false)),
        ReceivedLocation place => new TellsPlace(message.Id, new(place.Title, place.Address, place.Latitude, place.Longitude)),
        _ => new SaysUnknown(message.Id, KindOf(body)),
    };

    /// <summary>message/video, beacon, …: LINE's words, for showing.</summary>
    private static string KindOf(string body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        var kind = Type(root) ?? "種類なし";
        return kind == "message" && root.TryGetProperty("message", out var message) && Type(message) is { } inner ? $"message/{inner}" : kind;
    }

    private static string? Type(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? Cut(type.GetString()!, 40) : null;

    private static string? ShortId(string? id) => id is { Length: <= 40 } ? id : null;

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
