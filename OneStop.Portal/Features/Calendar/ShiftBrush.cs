using OneStop.Domain;
using OneStop.Domain.Shifts;
using OneStop.Portal.Shared;

namespace OneStop.Portal.Features.Calendar;

/// <summary>What managers do to shifts on the calendar, each with undo in its toast.</summary>
internal sealed class ShiftBrush(ShiftDesk desk, UndoToasts undo)
{
    private const int DaysOfWeek = 7;

    /// <summary>勤務をぬる・休みにする. A column of several people is not painted.</summary>
    public Task Paint(CalendarColumn column, CalendarPut put, bool works)
    {
        if (column.Person is not { } person)
            return Task.CompletedTask; // the script says so while painting
        var (from, until) = (CalendarAxis.TimeOf(put.At), CalendarAxis.TimeOf(put.At + put.Length));
        return Do(() => desk.Paint(person.Id, column.Day.Day.Date, from, until, works), change =>
            $"{person.Name} さん {column.Day.Day} {ServiceDay.SayTime(from)}〜{ServiceDay.SayTime(until)}を{(works ? "勤務" : "休み")}にしました"
            + (change.Uncovered.Count > 0 ? $"（勤務から外れた予約が{change.Uncovered.Count}件あります）" : ""));
    }

    /// <summary>週を写す: copies the week of a day into the next one.</summary>
    /// <param name="person">Null for everybody.</param>
    public Task CopyWeek(DateOnly day, Guid? person) => Do(() => desk.CopyWeek(day, day.AddDays(DaysOfWeek), person),
        change => $"この週の勤務を次の週へ写しました（{change.Days.Count}日分）");

    private async Task Do(Func<Task<ShiftChange>> act, Func<ShiftChange, string> said)
    {
        ShiftChange? change = null;
        if (!await undo.Do(async () => change = await act()))
            return;
        if (change!.IsNothing)
            undo.Tell("変わるところはありませんでした");
        else
            undo.Offer(said(change), () => desk.PutBack(change));
    }
}
