using OneStop.Domain;

namespace OneStop.Portal.Features.Calendar;

/// <summary>Where something was put on the grid, by pointer or keyboard.</summary>
/// <param name="Id">The booking that was moved or resized; null for a new one, and for the brush.</param>
/// <param name="Key">The key of the column.</param>
/// <param name="At">The first quarter hour.</param>
/// <param name="Length">The number of quarter hours.</param>
public sealed record CalendarPut(Guid? Id, string Key, int At, int Length)
{
    /// <summary>Whether the script could have sent it: what comes from a browser is checked before use.</summary>
    public bool IsSensible => At >= CalendarAxis.First && Length > 0 && At + Length <= CalendarAxis.End && Key.Length < 60;

    /// <summary>The length in minutes.</summary>
    public int Minutes => Length * Slot.Quarter;
}

/// <summary>What is being entered or moved in the panel, as the grid shows it.</summary>
/// <param name="Key">The key of the column.</param>
public sealed record CalendarDraft(string Key, int At, int Length, string Words);
