namespace OneStop.Portal.Shell;

/// <summary>Whether the person's window (or one pane of it) can be seen at all: nothing is read and drawn for a tab that lies behind another.</summary>
public sealed class PageVisibility
{
    /// <summary>Raised when it can be seen again.</summary>
    public event Action? Shown;

    /// <summary>Raised when it can be seen no more.</summary>
    public event Action? Hidden;

    public bool IsHidden { get; private set; }

    /// <summary>The page tells what has become of it.</summary>
    public void Set(bool isHidden)
    {
        if (isHidden == IsHidden)
            return;
        IsHidden = isHidden;
        (isHidden ? Hidden : Shown)?.Invoke();
    }
}
