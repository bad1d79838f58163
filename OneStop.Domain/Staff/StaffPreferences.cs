namespace OneStop.Domain.Staff;

/// <summary>Which key sends an answer. Neither ever does while an IME composes.</summary>
public enum SendKey
{
    /// <summary>Ctrl+Enter; Enter alone is a line break.</summary>
    ControlEnter,

    /// <summary>Enter; Shift+Enter is a line break.</summary>
    Enter,
}

/// <summary>How one member of staff likes to work. The defaults hold for whoever has chosen nothing.</summary>
public sealed record Preferences
{
    /// <summary>What holds until somebody chooses otherwise.</summary>
    public static Preferences Standard { get; } = new();

    public SendKey SendWith { get; init; } = SendKey.ControlEnter;

    /// <summary>J, K, R and the rest, Ctrl+K and ? included (WCAG 2.1.4: single keys can be switched off).</summary>
    public bool UsesShortcuts { get; init; } = true;

    /// <summary>A notification of the desktop when somebody begins to wait; it never says who or what.</summary>
    public bool Notifies { get; init; } = true;

    /// <summary>A sound when somebody begins to wait, again and again until somebody takes it.</summary>
    public bool Rings { get; init; } = true;

    /// <summary>How loud, in percent: from 10 to 100. Silence is <see cref="Rings"/>.</summary>
    /// <exception cref="RuleException">Outside these bounds.</exception>
    public int Volume
    {
        get;
        init => field = value is >= 10 and <= 100 ? value : throw new RuleException("音の大きさは10から100までで選んでください。");
    } = 50;
}

/// <summary>個人設定: the preferences of one member of staff, once something was chosen.</summary>
public sealed class StaffPreferences
{
    private StaffPreferences() { }

    /// <summary>Of somebody who has chosen nothing yet.</summary>
    public static StaffPreferences Of(Guid staffId) => new() { StaffId = staffId };

    public Guid StaffId { get; private set; }
    public Preferences Chosen { get; private set; } = Preferences.Standard;

    /// <summary>From now on like this.</summary>
    public void Choose(Preferences wished) => Chosen = wished;
}
