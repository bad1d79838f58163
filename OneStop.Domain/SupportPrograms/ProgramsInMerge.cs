using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients.Merging;
using OneStop.Domain.Data;

namespace OneStop.Domain.SupportPrograms;

/// <summary>Two clients who have a program each that has not ended: of one person only one goes on.</summary>
internal sealed class ProgramsInMerge : IWarnsOfMerge
{
    /// <inheritdoc/>
    public async Task<string?> Warn(OneStopDb db, Guid keptId, Guid mergedId)
    {
        var open = await db.SupportPrograms.Open().Where(p => p.ClientId == keptId || p.ClientId == mergedId).OrderBy(p => p.Number)
            .Select(p => new { p.Number, p.ClientId }).ToListAsync();
        return open.Exists(p => p.ClientId == keptId) && open.Exists(p => p.ClientId == mergedId)
            ? $"終わっていない自立支援プログラムが{open.Count}つになります（{string.Join("、", open.Select(p => SupportProgram.NumberOf(p.Number)))}）。続けるのは1つです。統合したあとに、ほかを終えてください。" : null;
    }
}
