using System.Globalization;
using System.Text.RegularExpressions;

namespace OneStop.Domain.Shifts;

/// <summary>
/// A person's working times on one service day, in the form of a roster: <c>9:00-18:00 20:00-25:00</c>, or 休. Hours count on past midnight, so a
/// shift that ends at 25:00 belongs to the day on which it began.
/// </summary>
public sealed partial record WorkingTimes
{
    /// <summary>The most spans of one day.</summary>
    public const int MostSpans = 6;

    private const string Off = "休";

    private WorkingTimes(IReadOnlyList<Span> spans) => Spans = spans;

    /// <summary>A span between two times of the service day.</summary>
    public readonly record struct Span(TimeSpan From, TimeSpan Until);

    public IReadOnlyList<Span> Spans { get; }

    /// <summary>A day off.</summary>
    public static WorkingTimes None { get; } = new([]);

    public bool IsOff => Spans.Count == 0;

    /// <summary>The times as quarter hours of the day.</summary>
    public QuarterHours Quarters => Spans.Aggregate(QuarterHours.None, (all, span) => all | QuarterHours.Between(span.From, span.Until));

    /// <summary>The total length.</summary>
    public TimeSpan Length => Spans.Aggregate(TimeSpan.Zero, (sum, span) => sum + (span.Until - span.From));

    /// <summary>Parses what a person typed or a sheet contains, in full or half width. Empty, 休 and 公休 are a day off.</summary>
    /// <exception cref="RuleException">It cannot be parsed, the times are no multiples of 15 minutes between 6:00 and 25:00, or they
    /// overlap.</exception>
    public static WorkingTimes Read(string? text)
    {
        var plain = DashPattern().Replace((text ?? "").Plain.Trim(), "-");
        if (plain is "" or Off or "公休" or "休み" or "-")
            return None;

        var spans = new List<Span>();
        foreach (var part in plain.Split([' ', ',', '、', '/', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (SpanPattern().Match(part) is not { Success: true } found || TimeOf(found, 1) is not { } from || TimeOf(found, 3) is not { } until)
                throw new RuleException($"「{part}」が読めません。「9:00-18:00」のように書いてください。");
            if (from < ServiceHours.Standard.Opens || until > ServiceHours.Standard.Closes || until <= from)
                throw new RuleException($"「{part}」: 6:00から25:00までの間で、始まりから終わりへ書いてください。");
            if (from.TotalMinutes % Slot.Quarter != 0 || until.TotalMinutes % Slot.Quarter != 0)
                throw new RuleException($"「{part}」: 15分きざみにしてください。");
            spans.Add(new(from, until));
        }
        if (spans.Count > MostSpans)
            throw new RuleException($"1日の勤務は{MostSpans}つまでに分けてください。");
        spans.Sort((a, b) => a.From.CompareTo(b.From));
        for (var i = 1; i < spans.Count; i++)
        {
            if (spans[i].From < spans[i - 1].Until)
                throw new RuleException("時間が重なっています。");
        }
        return new(spans);
    }

    /// <summary>Returns the times with a further span; what it touches becomes one span with it.</summary>
    /// <exception cref="RuleException">It does not lie between 6:00 and 25:00 on quarter hours, or there would be too many spans.</exception>
    public WorkingTimes With(TimeSpan from, TimeSpan until) => Of(Quarters | QuarterHours.Between(from, until));

    /// <summary>Returns the times without a span.</summary>
    /// <exception cref="RuleException">There would be too many spans.</exception>
    public WorkingTimes Without(TimeSpan from, TimeSpan until) => Of(Quarters & ~QuarterHours.Between(from, until));

    /// <summary>Whether the person works during the whole slot, on the service day on which the slot begins.</summary>
    public bool Cover(Slot slot)
    {
        var wanted = QuarterHours.Between(slot.Day.TimeOf(slot.Start), slot.Day.TimeOf(slot.End));
        return (Quarters & wanted) == wanted;
    }

    public bool Equals(WorkingTimes? other) => other is not null && Spans.SequenceEqual(other.Spans);

    public override int GetHashCode() => Spans.Aggregate(0, HashCode.Combine);

    /// <summary>9:00-18:00 20:00-25:00, or 休</summary>
    public override string ToString() => IsOff ? Off : string.Join(' ', Spans.Select(s => $"{ServiceDay.SayTime(s.From)}-{ServiceDay.SayTime(s.Until)}"));

    /// <exception cref="RuleException">They do not lie between 6:00 and 25:00, or are too many spans.</exception>
    private static WorkingTimes Of(QuarterHours quarters)
    {
        var spans = new List<string>();
        for (var (at, from) = (0, 0); at <= QuarterHours.Count; at++)
        {
            if (quarters[at])
                continue;
            if (at > from)
                spans.Add($"{Say(from)}-{Say(at)}");
            from = at + 1;
        }
        return Read(string.Join(' ', spans));

        static string Say(int quarter) => ServiceDay.SayTime(TimeSpan.FromMinutes(quarter * Slot.Quarter));
    }

    private static TimeSpan? TimeOf(Match found, int group)
    {
        var hours = int.Parse(found.Groups[group].Value, CultureInfo.InvariantCulture);
        var minutes = found.Groups[group + 1] is { Success: true, Value: var m } ? int.Parse(m, CultureInfo.InvariantCulture) : 0;
        return minutes < 60 ? new TimeSpan(hours, minutes, 0) : null;
    }

    /// <summary>What people type for "to", with or without spaces around.</summary>
    [GeneratedRegex(@"\s*[-~〜‐–—−ー]\s*")]
    private static partial Regex DashPattern();

    [GeneratedRegex(@"^(\d{1,2})(?::(\d{2})|時)?-(\d{1,2})(?::(\d{2})|時)?\z")]
    private static partial Regex SpanPattern();
}
