using OneStop.Domain;
using OneStop.Domain.CaseFiles;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.DatedRules;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Conditions;

namespace OneStop.Portal.Demo;

/// <summary>Self-reliance programs in every state, as in the second month: from a draft with missing parts to one that ended and is looked after.</summary>
internal sealed partial class ProgramChapter : IDemoChapter
{
    /// <inheritdoc/>
    public IReadOnlyList<Type> After => [typeof(FactsChapter), typeof(PartnerChapter), typeof(CaseFileChapter)];

    /// <inheritdoc/>
    public Task Write(DemoBook book)
    {
        var closed = book.Written<CaseClosing>().Select(c => c.ClientId).ToHashSet();
        var clients = book.Written<Client>().OrderBy(c => c.Number).Where((c, i) => i % 5 != 4 && c.ErasureAskedAt is null && !closed.Contains(c.Id))
            .Skip(2).ToList();
        var next = 0;
        Course Of(int days) => new(book, clients[next], DemoPrograms.All[next % DemoPrograms.All.Length], ++next, book.Now.AddDays(-days));

        Of(3).HalfWritten();
        Of(6).Write().Ask(1);
        Of(9).Write().Ask(5).SendBack(3);
        Of(20).Write().Ask(13).Approve(10);
        Of(52).Write().Ask(50).Approve(49).Establish(47).Review(27, 0).Review(6, 1).Contact(24, sharesName: true).Paper(18);
        Of(48).Write().Ask(46).Approve(45).Establish(43).Review(33, 0).Contact(20, sharesName: false);
        Of(56).Write().Ask(55).Approve(54).Establish(52).Review(30, 0).Revise(28).MoveDates(12).Review(9, 1);
        Of(55).Write().Ask(54).Approve(53).Establish(51).Review(30, 1).End(21);
        Of(15).NotBegun(12);
        return Task.CompletedTask;
    }

    /// <summary>The conditions are dated rules, which stand in the database: those of programs that are under way are answered.</summary>
    public async Task Finish(OneStopDb db, DemoBook book)
    {
        var (rules, planner) = (await db.RulesOn(book.Now.JapaneseDate, book.Now), book.With(Duty.Planner)[0]);
        List<RuleInForce> asked = [.. rules.Starting("program.condition."), .. rules.Starting("program.caution.")];
        foreach (var program in book.Written<SupportProgram>().Where(p => p.End is null && p.Newest.Items.Count > 0))
            foreach (var rule in asked)
                program.Answer(new(rule.ValueId, rule.Rule.Code, rule.Value, true),
                    ProgramConditions.IsCaution(rule.Rule.Code) ? ConditionReply.No : ConditionReply.Yes, planner, program.StartedAt);
    }
}
