namespace OneStop.Domain.Clients.Duplicates;

/// <summary>What two entries of a person are compared by, folded.</summary>
/// <param name="Names">Full name, name to be called by, name in LINE; those that are known.</param>
/// <param name="Reading">Empty if not known.</param>
/// <param name="Phones">All numbers, digits only.</param>
public sealed record PersonTraits(IReadOnlyCollection<string> Names, string Reading, IReadOnlyCollection<string> Phones, DateOnly? BirthDate)
{
    /// <summary>The fewest characters of a name by which others are sought: one character is part of too many.</summary>
    public const int FewestCharacters = 2;

    /// <summary>Returns the reason why the two may be the same person, the strongest one; null if nothing speaks for it.</summary>
    public DuplicateReason? ReasonWith(PersonTraits other)
    {
        var (sameName, sameBirthDate) = (Names.Intersect(other.Names).Any(), BirthDate is not null && BirthDate == other.BirthDate);
        var sameReading = (Reading.Length > 0 && (Reading == other.Reading || other.Names.Contains(Reading)))
            || (other.Reading.Length > 0 && Names.Contains(other.Reading));
        return Phones.Intersect(other.Phones).Any() ? DuplicateReason.SamePhone
            : sameReading && sameBirthDate ? DuplicateReason.SameReadingAndBirthDate
            : sameName && sameBirthDate ? DuplicateReason.SameNameAndBirthDate
            : sameReading ? DuplicateReason.SameReading
            : sameName ? DuplicateReason.SameName
            : sameBirthDate ? DuplicateReason.SameBirthDate
            : IsSimilarTo(other) ? DuplicateReason.SimilarName
            : null;
    }

    /// <summary>Returns the traits of what was typed.</summary>
    internal static PersonTraits Of(NewClientWish wish) => new(Known(wish.FullName, wish.Name), Client.Compact(wish.Kana),
        PhoneNumber.TryRead(wish.Phone, out var phone) ? [phone.Value] : [], wish.BirthDate);

    /// <summary>Returns names as they are compared, without those that are missing.</summary>
    internal static IReadOnlyCollection<string> Known(params IEnumerable<string?> names) =>
        [.. names.Where(n => !string.IsNullOrWhiteSpace(n)).Select(n => Client.Compact(n!)).Distinct()];

    private bool IsSimilarTo(PersonTraits other)
    {
        var (mine, theirs) = (AllNames(this), AllNames(other));
        return mine.Any(m => theirs.Any(t => t.Contains(m, StringComparison.Ordinal) || m.Contains(t, StringComparison.Ordinal)));
    }

    private static List<string> AllNames(PersonTraits traits) => [.. traits.Names.Append(traits.Reading).Where(n => n.Length >= FewestCharacters)];
}
