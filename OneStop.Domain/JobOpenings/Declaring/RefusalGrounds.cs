using OneStop.Domain.JobOpenings.Checks;

namespace OneStop.Domain.JobOpenings.Declaring;

/// <summary>The grounds and the form in force.</summary>
public static class RefusalGrounds
{
    extension(OpeningRules rules)
    {
        /// <summary>The grounds in force, in the order of the form.</summary>
        public IReadOnlyList<RefusalGround> Grounds =>
            [.. rules.Book.Starting(OpeningRuleCodes.Grounds).Select(r => new RefusalGround(r.Rule.Code, r.ValueId, r.Value))];

        /// <summary>The form that is valid; null if none is known.</summary>
        public string? DeclarationForm => rules.Book.Find(OpeningRuleCodes.DeclarationForm)?.Value;
    }
}
