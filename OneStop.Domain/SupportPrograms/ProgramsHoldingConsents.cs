using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Data;

namespace OneStop.Domain.SupportPrograms;

/// <summary>
/// What rests on the record of a consent: a program that a second person was asked to approve, and that an office was told the name. A draft needs no
/// consent yet.
/// </summary>
internal sealed class ProgramsHoldingConsents : IHoldsConsents
{
    /// <inheritdoc/>
    public async Task<string?> WhyKept(OneStopDb db, Consent consent, DateTimeOffset now)
    {
        if (consent.Purpose == SupportConsents.Program.Code && await NumberOf(db, consent, now) is { } number)
            return $"自立支援プログラム（{SupportProgram.NumberOf(number)}）が、この同意によって進んでいます。本人の申し出なら、撤回を記録してください。プログラムも終わります。";
        db.SeeEverybody("whether an office was told a name because of a consent; who may not read of it is told no more");
        var isTold = await db.ProgramContacts.AnyAsync(c => c.ConsentId == consent.Id && c.Withdrawal == null)
            || await db.ProgramHandOvers.AnyAsync(h => h.ConsentId == consent.Id);
        return isTold ? "この同意によって、関係機関に名前を伝えた記録があります。記録を取り消すか、本人の申し出なら撤回を記録してください。" : null;
    }

    /// <summary>The program that would be without its consent; another consent in force holds it as well, but not the proof of what was counted.</summary>
    private static async Task<int?> NumberOf(OneStopDb db, Consent consent, DateTimeOffset now)
    {
        var (given, today) = (consent.GivenAt.JapaneseDate, now.JapaneseDate);
        var others = db.Consents.InForce(consent.ClientId, SupportConsents.Program, today).Where(c => c.Id != consent.Id);
        return await db.SupportPrograms.Where(p => p.ClientId == consent.ClientId && (p.Establishment!.On >= given
            || (p.End == null && (p.EstablishedEdition != null || p.NewestStep == VersionStep.Asked || p.NewestStep == VersionStep.Approved) && !others.Any())))
            .OrderByDescending(p => p.Number).Select(p => (int?)p.Number).FirstOrDefaultAsync();
    }
}
