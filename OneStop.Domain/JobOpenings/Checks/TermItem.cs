using OneStop.Domain.JobOpenings.Terms;

namespace OneStop.Domain.JobOpenings.Checks;

/// <summary>明示事項: an item that must be told before anybody is introduced (職業安定法 5条の3).</summary>
/// <param name="Code">The code, which is never reused for another item.</param>
/// <param name="Name">The name on screen.</param>
/// <param name="Clause">Where the law asks for it.</param>
/// <param name="Field">The name of the property of the section.</param>
/// <param name="Blank">Returns the sentence that says what is blank; null if nothing is, or the item does not apply.</param>
public sealed record TermItem(string Code, string Name, string Clause, TermSection Section, string Field, Func<OpeningTerms, string?> Blank);
