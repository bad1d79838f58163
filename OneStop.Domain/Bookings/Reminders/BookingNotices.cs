using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Bookings.Video;
using OneStop.Domain.Channels;
using OneStop.Domain.Clients.Dialogues;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Reception;
using OneStop.Domain.Data;

namespace OneStop.Domain.Bookings.Reminders;

/// <summary>
/// The notices about bookings that are sent to clients unasked. Others may see the telephone's screen, so neither the card nor its notification names
/// the subject of the talk.
/// </summary>
public static class BookingNotices
{
    private const string Notice = "お知らせがあります";

    /// <summary>How long after sending a card is expected to be read: a button that would stop working sooner is left out.</summary>
    private static readonly TimeSpan ReadWithin = TimeSpan.FromMinutes(10);

    /// <summary>前日18時のお知らせ.</summary>
    /// <param name="lacksPhone">Whether the talk is by telephone and the number is not known: the card asks for it without naming the method.</param>
    public static CardContent DayBefore(Booking booking, BookingTerms terms, bool lacksPhone, DateTimeOffset now) =>
        Reminder(booking, "あすのお約束", lacksPhone, Ways(booking, terms, now));

    /// <summary>1時間前のお知らせ.</summary>
    /// <param name="lacksPhone">As for <see cref="DayBefore"/>.</param>
    /// <param name="room">The address of a talk by video; null if there is none. The button does not say what it opens.</param>
    public static CardContent HourBefore(Booking booking, BookingTerms terms, bool lacksPhone, DateTimeOffset now, Uri? room = null) =>
        Reminder(booking, "まもなくお約束の時間です", lacksPhone, [.. room is null ? Array.Empty<Choice>() : [VideoWords.Button(room)], .. Ways(booking, terms, now)]);

    /// <summary>Staff booked for the client. A proposal asks the client to accept it.</summary>
    public static CardContent Entered(Booking booking, BookingTerms terms, DateTimeOffset now) => booking.State == BookingState.Tentative
        ? new(Notice, "日時のご提案", $"{booking.Slot.InEasyWords}\n\nこの日時はいかがですか？よければ「決める」を押してください。",
            [Step("決める", new Confirms(booking.Id, Wish(booking))), Step("ほかの日時を選ぶ", new WantsToMove(booking.Id)), Step("見送る", new WantsToCancel(booking.Id))])
        : new(Notice, "お約束の日時", $"{booking.Slot.InEasyWords}", Ways(booking, terms, now));

    /// <summary>Staff moved the booking. A proposal asks the client to accept it again.</summary>
    /// <param name="before">The time before: if it is the same, only who holds the talk, or how, has changed.</param>
    public static CardContent Moved(Booking booking, Slot before, BookingTerms terms, DateTimeOffset now) =>
        booking.State == BookingState.Tentative ? Entered(booking, terms, now)
        : booking.Slot == before ? new(Notice, "日時は変わりません", $"{booking.Slot.InEasyWords}\n\n担当者や話し方が変わりました。", Ways(booking, terms, now))
        : new(Notice, "日時が変わりました", $"新しい日時: {booking.Slot.InEasyWords}", Ways(booking, terms, now));

    /// <summary>Staff cancelled the booking, for the client or because we cannot hold it.</summary>
    public static CardContent Ended(Booking booking) => booking.State == BookingState.CalledOff
        ? new(Notice, "申し訳ありません", $"{booking.Slot.InEasyWords}\n\nこのお約束は、こちらの都合で行えなくなりました。よろしければ、ほかの日時をお選びください。",
            [Step("ほかの日時を選ぶ", new Chooses(new(booking.Kind, booking.Method))), Step("予約を確認する", new LooksAtMine())])
        : new(Notice, "お約束を取り消しました", $"{booking.Slot.InEasyWords}",
            [Step("あらためて予約する", new Chooses(new(booking.Kind, booking.Method))), Step("予約を確認する", new LooksAtMine())]);

    /// <summary>声かけ, after a talk to which the client did not come: no reproach, and the way to another time.</summary>
    public static CardContent Missed(BookingKind kind, ContactMethod method, Slot slot) =>
        new(Notice, "またお待ちしています", $"{slot.InEasyWords}\n\nこのお約束では、お話しできませんでした。急なご用事もあると思います。どうぞ気になさらないでください。\n\nよろしければ、ご都合のよい日時をお選びください。",
        [Step("ほかの日時を選ぶ", new Chooses(new(kind, method))), Step("予約を確認する", new LooksAtMine())]);

    /// <summary>空きが出たお知らせ.</summary>
    public static CardContent RoomFound(WaitingEntry waiting, DateTimeOffset start) =>
        new(Notice, "空きが出ました", $"{ServiceDay.Say(start)} から空いています。先に押した方が、15分のあいだ予約できます。",
            [Step("この時間を見る", new TakesOffer(waiting.Id)), Step("知らせなくてよい", new StopsWaiting(waiting.Id))]);

    private static CardContent Reminder(Booking booking, string title, bool lacksPhone, IReadOnlyList<Choice> ways) =>
        new(Notice, title, $"{booking.Slot.InEasyWords}{(lacksPhone ? "\n\n連絡先をまだいただいていません。下のボタンから教えてください。" : "")}",
            lacksPhone ? [Step("連絡先を入れる", new WantsForm()), .. ways] : ways);

    /// <summary>The buttons for a booking: the client's own changes before the deadline, a message to staff after it.</summary>
    private static IReadOnlyList<Choice> Ways(Booking booking, BookingTerms terms, DateTimeOffset now) => now + ReadWithin < terms.ChangeableUntil(booking.Slot)
        ? [Step("確認しました", new Acknowledges(booking.Id)), Step("変更する", new WantsToMove(booking.Id)), Step("取り消す", new WantsToCancel(booking.Id))]
        : [Step("確認しました", new Acknowledges(booking.Id)), Step("行けないことを伝える", new LeavesToStaff(booking.Id, WantsOtherTime: false)),
            Step("時間を変えたいと伝える", new LeavesToStaff(booking.Id, WantsOtherTime: true))];

    private static BookingWish Wish(Booking booking) => new(booking.Kind, booking.Method, booking.Slot.Day, booking.Slot.Day.TimeOf(booking.Slot.Start));

    private static Choice Step(string label, DialogueStep step) => new(label, Says: label, Data: step.Data);
}

internal static class Telling
{
    extension(OneStopDb db)
    {
        /// <summary>Returns a client's conversation in LINE; null if there is none or they have blocked the account.</summary>
        public async Task<Conversation?> TalkOf(Guid clientId) => await db.Conversations.Include(c => c.Friend)
            .SingleOrDefaultAsync(c => c.Friend.BlockedAt == null && db.Clients.Any(x => x.Id == clientId && x.FriendId == c.FriendId));

        /// <summary>Sends a card to a client unasked: adds it to the conversation and to the outbox, in the same save.</summary>
        /// <param name="usefulUntil">After this time it is not sent any more.</param>
        /// <param name="notBefore">Until this time it can be taken back; null sends it at once.</param>
        /// <param name="isPrivate">Whether it goes as a notice with a button to a client marked 連絡は控えめに.</param>
        /// <param name="isAwaited">Whether the client expects it at this time, so that it rings at night too.</param>
        /// <returns>The row of the outbox.</returns>
        public OutgoingMessage Tell(Conversation conversation, CardContent card, DateTimeOffset now, DateTimeOffset? usefulUntil = null,
            DateTimeOffset? notBefore = null, bool isPrivate = false, bool isAwaited = false)
        {
            var message = conversation.ReplyAutomatically(MessageKind.Card, AutoReply.InWords(card), now);
            var isHidden = isPrivate && conversation.Discretion is not null;
            message.Card = isHidden ? card : null;
            var sending = OutgoingMessage.For(conversation.Friend, conversation.Id, message.Order, isHidden ? Answering.Discreetly(message.Id) : [card], now,
                notBefore ?? now, null, usefulUntil, isUnasked: true, isAwaited: isAwaited);
            message.Carry(sending);
            db.Messages.Add(message);
            db.OutgoingMessages.Add(sending);
            return sending;
        }

        /// <summary>
        /// Calls off what still waits in the outbox about a booking that has ended: reminders, notices about its hour, and the card with the address of
        /// its room.
        /// </summary>
        public async Task CancelNotices(Booking booking, DateTimeOffset now)
        {
            await db.CallOff(booking.LastNoticeId, now);
            await db.CancelHourNotices(booking, now);
            foreach (var card in await db.VideoLinks.Where(l => l.BookingId == booking.Id && l.MessageId != null).Select(l => l.MessageId).ToListAsync())
                await db.CallOff(await db.SendingOf(card), now);
        }

        /// <summary>Calls off what still waits about the hour of a booking: that somebody is there, late, or another person.</summary>
        public async Task CancelHourNotices(Booking booking, DateTimeOffset now)
        {
            foreach (var notice in (Guid?[])[booking.HourNoticeId, await db.SendingOf(booking.Talk?.NoticeId)])
                await db.CallOff(notice, now);
            if (await db.CallOff(booking.Late?.NoticeId, now))
                booking.TakeLateBack(null); // nobody was told: after an undo it can be announced again
        }

        /// <summary>Returns the sending that carries a message; null if there is none.</summary>
        public async Task<Guid?> SendingOf(Guid? messageId) =>
            messageId is null ? null : await db.Messages.Where(m => m.Id == messageId).Select(m => m.OutgoingId).SingleOrDefaultAsync();

        /// <summary>Calls off a notice that still waits in the outbox, because it is not true any more or a newer one replaces it.</summary>
        /// <returns>Whether it was called off: false if there is none, or it has gone out or is being sent at this moment.</returns>
        public async Task<bool> CallOff(Guid? sendingId, DateTimeOffset now)
        {
            if (sendingId is null || await db.OutgoingMessages.SingleOrDefaultAsync(m => m.Id == sendingId && m.State == Delivery.Waiting) is not { } pending)
                return false;
            pending.CallOff(now);
            return pending.State == Delivery.TakenBack;
        }
    }
}
