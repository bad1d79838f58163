using Microsoft.EntityFrameworkCore;

namespace OneStop.Domain.Data;

/// <summary>A unique key that a save violated: the entity type, and the key's name in the database.</summary>
public sealed record ViolatedKey(Type Row, string Name);

/// <summary>
/// Thrown when every attempt violated a unique key. The key comes from the engine's error, because the entries that EF names may belong to another
/// command of the batch.
/// </summary>
public sealed class KeyTakenException(ViolatedKey key, DbUpdateException failure) : DbUpdateException(failure.Message, failure)
{
    public ViolatedKey Key => key;
}
