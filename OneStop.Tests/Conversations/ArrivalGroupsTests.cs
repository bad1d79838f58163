using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;
using OneStop.Tests.House;

namespace OneStop.Tests.Conversations;

/// <summary>Different friends' events are kept in one save, and one that fails takes no other with it.</summary>
public sealed class ArrivalGroupsTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private readonly List<OneStopDb> used = [];

    private ArrivalGroups Groups => oneStop.Services.GetRequiredService<ArrivalGroups>();

    [Fact]
    public async Task What_waits_while_a_group_is_kept_is_kept_in_one_save()
    {
        await Task.WhenAll(await WhileOneIsKept(() => Enumerable.Range(1, 5).Select(n => Meet(n)).ToList()));
        Assert.Single(used.Distinct());
        var numbers = await Numbers(1, 5);
        Assert.Equal((5, 5), (numbers.Count, numbers.Distinct().Count())); // people who are met in one save have numbers of their own
    }

    [Fact]
    public async Task One_whose_change_fails_is_tried_by_itself_and_nothing_of_its_half_is_kept()
    {
        var kept = await WhileOneIsKept(() => (List<Task>)[Meet(11), Meet(12, _ => throw new InvalidOperationException("half way")), Meet(13)]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => kept[1]);
        await Task.WhenAll(kept[0], kept[2]);
        Assert.Equal((1, 0, 1), ((await Numbers(11, 11)).Count, (await Numbers(12, 12)).Count, (await Numbers(13, 13)).Count));
    }

    [Fact]
    public async Task Where_the_database_refuses_one_of_them_the_others_are_kept_and_it_alone_fails()
    {
        await Meet(21);
        var taken = (await Numbers(21, 21)).Single();
        var kept = await WhileOneIsKept(() => (List<Task>)[Meet(22), Meet(23, db => db.Friends.Add(Friend.Meet(Id(24), taken, oneStop.Clock.GetUtcNow()))), Meet(25)]);
        await Assert.ThrowsAsync<KeyTakenException>(() => kept[1]);
        await Task.WhenAll(kept[0], kept[2]);
        Assert.Equal((1, 0, 1), ((await Numbers(22, 22)).Count, (await Numbers(23, 24)).Count, (await Numbers(25, 25)).Count));
    }

    /// <summary>Hands in changes while one is being kept, which ends when all of them wait.</summary>
    private async Task<List<Task>> WhileOneIsKept(Func<List<Task>> handIn)
    {
        var (isBegun, mayEnd) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = Groups.Change(0, null, _ =>
        {
            isBegun.TrySetResult();
            return mayEnd.Task;
        });
        await isBegun.Task;
        used.Clear();
        var handed = handIn();
        mayEnd.SetResult();
        await first;
        return handed;
    }

    private Task Meet(int friend, Action<OneStopDb>? more = null) => Groups.Change(0, Id(friend), async db =>
    {
        used.Add(db);
        await db.FindOrMeet(Id(friend), oneStop.Clock.GetUtcNow());
        more?.Invoke(db);
    });

    private Task<List<int>> Numbers(int first, int last)
    {
        var ids = Enumerable.Range(first, last - first + 1).Select(Id).ToList();
        return oneStop.Read(db => db.Friends.Where(f => ids.Contains(f.LineUserId)).Select(f => f.Number).ToListAsync());
    }

    private static LineUserId Id(int friend) => LineUserId.Parse($"U{friend:D32}");
}
