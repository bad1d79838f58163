using OneStop.Domain.Today;

namespace OneStop.Portal.Features.Today;

/// <summary>The names shown on screen.</summary>
internal static class TodayWords
{
    extension(Lack lack)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => lack switch
        {
            Lack.Outcome => "来談・無断がまだ",
            Lack.Record => "記録がまだ",
            Lack.Confirmation => "記録が下書き",
            _ => throw new ArgumentOutOfRangeException(nameof(lack)),
        };
    }

    extension(Unheld why)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => why switch
        {
            Unheld.OutsideHours => "時間外",
            Unheld.OutsideShift => "勤務外",
            Unheld.Away => "不在・代われる人なし",
            Unheld.Left => "退職",
            _ => throw new ArgumentOutOfRangeException(nameof(why)),
        };
    }
}
