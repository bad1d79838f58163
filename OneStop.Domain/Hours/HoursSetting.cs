namespace OneStop.Domain.Hours;

/// <summary>
/// 相談実施時間 of one method, from a service day on. The City agrees to other hours if evidence shows that they serve people (仕様書 7(2)①(エ));
/// until a setting begins, 6:00 to 25:00 applies.
/// </summary>
public sealed class HoursSetting : IDatedSetting
{
    /// <summary>The most characters of a reason.</summary>
    public const int LongestReason = 400;

    /// <summary>The fewest characters of the evidence required to shorten the telephone's hours.</summary>
    public const int ShortestEvidence = 20;

    private HoursSetting() { }

    /// <exception cref="RuleException">The hours are outside 6:00 to 25:00, no multiple of 15 minutes, or shorter than an hour; the first day is not
    /// in the future; or the reason, or for the telephone the evidence, is missing or too long.</exception>
    public static HoursSetting From(HoursWish wish, Guid staffId, DateTimeOffset now)
    {
        if (wish.Opens < ServiceHours.Standard.Opens || wish.Closes > ServiceHours.Standard.Closes
            || wish.Closes - wish.Opens < TimeSpan.FromMinutes(Slot.LongestMinutes))
            throw new RuleException("実施時間は、6:00から25:00までの間で、1時間以上にしてください。", nameof(wish.Closes));
        if (wish.Opens.TotalMinutes % Slot.Quarter != 0 || wish.Closes.TotalMinutes % Slot.Quarter != 0)
            throw new RuleException("時刻は15分きざみにしてください。", nameof(wish.Opens));
        var from = DatedSettings.FromTomorrowOn(wish.From, now, nameof(wish.From));
        if (wish.Reason.Trim() is not { Length: > 0 and <= LongestReason } ground)
            throw new RuleException($"変更の理由を{LongestReason}文字までで書いてください。", nameof(wish.Reason));
        if (wish.NeedsEvidence && ground.Length < ShortestEvidence)
            throw new RuleException($"電話の時間を短くするには、それが有効だと示す根拠を{ShortestEvidence}文字以上で書いてください（仕様書 7(2)①(エ)）。", nameof(wish.Reason));
        return new()
        {
            Id = Guid.CreateVersion7(now),
            EffectiveFrom = from,
            Method = wish.Method,
            Opens = wish.Opens,
            Closes = wish.Closes,
            Reason = ground,
            SetBy = staffId,
            SetAt = now,
        };
    }

    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public DateOnly EffectiveFrom { get; private set; }
    public ContactMethod Method { get; private set; }

    /// <summary>The time since midnight of the day's date; <see cref="Closes"/> likewise.</summary>
    public TimeSpan Opens { get; private set; }

    public TimeSpan Closes { get; private set; }
    public string Reason { get; private set; } = "";
    public Guid SetBy { get; private set; }
    public DateTimeOffset SetAt { get; private set; }
}

/// <summary>休業: service days without consultations, beside 年末年始, for one method or for all.</summary>
public sealed class Closure
{
    private Closure() { }

    /// <exception cref="RuleException">The closure ends before it begins, is too long, begins in the past, or has no reason.</exception>
    public static Closure Of(ClosureWish wish, Guid staffId, DateTimeOffset now)
    {
        if (wish.From is not { } from || from < ServiceDay.Of(now).Date)
            throw new RuleException("きょうからあとの日を選んでください。", nameof(wish.From));
        if (wish.Until is not { } until || until < from)
            throw new RuleException("終わりの日は、始まりの日からあとにしてください。", nameof(wish.Until));
        if (until.DayNumber - from.DayNumber > 92)
            throw new RuleException("休業は3か月までにしてください。", nameof(wish.Until));
        if (wish.Reason.Trim() is not { Length: > 0 and <= HoursSetting.LongestReason } ground)
            throw new RuleException($"休業の理由を{HoursSetting.LongestReason}文字までで書いてください。", nameof(wish.Reason));
        return new() { Id = Guid.CreateVersion7(now), From = from, Until = until, Method = wish.Method, Reason = ground, SetBy = staffId, SetAt = now };
    }

    public Guid Id { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly Until { get; private set; }
    public ContactMethod? Method { get; private set; }
    public string Reason { get; private set; } = "";
    public Guid SetBy { get; private set; }
    public DateTimeOffset SetAt { get; private set; }

    /// <summary>Whether its first day is today or later.</summary>
    public bool IsToCome(DateOnly today) => From >= today;

    /// <summary>Changes its last day.</summary>
    /// <exception cref="RuleException">It would end before it begins, or be too long.</exception>
    public void LastUntil(DateOnly until)
    {
        if (until < From || until.DayNumber - From.DayNumber > 92)
            throw new RuleException("休業の終わりの日を確かめてください。");
        Until = until;
    }
}
