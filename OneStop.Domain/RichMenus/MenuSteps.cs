using OneStop.Domain.Approvals;

namespace OneStop.Domain.RichMenus;

/// <summary>How far an edition came.</summary>
public enum MenuState
{
    /// <summary>承認待ち</summary>
    Proposed,

    /// <summary>差し戻し</summary>
    SentBack,

    /// <summary>取り下げ</summary>
    Withdrawn,

    /// <summary>承認済み: it may be put up.</summary>
    Approved,

    /// <summary>表示中: everybody sees it.</summary>
    Up,

    /// <summary>表示終了: it was up, and may be put up again.</summary>
    Down,
}

/// <summary>Tells the state from what happened.</summary>
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

/// <summary>The picture of a menu, of a kind and size that the channel takes.</summary>
public sealed record MenuPicture(byte[] Bytes, string ContentType);

/// <summary>Who put it up, when, and what LINE calls it.</summary>
public sealed record MenuDisplay(DateTimeOffset At, Guid StaffId, string LineId);
