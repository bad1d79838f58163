using MudBlazor;
using OneStop.Domain.Outreach;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Features.Outreach;

/// <summary>Icons of contacts, and who may write them.</summary>
internal static class ContactIcons
{
    extension(ContactKind kind)
    {
        /// <summary>The icon beside the word.</summary>
        public string Icon => kind switch
        {
            ContactKind.Call => Icons.Material.Outlined.Phone,
            ContactKind.Visit => Icons.Material.Outlined.DirectionsWalk,
            ContactKind.Mail => Icons.Material.Outlined.Mail,
            ContactKind.Seminar => Icons.Material.Outlined.Groups,
            ContactKind.Online => Icons.Material.Outlined.Videocam,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    extension(Actor actor)
    {
        /// <summary>Whether the actor seeks openings, and so writes what belongs to employers; the desks check it too.</summary>
        public bool MaySeekOpenings => actor.Duties.Any(d => d is Duty.OutreachOfficer or Duty.PlacementOfficer or Duty.Manager);
    }
}
