namespace OneStop.Domain.DatedRules;

/// <summary>
/// The value of a rule from a day on. Once its day is past it cannot be changed; a correction is a new row. Whether it has been checked is in its <see
/// cref="RuleCheck"/>s, which come later and leave the row as it is.
/// </summary>
public sealed class RuleValue : IDatedSetting
{
    /// <summary>The most characters of a text as a value.</summary>
    public const int LongestText = 400;

    /// <summary>The most characters of a source.</summary>
    public const int LongestSource = 200;

    /// <summary>The most characters of the address of a source.</summary>
    public const int LongestAddress = 400;

    private RuleValue() { }

    /// <summary>Creates a value from a day on.</summary>
    /// <param name="staffId">Who set it; null for the values that come with the program.</param>
    /// <exception cref="RuleException">The value does not fit the rule, the days are not in order, or the source is missing.</exception>
    internal static RuleValue From(DatedRule rule, RuleValueWish wish, Guid? staffId, DateTimeOffset now)
    {
        if (wish.From is not { } from)
            throw new RuleException("いつからかを選んでください。", nameof(wish.From));
        if (wish.Until < from)
            throw new RuleException("終わりの日は、始まりの日からあとにしてください。", nameof(wish.Until));
        var source = RuleSource.Of(wish.Source, wish.Address);
        return new()
        {
            Id = Guid.CreateVersion7(now),
            RuleId = rule.Id,
            EffectiveFrom = from,
            Until = wish.Until,
            Value = rule.Kind.Read(wish.Value, nameof(wish.Value)),
            Source = source,
            SetBy = staffId,
            SetAt = now,
        };
    }

    public Guid Id { get; private set; }
    public Guid RuleId { get; private set; }

    /// <inheritdoc/>
    public DateOnly EffectiveFrom { get; private set; }

    /// <summary>The last day on which it is in force; null if it stays until the next value begins.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>The value, in the form of <see cref="RuleKinds"/>.</summary>
    public string Value { get; private set; } = "";

    public RuleSource Source { get; private set; } = null!;
    public Guid? SetBy { get; private set; }
    public DateTimeOffset SetAt { get; private set; }
}

/// <summary>Where a value stands: in words, and as an address if it is on the web.</summary>
public sealed record RuleSource
{
    /// <summary>The words.</summary>
    public string Words { get; private init; } = "";

    /// <summary>The address of the page; empty if there is none.</summary>
    public string Address { get; private init; } = "";

    /// <exception cref="RuleException">The words are missing or too long, or the address is none of the web.</exception>
    public static RuleSource Of(string words, string address)
    {
        if (words.Trim() is not { Length: > 0 and <= RuleValue.LongestSource } named)
            throw new RuleException($"出典を{RuleValue.LongestSource}文字までで入力してください。", nameof(RuleValueWish.Source));
        var page = address.Trim();
        if (page.Length > RuleValue.LongestAddress || (page.Length > 0 && !IsPage(page)))
            throw new RuleException("アドレスは、https:// から始まるものを入力してください。", nameof(RuleValueWish.Address));
        return new() { Words = named, Address = page };
    }

    private static bool IsPage(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http";
}

/// <summary>
/// 確かめた: somebody looked a value up at its source, and it was right. A check counts for <see cref="GoodFor"/> months; before and after that the
/// value is 要確認.
/// </summary>
public sealed class RuleCheck
{
    /// <summary>The months for which a check counts.</summary>
    public const int GoodFor = 12;

    private RuleCheck() { }

    /// <param name="staffId">Who checked; null for what was checked before the program was set up.</param>
    public static RuleCheck Of(Guid valueId, RuleSource source, Guid? staffId, DateTimeOffset at) =>
        new() { Id = Guid.CreateVersion7(at), ValueId = valueId, Source = source, StaffId = staffId, At = at };

    public Guid Id { get; private set; }
    public Guid ValueId { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid? StaffId { get; private set; }

    /// <summary>Where it was looked up this time.</summary>
    public RuleSource Source { get; private set; } = null!;
}

/// <summary>What a manager enters for a value.</summary>
/// <param name="IsChecked">Whether the manager has just looked it up at the source.</param>
public sealed record RuleValueWish(string Value, DateOnly? From, DateOnly? Until, string Source, string Address, bool IsChecked)
{
    /// <summary>An empty form from a day on.</summary>
    public static RuleValueWish On(DateOnly day) => new("", day, null, "", "", true);
}

/// <summary>What a manager enters when checking a value: where it was looked up.</summary>
public sealed record RuleCheckWish(string Source, string Address);
