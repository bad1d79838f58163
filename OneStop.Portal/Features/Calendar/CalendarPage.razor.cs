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
    private CalendarPanel? beside;
    private ITimer? tick;
    private CalendarView? view;
    private IReadOnlyList<CalendarMonthDay>? month;
    private IReadOnlyList<CalendarColumn> columns = [];
    private IReadOnlyList<FreePerson> people = [];
    private CalendarPanelState panel = CalendarPanelState.None;
    private CalendarDraft? draft;
    private Guid? focus;
    private DateTimeOffset now;
    private string brush = "work";
    private DateOnly today;
    private int leftOut;
    private bool isEverybody, isNarrow, isShaped, opensPanel, closesPanel;

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
        now = Clock.GetUtcNow();
        today = ServiceDay.Of(now).Date;
        Nav.LocationChanged += Moved;
        foreach (var topic in (string[])[BookingDialogueDesk.Topic, ShiftDesk.Topic, HoursDesk.Topic])
            reload.Add(new(Live, topic, () => InvokeAsync(Load), Visibility, ThrottledReload.Calm));
        tick = Clock.CreateTimer(_ => _ = InvokeAsync(Tick), null, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(20));
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
        if (closesPanel)
        {
            var booking = focus;
            (closesPanel, focus) = (false, null);
            await (grid?.Focus(booking) ?? Task.CompletedTask);
        }
    }

    /// <summary>What can be done with the booking beside the grid depends on the time, and at 6:00 another day begins.</summary>
    private Task Tick()
    {
        now = Clock.GetUtcNow();
        StateHasChanged();
        return ServiceDay.Of(now).Date == today ? Task.CompletedTask : Load();
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
        now = Clock.GetUtcNow();
        today = ServiceDay.Of(now).Date;
        if (filter.View == CalendarShape.Month)
            await reads.Show(() => Desk.Month(filter), found => (month, view, columns) = (found, null, []));
        else
            await reads.Show(() => Desk.Read(filter), found => Take(found, filter));
        if (panel.Row is { } open)
            Refresh(open, await Bookings.Look(open.Id));
        StateHasChanged();
    }

    private void Refresh(BookingRow open, BookingRow? found)
    {
        if (panel.Row?.Id != open.Id)
            return; // another was opened meanwhile
        if (found is not null)
        {
            panel = panel with { Row = found };
            return;
        }
        Close();
        Undo.Tell($"{open.When} の仮の予約は、時間が切れてなくなりました");
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

    private void Show(CalendarPanelState state)
    {
        var isSame = state == panel;
        (panel, opensPanel) = (state, true);
        if (!isSame)
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
        (focus, closesPanel) = (panel.Row?.Id, true);
        (panel, draft) = (CalendarPanelState.None, null);
    }

    private async Task Done(Guid booking)
    {
        (panel, draft) = (CalendarPanelState.None, null);
        Latest.Leave(); // the mark belongs to the list
        await Load();
        (focus, closesPanel) = (booking, true);
    }

    private Task TurnEverybody()
    {
        isEverybody = !isEverybody;
        return Load();
    }

    public async ValueTask DisposeAsync()
    {
        Nav.LocationChanged -= Moved;
        tick?.Dispose();
        reload.ForEach(r => r.Dispose());
        if (script is not null)
            await script.DisposeAsync();
    }
}
