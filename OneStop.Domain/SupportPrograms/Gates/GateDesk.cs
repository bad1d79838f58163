using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.DatedRules;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportMeasures;

namespace OneStop.Domain.SupportPrograms.Gates;

/// <summary>The measures for which a program is drawn first.</summary>
/// <param name="Measures">The ids of the measures that need an established program.</param>
public sealed record MeasureGates(IReadOnlySet<Guid> Measures, ProgramSuffices Suffices, string Source)
{
    /// <summary>Nothing was read yet.</summary>
    public static MeasureGates None { get; } = new(new HashSet<Guid>(), ProgramSuffices.Unconfirmed, "");
}

/// <summary>プログラムが先の窓口: which measures need a program, for the items of support that name them. It reads nothing about people.</summary>
[DisplayName("プログラムが先の支援策")]
public sealed class GateDesk(DeskContext desk)
{
    /// <summary>Returns which measures need an established program, and whether one drawn here suffices.</summary>
    [DisplayName("プログラムが先の支援策を見る")]
    [Allowed(Casework = true)]
    public async Task<MeasureGates> Read()
    {
        desk.MayDo<GateDesk>();
        await using var db = await desk.Read();
        var rules = await db.RulesOn(ServiceDay.Of(desk.Now).Date, desk.Now);
        var measures = await db.SupportMeasures.Select(m => new { m.Id, m.Code }).ToListAsync();
        var (suffices, source) = await db.WhetherProgramsSuffice(rules);
        return new(measures.Where(m => rules.Find(MeasureRules.NeedsProgram(m.Code)) is { IsYes: true }).Select(m => m.Id).ToHashSet(), suffices, source);
    }
}
