using Xunit.v3;

namespace OneStop.Tests.House;

/// <summary>
/// Takes many times as long as others, for what it shows can be shown in no other way: it begins early, and <c>./test.sh --quick</c>
/// leaves it out.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class NeedsTimeAttribute(string because) : Attribute, ITraitAttribute
{
    public string Because => because;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Needs", "Time")];
}
