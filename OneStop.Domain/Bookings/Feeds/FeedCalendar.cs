using System.Globalization;
using System.Text;

namespace OneStop.Domain.Bookings.Feeds;

/// <summary>A time in a feed.</summary>
/// <param name="Key">Identifies it among all, and tells nothing about it.</param>
public sealed record FeedTime(string Key, DateTimeOffset Start, DateTimeOffset End);

/// <summary>
/// Writes times as iCalendar (RFC 5545). By hand, because these are a dozen fixed lines: a library would bring a time zone database and a reader of
/// foreign calendars along, and every optional property that it writes is one more that could tell something.
/// </summary>
public static class FeedCalendar
{
    /// <summary>予約あり: all that a time says.</summary>
    public const string Summary = "予約あり";

    private const int LongestLine = 75; // octets, without the line break (RFC 5545, 3.1)

    /// <summary>Writes a calendar.</summary>
    public static string Write(IEnumerable<FeedTime> times, DateTimeOffset now)
    {
        var text = new StringBuilder();
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//OneStop//Bookings//JA");
        Line("CALSCALE:GREGORIAN");
        Line("METHOD:PUBLISH");
        Line("REFRESH-INTERVAL;VALUE=DURATION:PT15M");
        Line("X-PUBLISHED-TTL:PT15M");
        foreach (var time in times)
        {
            Line("BEGIN:VEVENT");
            Line($"UID:{Escape(time.Key)}");
            Line($"DTSTAMP:{Utc(now)}");
            Line($"DTSTART:{Utc(time.Start)}"); // an instant: 24:30 of a service day needs no rule here
            Line($"DTEND:{Utc(time.End)}");
            Line($"SUMMARY:{Escape(Summary)}");
            Line("CLASS:PRIVATE");
            Line("END:VEVENT");
        }
        Line("END:VCALENDAR");
        return text.ToString();

        void Line(string line) => text.Append(Fold(line)).Append("\r\n");
    }

    /// <summary>Escapes a text value (RFC 5545, 3.3.11).</summary>
    internal static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\r\n", "\\n", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Breaks a line into parts of at most 75 octets; a character is never cut.</summary>
    internal static string Fold(string line)
    {
        var (text, octets) = (new StringBuilder(), 0);
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1; // the blank at the beginning counts
            }
            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }
        return text.ToString();
    }

    private static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
