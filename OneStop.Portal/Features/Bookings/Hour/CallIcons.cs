using MudBlazor;
using OneStop.Domain.Bookings.Hour;

namespace OneStop.Portal.Features.Bookings.Hour;

/// <summary>The pictures of outcomes; each stands beside its word.</summary>
internal static class CallIcons
{
    extension(CallOutcome outcome)
    {
        public string Icon => outcome switch
        {
            CallOutcome.NoAnswer => Icons.Material.Outlined.PhoneMissed,
            CallOutcome.Busy => Icons.Material.Outlined.PhonePaused,
            CallOutcome.SomebodyElse => Icons.Material.Outlined.VoiceOverOff,
            CallOutcome.CallsBack => Icons.Material.Outlined.PhoneCallback,
            _ => Icons.Material.Outlined.RecordVoiceOver,
        };
    }
}
