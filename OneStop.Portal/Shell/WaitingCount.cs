namespace OneStop.Portal.Shell;

/// <summary>The number of waiting conversations, shared within a circuit: the rail counts; the page title and the favicon show it.</summary>
public sealed class WaitingCount
{
    public int Value { get; private set; }

    /// <summary>Raised when the number has changed.</summary>
    public event Action? Changed;

    /// <summary>Sets the number.</summary>
    public void Set(int counted)
    {
        if (counted == Value)
            return;
        Value = counted;
        Changed?.Invoke();
    }
}
