using System.Data.Common;

namespace OneStop.Domain.Data;

/// <summary>Opens database connections with the engine's settings, for the intake, which writes without EF.</summary>
public sealed class OpenConnections(Func<Task<DbConnection>> open)
{
    public Task<DbConnection> Open() => open();
}
