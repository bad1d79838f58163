using OneStop.Domain.Data;

namespace OneStop.Domain.Erasures.Carrying;

/// <summary>
/// A step of an erasure. It is done in portions, each in one transaction with the record of it. Every portion can be repeated: what it deletes is looked
/// up anew, so a step that was interrupted is simply done again.
/// </summary>
internal interface IErasureStep
{
    /// <summary>The rows that it deletes, by their name in the trail.</summary>
    string Table { get; }

    /// <summary>Prepares the next portion.</summary>
    Task<ErasurePortion> Next(OneStopDb db, ErasedPerson person);
}

/// <summary>A portion of a step.</summary>
/// <param name="Deleted">How many rows it deletes.</param>
/// <param name="Kept">How many rows of the person stay, without the person.</param>
/// <param name="Write">The statements, executed in the transaction of the save.</param>
/// <param name="HasMore">Whether another portion may follow.</param>
internal sealed record ErasurePortion(int Deleted, int Kept, Func<Task> Write, bool HasMore = false);
