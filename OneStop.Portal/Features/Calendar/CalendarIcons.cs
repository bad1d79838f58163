using OneStop.Domain;
using OneStop.Domain.Bookings;

namespace OneStop.Portal.Features.Calendar;

/// <summary>
/// The icons on the grid, as classes of its style sheet: hundreds of blocks with three icons each would make the page many times as large if each icon
/// were drawn in the page.
/// </summary>
internal static class CalendarIcons
{
    /// <summary>Returns the icon of a method.</summary>
    public static string Of(ContactMethod method) => method switch
    {
        ContactMethod.Chat => "cal-ic by-chat",
        ContactMethod.Phone => "cal-ic by-phone",
        _ => "cal-ic by-video",
    };

    /// <summary>Returns the icon of a kind.</summary>
    public static string Of(BookingKind kind) => kind switch
    {
        BookingKind.Consultation => "cal-ic of-consultation",
        BookingKind.JobPlacement => "cal-ic of-placement",
        BookingKind.ProgramMeeting => "cal-ic of-program",
        BookingKind.InterviewPractice => "cal-ic of-interview",
        _ => "cal-ic of-retention",
    };

    /// <summary>Returns the icon of a state.</summary>
    public static string Of(BookingState state) => state switch
    {
        BookingState.Tentative => "cal-ic is-tentative",
        BookingState.Held => "cal-ic is-held",
        BookingState.Missed => "cal-ic is-missed",
        _ => "cal-ic is-confirmed",
    };

    /// <summary>Returns the colour of a state.</summary>
    public static string ToneOf(BookingState state) => state switch
    {
        BookingState.Tentative => "tentative",
        BookingState.Held => "held",
        BookingState.Missed => "missed",
        _ => "confirmed",
    };
}
