using OneStop.Domain.Imports;

namespace OneStop.Domain.JobOpenings.Importing;

/// <summary>What is wrong with one field of a record, as a sentence for the person who imports.</summary>
/// <param name="Place">The cell or the tag; the line if the field is missing.</param>
/// <param name="Field">The name of the field; empty if it is about the whole line.</param>
/// <param name="IsBreaking">Whether the record cannot be taken over. If not, it is taken over without this field, which then counts as unknown.</param>
public sealed record RecordFault(string Place, string Field, string Sentence, bool IsBreaking)
{
    /// <summary>The fault in the list of the import screen.</summary>
    public SheetFault InSheet => new(Place, Field.Length > 0 ? $"{Field}: {Sentence}" : Sentence);
}
