using Xunit.v3;

namespace OneStop.Tests.House;

/// <summary>
/// Marks a test that takes many times as long as others, because what it shows cannot be shown otherwise. It starts early, and
/// <c>./test.sh --quick</c> leaves it out.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class NeedsTimeAttribute(string because) : Attribute, ITraitAttribute
{
    public string Because => because;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Needs", "Time")];
}
