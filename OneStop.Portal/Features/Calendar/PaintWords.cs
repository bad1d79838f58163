using OneStop.Domain;

namespace OneStop.Portal.Features.Calendar;

/// <summary>What the toast says after shifts were painted.</summary>
internal static class PaintWords
{
    /// <param name="uncovered">How many coming bookings lie outside the shift now.</param>
    public static string Of(string name, ServiceDay day, CalendarPut put, bool works, int uncovered) =>
        $"{name} さん {day} {ServiceDay.SayTime(CalendarAxis.TimeOf(put.At))}〜{ServiceDay.SayTime(CalendarAxis.TimeOf(put.At + put.Length))}を{(works ? "勤務" : "休み")}にしました"
        + (uncovered > 0 ? $"（勤務から外れた予約が{uncovered}件あります）" : "");
}
