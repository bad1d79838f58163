namespace OneStop.Domain.Employers;

/// <summary>掲載への同意: who at the employer agreed that it is named to clients and in lists, on which day, and how it was said.</summary>
public sealed record ListingConsent(DateOnly On, string By, string How, Guid StaffId, DateTimeOffset At)
{
    /// <summary>The most characters of the fields.</summary>
    public const int LongestBy = 60, LongestHow = 200;

    /// <exception cref="RuleException">Something is missing or too long, or the day is to come.</exception>
    public static ListingConsent Of(ListingWish wish, Guid staffId, DateTimeOffset now) => new(
        wish.On is { } on && on <= now.JapaneseDate ? on : throw new RuleException("同意の日を、きょうまでの日で選んでください。", nameof(wish.On)),
        FormText.Required(wish.By, "同意した人", LongestBy, nameof(wish.By)), FormText.Required(wish.How, "確かめ方", LongestHow, nameof(wish.How)),
        staffId, now);
}

/// <summary>The form of a consent to be listed.</summary>
public sealed record ListingWish(DateOnly? On, string By, string How);
