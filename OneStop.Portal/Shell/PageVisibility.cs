namespace OneStop.Portal.Shell;

/// <summary>Whether the window (or one pane of it) is visible: nothing is read and rendered for a background tab.</summary>
public sealed class PageVisibility
{
    /// <summary>Raised when it becomes visible again.</summary>
    public event Action? Shown;

    /// <summary>Raised when it is no longer visible.</summary>
    public event Action? Hidden;

    public bool IsHidden { get; private set; }

    /// <summary>Called by the page when its visibility changes.</summary>
    public void Set(bool isHidden)
    {
        if (isHidden == IsHidden)
            return;
        IsHidden = isHidden;
        (isHidden ? Hidden : Shown)?.Invoke();
    }
}
