namespace OneStop.Domain.Clients.Files;

/// <summary>
/// 書類の種類: what a file of a client is. The list is the manager's. Whether only support sees its files is decided when it is made and stays:
/// what was open to all has been seen, and what was closed was filed in trust.
/// </summary>
public sealed class ClientFileKind
{
    /// <summary>The most characters of a name.</summary>
    public const int LongestName = 30;

    private ClientFileKind() { }

    /// <summary>Creates a kind.</summary>
    /// <param name="place">Its place in the list.</param>
    /// <exception cref="RuleException">The name is missing or too long.</exception>
    public static ClientFileKind Create(ClientFileKindWish wish, int place, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), Name = Checked(wish.Name), IsForSupport = wish.IsForSupport, Place = place };

    /// <summary>Returns one of the standard kinds.</summary>
    internal static ClientFileKind Standard(Guid id, (string Name, bool IsForSupport, bool IsConsent) kind) =>
        new() { Id = id, Name = kind.Name, IsForSupport = kind.IsForSupport, IsConsent = kind.IsConsent };

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>The place in the list.</summary>
    public int Place { get; private set; }

    /// <summary>Whether only those who support the client see its files: money of the household, health (指針 告示141号).</summary>
    public bool IsForSupport { get; private set; }

    /// <summary>Whether its files are scans of consents on paper.</summary>
    public bool IsConsent { get; private set; }

    /// <summary>When it was retired; null while it is offered. Files keep it.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>Renames the kind, of all files that have it.</summary>
    /// <exception cref="RuleException">The name is missing or too long.</exception>
    public void Rename(string name) => Name = Checked(name);

    /// <summary>Stops offering the kind.</summary>
    /// <exception cref="RuleException">It is that of scans of consents, which are added to a consent without choosing a kind.</exception>
    public void Retire(DateTimeOffset now) => RetiredAt ??= !IsConsent ? now
        : throw new RuleException($"「{Name}」は、同意のスキャンを入れる種類なので、使わないようにはできません。");

    /// <summary>Offers the kind again.</summary>
    public void BringBack() => RetiredAt = null;

    private static string Checked(string name) => name.Trim() switch
    {
        "" => throw new RuleException("書類の種類の名前を入力してください。", nameof(Name)),
        { Length: > LongestName } => throw new RuleException($"書類の種類の名前は{LongestName}文字までです。", nameof(Name)),
        var words => words,
    };
}

/// <summary>The form for a new kind.</summary>
public sealed record ClientFileKindWish(string Name, bool IsForSupport);

/// <summary>A kind as a row of the list.</summary>
/// <param name="IsConsent">Whether its files are scans of consents on paper.</param>
public sealed record ClientFileKindRow(Guid Id, string Name, bool IsForSupport, bool IsConsent, DateTimeOffset? RetiredAt);
