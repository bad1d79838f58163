namespace OneStop.Portal.Shell;

/// <summary>Whether the person's window can be seen at all (Page Visibility): nothing is read and drawn for a tab that lies behind another.</summary>
internal sealed class PageVisibility
{
    /// <summary>Raised when the window can be seen again.</summary>
    public event Action? Shown;

    public bool IsHidden { get; private set; }

    /// <summary>The page tells what has become of it.</summary>
    public void Set(bool isHidden)
    {
        var comesBack = IsHidden && !isHidden;
        IsHidden = isHidden;
        if (comesBack)
            Shown?.Invoke();
    }
}
