using System.Data.Common;

namespace OneStop.Domain.Data;

/// <summary>Opens connections to the database, set as the engine needs it, for the one who writes past EF (the intake).</summary>
public sealed class OpenConnections(Func<Task<DbConnection>> open)
{
    public Task<DbConnection> Open() => open();
}
