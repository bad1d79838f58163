using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients.Files;
using OneStop.Domain.Data;

namespace OneStop.Domain.SupportPrograms.Versions;

/// <summary>The scan of the paper on which a client confirmed a version stays as long as the version.</summary>
internal sealed class SignedScans : IHoldsFiles
{
    /// <inheritdoc/>
    public async Task<string?> WhyKept(OneStopDb db, Guid fileId) =>
        await db.ProgramVersions.AnyAsync(v => v.Confirmation != null && v.Confirmation!.ScanId == fileId)
            ? "この書類は、本人がプログラムを確認した書面のスキャンです。策定した版の証しなので、削除できません。" : null;
}
