using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Following;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using OneStop.Tests.SupportPrograms.Following;

namespace OneStop.Tests.SupportPrograms;

/// <summary>How a program ends, with which words, and what a consent that is withdrawn does to it (仕様書 7(2)②(イ)).</summary>
public sealed class ProgramEndTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Theory]
    [InlineData(ProgramEndReason.Achieved, "", "", null)]
    [InlineData(ProgramEndReason.Interrupted, "", "", nameof(EndWish.Words))]
    [InlineData(ProgramEndReason.MovedAway, "転居した", "", null)]
    [InlineData(ProgramEndReason.NotBegun, "やめた", "区役所", "")] // it was established
    public async Task A_program_ends_with_a_reason(ProgramEndReason reason, string words, string place, string? refused)
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Established(planner, second, client);
        var today = oneStop.Clock.GetUtcNow().JapaneseDate;
        Task End() => oneStop.At<ProgramDesk>(planner, d => d.End(id, new(today, reason, words, place, today.AddMonths(3))));
        if (refused is not null)
            Assert.Equal(refused, (await Assert.ThrowsAsync<RuleException>(End)).Field ?? "");
        else
        {
            await End();
            Assert.Equal(ProgramState.Aftercare, (await oneStop.Program(planner, id)).Row.State);
            await oneStop.At<ProgramDesk>(planner, d => d.BringBack(id));
            Assert.Equal(ProgramState.Running, (await oneStop.Program(planner, id)).Row.State);
        }
    }

    [Fact]
    public async Task Before_its_establishment_only_a_planner_closes_it_with_the_reason_and_the_place_told()
    {
        var (planner, _, client) = await oneStop.Planning();
        var id = await oneStop.Begun(planner, client);
        async Task<string?> Refused(ProgramEndReason reason, string words, string place) => (await Assert.ThrowsAsync<RuleException>(() =>
            oneStop.At<ProgramDesk>(planner, d => d.End(id, new(ProgramOffice.Today, reason, words, place, null))))).Field;
        Assert.Equal(nameof(EndWish.Words), await Refused(ProgramEndReason.NotBegun, "", "区役所"));
        Assert.Equal(nameof(EndWish.ToldOf), await Refused(ProgramEndReason.NotBegun, "生活保護を受けている", ""));
        Assert.Null(await Refused(ProgramEndReason.Achieved, "", ""));
        await oneStop.At<ProgramDesk>(planner, d => d.End(id, new(ProgramOffice.Today, ProgramEndReason.NotBegun, "生活保護を受けている", "区の保護課", null)));
        Assert.Equal((ProgramState.Ended, "区の保護課"), ((await oneStop.Program(planner, id)).Row.State, (await oneStop.Program(planner, id)).EndNote!.ToldOf));
    }

    [Fact]
    public async Task A_program_does_not_end_before_it_was_established()
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Established(planner, second, client);
        Assert.Equal(nameof(EndWish.On), (await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ProgramDesk>(planner, d =>
            d.End(id, new(ProgramOffice.Today.AddDays(-1), ProgramEndReason.Achieved, "", "", null))))).Field);
    }

    [Fact]
    public async Task A_withdrawn_consent_ends_the_program_and_it_stays_counted()
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Established(planner, second, client);
        var consent = await oneStop.Read(db => db.Consents.Where(c => c.ClientId == client && c.Purpose == "program").Select(c => c.Id).SingleAsync());
        await oneStop.At<Domain.Clients.Consents.ConsentDesk>(planner, d => d.Withdraw(consent));
        var view = await oneStop.Program(planner, id);
        Assert.Equal((ProgramState.Ended, ProgramEndReason.Interrupted), (view.Row.State, view.Row.EndReason));
        Assert.Equal(1, await oneStop.CountOf("programs-established"));
    }

    [Fact]
    public async Task Who_withdraws_before_the_establishment_is_told_of_a_place_and_that_is_due_until_it_is_written()
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Written(planner, client);
        await Assert.ThrowsAsync<RuleException>(() => Tell(planner, id, "区の窓口")); // it goes on
        await oneStop.WithdrawsFrom(planner, client);
        var due = Assert.Single(await oneStop.ProgramsDue(client, planner, planner));
        Assert.Equal((ProgramsDue.Told, planner.Id, $"/programs/{id}"), (due.Kind, due.StaffId, due.Link));
        foreach (var nothing in (string[])[" ", ProgramEndNote.NotYetTold, new('あ', ProgramEndNote.LongestPlace + 1)])
            Assert.Equal(nameof(ToldWish.ToldOf), (await Assert.ThrowsAsync<RuleException>(() => Tell(planner, id, nothing))).Field);
        await Tell(second, id, " 区の子育て支援課 ");
        Assert.Equal("区の子育て支援課", (await oneStop.Program(planner, id)).EndNote!.ToldOf);
        Assert.Empty(await oneStop.ProgramsDue(client, planner, planner));
        await Assert.ThrowsAsync<RuleException>(() => Tell(planner, id, "別のところ")); // a colleague's words stay
        await Assert.ThrowsAsync<NotAllowedException>(async () => await Tell(await oneStop.AMember("counselor", Duty.Counselor), id, "区の窓口"));
    }

    /// <summary>A consent that was recorded by mistake is deleted; not one on which a program rests.</summary>
    [Theory]
    [InlineData("draft", true)] // it needs none yet
    [InlineData("asked", false)]
    [InlineData("approved", false)]
    [InlineData("established", false)]
    [InlineData("ended", false)] // it is counted, and this is the proof
    [InlineData("never begun", true)]
    public async Task The_record_of_a_consent_stays_while_a_program_rests_on_it(string how, bool mayGo)
    {
        var (planner, second, client) = await oneStop.Planning();
        await oneStop.At<ConsentDesk>(planner, async d => await d.Withdraw(await oneStop.ParticipationOf(client)));
        oneStop.Pass(TimeSpan.FromMinutes(1));
        var wish = new ConsentWish(SupportConsents.Program.Code, ConsentWay.ByWord, oneStop.Day, "");
        var consent = await oneStop.At<ConsentDesk, Guid>(planner, d => d.Record(client, new(wish, wish)));
        var id = how is "asked" or "draft" or "never begun" ? await oneStop.Written(planner, client) : await oneStop.Approved(planner, second, client);
        if (how == "asked")
            await oneStop.Ask(planner, id);
        if (how is "established" or "ended")
            await oneStop.Confirm(planner, id);
        if (how is "ended" or "never begun")
            await oneStop.At<ProgramDesk>(planner, d => d.End(id, new(oneStop.Day, how == "ended" ? ProgramEndReason.Achieved : ProgramEndReason.NotBegun, "やめた", "区役所", null)));
        Task TakeBack() => oneStop.At<ConsentDesk>(planner, d => d.TakeBack(consent));
        if (mayGo)
            await TakeBack();
        else
            Assert.Contains("P-0001", (await Assert.ThrowsAsync<RuleException>(TakeBack)).Message, StringComparison.Ordinal);
        Assert.Equal(!mayGo, await oneStop.Read(db => db.Consents.AnyAsync(c => c.Id == consent)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_the_consent_nothing_is_established_and_no_end_is_taken_back(bool isEstablished)
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = isEstablished ? await oneStop.Established(planner, second, client) : await oneStop.Approved(planner, second, client);
        var consent = await oneStop.Read(db => db.Consents.Where(c => c.ClientId == client && c.Purpose == "program").Select(c => c.Id).SingleAsync());
        await oneStop.At<Domain.Clients.Consents.ConsentDesk>(planner, d => d.Withdraw(consent));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ProgramDesk>(planner, d => d.BringBack(id)));
        await oneStop.TakesPart(client);
        await oneStop.At<ProgramDesk>(planner, d => d.BringBack(id));
        if (!isEstablished)
            await oneStop.Confirm(planner, id);
        Assert.Equal(ProgramState.Running, (await oneStop.Program(planner, id)).Row.State);
    }

    [Fact]
    public async Task A_client_whose_support_has_ended_has_no_program_that_goes_on()
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Established(planner, second, client);
        Task<Guid> Close() => oneStop.At<CaseFileDesk, Guid>(planner, d => d.Close(client, ClosingReason.Achieved, ""));
        await Assert.ThrowsAsync<RuleException>(Close);
        await oneStop.At<ProgramDesk>(planner, d => d.End(id, new(oneStop.Day, ProgramEndReason.Achieved, "", "", null)));
        var closing = await Close();
        Assert.True((await oneStop.At<ProgramDesk, ProgramStart?>(planner, d => d.Start(client)))!.IsClosed);
        Assert.Contains("再開", (await Assert.ThrowsAsync<RuleException>(() => oneStop.Begun(planner, client))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ProgramDesk>(planner, d => d.BringBack(id)));
        await oneStop.At<CaseFileDesk>(planner, d => d.UndoClose(closing));
        await oneStop.At<ProgramDesk>(planner, d => d.BringBack(id));
        Assert.Equal(ProgramState.Running, (await oneStop.Program(planner, id)).Row.State);
    }

    private Task Tell(StaffMember by, Guid id, string place) => oneStop.At<ProgramDesk>(by, d => d.Tell(id, new(place)));
}
