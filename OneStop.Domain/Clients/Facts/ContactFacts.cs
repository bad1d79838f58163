using System.ComponentModel;

namespace OneStop.Domain.Clients.Facts;

/// <summary>連絡のしかた: how and when the client wishes to be contacted, what a call may reveal, and when nobody may call (連絡不可).</summary>
public sealed record ContactFacts : IFacts<ContactFacts>
{
    [DisplayName("希望する方法")] public ContactMethod? Method { get; init; }

    [DisplayName("つながりやすい時間")] public string GoodTime { get; init; } = "";

    /// <summary>Null if the client was not asked: then the surname only (<see cref="IntroducesAs"/>).</summary>
    [DisplayName("電話での名乗り方")] public CallIntroduction? Introduction { get; init; }

    /// <summary>The words for <see cref="CallIntroduction.OwnWords"/>.</summary>
    [DisplayName("名乗るときの言葉")] public string OwnIntroduction { get; init; } = "";

    /// <summary>留守電 可. Unless the client said so, nothing is left on it.</summary>
    [DisplayName("留守番電話に残してよい")] public bool MayLeaveVoicemail { get; init; }

    [DisplayName("電話しない曜日")] public ValueList<DayOfWeek> NoCallDays { get; init; } = [];

    [DisplayName("電話しない時間")] public ValueList<NoCallHours> NoCall { get; init; } = [];

    [DisplayName("連絡で気をつけること")] public string Care { get; init; } = "";

    /// <summary>How to give one's name in a call.</summary>
    public CallIntroduction IntroducesAs => Introduction ?? CallIntroduction.SurnameOnly;

    /// <summary>連絡不可: whether nobody may call the client at an instant.</summary>
    public bool ForbidsCallAt(DateTimeOffset instant) => NoCallEndAt(instant) is not null;

    /// <summary>
    /// Returns until when nobody may call, if that holds at an instant, else null. A day counts by the calendar and by the service day: at 24:30 the
    /// evening's day is not over, and the next one has begun.
    /// </summary>
    public DateTimeOffset? NoCallEndAt(DateTimeOffset instant)
    {
        var (date, day) = (instant.JapaneseDate, ServiceDay.Of(instant));
        return NoCall.Select(h => h.EndAt(instant))
            .Append(NoCallDays.Contains(date.DayOfWeek) ? JapanTime.At(date.AddDays(1), TimeOnly.MinValue) : null)
            .Append(NoCallDays.Contains(day.Date.DayOfWeek) ? day.AddDays(1).At(ServiceDay.Begins) : null)
            .Max();
    }

    /// <inheritdoc/>
    public ContactFacts Checked(DateOnly today)
    {
        if (NoCall.Count > NoCallHours.Most)
            throw new RuleException($"電話しない時間は{NoCallHours.Most}つまで入力できます。", nameof(NoCall));
        if (IntroducesAs == CallIntroduction.OwnWords && string.IsNullOrWhiteSpace(OwnIntroduction))
            throw new RuleException("電話で名乗るときの言葉を入力してください。", nameof(OwnIntroduction));
        return this with
        {
            GoodTime = GoodTime.Short("つながりやすい時間"),
            OwnIntroduction = OwnIntroduction.Short("名乗るときの言葉"),
            NoCall = [.. NoCall.Where(h => !h.IsEmpty).Select(h => h.Checked()).Distinct()],
            Care = Care.Long("連絡で気をつけること"),
        };
    }
}
