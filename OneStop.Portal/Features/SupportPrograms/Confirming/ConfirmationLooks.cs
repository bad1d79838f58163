using MudBlazor;
using OneStop.Domain.SupportPrograms.Confirmations;

namespace OneStop.Portal.Features.SupportPrograms.Confirming;

/// <summary>Colour and icon of the states of pages for the client's confirmation.</summary>
internal static class ConfirmationLooks
{
    /// <summary>Returns the tone of a chip.</summary>
    public static string ToneOf(ConfirmationRow row) => row.State switch
    {
        ConfirmationState.Confirmed => "good",
        ConfirmationState.WantsTalk when row.TalkedAt is null => "waits",
        ConfirmationState.Locked => "danger",
        ConfirmationState.Sent or ConfirmationState.Opened => "info",
        _ => "plain",
    };

    /// <summary>Returns the icon of a state.</summary>
    public static string IconOf(ConfirmationState state) => state switch
    {
        ConfirmationState.NotSent => Icons.Material.Outlined.Drafts,
        ConfirmationState.Sent => Icons.Material.Outlined.Send,
        ConfirmationState.Opened => Icons.Material.Outlined.MenuBook,
        ConfirmationState.Confirmed => Icons.Material.Outlined.HowToReg,
        ConfirmationState.WantsTalk => Icons.Material.Outlined.Forum,
        ConfirmationState.Locked => Icons.Material.Outlined.LockPerson,
        ConfirmationState.Expired => Icons.Material.Outlined.TimerOff,
        _ => Icons.Material.Outlined.Block,
    };
}
