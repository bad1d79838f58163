using Microsoft.Extensions.Time.Testing;
using OneStop.Domain;
using OneStop.Portal.Documents;

namespace OneStop.Tests.Attachments;

public sealed class FileWorkGateTests
{
    [Fact]
    public async Task One_is_done_at_a_time_and_who_waits_too_long_is_told()
    {
        var clock = new FakeTimeProvider();
        using var bounded = new FileWorkGate(clock);
        using var mayEnd = new ManualResetEventSlim();
        var first = bounded.Do(() => { mayEnd.Wait(); return 1; });
        var second = bounded.Do(() => 2);
        Assert.False(second.IsCompleted);
        clock.Advance(FileWorkGate.Patience);
        Assert.Contains("少し待って", (await Assert.ThrowsAsync<RuleException>(() => second)).Message);
        var third = bounded.Do(() => 3);
        Assert.False(third.IsCompleted);
        mayEnd.Set();
        Assert.Equal((1, 3), (await first, await third));
        await Assert.ThrowsAsync<InvalidDataException>(() => bounded.Do<int>(() => throw new InvalidDataException()));
        Assert.Equal(4, await bounded.Do(() => 4)); // a failed job does not block the next
    }
}
