using OneStop.Portal.Shell;

namespace OneStop.Tests.Portal;

/// <summary>Reads that end in another order than they were asked for.</summary>
public sealed class OrderedReadsTests
{
    private readonly OrderedReads reads = new();
    private readonly List<string> shown = [];

    [Fact]
    public async Task One_that_ends_late_does_not_replace_what_was_asked_for_after_it()
    {
        var (slow, quick) = (new TaskCompletionSource<string>(), new TaskCompletionSource<string>());
        var both = Task.WhenAll(reads.Show(() => slow.Task, shown.Add), reads.Show(() => quick.Task, shown.Add));
        quick.SetResult("later");
        slow.SetResult("earlier");
        await both;
        Assert.Equal(["later"], shown);
    }

    [Fact]
    public async Task Under_constant_changes_each_is_shown_in_its_turn()
    {
        var (first, second) = (new TaskCompletionSource<string>(), new TaskCompletionSource<string>());
        var both = Task.WhenAll(reads.Show(() => first.Task, shown.Add), reads.Show(() => second.Task, shown.Add));
        first.SetResult("first"); // although another one is under way
        second.SetResult("second");
        await both;
        Assert.Equal(["first", "second"], shown);
    }

    [Fact]
    public async Task Nothing_of_another_subject_is_shown()
    {
        var (before, after) = (new TaskCompletionSource<string>(), new TaskCompletionSource<string>());
        var one = reads.Show(() => before.Task, shown.Add);
        reads.Forget();
        var other = reads.Show(() => after.Task, shown.Add);
        before.SetResult("before");
        await one;
        Assert.Empty(shown);
        after.SetResult("after");
        await other;
        Assert.Equal(["after"], shown);
    }
}
