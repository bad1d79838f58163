using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(OneStop.Tests.House.LongestFirst))]

namespace OneStop.Tests.House;

/// <summary>What goes through one browser takes longest, and only one test at a time: all others run beside it, and none waits for its end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => c.TestCollectionDisplayName != nameof(EndToEnd)).ThenBy(c => c.TestCollectionDisplayName, StringComparer.Ordinal)];
}
