namespace OneStop.Portal.Shell;

/// <summary>How many wait for an answer, for all that shows it in this circuit: the rail, which counts, the page's title and the favicon.</summary>
public sealed class WaitingCount
{
    public int Value { get; private set; }

    /// <summary>It is another one now.</summary>
    public event Action? Changed;

    /// <summary>Takes over what was counted.</summary>
    public void Set(int counted)
    {
        if (counted == Value)
            return;
        Value = counted;
        Changed?.Invoke();
    }
}
