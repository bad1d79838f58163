using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Portal.Features.Bookings.Making;

namespace OneStop.Portal.Features.Calendar;

/// <summary>What is opened, entered and moved on the grid.</summary>
public sealed partial class CalendarPage
{
    private async Task Open(Guid booking)
    {
        if (await Bookings.Look(booking) is { } row)
            Show(new(CalendarPanelKind.Shown, row, null));
    }

    private void AddAnywhere() => Show(panel.Kind == CalendarPanelKind.New ? panel : CalendarPanelState.New(new()
    {
        Day = Filter.Day ?? today,
        StaffId = Filter.Person,
    }));

    private void Add(CalendarColumn column) => Begin(new()
    {
        Kind = Filter.Kind ?? KindOf(column),
        Method = Filter.Method ?? ContactMethod.Phone,
        Day = column.Day.Day.Date,
        StaffId = column.Person?.Id ?? Filter.Person,
    });

    /// <summary>Something was put on the grid.</summary>
    private async Task Put(CalendarPut put)
    {
        if (!put.IsSensible || columns.FirstOrDefault(c => c.Key == put.Key) is not { } column)
            return;
        if (Filter.IsPainting && MayPaint)
            await Brush.Paint(column, put, brush == "work");
        else if (put.Id is null)
            Begin(Placed(new()
            {
                Kind = Filter.Kind ?? KindOf(column),
                Method = Filter.Method ?? ContactMethod.Phone,
                StaffId = column.Person?.Id,
            }, column, put));
        else if (await Bookings.Look(put.Id.Value) is { MayMove: true } row)
            Show(new(CalendarPanelKind.Moving, row, Placed(new()
            {
                Kind = row.Kind,
                Method = row.Method,
                StaffId = column.Person?.Id ?? row.StaffId,
                Proposes = row is { State: BookingState.Tentative, HeldUntil: null },
                Tells = row.CanBeTold,
            }, column, put)));
        else
            Undo.Tell("この予約は、たったいまほかで変わりました。");
    }

    /// <summary>Who is entering a booking and presses another place chooses another time for it.</summary>
    private void Begin(BookingDraft at)
    {
        if (beside?.Place(at) != true)
            Show(CalendarPanelState.New(at));
    }

    /// <summary>Returns the kind of talks that the column's person holds; 就業相談 if they hold it too.</summary>
    private static BookingKind KindOf(CalendarColumn column) => column.Person?.Kinds is [var first, ..] ? first : BookingKind.Consultation;

    private static BookingDraft Placed(BookingDraft wish, CalendarColumn column, CalendarPut put) => wish with
    {
        IsPlaced = true,
        Day = column.Day.Day.Date,
        Time = CalendarAxis.TimeOf(put.At),
        Minutes = put.Minutes,
    };
}
