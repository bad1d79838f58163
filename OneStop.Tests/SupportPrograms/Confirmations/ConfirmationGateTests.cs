using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.SupportPrograms.Confirmations;

namespace OneStop.Tests.SupportPrograms.Confirmations;

/// <summary>The gate of a page for the client's confirmation: who opens it, and who does not.</summary>
public sealed class ConfirmationGateTests : ConfirmationTest
{
    [Fact]
    public async Task Five_wrong_entries_close_it_on_all_devices_and_the_right_one_opens_it_no_more()
    {
        var (planner, _, program, page, key) = await APage();
        var code = await oneStop.CodeOf(planner, page);
        foreach (var (i, device) in ((string[])[Device, Other, Device, Other]).Index())
        {
            Assert.Equal(GateOutcome.Wrong, await Enter(key, device, Wrong(code)));
            Assert.Equal(ProgramConfirmation.MostTries - 1 - i, (await Look(key, device)).TriesLeft);
        }
        Assert.Equal(GateOutcome.Unreadable, await Enter(key, Device, "12")); // no try
        Assert.Equal(GateOutcome.Wrong, await Enter(key, Device, Wrong(code)));
        Assert.Equal(GateOutcome.Closed, await Enter(key, Device, code));
        Assert.Equal(ConfirmationPageState.Locked, (await Look(key, Device)).State);
        Assert.Equal(ConfirmationState.Locked, (await oneStop.PageOf(planner, program)).State);
        Assert.Equal(planner.Id, Assert.Single(await Due(planner, program), d => d.Item.Kind == "program-locked").Item.StaffId);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.CodeOf(planner, page));
        var newer = await oneStop.Offered(planner, program);
        Assert.DoesNotContain(await Due(planner, program), d => d.Item.Kind == "program-locked");
        await Passes(null, Device, planner, newer);
    }

    [Fact]
    public async Task Who_guesses_on_many_devices_at_once_has_no_more_tries()
    {
        var (planner, _, program, page, key) = await APage();
        var code = await oneStop.CodeOf(planner, page);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => Enter(key, $"device-{i}", Wrong(code)))));
        Assert.Equal(ProgramConfirmation.MostTries, outcomes.Count(o => o == GateOutcome.Wrong));
        Assert.Equal(ProgramConfirmation.MostTries, (await oneStop.PageOf(planner, program)).WrongTries);
    }

    [Fact]
    public async Task It_belongs_to_the_device_that_passed_the_gate_and_not_to_one_that_only_opened_it()
    {
        var (planner, _, _, page, key) = await APage();
        var code = await oneStop.CodeOf(planner, page);
        Assert.Equal(ConfirmationPageState.Gate, (await Look(key, Other)).State); // a preview
        await Enter(key, Other, Wrong(code));
        Assert.Equal(GateOutcome.Passed, await Enter(key, Device, $" {code[..3]} {code[3..]} "));
        Assert.Equal(ConfirmationPageState.Closed, (await Look(key, Other)).State);
        Assert.Equal(GateOutcome.Closed, await Enter(key, Other, code));
        Assert.Equal(ConfirmationPageState.Open, (await Look(key, Device)).State);
    }

    [Theory]
    [InlineData(ConfirmationGate.BirthDate, "1990", "4", "5", GateOutcome.Passed)]
    [InlineData(ConfirmationGate.Either, "１９９０", "０４", "05", GateOutcome.Passed)]
    [InlineData(ConfirmationGate.BirthDate, "1990", "4", "6", GateOutcome.Wrong)]
    [InlineData(ConfirmationGate.BirthDate, "1990", "2", "30", GateOutcome.Unreadable)]
    [InlineData(ConfirmationGate.BirthDate, "90", "4", "5", GateOutcome.Unreadable)]
    [InlineData(ConfirmationGate.BirthDate, "2990", "4", "5", GateOutcome.Unreadable)]
    [InlineData(ConfirmationGate.Code, "1990", "4", "5", GateOutcome.Unreadable)]
    public async Task The_date_of_birth_opens_it_where_it_is_asked_for(ConfirmationGate gate, string year, string month, string day, GateOutcome outcome)
    {
        var (planner, second, client) = await oneStop.Planning();
        await oneStop.At<FactDesk>(planner, d => d.SaveIdentity(client, new(new(), new() { BirthDate = new(1990, 4, 5) })));
        var program = await oneStop.Approved(planner, second, client);
        var page = await oneStop.Offered(planner, program, gate);
        if (gate.TakesCode)
            await oneStop.CodeOf(planner, page);
        var key = await KeyOf(planner, page);
        Assert.Equal(outcome, await AtLine(d => d.Enter(key, Device, new("", year, month, day))));
    }

    [Fact]
    public async Task Without_a_date_of_birth_in_the_file_only_the_code_opens_it()
    {
        var (planner, second, client) = await oneStop.Planning();
        var program = await oneStop.Approved(planner, second, client);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.Offered(planner, program, ConfirmationGate.BirthDate));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.Offered(planner, program, ConfirmationGate.Either));
        var page = await oneStop.Offered(planner, program);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.PathOf(planner, page)); // nobody could open it
        var made = await oneStop.At<ConfirmationDesk, NewConfirmationCode>(planner, d => d.NewCode(page));
        Assert.Equal((page, made.Mark), (made.Page, (await oneStop.PageOf(planner, program)).CodeMark));
        var (first, code) = (made.Code, await oneStop.CodeOf(planner, page));
        Assert.NotEqual(made.Mark, (await oneStop.PageOf(planner, program)).CodeMark); // the screen that shows the first knows that it opens nothing any more
        var key = await KeyOf(planner, page);
        if (first != code)
            Assert.Equal(GateOutcome.Wrong, await Enter(key, Device, first)); // made anew
        Assert.Equal(GateOutcome.Passed, await Enter(key, Device, code));
    }

    [Fact]
    public async Task The_code_and_the_address_are_stored_nowhere()
    {
        var (planner, _, _, page, key) = await APage();
        var code = await oneStop.CodeOf(planner, page);
        Assert.False(await oneStop.Read(db => db.ProgramConfirmations.AnyAsync(c => c.CodeDigest!.Contains(code))));
        Assert.False(await oneStop.Read(db => db.AuditValues.AnyAsync(v => v.After == code || v.After!.Contains(key) || v.Field == nameof(ProgramConfirmation.CodeDigest))));
        Assert.True(await oneStop.Read(db => db.AuditEntries.AnyAsync(e => e.Subject == nameof(ProgramConfirmation) && e.ActorId == planner.Id)));
    }

    [Fact]
    public async Task A_code_and_a_date_that_are_both_wrong_are_two_tries()
    {
        var (planner, second, client) = await oneStop.Planning();
        await oneStop.At<FactDesk>(planner, d => d.SaveIdentity(client, new(new(), new() { BirthDate = new(1990, 4, 5) })));
        var program = await oneStop.Approved(planner, second, client);
        var page = await oneStop.Offered(planner, program, ConfirmationGate.Either);
        var code = await oneStop.CodeOf(planner, page);
        var key = await KeyOf(planner, page);
        Assert.Equal(GateOutcome.Wrong, await AtLine(d => d.Enter(key, Device, new(Wrong(code), "1990", "4", "6"))));
        Assert.Equal(2, (await oneStop.PageOf(planner, program)).WrongTries);
    }
}
