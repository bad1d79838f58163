using System.Text.RegularExpressions;

namespace OneStop.Tests.House;

/// <summary>
/// The features of the business depend on each other in one order. A feature that must be notified by a higher one declares an
/// interface, which the higher one implements.
/// </summary>
public sealed class FeatureOrderTests
{
    /// <summary>From the lowest to the highest: each may use only those before it. <c>Data</c> is the common storage and may use all.</summary>
    private static readonly string[] Order =
    [
        "Attachments",
        "Workers",
        "Search",
        "Staff",
        "Lists",
        "Safeguards",
        "Timeline",
        "Due",
        "Indicators",
        "DatedRules",
        "Friends",
        "Channels",
        "Approvals",
        "RichMenus",
        "Hours",
        "Places",
        "Imports",
        "Shifts",
        "ReplyTemplates",
        "Conversations",
        "CityForms",
        "Clients",
        "Employers",
        "Outreach",
        "JobOpenings",
        "Stages",
        "Bookings",
        "SupportMeasures",
        "Partners",
        "AnonymousTwins",
        "Consultations",
        "SupportPrograms",
        "CaseFiles",
        "Today",
        "Erasures",
        "PersonTrail",
        "Accounts",
    ];

    /// <summary>A feature as part of a namespace: in a using, or before the name of a type.</summary>
    private static readonly Regex Named = new($@"(?<![\w.])(?:OneStop\.)?(?:Domain\.)?({string.Join('|', Order)})(?=[.;])");

    private static readonly string Domain = Path.Combine(Repository.Root, "OneStop.Domain");

    [Fact]
    public void A_feature_knows_only_those_that_it_stands_on()
    {
        var upwards = from file in Directory.EnumerateFiles(Domain, "*.cs", SearchOption.AllDirectories)
                      let parts = Path.GetRelativePath(Domain, file).Split(Path.DirectorySeparatorChar)
                      where parts.Length > 1 && Order.Contains(parts[0])
                      from known in Named.Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value)
                      where Array.IndexOf(Order, known) > Array.IndexOf(Order, parts[0])
                      select $"{string.Join('/', parts)} knows {known}";
        Assert.Empty(upwards.Distinct());
    }

    [Fact]
    public void Every_feature_has_its_place()
    {
        var folders = Directory.EnumerateDirectories(Domain).Select(Path.GetFileName).Except(["Data", "bin", "obj"]);
        Assert.Equal(Order.Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }
}
