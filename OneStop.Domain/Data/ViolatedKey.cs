using Microsoft.EntityFrameworkCore;

namespace OneStop.Domain.Data;

/// <summary>A unique key that a save would have violated: of which rows, and what the database calls it.</summary>
public sealed record ViolatedKey(Type Row, string Name);

/// <summary>
/// Each time it was tried, somebody else had what a unique key gives only once. The engine's own error says which key: the entries
/// that EF names may belong to another command of the same batch.
/// </summary>
public sealed class KeyTakenException(ViolatedKey key, DbUpdateException failure) : DbUpdateException(failure.Message, failure)
{
    public ViolatedKey Key => key;
}
