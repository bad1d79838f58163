using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Calendars;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Hours;
using OneStop.Domain.Shifts;
using OneStop.Domain.Staff;
using OneStop.Portal.Features.Bookings;
using OneStop.Portal.Features.Bookings.Making;
using OneStop.Portal.Shared;
using OneStop.Portal.Shared.Lists;
using OneStop.Portal.Shell;

namespace OneStop.Portal.Features.Calendar;

/// <summary>The calendar. All that it shows is in the address but the booking that is open in its panel.</summary>
public sealed partial class CalendarPage
{
    private readonly OrderedReads reads = new();
    private readonly List<ThrottledReload> reload = [];
    private ElementReference root;
    private PageScript<CalendarPage>? script;
    private CalendarGrid? grid;
    private CalendarView? view;
    private IReadOnlyList<CalendarMonthDay>? month;
    private IReadOnlyList<CalendarColumn> columns = [];
    private IReadOnlyList<FreePerson> people = [];
    private CalendarPanelState panel = CalendarPanelState.None;
    private CalendarDraft? draft;
    private Guid? focus;
    private string brush = "work";
    private DateOnly today;
    private int leftOut;
    private bool isEverybody, isNarrow, isShaped, opensPanel;

    [Inject] private CalendarDesk Desk { get; init; } = default!;
    [Inject] private BookingDesk Bookings { get; init; } = default!;
    [Inject] private ShiftBrush Brush { get; init; } = default!;
    [Inject] private Actor Actor { get; init; } = default!;
    [Inject] private NavigationManager Nav { get; init; } = default!;
    [Inject] private LiveUpdates Live { get; init; } = default!;
    [Inject] private PageVisibility Visibility { get; init; } = default!;
    [Inject] private TimeProvider Clock { get; init; } = default!;
    [Inject] private IJSRuntime Js { get; init; } = default!;
    [Inject] private LatestBooking Latest { get; init; } = default!;
    [Inject] private UndoToasts Undo { get; init; } = default!;

    /// <summary>What the address says; the view suits the window if the address names none.</summary>
    private CalendarFilter Filter => ListAddress.Read<CalendarFilter>(Nav.Uri).Filter is { View: null } any
        ? any with { View = isNarrow ? CalendarShape.Agenda : CalendarShape.Week }
        : ListAddress.Read<CalendarFilter>(Nav.Uri).Filter;

    private bool MayPaint => Actor.Duties.Contains(Duty.Manager);

    protected override void OnInitialized()
    {
        today = ServiceDay.Of(Clock.GetUtcNow()).Date;
        Nav.LocationChanged += Moved;
        foreach (var topic in (string[])[BookingDialogueDesk.Topic, ShiftDesk.Topic, HoursDesk.Topic])
            reload.Add(new(Live, topic, () => InvokeAsync(Load), Visibility));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await (script = new(Js, this)).Attach("./Features/Calendar/CalendarPage.razor.js", root);
            isNarrow = await script.Ask<bool>("isNarrow");
            isShaped = true;
            await Load();
        }
        if (opensPanel)
            (opensPanel, _) = (false, await (script?.Tell("enterPanel") ?? Task.FromResult(false)));
        if (focus is { } booking && columns.Any(c => c.Blocks.Any(b => b.Row.Id == booking)))
        {
            focus = null;
            await (grid?.Focus(booking) ?? Task.CompletedTask);
        }
    }

    private void Moved(object? sender, LocationChangedEventArgs to)
    {
        if (new Uri(to.Location).AbsolutePath != "/calendar")
            return;
        reads.Forget();
        _ = InvokeAsync(Load);
    }

    private async Task Load()
    {
        var filter = Filter;
        today = ServiceDay.Of(Clock.GetUtcNow()).Date;
        if (filter.View == CalendarShape.Month)
            await reads.Show(() => Desk.Month(filter), found => (month, view, columns) = (found, null, []));
        else
            await reads.Show(() => Desk.Read(filter), found => Take(found, filter));
        if (panel.Row is { } open && await Bookings.Look(open.Id) is { } now && panel.Row?.Id == open.Id)
            panel = panel with { Row = now }; // unless another was opened meanwhile
        StateHasChanged();
    }

    /// <summary>Keeps the columns that have not changed, so that they are not rendered again.</summary>
    private void Take(CalendarView found, CalendarFilter filter)
    {
        (view, month, leftOut) = (found, null, CalendarColumn.LeftOut(found, filter));
        people = [.. found.People.Where(p => p.Kinds.Count > 0).Select(p => new FreePerson(p.Id, p.Name))];
        var before = columns.ToDictionary(c => c.Key);
        columns = [.. CalendarColumn.Of(found, filter, isEverybody)
            .Select(c => before.TryGetValue(c.Key, out var old) && old.ShowsTheSameAs(c) ? old : c)];
    }

    private async Task Open(Guid booking)
    {
        if (await Bookings.Look(booking) is { } row)
            Show(new(CalendarPanelKind.Shown, row, null));
    }

    private void AddAnywhere() => Show(CalendarPanelState.New(new()
    {
        Day = Filter.Day ?? today,
        StaffId = Filter.Person,
        Minutes = null,
    }));

    private void Add(CalendarColumn column) => Show(CalendarPanelState.New(new()
    {
        Day = column.Day.Day.Date,
        StaffId = column.Person?.Id,
    }));

    /// <summary>Something was put on the grid.</summary>
    private async Task Put(CalendarPut put)
    {
        if (!put.IsSensible || columns.FirstOrDefault(c => c.Key == put.Key) is not { } column)
            return;
        if (Filter.IsPainting && MayPaint)
            await Brush.Paint(column, put, brush == "work");
        else if (put.Id is null)
            Show(CalendarPanelState.New(Placed(new()
            {
                Kind = Filter.Kind ?? KindOf(column),
                Method = Filter.Method ?? ContactMethod.Phone,
                StaffId = column.Person?.Id,
            }, column, put)));
        else if (await Bookings.Look(put.Id.Value) is { Stands: true } row)
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

    /// <summary>Returns the kind of talks that the column's person holds; 就業相談 if they hold it too.</summary>
    private static BookingKind KindOf(CalendarColumn column) => column.Person?.Kinds is [var first, ..] ? first : BookingKind.Consultation;

    private static BookingDraft Placed(BookingDraft wish, CalendarColumn column, CalendarPut put) => wish with
    {
        IsPlaced = true,
        Day = column.Day.Day.Date,
        Time = CalendarAxis.TimeOf(put.At),
        Minutes = put.Minutes,
    };

    private void Show(CalendarPanelState state)
    {
        (panel, opensPanel) = (state, true);
        Follow(state.Wish);
    }

    /// <summary>Draws on the grid what is being entered in the panel.</summary>
    private void Follow(BookingDraft? wish)
    {
        draft = wish is { IsPlaced: true, Day: { } day, Time: { } time, Minutes: { } minutes } && columns.FirstOrDefault(c => c.Day.Day.Date == day
            && (c.Person is null || c.Person.Id == wish.StaffId)) is { } column
            ? new(column.Key, CalendarAxis.QuarterOf(time), minutes / Slot.Quarter,
                $"{ServiceDay.SayTime(time)}〜{ServiceDay.SayTime(time + TimeSpan.FromMinutes(minutes))}")
            : null;
        StateHasChanged();
    }

    private void Close()
    {
        if (panel.Kind == CalendarPanelKind.None)
            return; // Escape was heard by the form and by the panel
        focus = panel.Row?.Id;
        (panel, draft) = (CalendarPanelState.None, null);
    }

    private async Task Done(Guid booking)
    {
        (panel, draft, focus) = (CalendarPanelState.None, null, booking);
        Latest.Leave(); // the mark belongs to the list
        await Load();
    }

    private Task TurnEverybody()
    {
        isEverybody = !isEverybody;
        return Load();
    }

    public async ValueTask DisposeAsync()
    {
        Nav.LocationChanged -= Moved;
        reload.ForEach(r => r.Dispose());
        if (script is not null)
            await script.DisposeAsync();
    }
}
