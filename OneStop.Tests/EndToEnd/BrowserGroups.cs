namespace OneStop.Tests.EndToEnd;

/// <summary>
/// Tests that walk through screens run in three groups side by side. Each group has a browser of its own and runs one test at a time.
/// A new class joins the group that takes the shortest time.
/// </summary>
public static class BrowserGroups
{
    public const string First = "Browser 1";
    public const string Second = "Browser 2";
    public const string Third = "Browser 3";

    internal static IReadOnlyCollection<string> All { get; } = [First, Second, Third];

    /// <summary>What the groups need and a machine may lack; <c>./test.sh --quick</c> leaves these tests out.</summary>
    internal const string Needs = nameof(Needs);
    internal const string ABrowser = "Browser";
}

[CollectionDefinition(BrowserGroups.First), Trait(BrowserGroups.Needs, BrowserGroups.ABrowser)]
public sealed class FirstBrowserGroup : ICollectionFixture<Browser>;

[CollectionDefinition(BrowserGroups.Second), Trait(BrowserGroups.Needs, BrowserGroups.ABrowser)]
public sealed class SecondBrowserGroup : ICollectionFixture<Browser>;

[CollectionDefinition(BrowserGroups.Third), Trait(BrowserGroups.Needs, BrowserGroups.ABrowser)]
public sealed class ThirdBrowserGroup : ICollectionFixture<Browser>;
