namespace OneStop.Domain.Conversations;

/// <summary>要注意などの印: who set it, when, and the reason.</summary>
public sealed record Mark(DateTimeOffset At, Guid StaffId, string Reason)
{
    /// <summary>The most characters of a reason.</summary>
    public const int LongestReason = 200;
}

/// <summary>A form for a mark; an empty reason removes the mark.</summary>
public sealed record MarkWish(string Reason)
{
    /// <summary>No mark.</summary>
    public static MarkWish None { get; } = new("");

    /// <summary>Returns the present mark as the form shows it.</summary>
    public static MarkWish Of(Mark? mark) => mark is null ? None : new(mark.Reason);

    /// <summary>Returns the mark as set by a member of staff; null if it is removed.</summary>
    /// <exception cref="RuleException">The reason is blank or too long.</exception>
    public Mark? By(Guid staffId, DateTimeOffset now) => Reason == "" ? null : Reason.Trim() switch
    {
        "" => throw new RuleException("理由を入力してください。", nameof(Reason)),
        { Length: > Mark.LongestReason } => throw new RuleException($"理由は{Mark.LongestReason}文字までです。", nameof(Reason)),
        var reason => new(now, staffId, reason),
    };
}

/// <summary>The memo about the person: its last text, by whom and when.</summary>
public sealed record Memo(DateTimeOffset At, Guid StaffId, string Text)
{
    /// <summary>The most characters of the memo.</summary>
    public const int Longest = 2000;
}

/// <summary>A form for the memo; an empty text removes it.</summary>
public sealed record MemoWish(string Text);

/// <summary>連絡不可の時間帯, every day in Japanese time, <paramref name="Until"/> exclusive. Hours such as 22:00 to 7:00 pass midnight.</summary>
public sealed record NoContactHours(DateTimeOffset At, Guid StaffId, TimeOnly From, TimeOnly Until)
{
    /// <summary>Whether the hours cover an instant.</summary>
    public bool Cover(DateTimeOffset instant)
    {
        var time = TimeOnly.FromTimeSpan(instant.InJapan.TimeOfDay);
        return From < Until ? From <= time && time < Until : From <= time || time < Until;
    }

    /// <summary>Returns the first instant after this one at which the hours end.</summary>
    public DateTimeOffset EndAfter(DateTimeOffset instant)
    {
        var end = JapanTime.At(instant.JapaneseDate, Until);
        return end > instant ? end : end.AddDays(1);
    }
}

/// <summary>A form for 連絡不可の時間帯; empty times remove them.</summary>
public sealed record NoContactWish(TimeOnly? From, TimeOnly? Until)
{
    /// <summary>No hours.</summary>
    public static NoContactWish None { get; } = new(null, null);

    /// <summary>Returns the present hours as the form shows them.</summary>
    public static NoContactWish Of(NoContactHours? hours) => new(hours?.From, hours?.Until);

    /// <summary>Returns the hours as set by a member of staff; null if they are removed.</summary>
    /// <exception cref="RuleException">Begin and end are equal, or one of them is missing.</exception>
    public NoContactHours? By(Guid staffId, DateTimeOffset now) => (From, Until) switch
    {
        (null, null) => null,
        ({ } from, { } until) when from != until => new(now, staffId, from, until),
        _ => throw new RuleException("始まりと終わりに、ちがう時刻を入れてください。", nameof(Until)),
    };
}
