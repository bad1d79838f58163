using OneStop.Domain.AnonymousTwins.Finding;

namespace OneStop.Domain.AnonymousTwins;

/// <summary>What is decided about a find.</summary>
/// <param name="Replacement">What stands there instead; null to leave the text as it is.</param>
/// <param name="Reason">Why the text is left.</param>
public sealed record TwinChoice(string? Replacement, string Reason = "");

/// <summary>決めたこと: what a person decided about one find.</summary>
public sealed class TwinDecision
{
    /// <summary>The most characters of a find and of its replacement.</summary>
    public const int LongestWords = 200;

    private TwinDecision() { }

    /// <exception cref="RuleException">The replacement is empty or contains the original, the reason is missing, or something is too long.</exception>
    internal static TwinDecision Of(Guid twinId, FoundIdentifier find, TwinChoice choice, Guid staffId, DateTimeOffset now)
    {
        if (choice.Replacement is { } words && words.Trim().Length == 0)
            throw new RuleException("代わりの言葉を書いてください。残すときは、理由を書いて「残す」を選びます。");
        if (choice.Replacement?.Contains(find.Text, StringComparison.OrdinalIgnoreCase) == true)
            throw new RuleException("代わりの言葉に、もとの言葉が入っています。");
        if (choice.Replacement is null && choice.Reason.Trim().Length == 0)
            throw new RuleException("そのまま残す理由を書いてください。");
        if ((choice.Replacement ?? choice.Reason).Length > LongestWords)
            throw new RuleException($"{LongestWords}文字までにしてください。");
        return new()
        {
            TwinId = twinId,
            Start = find.Start,
            Kind = find.Kind,
            Original = find.Text,
            Replacement = choice.Replacement?.Trim() ?? find.Text,
            Reason = choice.Replacement is null ? choice.Reason.Trim() : "",
            By = staffId,
            At = now,
        };
    }

    public Guid TwinId { get; private set; }

    /// <summary>The position in the text.</summary>
    public int Start { get; private set; }

    public IdentifierKind Kind { get; private set; }
    public string Original { get; private set; } = "";

    /// <summary>What stands there instead; the original if it is left.</summary>
    public string Replacement { get; private set; } = "";

    /// <summary>Why it is left; empty if it is replaced.</summary>
    public string Reason { get; private set; } = "";

    public Guid By { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>Whether the original is left.</summary>
    public bool IsLeft => Reason.Length > 0;
}
