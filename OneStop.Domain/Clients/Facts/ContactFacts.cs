using System.ComponentModel;

namespace OneStop.Domain.Clients.Facts;

/// <summary>連絡のしかた: how and when the client wishes to be contacted, and when nobody may call (連絡不可).</summary>
public sealed record ContactFacts : IFacts<ContactFacts>
{
    [DisplayName("希望する方法")] public ContactMethod? Method { get; init; }

    [DisplayName("つながりやすい時間")] public string GoodTime { get; init; } = "";

    [DisplayName("電話しない曜日")] public ValueList<DayOfWeek> NoCallDays { get; init; } = [];

    [DisplayName("電話しない時間の始まり")] public TimeOnly? NoCallFrom { get; init; }

    /// <summary>Exclusive; 22:00 to 7:00 passes midnight.</summary>
    [DisplayName("電話しない時間の終わり")] public TimeOnly? NoCallUntil { get; init; }

    [DisplayName("連絡で気をつけること")] public string Care { get; init; } = "";

    /// <summary>連絡不可: whether nobody may call the client at an instant.</summary>
    public bool ForbidsCallAt(DateTimeOffset instant)
    {
        var (day, time) = (instant.JapaneseDate.DayOfWeek, TimeOnly.FromTimeSpan(instant.InJapan.TimeOfDay));
        return NoCallDays.Contains(day) || (NoCallFrom, NoCallUntil) switch
        {
            ({ } from, { } until) => from < until ? from <= time && time < until : from <= time || time < until,
            _ => false,
        };
    }

    /// <inheritdoc/>
    public ContactFacts Checked(DateOnly today) => (NoCallFrom is null) != (NoCallUntil is null) || (NoCallFrom is not null && NoCallFrom == NoCallUntil)
        ? throw new RuleException("電話しない時間は、始まりと終わりに、ちがう時刻を入れてください。", nameof(NoCallUntil))
        : this with { GoodTime = GoodTime.Short("つながりやすい時間"), Care = Care.Long("連絡で気をつけること") };
}
