using System.Text;
using System.Text.RegularExpressions;
using OneStop.Domain.Bookings;
using OneStop.Line.RichMenu;

namespace OneStop.Line.Reception;

/// <summary>What can be typed instead of pressed: LINE on a computer shows no menu, and some people type sooner than they search for a button.</summary>
internal static partial class TypedSteps
{
    private const int Longest = 40;

    private static readonly Dictionary<string, TalkStep> Known = new()
    {
        ["予約"] = new Chooses(new(BookingKind.Consultation)),
        ["予約する"] = new Chooses(new(BookingKind.Consultation)),
        ["予約したい"] = new Chooses(new(BookingKind.Consultation)),
        ["予約したいです"] = new Chooses(new(BookingKind.Consultation)),
        ["相談を予約したい"] = new Chooses(new(BookingKind.Consultation)),
        ["プログラム面談の予約"] = new Chooses(new(BookingKind.ProgramMeeting)),
        ["面接練習の予約"] = new Chooses(new(BookingKind.InterviewPractice)),
        ["定着面談の予約"] = new Chooses(new(BookingKind.RetentionMeeting)),
        ["キャンセル"] = new LooksAtMine(),
        ["今すぐ相談"] = new WantsNow(),
        ["電話番号を送りたい"] = new WantsForm(),
        ["電話番号を変えたい"] = new WantsForm(),
        ["同意を取り消したい"] = new WithdrawsConsent(false),
        ["同意の撤回"] = new WithdrawsConsent(false),
        ["記録を消したい"] = new AsksErasure(false),
    };

    /// <summary>What the menu's buttons post back, by what stands on them, and the greeting's.</summary>
    private static readonly Dictionary<string, string> Buttons = new(MenuButtons.All.Select(b => KeyValuePair.Create(b.Label, b.Data)))
    {
        ["できることを見る"] = MenuButtons.About,
        ["使い方"] = AutoReplies.Guide,
        ["個人情報の取り扱い"] = AutoReplies.Guide,
    };

    /// <summary>The step that these words ask for, if they are nothing but that: a sentence around them is a question for a person.</summary>
    public static TalkStep? Read(string text)
    {
        var words = Words(text);
        return Known.GetValueOrDefault(words) ?? (OfOwnBookings.IsMatch(words) ? new LooksAtMine() : Buttons.TryGetValue(words, out var data) && TalkStep.TryRead(data, out var step) ? step : null);
    }

    /// <summary>What the button would post back that has these words on it, outside the booking dialogue.</summary>
    public static string? ReadButton(string text) => Buttons.GetValueOrDefault(Words(text)) is { } data && !TalkStep.TryRead(data, out _) ? data : null;

    private static string Words(string text) => text.Length > Longest ? "" : text.Normalize(NormalizationForm.FormKC).Trim().TrimEnd('。', '!', '?');

    /// <summary>予約の確認, 予約を取り消したい, 予約キャンセル: which booking is meant is chosen on the card.</summary>
    [GeneratedRegex("^予約[のを]?(確認|変更|取り?消し?|キャンセル)(する|す|したい|したいです|します|お願いします)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OfOwnBookings { get; }
}
