using OneStop.Domain.Approvals;

namespace OneStop.Domain.RichMenus;

/// <summary>The state of an edition.</summary>
public enum MenuState
{
    /// <summary>承認待ち</summary>
    Proposed,

    /// <summary>差し戻し</summary>
    SentBack,

    /// <summary>取り下げ</summary>
    Withdrawn,

    /// <summary>承認済み: it can be put up.</summary>
    Approved,

    /// <summary>表示中: all friends see it.</summary>
    Up,

    /// <summary>表示終了: it was up, and can be put up again.</summary>
    Down,
}

/// <summary>Derives the state.</summary>
internal static class MenuStates
{
    public static MenuState Of(ApprovalState approval, MenuDisplay? display, ApprovalStep? removal) =>
        display is not null && removal is null ? MenuState.Up
        : approval == ApprovalState.SentBack ? MenuState.SentBack
        : approval == ApprovalState.Withdrawn ? MenuState.Withdrawn
        : display is not null ? MenuState.Down
        : approval == ApprovalState.Granted ? MenuState.Approved
        : MenuState.Proposed;
}

/// <summary>The picture of a menu, of a type and size that the channel accepts.</summary>
public sealed record MenuPicture(byte[] Bytes, string ContentType);

/// <summary>Who put the menu up, when, and its id at LINE.</summary>
public sealed record MenuDisplay(DateTimeOffset At, Guid StaffId, string LineId);
