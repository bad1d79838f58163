using System.Reflection;
using OneStop.Tests.EndToEnd;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(OneStop.Tests.House.LongestFirst))]

namespace OneStop.Tests.House;

/// <summary>
/// Runs the longest tests first. Groups of browser tests take longest, one test of a group at a time, so all others run beside them.
/// Next come classes with a test that needs time (<see cref="NeedsTimeAttribute"/>): they mostly wait, which costs nothing beside
/// other tests but would cost its whole time at the end.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] NeedTime =
        [.. typeof(LongestFirst).Assembly.GetTypes().Where(t => IsLong(t) || Array.Exists(t.GetMethods(), IsLong)).Select(t => $" {t.FullName} ")];

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => PlaceOf(c.TestCollectionDisplayName)).ThenBy(c => c.TestCollectionDisplayName, StringComparer.Ordinal)];

    /// <summary>Returns the place of a collection. A class without a group is a collection named "Test collection for", the class and an id.</summary>
    internal static int PlaceOf(string collection) =>
        BrowserGroups.All.Contains(collection) ? 0
        : Array.Exists(NeedTime, name => collection.Contains(name, StringComparison.Ordinal)) ? 1
        : 2;

    private static bool IsLong(MemberInfo member) => member.IsDefined(typeof(NeedsTimeAttribute));
}
