using MudBlazor;
using OneStop.Domain;

namespace OneStop.Portal.Features.CaseFiles.Timeline;

/// <summary>Icons and times of entries.</summary>
internal static class TimelineWords
{
    /// <summary>Returns the icon of a kind; a neutral one for kinds without their own.</summary>
    public static string IconOf(string kind) => kind switch
    {
        "talk" => Icons.Material.Outlined.Forum,
        "note" => Icons.Material.Outlined.StickyNote2,
        "event" => Icons.Material.Outlined.Notifications,
        "booking" => Icons.Material.Outlined.EventNote,
        "case" => Icons.Material.Outlined.AssignmentInd,
        "consultation" => Icons.Material.Outlined.Description,
        "explanation" => Icons.Material.Outlined.Campaign,
        "signposting" => Icons.Material.Outlined.Signpost,
        "consent" or "consent-page" => Icons.Material.Outlined.Handshake,
        "questionnaire" or "questionnaire-sent" => Icons.Material.Outlined.Quiz,
        "file" or "file-end" => Icons.Material.Outlined.AttachFile,
        _ => Icons.Material.Outlined.Circle,
    };

    /// <summary>
    /// Returns the day under which an entry stands: until 25:00 the service day, as in bookings; at night, when the service is closed, the date.
    /// </summary>
    public static ServiceDay DayOf(DateTimeOffset at) =>
        ServiceDay.Of(at) is var day && day.TimeOf(at) <= TimeSpan.FromHours(25) ? day : new(at.JapaneseDate);

    /// <summary>14:00, 24:30</summary>
    public static string TimeOf(DateTimeOffset at, ServiceDay day) => ServiceDay.SayTime(day.TimeOf(at));
}
