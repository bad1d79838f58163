using System.Text.Json;
using OneStop.Domain;
using OneStop.Domain.Attachments;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Channels;
using OneStop.Domain.Clients.Dialogues;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Danger;
using OneStop.Domain.Conversations.Reception;
using OneStop.Domain.Friends;
using OneStop.Line.Api;
using OneStop.Line.Webhook;

namespace OneStop.Line.Reception;

/// <summary>受付: the only place that decides what an event means for the service.</summary>
public sealed class LineReception(ReceptionDesk desk, ButtonDesk buttons, GroupChats groupChats, BookingDialogueDesk bookings, DialogueDesk dialogues,
    DangerWatch danger)
{
    /// <summary>Processes a stored event. Unknown kinds are kept and shown, never dropped.</summary>
    public async Task Take(IncomingEvent incoming)
    {
        if (incoming.Body == IncomingEvent.Wiped)
        {
            await desk.LeaveAsWritten(incoming.Sequence); // unsent while it was put aside: nothing is left to process
            return;
        }
        var what = Understand(incoming.Body);
        if (!LineUserId.TryParse(incoming.Sender, out var sender))
        {
            await desk.LeaveAsWritten(incoming.Sequence, (what as UnsendEvent)?.Unsend?.MessageId); // from a group, or without a sender
            groupChats.Decline(what);
            return;
        }
        var inboundEvent = new InboundEvent(incoming.Sequence, sender, incoming.OccurredAt, what?.ReplyToken is { Length: <= 2000 } token ? token : null);
        await (what is { Mode: "standby" } || await danger.Finds(incoming)
            ? TakeSilently(inboundEvent, what, incoming.Body)
            : Take(inboundEvent, what, incoming.Body));
    }

    /// <summary>
    /// Processes an event without a reply of the bot: another module of the channel has the conversation (LINE's <c>standby</c>), or the event
    /// contains a danger word, which is answered before any dialogue.
    /// </summary>
    private Task TakeSilently(InboundEvent inboundEvent, LineEvent? what, string body) => what switch
    {
        FollowEvent => desk.Follow(inboundEvent, null),
        MessageEvent { Message: { } message } => desk.Receive(inboundEvent, Said(message, body), null),
        MessageEditedEvent { Message: ReceivedText { Id.Length: <= 40, Text: not null } text } => desk.Edit(inboundEvent, (SaysText)Said(text, body), null),
        null when IsMessage(body) => desk.Receive(inboundEvent, new SaysUnknown(null, EventKind.Of(body)), null),
        PostbackEvent => desk.Note(inboundEvent, "ボタンが押されました"),
        _ => Take(inboundEvent, what, body),
    };

    private Task Take(InboundEvent inboundEvent, LineEvent? what, string body) => what switch
    {
        FollowEvent { Follow: var follow } => desk.Follow(inboundEvent, AutoReplies.Greeting(), follow?.IsUnblocked == true ? AutoReplies.WelcomeBack : null),
        UnfollowEvent => desk.Unfollow(inboundEvent),
        MessageEvent { Message: ReceivedText { Text: not null } text } => Hear(inboundEvent, (SaysText)Said(text, body), text.Typed),
        MessageEvent { Message: ReceivedSticker sticker }
            when TypedThanks.AreAll(sticker) => desk.Thank(inboundEvent, Said(sticker, body), AutoReplies.ThanksBack),
        MessageEvent { Message: { } message } => desk.Receive(inboundEvent, Said(message, body), owed => AutoReplies.Receipt(owed, null)),
        MessageEditedEvent { Message: ReceivedText { Id.Length: <= 40, Text: not null } text } => desk.Edit(inboundEvent, (SaysText)Said(text, body),
            owed => AutoReplies.Receipt(owed, text.Text)),
        UnsendEvent { Unsend.MessageId: { Length: <= 40 } id } => desk.Unsend(inboundEvent, id),
        PostbackEvent { Postback.Params.IsMenuSwitch: true } => desk.Note(inboundEvent, "メニューが切り替えられました"),
        PostbackEvent { Postback.Data: { } data }
            when AutoReplies.IsReveal(data, out var messageId) => buttons.Reveal(inboundEvent, messageId, AutoReplies.NothingToReveal),
        PostbackEvent { Postback.Data: { } data }
            when dialogues.Dialogues.Read(data) is { } step => dialogues.Take(inboundEvent, step, DialogueWords.Happened(step), DialogueWords.Of),
        PostbackEvent { Postback.Data: { } data } => buttons.Reply(inboundEvent, AutoReplies.NameOf(data), AutoReplies.AnswerTo(data)),
        VideoPlayCompleteEvent => desk.Note(inboundEvent, "動画が最後まで再生されました"),
        // of an unknown kind, but the client wrote and waits
        null when IsMessage(body) => desk.Receive(inboundEvent, new SaysUnknown(null, EventKind.Of(body)), owed => AutoReplies.Receipt(owed, null)),
        AccountLinkEvent { Link: { } link } => desk.Note(inboundEvent, link.Result == "ok" ? "アカウントの連携が行われました" : "アカウントの連携に失敗しました"),
        _ => desk.Keep(inboundEvent, EventKind.Of(body)),
    };

    /// <summary>Processes a text: it may name a button, or be only thanks; any other text is for a person, with buttons added if they may help.</summary>
    /// <param name="typed">The text without LINE's own emoji.</param>
    private async Task Hear(InboundEvent inboundEvent, SaysText said, string typed)
    {
        if (TypedSteps.Read(typed) is { } step)
            await (TypedSteps.MayMeanStaff(step) && await bookings.IsForPerson(inboundEvent.From, TypedSteps.GivesUp(typed))
                ? desk.Receive(inboundEvent, said, owed => AutoReplies.Receipt(owed, said.Text), AutoReplies.WaysToBook, isAskedFor: true)
                : dialogues.TakeTyped(inboundEvent, step, said, DialogueWords.Of));
        else if (TypedSteps.ReadButton(typed) is { } data)
            await buttons.ReplyTyped(inboundEvent, said, AutoReplies.AnswerTo(data));
        else if (TypedThanks.AreAll(typed))
            await desk.Thank(inboundEvent, said, (waits, _) => AutoReplies.ThanksBack(waits, begins: false));
        else if (TypedWhen.TryRead(typed, inboundEvent.At, out var when) && when.Choose(await bookings.Choices(inboundEvent.From)) is { } chosen)
            await dialogues.TakeTyped(inboundEvent, chosen, said, DialogueWords.Of);
        else
            await desk.Receive(inboundEvent, said, owed => AutoReplies.Receipt(owed, said.Text), AutoReplies.WaysBeside(said.Text));
    }

    private static bool IsMessage(string body) => EventKind.Of(body).StartsWith("message", StringComparison.Ordinal);

    private static LineEvent? Understand(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<LineEvent>(body, LineJson.Options);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null; // known by its type but of another shape, or with invalid Unicode: kept as 未対応イベント
        }
    }

    private static ClientSays Said(LineContentMessage message, string body)
    {
        var id = message.Id is { Length: <= 40 } short40 ? short40 : null;
        return Said(message, id, body) with
        {
            Quotes = message.QuotedMessageId is { Length: <= 40 } quotes ? quotes : null,
            QuoteToken = message.QuoteToken is { Length: <= 2000 } token ? token : null,
        };
    }

    private static ClientSays Said(LineContentMessage message, string? id, string body) => message switch
    {
        ReceivedText { Text: not null } text => new SaysText(id, text.Shown),
        ReceivedSticker { PackageId: { } package, StickerId: { } number } sticker => new ShowsSticker(id,
            new(Cut(package, 40), Cut(number, 40), sticker.Text ?? (sticker.Keywords is { Count: > 0 } keywords ? string.Join("、", keywords) : null))),
        ReceivedImage image when id is not null => File(id, MessageKind.Picture, null, image.ContentProvider) with { Set = SetOf(image) },
        ReceivedVideo video when id is not null => File(id, MessageKind.Video, SayDuration(video.Duration), video.ContentProvider),
        ReceivedAudio audio when id is not null => File(id, MessageKind.Audio, SayDuration(audio.Duration), audio.ContentProvider),
        ReceivedFile file when id is not null => File(id, MessageKind.File, FileName.Clean(file.FileName), null),
        ReceivedLocation place => new TellsPlace(id, new(place.Title, place.Address, place.Latitude, place.Longitude)),
        _ => new SaysUnknown(id, EventKind.Of(body)),
    };

    private static SendsFile File(string id, MessageKind kind, string? name, ContentProvider? at) => new(id, kind, name, new(id, at is { Type: "external" }));

    private static PictureSet? SetOf(ReceivedImage? image) =>
        image?.ImageSet is { Id: { } id, Index: { } index }
        ? new(id, index, body => SetOf((Understand(body) as MessageEvent)?.Message as ReceivedImage))
        : null;

    /// <summary>Returns 1分05秒; LINE gives milliseconds, or nothing.</summary>
    private static string? SayDuration(double? milliseconds) => milliseconds is >= 0 and < 86_400_000 and { } length
        ? TimeSpan.FromMilliseconds(length) is { TotalMinutes: >= 1 } long1 ? $"{(int)long1.TotalMinutes}分{long1.Seconds:D2}秒" : $"{Math.Round(length / 1000)}秒"
        : null;

    private static string Cut(string text, int longest) => text.CutTo(longest);
}
