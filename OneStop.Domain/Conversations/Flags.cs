namespace OneStop.Domain.Conversations;

/// <summary>要注意などの印: who set it, when, and what colleagues are to know.</summary>
public sealed record Mark(DateTimeOffset At, Guid StaffId, string Reason)
{
    /// <summary>The most characters of a reason.</summary>
    public const int LongestReason = 200;
}

/// <summary>What colleagues are to know of the person: the last text, by whom and when.</summary>
public sealed record Memo(DateTimeOffset At, Guid StaffId, string Text)
{
    /// <summary>The most characters.</summary>
    public const int Longest = 2000;
}

/// <summary>What somebody wishes the memo to say; empty takes it away.</summary>
public sealed record MemoWish(string Text);

/// <summary>連絡不可の時間帯, every day by the clock in Japan; <paramref name="Until"/> is no longer part of it. 22:00 until 7:00 goes over midnight.</summary>
public sealed record NoContactHours(DateTimeOffset At, Guid StaffId, TimeOnly From, TimeOnly Until)
{
    /// <summary>Must the person be left alone at this instant?</summary>
    public bool Cover(DateTimeOffset instant)
    {
        var time = TimeOnly.FromTimeSpan(instant.InJapan.TimeOfDay);
        return From < Until ? From <= time && time < Until : From <= time || time < Until;
    }

    /// <summary>The first instant after this one at which the person may be written to again.</summary>
    public DateTimeOffset EndAfter(DateTimeOffset instant)
    {
        var end = JapanTime.At(instant.JapaneseDate, Until);
        return end > instant ? end : end.AddDays(1);
    }
}
