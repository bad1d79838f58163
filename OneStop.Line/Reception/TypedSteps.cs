using System.Text;
using OneStop.Domain.Bookings;

namespace OneStop.Line.Reception;

/// <summary>What can be typed instead of pressed: LINE on a computer shows no menu, and some people type sooner than they search for a button.</summary>
internal static class TypedSteps
{
    private static readonly Dictionary<string, TalkStep> Known = new()
    {
        ["予約"] = new Chooses(new(BookingKind.Consultation)),
        ["予約する"] = new Chooses(new(BookingKind.Consultation)),
        ["予約したい"] = new Chooses(new(BookingKind.Consultation)),
        ["相談を予約したい"] = new Chooses(new(BookingKind.Consultation)),
        ["就業相談"] = new Chooses(new(BookingKind.Consultation)),
        ["就業相談の予約"] = new Chooses(new(BookingKind.Consultation)),
        ["職業紹介"] = new Chooses(new(BookingKind.JobPlacement)),
        ["職業紹介の予約"] = new Chooses(new(BookingKind.JobPlacement)),
        ["プログラム面談の予約"] = new Chooses(new(BookingKind.ProgramMeeting)),
        ["面接練習の予約"] = new Chooses(new(BookingKind.InterviewPractice)),
        ["定着面談の予約"] = new Chooses(new(BookingKind.RetentionMeeting)),
        ["予約の確認"] = new LooksAtMine(),
        ["予約を確認"] = new LooksAtMine(),
        ["予約確認"] = new LooksAtMine(),
        ["予約の変更"] = new LooksAtMine(),
        ["予約を変更"] = new LooksAtMine(),
        ["予約変更"] = new LooksAtMine(),
        ["予約の取消"] = new LooksAtMine(),
        ["予約の取り消し"] = new LooksAtMine(),
        ["予約のキャンセル"] = new LooksAtMine(),
        ["キャンセル"] = new LooksAtMine(),
        ["今すぐ相談"] = new WantsNow(),
        ["電話番号を送りたい"] = new WantsForm(),
        ["電話番号を変えたい"] = new WantsForm(),
        ["同意を取り消したい"] = new WithdrawsConsent(false),
        ["同意の撤回"] = new WithdrawsConsent(false),
        ["記録を消したい"] = new AsksErasure(false),
    };

    /// <summary>The step that these words ask for, if they are nothing but that: a sentence around them is a question for a person.</summary>
    public static TalkStep? Read(string text) => text.Length <= 40 && Known.GetValueOrDefault(text.Normalize(NormalizationForm.FormKC).Trim().TrimEnd('。', '!', '?', '？', '！')) is { } step ? step : null;
}
