using OneStop.Domain.JobOpenings.Terms;

namespace OneStop.Domain.JobOpenings;

/// <summary>The form of an opening.</summary>
/// <param name="EmployerId">Null for a public opening whose employer is not in our list.</param>
/// <param name="Title">The words under which it is shown.</param>
/// <param name="ValidUntil">有効期限; after the acceptance it is changed by extending.</param>
public sealed record OpeningWish(Guid? EmployerId, Guid? WorksiteId, string Title, DateOnly? ValidUntil, OpeningTerms Terms)
{
    /// <summary>The most characters of the title.</summary>
    public const int LongestTitle = 100;

    /// <summary>An empty form.</summary>
    public static OpeningWish None { get; } = new(null, null, "", null, OpeningTerms.None);

    /// <summary>Returns the form trimmed.</summary>
    /// <exception cref="RuleException">The title is missing or too long, or the terms are not possible.</exception>
    internal OpeningWish Checked() => this with
    {
        Title = FormText.Required(Title, "見出し", LongestTitle, nameof(Title)),
        Terms = Terms.Checked(),
    };
}
