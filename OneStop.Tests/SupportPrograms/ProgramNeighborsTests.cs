using OneStop.Domain;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.CaseFiles.Transfers;
using OneStop.Domain.Clients.Merging;
using OneStop.Domain.SupportPrograms;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using OneStop.Tests.SupportPrograms.Following;

namespace OneStop.Tests.SupportPrograms;

/// <summary>What becomes of a program when its client's case is closed, changes hands or is merged with another.</summary>
public sealed class ProgramNeighborsTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_case_is_closed_after_its_program_has_ended(bool isEstablished)
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = isEstablished ? await oneStop.Established(planner, second, client) : await oneStop.Begun(planner, client);
        Task<Guid> Close() => oneStop.At<CaseFileDesk, Guid>(planner, d => d.Close(client, ClosingReason.Wish, ""));
        Assert.Contains("P-0001", (await Assert.ThrowsAsync<RuleException>(Close)).Message, StringComparison.Ordinal);
        if (isEstablished)
            await oneStop.EndedWell(planner, id, oneStop.Day.AddMonths(3)); // it is looked after, and the case may close
        else
            await oneStop.At<ProgramDesk>(planner, d => d.End(id, new(oneStop.Day, ProgramEndReason.NotBegun, "やめた", "区役所", null)));
        await Close();
    }

    [Fact]
    public async Task Who_transfers_cases_sees_who_goes_on_answering_for_the_program()
    {
        var (planner, second, client) = await oneStop.Planning();
        var (id, other) = (await oneStop.Established(planner, second, client), await oneStop.AClient(planner));
        var chosen = await oneStop.At<TransferDesk, IReadOnlyList<ChosenCase>>(second, d => d.Chosen([client, other]));
        Assert.Equal([(client, planner.Name), (other, null)], chosen.Select(c => (c.ClientId, c.Planner)));
        await oneStop.EndedWell(planner, id, null);
        Assert.All(await oneStop.At<TransferDesk, IReadOnlyList<ChosenCase>>(second, d => d.Chosen([client, other])), c => Assert.Null(c.Planner));
    }

    [Fact]
    public async Task Of_two_open_programs_of_a_merged_person_one_has_to_end()
    {
        var (planner, second, kept) = await oneStop.Planning();
        var merged = await oneStop.AClient(planner, "もう 一人");
        var (first, last) = (await oneStop.Established(planner, second, kept), await oneStop.Begun(planner, merged));
        Assert.Equal("終わっていない自立支援プログラムが2つになります（P-0001、P-0002）。続けるのは1つです。統合したあとに、ほかを終えてください。", Assert.Single(await Warnings()));
        Assert.Empty((await oneStop.Program(planner, first)).Others);
        var merge = await oneStop.At<MergeDesk, Guid>(planner, d => d.Merge(kept, merged, []));
        Assert.Equal([2], (await oneStop.Program(planner, first)).Others.Select(o => o.Number));
        Assert.Equal([1], (await oneStop.Program(planner, last)).Others.Select(o => o.Number));
        await oneStop.At<ProgramDesk>(planner, d => d.End(last, new(oneStop.Day, ProgramEndReason.NotBegun, "2つめだった", "このセンター", null)));
        Assert.Empty((await oneStop.Program(planner, first)).Others);
        Assert.Empty((await oneStop.Program(planner, last)).Others);
        Assert.Contains("P-0001", (await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ProgramDesk>(planner, d => d.BringBack(last)))).Message, StringComparison.Ordinal);
        await oneStop.At<MergeDesk, int>(planner, d => d.Undo(merge));
        Assert.Empty(await Warnings()); // one of the two has ended

        async Task<IReadOnlyList<string>> Warnings() => (await oneStop.At<MergeDesk, MergeView?>(planner, d => d.Compare(kept, merged)))!.Warnings;
    }
}
