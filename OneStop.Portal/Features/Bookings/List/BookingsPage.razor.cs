using Microsoft.AspNetCore.Components;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Channels;
using OneStop.Portal.Shell;

namespace OneStop.Portal.Features.Bookings.List;

/// <summary>The bookings of a day or week, or those that were sought: read again whenever one changes.</summary>
public sealed partial class BookingsPage
{
    private const int SearchedDays = 180;

    [Inject] private BookingDesk Desk { get; init; } = default!;
    [Inject] private MonthQuota Quota { get; init; } = default!;
    [Inject] private LatestBooking Latest { get; init; } = default!;
    [Inject] private LiveUpdates Live { get; init; } = default!;
    [Inject] private PageVisibility Visibility { get; init; } = default!;
    [Inject] private TimeProvider Clock { get; init; } = default!;

    [SupplyParameterFromQuery(Name = "day")] private string? DayText { get; set; }
    [SupplyParameterFromQuery(Name = "span")] private string? SpanText { get; set; }
    [SupplyParameterFromQuery(Name = "state")] private string? StateText { get; set; }
    [SupplyParameterFromQuery(Name = "kind")] private string? KindText { get; set; }
    [SupplyParameterFromQuery(Name = "person")] private string? PersonText { get; set; }
    [SupplyParameterFromQuery(Name = "outside")] private string? OutsideText { get; set; }

    private BookingsPlace place = new(default(DateOnly));
    private IReadOnlyList<BookingRow>? rows;
    private IReadOnlyList<FreePerson> people = [];
    private string words = "";
    private DateTimeOffset now;
    private DateOnly today;
    private ThrottledReload? reload;
    private ITimer? tick;

    private bool IsSearching => words.Length > 0;

    private IReadOnlyList<BookingRow> Narrowed => [.. (rows ?? []).Where(place.Holds)];

    private IReadOnlyList<BookingRow> Shown => [.. (rows ?? []).Where(place.Shows)];

    private (string Title, string Text) Empty => IsSearching ? ("合う予約はありません", "名前の一部、利用者番号（R-0001）、相談者番号（A-0001）でさがせます。")
        : place is { State: null, Kind: null, Person: null, IsOutside: false } ? ("予約はありません", "本人がLINEで予約するか、「予約を入れる」を押すと、ここに並びます。")
        : ("この条件に合う予約はありません", "状態・種別・担当を「すべて」にすると、ほかの予約も表示されます。");

    private string Used => (Quota.Used, Quota.Limit) switch
    {
        (null, _) => "",
        ({ } used, { } most) => $"（今月は約{used:N0}通・上限{most:N0}通）",
        ({ } used, _) => $"（今月は約{used:N0}通）",
    };

    protected override void OnInitialized()
    {
        reload = new(Live, BookingDialogueDesk.Topic, () => InvokeAsync(Load), Visibility);
        tick = Clock.CreateTimer(_ => _ = InvokeAsync(Tick), null, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(20));
    }

    protected override async Task OnParametersSetAsync()
    {
        today = ServiceDay.Of(Clock.GetUtcNow()).Date;
        var (read, before) = (BookingsPlace.Read(DayText, SpanText, StateText, KindText, PersonText, OutsideText, today), place);
        place = read; // before the first drawing, which has no other
        Tick();
        if (rows is not null && (read.From, read.Until) == (before.From, before.Until))
            return;
        (rows, words) = (null, ""); // who goes to another day seeks no more
        await Load();
    }

    private async Task Search(string sought)
    {
        (words, rows) = (sought.Trim(), null);
        await Load();
    }

    private async Task Load()
    {
        Tick();
        var (from, until) = IsSearching ? (today.AddDays(-SearchedDays), today.AddDays(SearchedDays)) : (place.From, place.Until);
        var sought = words;
        var read = await Desk.List(from, until, sought);
        if (sought != words || (!IsSearching && (from, until) != (place.From, place.Until)))
            return; // somebody is elsewhere by now
        (rows, people) = (read, [.. read.Select(r => new FreePerson(r.StaffId, r.StaffName)).Distinct().OrderBy(p => p.Name, StringComparer.Ordinal)]);
        StateHasChanged();
    }

    private void Tick()
    {
        now = Clock.GetUtcNow();
        today = ServiceDay.Of(now).Date;
        StateHasChanged();
    }

    public void Dispose()
    {
        reload?.Dispose();
        tick?.Dispose();
        Latest.Leave();
    }
}
