using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Data;

namespace OneStop.Domain.SupportPrograms;

/// <summary>What rests on the consent to take part: a program that has not ended. It stays counted where it was counted.</summary>
internal sealed class ProgramsOnConsent : IRestsOnConsent
{
    private const string Withdrawn = "本人が参加の同意を取り消しました。";

    /// <inheritdoc/>
    public ConsentPurpose Purpose => SupportConsents.Program;

    /// <inheritdoc/>
    public async Task<RestingOnConsent> Of(OneStopDb db, Guid clientId, Guid? objectId, DateTimeOffset now) => new([], 0)
    {
        Others = [.. (await db.SupportPrograms.Open().Where(p => p.ClientId == clientId).Select(p => p.Number).ToListAsync())
            .Select(n => $"自立支援プログラム（{SupportProgram.NumberOf(n)}）を終えます。")],
    };

    /// <inheritdoc/>
    public async Task End(OneStopDb db, Guid clientId, Guid? objectId, Guid? by, DateTimeOffset now)
    {
        foreach (var program in await db.SupportPrograms.Open().Where(p => p.ClientId == clientId).ToListAsync())
        {
            var isBegun = program.Establishment is not null;
            program.EndBy(new(now.JapaneseDate, isBegun ? ProgramEndReason.Interrupted : ProgramEndReason.NotBegun),
                new(now, by, Withdrawn, isBegun ? "" : ProgramEndNote.NotYetTold), null, now);
        }
    }
}
