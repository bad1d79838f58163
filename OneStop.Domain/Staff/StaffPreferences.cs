namespace OneStop.Domain.Staff;

/// <summary>The key that sends an answer. Neither sends while an IME composes.</summary>
public enum SendKey
{
    /// <summary>Ctrl+Enter; Enter alone is a line break.</summary>
    ControlEnter,

    /// <summary>Enter; Shift+Enter is a line break.</summary>
    Enter,
}

/// <summary>A person's preferences. The defaults apply until they choose others.</summary>
public sealed record Preferences
{
    /// <summary>The defaults.</summary>
    public static Preferences Standard { get; } = new();

    public SendKey SendWith { get; init; } = SendKey.ControlEnter;

    /// <summary>Whether single-key shortcuts (J, K, R and others), Ctrl+K and ? are on (WCAG 2.1.4: single keys can be switched off).</summary>
    public bool UsesShortcuts { get; init; } = true;

    /// <summary>Whether a desktop notification appears when a client begins to wait; it contains neither name nor text.</summary>
    public bool Notifies { get; init; } = true;

    /// <summary>Whether a sound repeats while a client waits whom nobody has taken.</summary>
    public bool Rings { get; init; } = true;

    /// <summary>The volume in percent, from 10 to 100; <see cref="Rings"/> switches the sound off.</summary>
    /// <exception cref="RuleException">The value is out of bounds.</exception>
    public int Volume
    {
        get;
        init => field = value is >= 10 and <= 100 ? value : throw new RuleException("音の大きさは10から100までで選んでください。");
    } = 50;
}

/// <summary>個人設定: the stored preferences of a member of staff.</summary>
public sealed class StaffPreferences
{
    private StaffPreferences() { }

    /// <summary>Creates preferences with the defaults.</summary>
    public static StaffPreferences Of(Guid staffId) => new() { StaffId = staffId };

    public Guid StaffId { get; private set; }
    public Preferences Chosen { get; private set; } = Preferences.Standard;

    /// <summary>Sets the preferences.</summary>
    public void Choose(Preferences wished) => Chosen = wished;
}
