using OneStop.Domain.Staff;

namespace OneStop.Portal.Shell;

/// <summary>The preferences of this circuit's member: read once, and again when they change here or in another window.</summary>
public sealed class MyPreferences(PreferencesDesk desk)
{
    public Preferences Now { get; private set; } = Preferences.Standard;

    /// <summary>False until the member's preferences have been read. Until then nothing rings and no key acts.</summary>
    public bool IsRead { get; private set; }

    /// <summary>Raised when the preferences were read or changed, on the thread that read them; components use <c>InvokeAsync</c>.</summary>
    public event Action? Changed;

    /// <summary>Reads the preferences.</summary>
    public async Task Read() => Apply(await desk.Mine());

    /// <summary>Saves preferences, for all windows and computers of the member.</summary>
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
