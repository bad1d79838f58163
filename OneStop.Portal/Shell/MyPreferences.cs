using OneStop.Domain.Staff;

namespace OneStop.Portal.Shell;

/// <summary>How whoever works in this circuit likes to work: read once, and again when they change it here or in another window.</summary>
public sealed class MyPreferences(PreferencesDesk desk)
{
    public Preferences Now { get; private set; } = Preferences.Standard;

    /// <summary>They are theirs. Until then what is to be had is nobody's: nothing rings, and no key acts.</summary>
    public bool IsRead { get; private set; }

    /// <summary>They are other ones now, or known at last. Raised where they were read; a component wraps what it does in <c>InvokeAsync</c>.</summary>
    public event Action? Changed;

    /// <summary>Reads them.</summary>
    public async Task Read() => Apply(await desk.Mine());

    /// <summary>Keeps what was chosen, for all windows and machines.</summary>
    public async Task Choose(Preferences wished)
    {
        await desk.Choose(wished);
        Apply(wished);
    }

    private void Apply(Preferences read)
    {
        if (IsRead && read == Now)
            return;
        (Now, IsRead) = (read, true);
        Changed?.Invoke();
    }
}
