using Microsoft.AspNetCore.Components;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Channels;
using OneStop.Portal.Shared.Lists;

namespace OneStop.Portal.Features.Bookings.List;

/// <summary>The bookings of a day or week, or the results of a search.</summary>
public sealed partial class BookingsPage
{
    private readonly Dictionary<Guid, BelowBooking> open = [];
    private BookingList? read;
    private DateTimeOffset now;
    private DateOnly today;
    private bool isInDays;
    private ITimer? tick;

    [Inject] private BookingDesk Desk { get; init; } = default!;
    [Inject] private MonthQuota Quota { get; init; } = default!;
    [Inject] private LatestBooking Latest { get; init; } = default!;
    [Inject] private NavigationManager Nav { get; init; } = default!;
    [Inject] private TimeProvider Clock { get; init; } = default!;

    private BookingFilter Filter => ListAddress.Read<BookingFilter>(Nav.Uri).Filter;

    private string Used => (Quota.Used, Quota.Limit) switch
    {
        (null, _) => "",
        ({ } used, { } most) => $"（今月は約{used:N0}通・上限{most:N0}通）",
        ({ } used, _) => $"（今月は約{used:N0}通）",
    };

    protected override void OnInitialized()
    {
        Tick();
        tick = Clock.CreateTimer(_ => _ = InvokeAsync(Tick), null, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(20));
    }

    private async Task<ListPart<BookingRow>> Load(ListQuery<BookingFilter> query)
    {
        read = await Desk.List(query);
        isInDays = query.Filter.IsWeek || query.Words != "";
        Tick();
        return read.Part;
    }

    private void Tick()
    {
        now = Clock.GetUtcNow();
        today = ServiceDay.Of(now).Date;
        StateHasChanged();
    }

    private string ClassOf(BookingRow row) => $"bk-row {(row.Stands ? "" : "over")} {(Latest.Is(row.Id) ? "latest" : "")}";

    private BelowBooking OpenAt(BookingRow row) => open.GetValueOrDefault(row.Id);

    private void Turn(BookingRow row, BelowBooking form)
    {
        open[row.Id] = form;
        StateHasChanged();
    }

    public void Dispose()
    {
        tick?.Dispose();
        Latest.Leave();
    }
}
