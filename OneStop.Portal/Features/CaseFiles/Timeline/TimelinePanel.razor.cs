using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using OneStop.Domain;
using OneStop.Domain.CaseFiles;
using OneStop.Portal.Shell;

namespace OneStop.Portal.Features.CaseFiles.Timeline;

/// <summary>Reads the timeline in parts, and again when something in it has changed.</summary>
public sealed partial class TimelinePanel
{
    [Parameter, EditorRequired] public Guid ClientId { get; set; }

    /// <summary>The topics whose changes concern the client (<see cref="CaseHead.Topics"/>).</summary>
    [Parameter, EditorRequired] public IReadOnlyList<string> Topics { get; set; } = [];

    [Inject] private LiveUpdates Live { get; set; } = default!;
    [Inject] private PageVisibility Visibility { get; set; } = default!;
    [Inject] private IJSRuntime Js { get; set; } = default!;
    [Inject] private TimeProvider Clock { get; set; } = default!;

    private CaseWatch? watch;
    private ElementReference root;
    private PageScript<TimelinePanel>? script;
    private TimelineFilter filter = new();
    private string typed = "";
    private DateOnly? from;
    private IReadOnlyList<TimelineRow> pinned = [];
    private List<TimelineRow>? rows;
    private TimelinePlace? next;
    private DateTimeOffset began;
    private bool isReading;
    private readonly HashSet<string> begins = []; // the first entries of the parts that were read, without the newest part

    /// <summary>The place from which the first part is read; null for the newest.</summary>
    private TimelinePlace? Start => from is { } month ? new(JapanTime.At(month.AddMonths(1), TimeOnly.MinValue) - TimeSpan.FromTicks(1), 0) : null;

    private IEnumerable<DateOnly> Months
    {
        get
        {
            var first = FirstOfMonth(rows is null ? Clock.GetUtcNow() : began);
            for (var month = FirstOfMonth(Clock.GetUtcNow()); month >= first; month = month.AddMonths(-1))
                yield return month;
        }
    }

    private static DateOnly FirstOfMonth(DateTimeOffset instant) => new(instant.JapaneseDate.Year, instant.JapaneseDate.Month, 1);

    private static string KeyOf(TimelineRow row) => $"{row.Entry.Kind}{row.Entry.Id:N}{row.Entry.At.UtcTicks}";

    private static string? Chosen(ChangeEventArgs e) => e.Value as string is { Length: > 0 } value ? value : null;

    protected override async Task OnInitializedAsync()
    {
        watch = new(Live, Visibility, () => InvokeAsync(ReadAgain));
        watch.On(Topics);
        await Load();
    }

    protected override void OnParametersSet() => watch?.On(Topics); // not before the first reading began

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await (script = new(Js, this)).Attach("./Features/CaseFiles/Timeline/TimelinePanel.razor.js", root);
    }

    /// <summary>Reads the next part; called by the script when the end of the list comes near.</summary>
    [JSInvokable]
    public async Task More()
    {
        if (isReading || next is not { } place)
            return;
        isReading = true;
        StateHasChanged();
        try
        {
            var (asked, part) = (filter, await Desk.Read(ClientId, filter, place));
            if (part is not null && asked == filter && next == place) // otherwise another filter was chosen meanwhile
            {
                rows!.AddRange(part.Rows);
                if (part.Rows is [var first, ..])
                    begins.Add(KeyOf(first));
                next = part.Next;
            }
        }
        finally
        {
            isReading = false; // after a failure the button can be pressed again
            StateHasChanged();
        }
    }

    private Task Narrow(TimelineFilter narrowed)
    {
        filter = narrowed;
        return Load();
    }

    private Task Widen()
    {
        typed = "";
        return Narrow(new());
    }

    private Task GoTo(string? month)
    {
        from = DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? first : null;
        return Load();
    }

    private async Task Load()
    {
        var (asked, start) = (filter, Start);
        var part = await Desk.Read(ClientId, asked, start);
        if (asked != filter || start != Start)
            return; // chosen anew meanwhile
        (rows, next, began, pinned) = ([.. part?.Rows ?? []], part?.Next, part?.Began ?? began, await Desk.Pinned(ClientId));
        begins.Clear();
        StateHasChanged();
    }

    /// <summary>Reads the first part again; who has read further keeps what is shown below it.</summary>
    private async Task ReadAgain()
    {
        var (asked, start) = (filter, Start);
        var part = await Desk.Read(ClientId, asked, start);
        if (part is null || asked != filter || start != Start)
            return;
        pinned = await Desk.Pinned(ClientId);
        if (part.Rows is [.., var last] && rows?.FindIndex(r => KeyOf(r) == KeyOf(last)) is { } at and >= 0)
            rows = [.. part.Rows, .. rows.Skip(at + 1)];
        else
            (rows, next) = ([.. part.Rows], part.Next);
        StateHasChanged();
    }

    /// <summary>
    /// The rows by the parts in which they were read, each with its day if it is the first of that day. Parts keep their beginning when others
    /// come before or after them, so that nothing that is shown, and has the focus, is made anew.
    /// </summary>
    private List<(string Key, List<(TimelineRow Row, string? Day)> Rows)> Parts()
    {
        var today = ServiceDay.Of(Clock.GetUtcNow()).Date;
        List<(string Key, List<(TimelineRow Row, string? Day)> Rows)> parts = [("newest", [])];
        ServiceDay? before = null;
        foreach (var row in rows!)
        {
            if (begins.Contains(KeyOf(row)))
                parts.Add((KeyOf(row), []));
            var day = TimelineWords.DayOf(row.Entry.At);
            parts[^1].Rows.Add((row, day == before ? null : $"{day.Date.Year}年{day}{(day.Date > today ? "（これから）" : "")}"));
            before = day;
        }
        return parts;
    }

    public async ValueTask DisposeAsync()
    {
        watch?.Dispose();
        if (script is not null)
            await script.DisposeAsync();
    }
}
