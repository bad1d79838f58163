using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Channels;
using OneStop.Domain.Clients.Dialogues;
using static OneStop.Line.Reception.DialogueWords;

namespace OneStop.Line.Reception;

/// <summary>The words of the booking dialogue.</summary>
internal static partial class BookingWords
{
    private const int MostCards = 12; // LINE's limit for a carousel
    private const string Mine = "予約を確認する";

    /// <summary>Returns the words for a reply; null if it belongs to another dialogue.</summary>
    public static OutgoingContent? Of(DialogueReply reply) => reply switch
    {
        AsksMethod { Wish: var wish, Methods: var methods, OffersNow: var now } => Card(wish.Moves is null ? $"{wish.Kind.InJapanese}の予約" : "予約の変更",
            "どの方法で話しますか？", [.. methods.Select(m => Step(m.InJapanese, new Chooses(wish with { Method = m }))), .. Now(now)]),
        HasNoMethod { Wish.Moves: var moving } => Card("いまは、ここから予約できません", "相談員が日時と方法を調整します。ご希望を、このトークに送ってください。",
            [Person, .. moving is null ? Array.Empty<Choice>() : [Step(Mine, new LooksAtMine())]]),
        AsksDay day => Days(day),
        AsksFullDay full => FullDays(full),
        AsksTime time => Times(time),
        IsFull { Wish: { Day: { } day } wish } => Card(wish.Time is null ? $"{day}" : "この時間は取れなくなりました",
            wish.Time is null ? "この日は、いまは空きがありません。" : $"ごめんなさい。{day} は、いま空きがありません。",
            [.. Waiting(wish with { Time = null }), Step("ほかの日を見る", new Chooses(wish with { Day = null })), Person]),
        IsFull { Wish: var wish } => Card("空きがありません", "いまは空いている日がありません。相談員が調整しますので、ご希望をトークに送ってください。",
            [Person, Step("ほかの方法を見る", new Chooses(wish with { Method = null, Day = null, AsksMethod = true })),
                .. wish.Moves is null ? Array.Empty<Choice>() : [Step(Mine, new LooksAtMine())]]),
        HasNothing nothing => Nothing(nothing),
        IsGone gone => Gone(gone),
        AsksToConfirm { Wish: var wish, HeldFor: var heldFor } asked => Card("この内容でよいですか？",
            $"{wish.Kind.InJapanese}\n{asked.Slot.InEasyWords}\n{wish.Method!.Value.InJapanese}{(heldFor is { } held ? $"\n\n{held.TotalMinutes}分のあいだ、この時間をとっておきます。" : "\n\n「変更する」を押すまで、いまの予約はそのままです。")}",
            [Step(wish.Moves is null ? "予約する" : "変更する", new Confirms(asked.HeldId, wish)), .. OtherMethods(asked),
                Step("時間を選び直す", new Chooses(wish with { Time = null })), Step("日を選び直す", new Chooses(wish with { Day = null, Time = null }))]),
        IsBooked { Booking: var booking } booked => Booked(booked.IsMoved ? "予約を変更しました" : "予約ができました", booking, booked),
        WasBooked { Booking: var booking, IsMoved: var moved } => Booked(moved ? "予約は変更できています" : "この予約はできています", booking),
        IsProposed { Booking: var booking } => Proposal(booking),
        HasAnother { Booking: var other, Wish: var wish } => Card("同じ時間に予約があります", Line(other), Step("ほかの時間を選ぶ", new Chooses(wish)),
            Step(Mine, new LooksAtMine())),
        HasEnough => Card("予約がいっぱいです", "いちどに取れる予約は5件までです。終わってから、またどうぞ。", Step(Mine, new LooksAtMine()), Person),
        ShowsMine mine => Own(mine),
        AsksToCancel { Booking: { IsProposal: true } booking } => Card("ご提案を見送りますか？", Line(booking), Step("見送る", new Cancels(booking.Id)),
            Step("ほかの日時を選ぶ", new WantsToMove(booking.Id)), Step("このままにする", new LooksAtMine())),
        AsksToCancel { Booking: var booking } => Card("予約を取り消しますか？", Line(booking), Step("取り消す", new Cancels(booking.Id)),
            Step("時間を変える", new WantsToMove(booking.Id)), Step("このままにする", new LooksAtMine())),
        IsCancelled { Booking: { IsProposal: true } booking } => Card("ご提案を見送りました", $"{Line(booking)}\n\nほかの日時も選べます。",
            Step("ほかの日時を選ぶ", new Chooses(new(booking.Kind, booking.Method))), Step(Mine, new LooksAtMine()), Person),
        IsCancelled { Booking: var booking } => new CardContent(Notice, "予約を取り消しました", $"{Line(booking)}\n\nよければ理由を教えてください（答えなくても大丈夫です）。",
            [.. Enum.GetValues<CancelReason>().Select(r => Step(r.InJapanese, new Explains(booking.Id, r)))], Columns: 2, // all reasons are equal
            Below: [Step("また予約する", new Chooses(new(booking.Kind, booking.Method)))]),
        IsExplained => Card("ありがとうございます", "また話したくなったら、いつでも予約できます。", Step("予約する", new Chooses(new(BookingKind.Consultation)))),
        IsTooLate { Booking: var booking, LimitMinutes: var limit } => Card("担当者におまかせください",
            $"{booking.Slot.InEasyWords}\n\n{Limit(limit)}をすぎたため、ここからは変えられません。下のボタンで、担当者に伝えられます。理由はいりません。",
            Step("行けないことを伝える", new LeavesToStaff(booking.Id, WantsOtherTime: false)),
            Step("時間を変えたいと伝える", new LeavesToStaff(booking.Id, WantsOtherTime: true)), Step(Mine, new LooksAtMine())),
        IsPassedOn { Booking: null } => Card("担当者に伝えました", "教えてくださって、ありがとうございます。どうぞ気になさらないでください。担当者が、このトークでお返事します。", Person, Step(Mine, new LooksAtMine())),
        IsPassedOn { Booking: { } booking, WantsOtherTime: true } => Card("担当者に伝えました",
            $"{booking.Slot.InEasyWords}\n\n時間を変えたいとのこと、分かりました。担当者が、このトークでお返事します。ご希望の日時があれば、送ってください。", Step(Mine, new LooksAtMine()), Person),
        IsPassedOn { Booking: { } booking } => Card("担当者に伝えました", $"{booking.Slot.InEasyWords}\n\n教えてくださって、ありがとうございます。どうぞ気になさらないでください。ほかの日時は、いつでも選べます。",
            Step("ほかの日時を選ぶ", new Chooses(new(booking.Kind, booking.Method))), Step(Mine, new LooksAtMine())),
        IsReplaced { Booking: var now } => Card("この案内は古くなりました", $"いまの予約は、こちらです。\n\n{Line(now)}", [.. Ways(now), Step(Mine, new LooksAtMine())]),
        IsAcknowledged { Booking: var booking } => Card("ありがとうございます", $"{booking.Slot.InEasyWords}\n\nお待ちしています。", Step(Mine, new LooksAtMine())),
        IsWaiting { Waiting: var waiting } => Card("空いたらお知らせします",
            $"{waiting.Day} {waiting.Kind.InJapanese}（{waiting.Method.InJapanese}）\n\n空きが出たら、このトークでお知らせします。先に押した方が、15分のあいだ予約できます。",
            Step("ほかの日を見る", new Chooses(new(waiting.Kind, waiting.Method))), Step("知らせなくてよい", new StopsWaiting(waiting.Id))),
        WaitsForEnough { Waiting: var waiting } => new CarouselContent(Notice,
            [Card("お知らせは5日まで", "いちどに待てるのは5日までです。いらないお知らせをやめると、ほかの日を待てます。", Step("空いている日を見る", new Chooses(new(waiting[0].Kind))), Person),
                .. waiting.Take(MostCards - 1).Select(Waits)]),
        WaitsNoMore { Waiting: var waiting } => Card("お知らせをやめました", $"{waiting.Day} の空きのお知らせはしません。",
            Step("ほかの日を見る", new Chooses(new(waiting.Kind, waiting.Method)))),
        NotNow { Why: var why, OpensAt: var opens } => Card(
            why switch { WhyNotNow.Busy => "いまは相談員が話し中です", WhyNotNow.Closed => "いまは相談の時間外です", _ => "予約をお取りします" },
            $"{(why switch { WhyNotNow.Busy => "すぐに話せる相談員がいません。", WhyNotNow.Closed when opens is { } at => $"つぎの相談は、{ServiceDay.Say(at)}からです。", WhyNotNow.Closed => "", _ => "相談は予約制です。" })}いちばん早い時間を選べます。",
            Step("空いている時間を見る", new Chooses(new(BookingKind.Consultation, ContactMethod.Chat))), Person),
        _ => null,
    };

    /// <summary>Returns what the conversation shows to staff about a pressed button.</summary>
    public static string Happened(BookingStep step) => step switch
    {
        Chooses { Wish: var wish } => $"予約のボタン: {Chosen(wish)}",
        Confirms { Wish: var wish } => $"予約のボタン: {Chosen(wish)}を{(wish.Moves is null ? "予約する" : "変更先にする")}",
        LooksAtMine => "予約の確認が押されました",
        WantsToMove => "予約の変更が押されました",
        WantsToCancel => "予約の取消が押されました",
        CannotCome => "「行けないことを伝える」が押されました",
        LeavesToStaff { WantsOtherTime: var wantsOther } => wantsOther ? "「時間を変えたいと伝える」が押されました" : "「行けないことを伝える」が押されました",
        Cancels => "予約を取り消すと答えました",
        Explains { Reason: var reason } => $"取消の理由: {reason.InJapanese}",
        Acknowledges => "予約のお知らせに「確認」が押されました",
        LooksAtFull { Wish: var wish } => $"満席の日を待つ: {Chosen(wish)}",
        WantsToWait { Wish: var wish } => $"空いたら知らせる: {Chosen(wish)}",
        TakesOffer => "空きのお知らせから予約が押されました",
        StopsWaiting => "空きのお知らせをやめました",
        WantsNow => "今すぐ相談が押されました",
        _ => "予約のボタンが押されました",
    };

    private static string Chosen(BookingWish wish) =>
        string.Join("・", new[] { wish.Kind.InJapanese, wish.Method?.InJapanese,
            wish.Start is { } start ? ServiceDay.Say(start) : wish.Day?.ToString() }.OfType<string>());

    private static CardContent Nothing(HasNothing nothing) => Card($"{nothing.Wish.Day}", nothing.Why switch
    {
        WhyNothing.Over => "この日の受付は終わりました。ほかの日から選んでください。",
        WhyNothing.Closed => "この日はお休みです。ほかの日から選んでください。",
        _ => "この日の予約は、まだ受け付けていません。近くなったら、また見てください。",
    }, Step("ほかの日を見る", new Chooses(nothing.Wish with { Day = null })), Person);

    private static CardContent Gone(IsGone gone) => new(Notice, "この時間は取れなくなりました", $"ごめんなさい。{gone.Wish.Day} の近い時間は、空いています。",
        [.. gone.Near.Select(t => TimeStep(t, gone.Wish)), Step("別の日", new Chooses(gone.Wish with { Day = null }))], Columns: 3);

    /// <summary>Returns the buttons for a booking: the client's own changes before the deadline, a message to staff after it.</summary>
    private static Choice[] Ways(BookingView booking) => booking.CanChange
        ? [Step("予約を変更する", new WantsToMove(booking.Id)), Step("予約を取り消す", new WantsToCancel(booking.Id))]
        : [Step("行けないことを伝える", new LeavesToStaff(booking.Id, WantsOtherTime: false)), Step("時間を変えたいと伝える", new LeavesToStaff(booking.Id, WantsOtherTime: true))];

    private static CardContent Waits(WaitingView waiting) =>
        Card("空き待ち", $"{waiting.Day} {waiting.Kind.InJapanese}（{waiting.Method.InJapanese}）", Step("知らせなくてよい", new StopsWaiting(waiting.Id)));

    private static CardContent Booked(string title, BookingView booking, IsBooked? booked = null)
    {
        List<Choice> choices = [.. Ways(booking)];
        if (booking.LacksPhone)
            choices.Insert(0, booked?.FormKey is { } page
                ? new(ClientWords.AddPhone, Opens: ClientWords.FormPath + page)
                : Step(ClientWords.AddPhone, new WantsForm()));
        else if (booked?.FormKey is { } key)
            choices.Add(new("呼び名を伝える", Opens: ClientWords.FormPath + key));
        var how = booking.Method switch
        {
            ContactMethod.Chat => "時間になったら、このトークで相談員が声をかけます。",
            ContactMethod.Phone when booking.LacksPhone => "電話番号を、下のボタンのページで教えてください。トークには書かなくて大丈夫です。",
            ContactMethod.Phone => "時間になったら、お電話します。",
            _ => "始まる前に、ビデオ通話のリンクをこのトークにお送りします。",
        };
        var wish = booking.LacksPhone ? "" : "\n\n相談したいことを、先にこのトークに書いておくこともできます（書かなくても大丈夫です）。"; // what staff read before the talk
        return Card(title, $"{Line(booking)}\n担当: {booking.With}\n\n{how}{wish}", [.. choices]);
    }

    private static OutgoingContent Own(ShowsMine mine)
    {
        List<CardContent> cards =
        [
            .. mine.Bookings.Select(b => b.IsProposal ? Proposal(b) : Card("ご予約", $"{Line(b)}\n担当: {b.With}{(b.LacksPhone ? "\n\n電話番号をまだいただいていません。" : "")}",
                [.. b.CanChange ? [Step("変更する", new WantsToMove(b.Id)), Step("取り消す", new WantsToCancel(b.Id))] : Ways(b),
                    .. b.Method == ContactMethod.Phone ? [Step(b.LacksPhone ? ClientWords.AddPhone : "電話番号を変える", new WantsForm())] : Array.Empty<Choice>()])),
            .. mine.Waiting.Select(Waits),
        ];
        var unseen = Math.Max(0, cards.Count + 1 - MostCards);
        var more = Card(cards.Count == 0 ? "予約はありません" : "新しく予約する", $"{(unseen == 0 ? "" : $"ほかに{unseen}件あります。相談員におたずねください。\n")}24時間いつでも予約できます。",
            Step("就業相談を予約", new Chooses(new(BookingKind.Consultation))), Step("職業紹介を予約", new Chooses(new(BookingKind.JobPlacement))), Person);
        return cards.Count == 0 ? more : new CarouselContent(Notice, [.. cards.Take(MostCards - 1), more]);
    }

    private static CardContent Proposal(BookingView booking) => Card("日時のご提案", $"{Line(booking)}\n担当: {booking.With}\n\nこの日時はいかがですか？よければ「決める」を押してください。",
        Step("決める", new Confirms(booking.Id, new(booking.Kind, booking.Method, booking.Slot.Day, booking.Slot.Day.TimeOf(booking.Slot.Start)))),
        Step("ほかの日時を選ぶ", new WantsToMove(booking.Id)), Step("見送る", new WantsToCancel(booking.Id)));

    /// <summary>電話・ビデオに変える: asks for another method, keeping day and time.</summary>
    private static Choice[] OtherMethods(AsksToConfirm asked) => asked.Methods.Where(m => m != asked.Wish.Method).ToList() is { Count: > 0 } others
        ? [Step($"{string.Join('・', others.Select(m => m == ContactMethod.Video ? "ビデオ" : m.InJapanese))}に変える",
            new Chooses(asked.Wish with { Method = null, AsksMethod = true }))]
        : [];

    private static Choice[] Now(bool isOffered) => isOffered ? [Step("今すぐ相談（チャット）", new WantsNow())] : [];

    /// <summary>Returns the deadline for changes by the client, such as 始まる1時間前.</summary>
    private static string Limit(int minutes) => minutes switch
    {
        0 => "始まる時間",
        _ when minutes % (24 * 60) == 0 => $"始まる{minutes / 24 / 60}日前",
        _ when minutes % 60 == 0 => $"始まる{minutes / 60}時間前",
        > 60 => $"始まる{minutes / 60}時間{minutes % 60}分前",
        _ => $"始まる{minutes}分前",
    };

    private static string Line(BookingView booking) => $"{booking.Kind.InJapanese}\n{booking.Slot.InEasyWords}\n{booking.Method.InJapanese}";

    /// <summary>空いたら知らせる; not while moving a booking, which would remain beside the new one.</summary>
    private static Choice[] Waiting(BookingWish wish) => wish.Moves is null ? [Step("空いたら知らせる", new WantsToWait(wish))] : [];

    private static Choice TimeStep(TimeSpan time, BookingWish wish) =>
        new(ServiceDay.SayTime(time), Says: $"{wish.Day} {ServiceDay.SayTime(time)}", Data: new Chooses(wish with { Time = time }).Data);
}
