using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Search;

namespace OneStop.Domain.Clients;

// Who the client is: the facts that lists, searches and the finding of duplicates need.
public sealed partial class Client
{
    /// <summary>氏名, as on documents; null if it was not asked.</summary>
    public string? FullName { get; private set; }

    /// <summary>The name as searches compare it: without blanks, because family name and given name are written with and without one.</summary>
    public string? FoldedFullName { get; private set; }

    /// <summary>ふりがな</summary>
    public string? Kana { get; private set; }

    /// <inheritdoc cref="FoldedFullName"/>
    public string? FoldedKana { get; private set; }

    public DateOnly? BirthDate { get; private set; }

    /// <summary>The remark on <see cref="Phone"/>; null if there is none.</summary>
    public string? PhoneRemark { get; private set; }

    /// <summary>The facts as the form shows them.</summary>
    public IdentityFacts Identity => new() { FullName = FullName ?? "", Kana = Kana ?? "", BirthDate = BirthDate };

    /// <summary>Sets name, reading and date of birth.</summary>
    /// <exception cref="RuleException">The reading or the date is not possible.</exception>
    public void Identify(IdentityFacts facts, DateTimeOffset now)
    {
        var known = facts.Checked(now.JapaneseDate);
        (FullName, Kana, BirthDate) = (OrNull(known.FullName), OrNull(known.Kana), known.BirthDate);
        Fold();
    }

    /// <summary>Sets the first telephone number with its remark; null deletes it.</summary>
    internal void CallFirstAt(PhoneLine? line) => (Phone, PhoneRemark) = (line?.Number, line is null ? null : OrNull(line.Remark));

    /// <summary>Returns a name as searches compare it.</summary>
    internal static string Compact(string name) => new FoldedText(name).Text.Replace(" ", "", StringComparison.Ordinal);

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
