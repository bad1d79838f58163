using Xunit.v3;

namespace OneStop.Tests.House;

/// <summary>Looks into the SQLite file, makes SQLite fail, or counts what works beside it alone; left out where the tests run on SQL Server.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class SqliteOnlyAttribute(string because) : Attribute, ITraitAttribute
{
    public const string Trait = "Engine=Sqlite";

    public string Because => because;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Engine", "Sqlite")];
}
