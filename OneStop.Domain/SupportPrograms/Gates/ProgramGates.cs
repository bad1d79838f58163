using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.DatedRules;
using OneStop.Domain.SupportMeasures;
using OneStop.Domain.SupportPrograms.Conditions;

namespace OneStop.Domain.SupportPrograms.Gates;

/// <inheritdoc cref="IProgramGate"/>
internal sealed class ProgramGates : IProgramGate
{
    /// <inheritdoc/>
    public async Task<ProgramGate> Of(OneStopDb db, Guid clientId, RuleBook rules)
    {
        var programs = await db.SupportPrograms.AsNoTracking().Where(p => p.ClientId == clientId).OrderBy(p => p.End != null).ThenByDescending(p => p.Number)
            .ToListAsync();
        var newest = programs.FirstOrDefault();
        var established = programs.Where(p => p.Establishment is not null).MaxBy(p => p.Number); // that one opened is not undone by another that did not begin
        var lead = db.Actor.SeesSupport ? programs.MaxBy(p => p.Number)?.Lead : null;
        var (suffices, source) = await db.WhetherProgramsSuffice(rules);
        return new(Of(newest), established == newest ? null : Of(established), lead?.Lead switch
        {
            ProgramLead.Center => ProgramLead.Center.InJapanese,
            ProgramLead.Other => lead.Words,
            _ => null,
        }, suffices, source);
    }

    private static FirstProgram? Of(SupportProgram? program) => program is null ? null
        : new(program.Id, SupportProgram.NumberOf(program.Number), program.State.InJapanese, program.StateSince.JapaneseDate,
            program.Establishment is not null, program.State.IsOver);
}

/// <summary>Reads what the City has answered.</summary>
internal static class GateAnswers
{
    extension(OneStopDb db)
    {
        /// <summary>
        /// Returns whether a program drawn here suffices, and where that stands. The rule comes without a value: only an answer that a manager has entered
        /// and looked up counts.
        /// </summary>
        public async Task<(ProgramSuffices Suffices, string Source)> WhetherProgramsSuffice(RuleBook rules)
        {
            if (rules.Find(ProgramRules.Suffices) is not { CheckedAt: not null } answer)
                return (ProgramSuffices.Unconfirmed, "");
            var source = await db.RuleChecks.Where(c => c.ValueId == answer.ValueId).OrderByDescending(c => c.At).Select(c => c.Source).FirstAsync();
            return (!rules.IsConfirmed(ProgramRules.Suffices) ? ProgramSuffices.Outdated : answer.IsYes ? ProgramSuffices.Yes : ProgramSuffices.No,
                source.Words);
        }
    }
}
