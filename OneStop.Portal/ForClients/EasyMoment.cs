using OneStop.Domain;

namespace OneStop.Portal.ForClients;

/// <summary>Says an instant to clients, with readings (<see cref="Domain.Clients.Questionnaires.RubyText"/>).</summary>
internal static class EasyMoment
{
    /// <summary>The days of a month that are not read as number and にち.</summary>
    private static readonly Dictionary<int, string> Days = new()
    {
        [1] = "ついたち",
        [2] = "ふつか",
        [3] = "みっか",
        [4] = "よっか",
        [5] = "いつか",
        [6] = "むいか",
        [7] = "なのか",
        [8] = "ようか",
        [9] = "ここのか",
        [10] = "とおか",
        [14] = "じゅうよっか",
        [20] = "はつか",
        [24] = "にじゅうよっか",
    };

    /// <summary>Returns date and time in Japan: 12月4日の9時5分; the minutes only if there are any.</summary>
    public static string Say(DateTimeOffset instant)
    {
        var at = instant.InJapan;
        return $"{Day(DateOnly.FromDateTime(at.DateTime))}の{at.Hour}{{時|じ}}{MinutesOf(at.Minute)}";
    }

    /// <summary>Returns a day: 12月4日.</summary>
    public static string Day(DateOnly day) =>
        $"{day.Month}{{月|がつ}}{(Days.TryGetValue(day.Day, out var reading) ? $"{{{day.Day}日|{reading}}}" : $"{day.Day}{{日|にち}}")}";

    private static string MinutesOf(int minute) => minute == 0 ? "" : $"{minute}{{分|{(minute % 10 is 0 or 1 or 3 or 4 or 6 or 8 ? "ぷん" : "ふん")}}}";
}
