using OneStop.Domain.Safeguards;

namespace OneStop.Tests.Safeguards;

/// <summary>The keyed digest: which different parts must not have the same digest.</summary>
public sealed class AuditKeyTests
{
    private static readonly AuditKey Key = new(new string('k', 32));

    [Fact]
    public void Text_moved_between_parts_changes_the_digest()
    {
        string[] digests =
        [
            Key.Digest("ab", "c"), Key.Digest("a", "bc"), Key.Digest("abc"), Key.Digest("abc", ""), Key.Digest("", "abc"), Key.Digest("abc", null),
            Key.Digest(null, "abc"), Key.Digest(""), Key.Digest((string?)null), Key.Digest("", ""), Key.Digest("", null), Key.Digest(null, null),
        ];
        Assert.Equal(digests.Length, digests.Distinct().Count());
        Assert.Equal(digests[0], Key.Digest("ab", "c"));
    }

    [Fact]
    public void Another_key_has_another_digest_and_a_short_one_is_refused()
    {
        Assert.NotEqual(Key.Digest("a"), new AuditKey(new string('l', 32)).Digest("a"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AuditKey(new string('k', 31)));
    }
}
