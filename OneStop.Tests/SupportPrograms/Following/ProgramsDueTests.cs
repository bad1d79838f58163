using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Following;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.SupportPrograms.Following;

/// <summary>What is due of programs: for whom, from when, until when.</summary>
public sealed class ProgramsDueTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    /// <summary>承認は作成者以外: who may not approve has no approval on their list.</summary>
    [Theory]
    [InlineData("asked", false)]
    [InlineData("wrote", false)]
    [InlineData("planner", true)]
    [InlineData("manager", true)]
    [InlineData("counselor", false)]
    public async Task An_approval_waits_only_for_those_who_may_give_it(string who, bool waits)
    {
        var (planner, second, client) = await oneStop.Planning();
        var writer = await oneStop.AMember("writer", Duty.Planner);
        var id = await oneStop.Written(planner, client);
        await oneStop.ChangeGoal(writer, id, g => g with { Words = "正社員として働く" });
        await oneStop.Ask(planner, id);
        var reader = who switch
        {
            "asked" => planner,
            "wrote" => writer,
            "planner" => second,
            "manager" => await oneStop.AMember("boss", Duty.Manager),
            _ => await oneStop.AMember("counselor", Duty.Counselor),
        };
        var items = await oneStop.ProgramsDue(null, reader, reader);
        Assert.Equal(waits, items.Any(i => i is { Kind: ProgramsDue.Approval, StaffId: null }));
        Assert.Equal("書いた人のほかの策定員・業務責任者", Assert.Single(await oneStop.ProgramsDue(client, null, reader)).ByWhom); // in the file, for all who support
        await oneStop.Approve(second, id);
        Assert.DoesNotContain(await oneStop.ProgramsDue(null, reader, reader), i => i.Kind == ProgramsDue.Approval);
    }

    [Fact]
    public async Task Each_step_is_due_for_the_planner_from_its_day()
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Written(planner, client);
        Assert.Empty(await Kinds(planner));
        await oneStop.Ask(planner, id);
        await oneStop.At<ProgramDesk>(second, d => d.SendBack(id, "期限を確かめて"));
        Assert.Equal([ProgramsDue.Returned], await Kinds(planner));
        Assert.Empty(await Kinds(second));
        await oneStop.Ask(planner, id);
        await oneStop.Approve(second, id);
        oneStop.Pass(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        Assert.Empty(await Kinds(planner)); // the client takes their time
        oneStop.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal([ProgramsDue.Confirmation], await Kinds(planner));
        await oneStop.Confirm(planner, id);
        Assert.Equal([ProgramsDue.Review], await Kinds(planner));
        var ahead = oneStop.Clock.GetUtcNow() + Domain.CaseFiles.DueDesk.Ahead;
        Assert.Empty(await oneStop.ProgramsDue(null, planner, planner, ahead)); // a month away
        oneStop.Pass(TimeSpan.FromDays(25));
        Assert.Single(await oneStop.ProgramsDue(null, planner, planner, oneStop.Clock.GetUtcNow() + Domain.CaseFiles.DueDesk.Ahead));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // stays, and is no planner any more
    public async Task What_a_planner_who_is_gone_had_to_do_is_for_the_other_planners(bool hasLeft)
    {
        var (planner, second, client, _) = await oneStop.Followed();
        await oneStop.At<Domain.Accounts.AccountDesk>(await oneStop.AMember("admin", Duty.Administrator), d => hasLeft ? d.Leave(planner.Id, new(null, null))
            : d.SetDuties(planner.Id, new(new([Duty.Planner]), new([Duty.Counselor]))));
        if (!hasLeft)
            Assert.Empty(await oneStop.ProgramsDue(client, await oneStop.Read(db => db.Users.SingleAsync(u => u.Id == planner.Id)), second));
        var item = Assert.Single(await oneStop.ProgramsDue(client, second, second));
        Assert.Equal((ProgramsDue.Review, (Guid?)null, "策定員・業務責任者"), (item.Kind, item.StaffId, item.ByWhom));
        var counselor = await oneStop.AMember("counselor", Duty.Counselor);
        Assert.Empty(await oneStop.ProgramsDue(client, counselor, counselor));
        var placement = await oneStop.AMember("placement", Duty.PlacementOfficer);
        Assert.Empty(await oneStop.ProgramsDue(client, null, placement));
    }

    [Fact]
    public async Task An_item_over_its_end_is_due_until_its_result_is_written()
    {
        var (planner, _, client, id) = await oneStop.Followed();
        var item = (await oneStop.Following(planner, id)).Items[0];
        oneStop.Clock.SetUtcNow(JapanTime.At(item.Item.Until!.Value, new(10, 0)));
        Assert.DoesNotContain(ProgramsDue.Item, await Kinds(planner));
        oneStop.Pass(TimeSpan.FromDays(1));
        Assert.Equal(item.Item.What, (await oneStop.ProgramsDue(client, planner, planner)).Single(i => i.Kind == ProgramsDue.Item).Of);
        Assert.True((await oneStop.Following(planner, id)).Items[0].IsOverdue(oneStop.Day));
        await oneStop.At<FollowingDesk>(planner, d => d.SaveStanding(id, item.Item.Id, new(StandingWish.Planned, new(ItemState.Done, ItemOutcome.Reached, ""))));
        Assert.DoesNotContain(ProgramsDue.Item, await Kinds(planner));
    }

    private async Task<IEnumerable<string>> Kinds(StaffMember reader) => (await oneStop.ProgramsDue(null, reader, reader)).Select(i => i.Kind);
}
