using OneStop.Domain.Bookings;
using OneStop.Portal.Features.Bookings.Making;

namespace OneStop.Portal.Features.Calendar;

/// <summary>What the panel beside the grid is used for.</summary>
public enum CalendarPanelKind
{
    None,

    /// <summary>A booking is shown.</summary>
    Shown,

    /// <summary>A booking was moved on the grid, and the panel asks whether the client is told.</summary>
    Moving,

    /// <summary>A booking is entered.</summary>
    New,
}

/// <summary>What the panel shows.</summary>
/// <param name="Row">The booking that is shown or moved; null for a new one.</param>
/// <param name="Wish">What the form begins with; null if there is no form.</param>
public sealed record CalendarPanelState(CalendarPanelKind Kind, BookingRow? Row, BookingDraft? Wish)
{
    /// <summary>The panel is closed.</summary>
    public static CalendarPanelState None { get; } = new(CalendarPanelKind.None, null, null);

    /// <summary>Returns the panel for a new booking.</summary>
    public static CalendarPanelState New(BookingDraft wish) => new(CalendarPanelKind.New, null, wish);
}
