using Xunit.v3;

namespace OneStop.Tests.House;

/// <summary>Marks a test that reads the SQLite file, makes SQLite fail, or counts SQLite's calls; left out when the tests run on SQL Server.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class SqliteOnlyAttribute(string because) : Attribute, ITraitAttribute
{
    public const string Trait = "Engine=Sqlite";

    public string Because => because;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Engine", "Sqlite")];
}
