using System.Text.RegularExpressions;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Clients.Dialogues;
using OneStop.Line.RichMenu;

namespace OneStop.Line.Reception;

/// <summary>
/// Steps that can be typed instead of pressed: LINE on a computer shows no menu, and some clients prefer typing to searching for a button.
/// </summary>
internal static partial class TypedSteps
{
    /// <summary>Labels of buttons on cards, and common expressions for them, in the form of <see cref="TypedWords"/>.</summary>
    private static readonly Dictionary<string, DialogueStep> Known = Folded(new Dictionary<string, DialogueStep>()
    {
        ["プログラム面談の予約"] = new Chooses(new(BookingKind.ProgramMeeting)),
        ["面接練習の予約"] = new Chooses(new(BookingKind.InterviewPractice)),
        ["定着面談の予約"] = new Chooses(new(BookingKind.RetentionMeeting)),
        ["職業紹介を予約"] = new Chooses(new(BookingKind.JobPlacement)),
        ["また予約する"] = new Chooses(new(BookingKind.Consultation)),
        ["cancel"] = new LooksAtMine(),
        ["booking"] = new Chooses(new(BookingKind.Consultation)),
        ["reservation"] = new Chooses(new(BookingKind.Consultation)),
        ["今すぐ相談"] = new WantsNow(),
        ["電話番号を送りたい"] = new WantsForm(),
        ["電話番号を変えたい"] = new WantsForm(),
        ["電話番号を入れる"] = new WantsForm(),
        ["連絡先を入れる"] = new WantsForm(),
        ["行けないことを伝える"] = new CannotCome(),
        ["同意を取り消したい"] = new WithdrawsConsent(null, IsSure: false),
        ["同意の撤回"] = new WithdrawsConsent(null, IsSure: false),
        ["記録を消したい"] = new AsksErasure(false),
    });

    /// <summary>The data of the buttons of the menu and the greeting, by their labels.</summary>
    private static readonly Dictionary<string, string> Buttons =
        Folded(new Dictionary<string, string>(MenuButtons.All.Select(b => KeyValuePair.Create(b.Label, b.Data)))
        {
            ["できることを見る"] = MenuButtons.About,
            ["相談員にきく"] = MenuButtons.Ask,
            ["使い方"] = AutoReplies.Guide,
            ["使い方を開く"] = AutoReplies.Guide,
            ["個人情報の取り扱い"] = AutoReplies.Privacy,
            ["個人情報"] = AutoReplies.Privacy,
            ["取り扱いを読む"] = AutoReplies.Privacy,
        });

    /// <summary>Returns the step that a text asks for, if it says nothing else: within a longer sentence it is a question for a person.</summary>
    public static DialogueStep? Read(string text)
    {
        var words = TypedWords.Fold(text);
        if (Known.GetValueOrDefault(words) is { } known)
            return known;
        if (Buttons.TryGetValue(words, out var data))
            return BookingStep.TryRead(data, out var step) ? step : null;
        return ToBook.IsMatch(words) ? new Chooses(new(BookingKind.Consultation))
            : ToSee.IsMatch(words) || ToCancel.IsMatch(words) || ToMove.IsMatch(words) ? new LooksAtMine()
            : NotToCome.IsMatch(words) ? new CannotCome()
            : null;
    }

    /// <summary>Whether a text known to <see cref="Read"/> cancels or postpones something.</summary>
    public static bool GivesUp(string text) =>
        TypedWords.Fold(text) is var words
        && (Known.GetValueOrDefault(words) is CannotCome or LooksAtMine || ToCancel.IsMatch(words) || ToMove.IsMatch(words) || NotToCome.IsMatch(words));

    /// <summary>Whether the step may be meant for staff in a running exchange; not if our own pages ask people to type it.</summary>
    public static bool MayMeanStaff(DialogueStep step) => step is not (WantsForm or WithdrawsConsent or AsksErasure);

    /// <summary>Returns the data of the button with this label, outside the booking dialogue; null if there is none.</summary>
    public static string? ReadButton(string text) =>
        Buttons.GetValueOrDefault(TypedWords.Fold(text)) is { } data && !BookingStep.TryRead(data, out _) ? data : null;

    /// <summary>Whether a sentence mentions a booking: then a person reads it, and the buttons are added.</summary>
    public static bool SpeaksOfBooking(string text) =>
        Booking.IsMatch(TypedWords.Normal(text)) || TypedWords.FoldWhole(text).Contains("よやく", StringComparison.Ordinal);

    private static Dictionary<string, T> Folded<T>(Dictionary<string, T> known) => known.ToDictionary(k => TypedWords.Fold(k.Key), k => k.Value);

    private const string Reserve = "(予約|よやく)";
    private const string Before = "^(やっぱり|やっぱ|やはり|すみません|すいません|ごめんなさい|ごめん|今日|きょう|明日|あした|あす|急に)*(は|の|が)?";
    private const string What = "((予約|よやく|相談|そうだん|日にち|ひにち|日程|にってい|日時|にちじ|時間|じかん|日)(の|を|は|に|が)?)";

    /// <summary>する, したい, お願いします, できますか: the ways to ask, at all levels of politeness.</summary>
    private const string Ask = "(を|が)?(する|して|したい|したく|たい|て|とる|とりたい|取る|取りたい|いれたい|入れたい|希望|きぼう|お願い|おねがい|でき|出来|られ|もらえ|いただけ|頂け|可能|ください|下さい|ほしい|欲しい|いたします|致します|します)*";

    private const string Polite = "(です|ます|でしょう|なん|の|ん|か|よ|ね|な|けど|けれど|が)*$";

    [GeneratedRegex("^(相談|そうだん|就業相談|しゅうぎょうそうだん|次|つぎ)?(の|を)?" + Reserve + Ask + Polite, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ToBook { get; }

    /// <summary>予約の確認, 予約はいつですか.</summary>
    [GeneratedRegex("^(私の|わたしの|いまの|今の)?" + Reserve + "(の|を|は|が)?(確認|かくにん|見る|みる|見たい|みたい|見せて|みせて|いつ|何時|なんじ|何日|なんにち)"
        + Ask + Polite, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ToSee { get; }

    /// <summary>予約を取り消したい, やっぱりキャンセルで: the client chooses the booking on the card. やめたい alone may be about anything.</summary>
    [GeneratedRegex(Before + "(" + What + "*(取り?消し?|とりけし?|きゃんせる|中止)(す|で)?|" + What
        + "+(やめ|止め)(る|ます)?)" + Ask + Polite, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ToCancel { get; }

    /// <summary>日にちを変えたい, 予約の変更.</summary>
    [GeneratedRegex(Before + "(" + What + "*(変更|へんこう?)|" + What + "+(変え|かえ|ずら|ずらし)(る|す)?)"
        + Ask + Polite, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ToMove { get; }

    /// <summary>やっぱり行けない, 明日行けなくなりました.</summary>
    [GeneratedRegex(Before + What + "?(行け|いけ|行かれ|行けそうに|いけそうに|来られ)(ない|なく|なさそう|なそう|ません|なくな(った|りました|りそう)|なくなってしまいました)"
        + Polite, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NotToCome { get; }

    [GeneratedRegex("予約|キャンセル|変更|行けな|取り?消", RegexOptions.CultureInvariant)]
    private static partial Regex Booking { get; }
}
