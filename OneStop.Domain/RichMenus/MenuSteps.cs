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
    public static MenuState Of(MenuApproval? approval, MenuReturn? sentBack, MenuStep? withdrawal, MenuDisplay? display, MenuStep? removal) =>
        display is not null && removal is null ? MenuState.Up
        : sentBack is not null ? MenuState.SentBack
        : withdrawal is not null ? MenuState.Withdrawn
        : display is not null ? MenuState.Down
        : approval is not null ? MenuState.Approved
        : MenuState.Proposed;
}

/// <summary>The picture of a menu, of a kind and size that the channel takes.</summary>
public sealed record MenuPicture(byte[] Bytes, string ContentType);

/// <summary>Who did something with an edition, and when.</summary>
public sealed record MenuStep(DateTimeOffset At, Guid StaffId);

/// <summary>差し戻し, with its reason.</summary>
public sealed record MenuReturn(DateTimeOffset At, Guid StaffId, string Reason);

/// <summary>Who put it up, when, and what LINE calls it.</summary>
public sealed record MenuDisplay(DateTimeOffset At, Guid StaffId, string LineId);

/// <summary>承認: of what exactly, and by which letter of the City's.</summary>
/// <param name="Digest">Of what was approved.</param>
/// <param name="Number">文書番号</param>
/// <param name="On">承認日</param>
/// <param name="By">承認者</param>
public sealed record MenuApproval(DateTimeOffset At, Guid StaffId, string Digest, string Number, DateOnly On, string By);
