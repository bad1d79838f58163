using OneStop.Domain;
using OneStop.Domain.Clients.Merging;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Following;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.SupportPrograms.Following;

/// <summary>How items and goals go stands beside the versions (仕様書 7(2)②(ウ)).</summary>
public sealed class StandingTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Theory]
    [InlineData(ItemState.Planned, null, "", null)]
    [InlineData(ItemState.Underway, null, "", null)]
    [InlineData(ItemState.Done, ItemOutcome.Reached, "", null)]
    [InlineData(ItemState.Done, ItemOutcome.Partly, "試験だけ受けていない", null)]
    [InlineData(ItemState.Done, ItemOutcome.Partly, " ", nameof(StandingWish.Why))]
    [InlineData(ItemState.Done, ItemOutcome.NotReached, "", nameof(StandingWish.Why))]
    [InlineData(ItemState.Done, null, "終わった", nameof(StandingWish.Outcome))]
    [InlineData(ItemState.Dropped, null, "", nameof(StandingWish.Why))]
    [InlineData(ItemState.Dropped, null, "別の講座にした", null)]
    public async Task What_was_not_reached_or_was_dropped_says_why(ItemState state, ItemOutcome? outcome, string why, string? refused)
    {
        var (planner, _, _, id) = await oneStop.Followed();
        var item = (await oneStop.Following(planner, id)).Items[0];
        var edit = new Edit<StandingWish>(item.Standing, new(state, outcome, why));
        Task Save() => oneStop.At<FollowingDesk>(planner, d => d.SaveStanding(id, item.Item.Id, edit));
        if (refused is not null)
        {
            Assert.Equal(refused, (await Assert.ThrowsAsync<RuleException>(Save)).Field);
            return;
        }
        await Save();
        var saved = (await oneStop.Following(planner, id)).Items[0];
        Assert.Equal((edit.Wish, planner.Name), (saved.Standing, saved.By));
        await oneStop.At<FollowingDesk>(planner, d => d.SaveStanding(id, item.Item.Id, edit.Reversed));
        Assert.Equal(StandingWish.Planned, (await oneStop.Following(planner, id)).Items[0].Standing);
    }

    [Fact]
    public async Task How_an_item_goes_stays_when_the_plan_changes_and_also_when_the_item_is_taken_out()
    {
        var (planner, second, _, id) = await oneStop.Followed();
        var (first, other) = ((await oneStop.Following(planner, id)).Items[0], (await oneStop.Following(planner, id)).Items[1]);
        var partly = new StandingWish(ItemState.Done, ItemOutcome.Partly, "半分まで");
        await oneStop.At<FollowingDesk>(planner, d => d.SaveStanding(id, first.Item.Id, new(StandingWish.Planned, partly)));
        await oneStop.Revise(planner, id);
        await oneStop.At<ProgramDesk>(planner, d => d.Remove(id, [first.Item.Id]));
        await oneStop.ChangeItem(planner, id, i => i with { What = "毎月の相談" });
        await oneStop.Ask(planner, id);
        await oneStop.Approve(second, id);
        Assert.Equal(other.Item.What, (await oneStop.Following(planner, id)).Items[1].Item.What); // what is not established is not followed
        await oneStop.Confirm(planner, id);
        var items = (await oneStop.Following(planner, id)).Items;
        Assert.Equal([("毎月の相談", true, StandingWish.Planned), (first.Item.What, false, partly)], items.Select(i => (i.Item.What, i.IsInForce, i.Standing)));
    }

    [Fact]
    public async Task A_change_of_dates_moves_the_end_of_an_item()
    {
        var (planner, _, client, id) = await oneStop.Followed();
        var item = (await oneStop.Following(planner, id)).Items[0].Item;
        await oneStop.Revise(planner, id);
        await oneStop.ChangeItem(planner, id, i => i with { Until = i.Until!.Value.AddMonths(2) });
        var digest = (await oneStop.Program(planner, id)).Newest!.Digest;
        await oneStop.At<ProgramDesk>(planner, d => d.EstablishDates(id, digest));
        oneStop.Clock.SetUtcNow(JapanTime.At(item.Until!.Value.AddDays(1), new(9, 0)));
        Assert.DoesNotContain(await oneStop.ProgramsDue(client, planner, planner), i => i.Kind == ProgramsDue.Item);
        oneStop.Clock.SetUtcNow(JapanTime.At(item.Until!.Value.AddMonths(2).AddDays(1), new(9, 0)));
        Assert.Contains(await oneStop.ProgramsDue(client, planner, planner), i => i.Kind == ProgramsDue.Item && i.Of == item.What);
    }

    [Theory]
    [InlineData(0, "", true)]
    [InlineData(25, "", false)]
    [InlineData(25, "申込みがすんだ", true)]
    [InlineData(60, "半分より先", false)]
    [InlineData(100, "合格通知を見た", true)]
    public async Task Progress_above_nothing_needs_its_evidence(int percent, string evidence, bool may)
    {
        var (planner, _, _, id) = await oneStop.Followed();
        var goal = (await oneStop.Following(planner, id)).Goals[0].Goal.Id;
        if (!may)
            await Assert.ThrowsAsync<RuleException>(() => Progress(planner, id, goal, percent, evidence));
        else
        {
            await Progress(planner, id, goal, percent, evidence);
            Assert.Equal((percent, evidence), ((await Goal(planner, id)).Latest!.Percent, (await Goal(planner, id)).Latest!.Evidence));
        }
    }

    [Fact]
    public async Task The_newest_step_is_shown_and_the_course_stays()
    {
        var (planner, _, _, id) = await oneStop.Followed();
        var goal = (await Goal(planner, id)).Goal.Id;
        await Progress(planner, id, goal, 25, "申込みがすんだ");
        oneStop.Pass(TimeSpan.FromMinutes(1));
        var wrong = await Progress(planner, id, goal, 75, "模試に受かった");
        Assert.Equal([75, 25], (await Goal(planner, id)).Steps.Select(s => s.Percent));
        await oneStop.At<FollowingDesk>(planner, d => d.TakeProgressBack(wrong, true));
        Assert.Equal(25, (await Goal(planner, id)).Latest!.Percent);
        await oneStop.At<FollowingDesk>(planner, d => d.TakeProgressBack(wrong, false));
        Assert.Equal(75, (await Goal(planner, id)).Latest!.Percent);
    }

    [Fact]
    public async Task Nothing_is_followed_before_the_establishment_and_counselors_only_read()
    {
        var (planner, _, client) = await oneStop.Planning();
        var id = await oneStop.Written(planner, client);
        var plan = (await oneStop.Program(planner, id)).Newest!;
        Assert.False((await oneStop.Following(planner, id)).IsEstablished);
        await Assert.ThrowsAsync<RuleException>(() => Progress(planner, id, plan.Goals[0].Id, 25, "まだ早い"));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<FollowingDesk>(planner, d =>
            d.SaveStanding(id, plan.Items[0].Id, new(StandingWish.Planned, new(ItemState.Underway, null, "")))));
        var counselor = await oneStop.AMember("reader", Duty.Counselor);
        Assert.False((await oneStop.Following(counselor, id)).MayWrite);
        await Assert.ThrowsAsync<NotAllowedException>(() => Progress(counselor, id, plan.Goals[0].Id, 25, "書けない"));
        var placement = await oneStop.AMember("placement", Duty.PlacementOfficer);
        await Assert.ThrowsAsync<NotAllowedException>(() => oneStop.Following(placement, id));
    }

    /// <summary>Two files of one person, each with a running program, become one file with both.</summary>
    [Fact]
    public async Task Programs_go_along_when_two_files_become_one()
    {
        var (planner, second, one, kept) = await oneStop.Followed();
        var other = await oneStop.AClient(planner, "もうひとつの記録");
        await oneStop.KnowsFacts(planner, other);
        await oneStop.TakesPart(other);
        var moved = await oneStop.Established(planner, second, other);
        var review = await oneStop.Review(planner, moved, r => r);
        var merge = await oneStop.At<MergeDesk, Guid>(planner, d => d.Merge(one, other, []));
        Assert.Equal([kept, moved], (await oneStop.At<ProgramDesk, IReadOnlyList<ProgramRow>>(planner, d => d.Of(one))).Select(p => p.Id).ToHashSet());
        Assert.Equal(one, (await oneStop.Following(planner, moved)).ClientId);
        Assert.Equal(review, (await oneStop.Following(planner, moved)).Reviews.Single().Id);
        Assert.Equal(2, (await oneStop.ProgramsDue(one, planner, planner)).Count(i => i.Kind == ProgramsDue.Review));
        await oneStop.Review(planner, moved, r => r with { Next = "統合のあとの見直し" });
        await oneStop.At<MergeDesk, int>(planner, d => d.Undo(merge));
        var back = await oneStop.Following(planner, moved);
        Assert.Equal((other, 2), (back.ClientId, back.Reviews.Count)); // what was written meanwhile goes with its program
    }

    private Task<Guid> Progress(StaffMember by, Guid program, Guid goal, int percent, string evidence) => oneStop.At<FollowingDesk, Guid>(by, d =>
        d.Progress(program, goal, new(new(0, "", null), new(percent, evidence, null))));

    private async Task<FollowedGoal> Goal(StaffMember by, Guid program) => (await oneStop.Following(by, program)).Goals[0];
}
