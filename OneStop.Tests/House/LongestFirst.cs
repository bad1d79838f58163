using System.Reflection;
using OneStop.Tests.EndToEnd;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(OneStop.Tests.House.LongestFirst))]

namespace OneStop.Tests.House;

/// <summary>
/// What goes through a browser takes longest, and one test of a group at a time: all others run beside these groups, and none waits
/// for their end. Next come classes with a test that needs time (<see cref="NeedsTimeAttribute"/>): most of it is waiting, which
/// costs nothing beside others and all of it at the end.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] NeedTime =
        [.. typeof(LongestFirst).Assembly.GetTypes().Where(t => IsLong(t) || Array.Exists(t.GetMethods(), IsLong)).Select(t => $" {t.FullName} ")];

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => PlaceOf(c.TestCollectionDisplayName)).ThenBy(c => c.TestCollectionDisplayName, StringComparer.Ordinal)];

    /// <summary>A class without a group is one by itself, named "Test collection for" the class and an id.</summary>
    internal static int PlaceOf(string collection) =>
        BrowserGroups.All.Contains(collection) ? 0
        : Array.Exists(NeedTime, name => collection.Contains(name, StringComparison.Ordinal)) ? 1
        : 2;

    private static bool IsLong(MemberInfo member) => member.IsDefined(typeof(NeedsTimeAttribute));
}
