namespace OneStop.Domain.JobOpenings.Asking;

/// <summary>What the employer said when asked again.</summary>
public enum InquiryAnswer
{
    /// <summary>変わりない</summary>
    StillSo,

    /// <summary>変わった: the opening has to be rewritten.</summary>
    Changed,

    /// <summary>もう決まった</summary>
    Filled,

    /// <summary>取り下げる</summary>
    Withdrawn,

    /// <summary>連絡がつかない</summary>
    NoAnswer,
}

/// <summary>The names shown on screen.</summary>
public static class InquiryAnswers
{
    extension(InquiryAnswer answer)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => answer switch
        {
            InquiryAnswer.StillSo => "変わりない",
            InquiryAnswer.Changed => "変わった",
            InquiryAnswer.Filled => "もう決まった",
            InquiryAnswer.Withdrawn => "取り下げる",
            InquiryAnswer.NoAnswer => "連絡がつかない",
            _ => throw new ArgumentOutOfRangeException(nameof(answer)),
        };
    }
}

/// <summary>The form of an inquiry.</summary>
/// <param name="Of">Of whom it was asked.</param>
public sealed record InquiryWish(DateOnly? On, string Of, InquiryAnswer? Answer, string Words);

/// <summary>もう一度確かめた: when an employer was asked whether an opening is still so, of whom, and what was answered (職業安定法 5条の4).</summary>
public sealed class OpeningInquiry
{
    /// <summary>The most characters of who was asked, and of the words.</summary>
    public const int LongestOf = 100, LongestWords = 1000;

    private OpeningInquiry() { }

    /// <exception cref="RuleException">The day, who was asked, or the answer is missing or not possible.</exception>
    public static OpeningInquiry Made(Guid openingId, InquiryWish wish, Guid by, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        OpeningId = openingId,
        On = wish.On is { } day && day <= now.JapaneseDate ? day : throw new RuleException("確かめた日を、きょうまでの日付で選んでください。", nameof(wish.On)),
        Of = FormText.Required(wish.Of, "聞いた相手", LongestOf, nameof(wish.Of)),
        Answer = wish.Answer ?? throw new RuleException("答えを選んでください。", nameof(wish.Answer)),
        Words = FormText.Of(wish.Words, "メモ", LongestWords, nameof(wish.Words)),
        At = now,
        StaffId = by,
    };

    public Guid Id { get; private set; }
    public Guid OpeningId { get; private set; }
    public DateOnly On { get; private set; }
    public string Of { get; private set; } = "";
    public InquiryAnswer Answer { get; private set; }
    public string Words { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public Guid StaffId { get; private set; }
}
