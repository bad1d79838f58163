using OneStop.Portal.Demo;

namespace OneStop.Tests.Portal;

/// <summary>The chapters of the demo data are written after those on which they build.</summary>
public sealed class DemoChapterTests
{
    [Fact]
    public void Each_chapter_comes_after_those_it_builds_on()
    {
        Assert.Equal([typeof(Third), typeof(Second), typeof(First)], DemoData.InOrder([new First(), new Second(), new Third()]).Select(c => c.GetType()));
        Assert.Throws<InvalidOperationException>(() => DemoData.InOrder([new First(), new Second()]).ToList()); // one is missing
        Assert.Throws<InvalidOperationException>(() => DemoData.InOrder([new Circle()]).ToList());
    }

    private abstract class Chapter(params Type[] after) : IDemoChapter
    {
        public IReadOnlyList<Type> After => after;

        public Task Write(DemoBook book) => Task.CompletedTask;
    }

    private sealed class First() : Chapter(typeof(Second), typeof(Third));

    private sealed class Second() : Chapter(typeof(Third));

    private sealed class Third() : Chapter;

    private sealed class Circle() : Chapter(typeof(Circle));
}
