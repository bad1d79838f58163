using OneStop.Domain.JobOpenings.Terms;

namespace OneStop.Domain.JobOpenings.Checks;

/// <summary>How much a finding weighs.</summary>
public enum FindingSeverity
{
    /// <summary>直してから: the opening is not accepted or published while it stands.</summary>
    Blocks,

    /// <summary>確かめる: a person decides; it is never passed in silence.</summary>
    ToConfirm,
}

/// <summary>The names shown on screen.</summary>
public static class FindingSeverities
{
    extension(FindingSeverity severity)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => severity switch
        {
            FindingSeverity.Blocks => "直してから",
            FindingSeverity.ToConfirm => "確かめる",
            _ => throw new ArgumentOutOfRangeException(nameof(severity)),
        };
    }
}

/// <summary>指摘: something in an opening that the law does not allow, or that a person has to look at.</summary>
/// <param name="Code">The code of the check.</param>
/// <param name="Field">The name of the property of the section.</param>
/// <param name="Law">The law that asks for it.</param>
/// <param name="Words">What stands there, as a sentence.</param>
/// <param name="Todo">What to do, as a sentence.</param>
public sealed record OpeningFinding(string Code, FindingSeverity Severity, TermSection Section, string Field, string Law, string Words, string Todo)
{
    /// <summary>Whether nothing goes on while it stands.</summary>
    public bool Blocks => Severity == FindingSeverity.Blocks;
}
