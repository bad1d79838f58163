using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.DatedRules;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportMeasures;
using OneStop.Domain.SupportMeasures.Explanations;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Conditions;
using OneStop.Domain.SupportPrograms.Gates;
using OneStop.Tests.House;
using OneStop.Tests.SupportMeasures;
using OneStop.Tests.SupportPrograms.Following;

namespace OneStop.Tests.SupportPrograms;

/// <summary>プログラムが先: two measures ask for a program, and nothing promises a client that one drawn here suffices before the City has answered.</summary>
public sealed class ProgramGateTests : IAsyncLifetime
{
    private const string Letter = "福岡市こども未来局 第123号（2026年11月1日）";

    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task Two_of_the_measures_show_the_state_of_the_program()
    {
        var (planner, second, client) = await oneStop.Planning();
        var measures = (await oneStop.MeasuresOf(planner, client)).Measures;
        Assert.Equal(["教育訓練給付金", "住宅支援資金貸付"], measures.Where(m => m.Gate is not null).Select(m => m.ShortName));
        Assert.Null((await Gate(planner, client)).Program);
        var id = await oneStop.Approved(planner, second, client);
        Assert.Equal(new(id, "P-0001", "本人の確認", ProgramOffice.Today, false, false), (await Gate(planner, client)).Program);
        oneStop.Clock.Advance(TimeSpan.FromDays(1));
        await oneStop.Confirm(planner, id);
        Assert.Equal(new(id, "P-0001", "実施中", ProgramOffice.Today.AddDays(1), true, false), (await Gate(planner, client)).Program);
        await oneStop.At<ProgramDesk>(planner, d => d.End(id, new(ProgramOffice.Today.AddDays(1), ProgramEndReason.Achieved, "", "", null)));
        Assert.True((await Gate(planner, client)).Program!.IsOver);
        var next = await oneStop.Begun(planner, client);
        Assert.Equal((next, "下書き"), ((await Gate(planner, client)).Program!.Id, (await Gate(planner, client)).Program!.State)); // the open one comes first
    }

    [Fact]
    public async Task Whether_one_drawn_here_suffices_is_unconfirmed_until_a_manager_enters_the_answer_of_the_City()
    {
        var (planner, _, client) = await oneStop.Planning();
        var manager = await oneStop.AMember("boss", Duty.Manager);
        Assert.Equal((ProgramSuffices.Unconfirmed, ""), await Answer(planner, client));
        await Answers(manager, "いいえ", isChecked: false);
        Assert.Equal((ProgramSuffices.Unconfirmed, ""), await Answer(planner, client)); // entered, and not looked up
        await Answers(manager, "はい", isChecked: true);
        Assert.Equal((ProgramSuffices.Yes, Letter), await Answer(planner, client));
        oneStop.Clock.Advance(TimeSpan.FromDays(366));
        Assert.Equal((ProgramSuffices.Outdated, Letter), await Answer(planner, client)); // too old to rely on
        await Answers(manager, "いいえ", isChecked: true);
        Assert.Equal((ProgramSuffices.No, Letter), await Answer(planner, client));
        var gates = await oneStop.At<GateDesk, MeasureGates>(planner, d => d.Read());
        Assert.Equal((await oneStop.Measures(TheFour.Training, TheFour.HousingLoan)).ToHashSet(), gates.Measures);
        Assert.Equal((ProgramSuffices.No, Letter), (gates.Suffices, gates.Source));
    }

    /// <summary>It is no value that the routine check of all rules could confirm.</summary>
    [Fact]
    public async Task The_question_comes_without_a_value_that_could_be_checked()
    {
        var manager = await oneStop.AMember("boss", Duty.Manager);
        var rule = await oneStop.Read(db => db.DatedRules.Where(r => r.Code == ProgramRules.Suffices).Select(r => r.Id).SingleAsync());
        var row = (await oneStop.At<RuleDesk, RuleRow?>(manager, d => d.Open(rule)))!;
        Assert.Equal((RuleState.Missing, null), (row.State, row.Now));
    }

    /// <summary>The program of another office is just the one that opens the loan; an abandoned one of ours takes nothing from an established one.</summary>
    [Fact]
    public async Task The_gate_names_the_established_program_and_the_office_that_leads()
    {
        var (planner, second, client) = await oneStop.Planning();
        var first = await oneStop.Established(planner, second, client);
        await oneStop.EndedWell(planner, first, null);
        oneStop.Clock.Advance(TimeSpan.FromDays(1));
        var next = await oneStop.Begun(planner, client);
        Assert.Equal((next, first), await Gate(planner, client) is { Program: { } open, Established: { } old } ? (open.Id, old.Id) : default);
        await oneStop.At<ProgramDesk>(planner, d => d.SaveLead(next, new(new(ProgramLead.Ours, ""), new(ProgramLead.Center, ""))));
        await oneStop.At<ProgramDesk>(planner, d => d.End(next, new(oneStop.Day, ProgramEndReason.NotBegun, "センターが担当", "ひとり親家庭支援センター", null)));
        var gate = await Gate(planner, client);
        Assert.Equal((first, "ひとり親家庭支援センター"), (gate.Established?.Id ?? gate.Program!.Id, gate.LedBy));
        Assert.True((gate.Established ?? gate.Program)!.IsEstablished);
        Assert.Null((await Gate(await oneStop.AMember("placing", Duty.PlacementOfficer), client)).LedBy); // who leads is for support
    }

    /// <summary>Whoever writes the answer into the text of a measure by its name: the card is not sent before the answer is there.</summary>
    [Fact]
    public async Task No_text_to_a_client_says_it_while_it_is_unconfirmed()
    {
        var (planner, _, client) = await oneStop.Planning();
        var manager = await oneStop.AMember("boss", Duty.Manager);
        var name = await oneStop.Read(db => db.DatedRules.Where(r => r.Code == ProgramRules.Suffices).Select(r => r.Name).SingleAsync());
        var loan = (await oneStop.Measures(TheFour.HousingLoan))[0];
        var before = (await oneStop.At<MeasureDesk, MeasureView?>(manager, d => d.Open(loan)))!;
        await oneStop.At<MeasureDesk>(manager, async d =>
        {
            await d.Save(loan, new(before.Wish, before.Wish with { Summary = $"ここで作ったプログラムで申しこめるか: {{{{{name}}}}}" }));
            await d.Confirm(loan, before.Row.Edition + 1);
        });
        var measure = (await oneStop.MeasuresOf(planner, client)).Measures.Single(m => m.Id == loan);
        Assert.False(measure.Filled.MaySend);
        Assert.Contains(name, measure.Filled.Doubts);
        await Assert.ThrowsAsync<RuleException>(() => Card(loan));
        await Answers(manager, "はい", isChecked: true);
        Assert.Contains("申しこめるか: はい", (await Card(loan)), StringComparison.Ordinal);
    }

    /// <summary>The texts that come with the program name the question nowhere.</summary>
    [Fact]
    public void No_text_that_comes_with_the_program_promises_it()
    {
        foreach (var text in FirstMeasures.All().SelectMany(m => (string[])[m.Summary, m.Conditions, m.Deadlines, m.WhereToApply]))
            Assert.DoesNotMatch("この事業(で|の).{0,12}プログラム|ここで(作|つく).{0,12}プログラム|プログラムで(足り|申)", text);
        // 「先にプログラムを作る」, said by a service that draws programs, is read as 「ここで」
        Assert.All(FirstMeasures.All().Select(m => $"{m.Summary}{m.Conditions}{m.Deadlines}").Where(t => Regex.IsMatch(t, "プログラム(などの計画)?を作")),
            text => Assert.Contains("どこのプログラムでよいかは、申しこむ窓口に確かめます", text, StringComparison.Ordinal));
    }

    private async Task<ProgramGate> Gate(StaffMember by, Guid client) =>
        (await oneStop.MeasuresOf(by, client)).Measures.Single(m => m.ShortName == "住宅支援資金貸付").Gate!;

    private async Task<(ProgramSuffices, string)> Answer(StaffMember by, Guid client) => await Gate(by, client) is var gate ? (gate.Suffices, gate.Source) : default;

    private async Task<string> Card(Guid measure) => await oneStop.Read(async db =>
        (await db.MeasureCard(await db.Chosen([measure]), oneStop.Clock.GetUtcNow())).Text);

    private async Task Answers(StaffMember manager, string answer, bool isChecked)
    {
        var rule = await oneStop.Read(db => db.DatedRules.Where(r => r.Code == ProgramRules.Suffices).Select(r => r.Id).SingleAsync());
        await oneStop.At<RuleDesk, Guid>(manager, d => d.Set(rule, new(answer, oneStop.Clock.GetUtcNow().JapaneseDate, null, Letter, "", isChecked)));
        oneStop.Clock.Advance(TimeSpan.FromDays(1));
    }
}
