using System.ComponentModel;

namespace OneStop.Domain.SupportPrograms.Papers;

/// <summary>As what a paper for an office was made.</summary>
public enum PaperFormat
{
    Pdf,

    /// <summary>Excel: the City's form, filled in.</summary>
    Excel,
}

/// <summary>How a paper reached an office.</summary>
public enum HandOverWay
{
    /// <summary>窓口: staff brought it.</summary>
    Counter,

    /// <summary>郵送</summary>
    Post,

    /// <summary>本人が持参</summary>
    ByClient,

    /// <summary>その他</summary>
    Other,
}

/// <summary>手渡し as the form edits it.</summary>
/// <param name="On">The day on which it was handed over or posted.</param>
/// <param name="To">The section or person there; may be empty.</param>
public sealed record HandingWish([property: DisplayName("渡した日")] DateOnly? On, [property: DisplayName("方法")] HandOverWay Way,
    [property: DisplayName("相手の部署・人")] string To)
{
    /// <summary>The most characters of who it was.</summary>
    public const int LongestTo = 100;
}

/// <summary>手渡し: on which day, how, to whom, and who recorded it.</summary>
public sealed record PaperHanding(DateOnly On, HandOverWay Way, string To, Guid StaffId, DateTimeOffset At);

/// <summary>注記: what was found wrong afterwards. Notes are added and never removed.</summary>
/// <param name="IsVoid">Whether the record counts no more: the paper was not handed over, or was destroyed.</param>
public sealed record HandOverNote(DateTimeOffset At, Guid StaffId, string Words, bool IsVoid);

/// <summary>A file that was made for an office.</summary>
/// <param name="Digest">The SHA-256 of its bytes.</param>
/// <param name="FormEditionId">The template with which a workbook was filled in; null for the built-in one, and for a PDF.</param>
/// <param name="Words">The words that staff chose to go with it.</param>
public sealed record MadePaper(PaperFormat Format, string Digest, Guid? FormEditionId, OfficeWords Words = OfficeWords.None);

/// <summary>The names shown on screen.</summary>
public static class HandOverNames
{
    extension(PaperFormat format)
    {
        public string InJapanese => format switch
        {
            PaperFormat.Pdf => "PDF",
            PaperFormat.Excel => "Excel",
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
    }

    extension(HandOverWay way)
    {
        public string InJapanese => way switch
        {
            HandOverWay.Counter => "窓口に持って行った",
            HandOverWay.Post => "郵送した",
            HandOverWay.ByClient => "本人が持って行った",
            HandOverWay.Other => "そのほか",
            _ => throw new ArgumentOutOfRangeException(nameof(way)),
        };
    }
}
