using OneStop.Domain;
using OneStop.Domain.Today.Briefing;

namespace OneStop.Portal.Features.Bookings.Hour;

/// <summary>The words of a brief.</summary>
internal static class BriefWords
{
    extension(BriefNoteKind kind)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => kind switch
        {
            BriefNoteKind.Shift => "申し送り",
            BriefNoteKind.Memo => "メモ",
            BriefNoteKind.Pin => "ピン",
            BriefNoteKind.Talk => "社内メモ",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    extension(PastBookings past)
    {
        /// <summary>来談 5回（最後は10月5日(月)）・お会いできなかった 1回（11月2日(月)）: what happened, without a judgement.</summary>
        public string InJapanese => past.IsFirst ? "これまでの予約はありません" : string.Join("・", ((string?[])
        [
            past.LastHeld is { } held ? $"来談 {past.Held}回（最後は{ServiceDay.Of(held)}）" : null,
            past.LastMissed is { } missed ? $"お会いできなかった {past.Missed}回（最後は{ServiceDay.Of(missed)}）" : null,
            past.Cancelled > 0 ? $"変更・取消 {past.Cancelled}回" : null,
            past.CalledOff > 0 ? $"こちらの都合で取りやめ {past.CalledOff}回" : null,
        ]).OfType<string>());
    }
}
