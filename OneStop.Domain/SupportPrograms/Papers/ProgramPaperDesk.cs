using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Partners;
using OneStop.Domain.Partners.Signpostings;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.SupportPrograms.Papers;

/// <summary>
/// プログラムの書類の窓口: the paper for the person, the one for an office that decides on a benefit (with the name, on a consent that names it), and what the
/// monthly report says without telling whose program it is.
/// </summary>
[DisplayName("プログラムの書類")]
public sealed partial class ProgramPaperDesk(DeskContext desk)
{
    /// <summary>The name under which the audit trail records a paper that was made.</summary>
    public const string Exported = "ProgramPaper";

    /// <summary>Opens the papers of a version and records the look; null if there is no such version.</summary>
    /// <param name="edition">Null for the version in force, or the newest if none is.</param>
    [DisplayName("プログラムの書類を開く")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task<PapersView?> Open(Guid programId, int? edition)
    {
        desk.MayDo<ProgramPaperDesk>();
        return desk.Open(async db => await db.VersionForPaper(programId, edition) is { } source ? await View(db, source) : null,
            view => new OpenedRecord(ProgramDesk.Opened, programId, ShownPerson.Of(null, view.ClientId)));
    }

    /// <summary>Returns the paper for the person, to be printed; recorded as an export. Null if there is no such version.</summary>
    [DisplayName("本人に渡す紙を作る")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task<PersonPaper?> ForPerson(Guid versionId)
    {
        desk.MayDo<ProgramPaperDesk>();
        return Export(versionId, (db, source) => db.PaperForPerson(source));
    }

    /// <summary>Returns the paper that the person signs, to be printed; recorded as an export. Null if there is no such version.</summary>
    /// <exception cref="RuleException">The words may still change.</exception>
    [DisplayName("本人が名前を書く紙を作る")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task<SigningPaper?> ForSigning(Guid versionId)
    {
        desk.MayDo<ProgramPaperDesk>();
        return Export(versionId, (db, source) => source.Head.IsDraft ? throw new RuleException("名前を書く紙は、承認されてから作れます。") : db.PaperToSign(source));
    }

    /// <summary>Returns the paper for an office, to be printed; recorded as an export. Null if there is no such version or office.</summary>
    /// <param name="words">The words about the person that are to go with it.</param>
    /// <exception cref="RuleException">The version is not established, the office decides on no benefit, or no consent names it.</exception>
    [DisplayName("窓口に渡す書類を作る")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task<OfficePaper?> ForOffice(Guid versionId, Guid partnerId, OfficeWords words)
    {
        desk.MayDo<ProgramPaperDesk>();
        return Export(versionId, async (db, source) =>
        {
            if (await db.Partners.SingleOrDefaultAsync(p => p.Id == partnerId) is not { } partner)
                return null;
            ProgramHandOver.RefuseUnlessFor(source.Version, partner);
            await ConsentTo(db, source.Program.ClientId, partner);
            return await db.PaperForOffice(source, partner.Name, words, desk.Now);
        });
    }

    /// <summary>Registers a file that was made for an office, before it is saved anywhere.</summary>
    /// <exception cref="RuleException">The version is not established, the office decides on no benefit, or no consent names it any more.</exception>
    [DisplayName("作った書類を記録する")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task<Guid> Register(Guid versionId, Guid partnerId, MadePaper paper)
    {
        desk.MayDo<ProgramPaperDesk>();
        return desk.Change(async db =>
        {
            var version = await db.ProgramVersions.SingleAsync(v => v.Id == versionId);
            var clientId = await db.SupportPrograms.Where(p => p.Id == version.ProgramId).Select(p => p.ClientId).SingleAsync();
            var partner = await db.Partners.SingleAsync(p => p.Id == partnerId);
            await db.TakeTurn(); // the consent may be withdrawn at the same moment
            var consent = await ConsentTo(db, clientId, partner);
            return db.Add(ProgramHandOver.Of(version, partner, consent, paper, desk.Actor.StaffId, desk.Now)).Entity.Id;
        });
    }

    /// <summary>渡したことを記録する: to whom, how and when.</summary>
    /// <exception cref="RuleException">It was handed over already, counts no more, the day is not possible, or the consent was withdrawn before that day.</exception>
    [DisplayName("書類を渡したことを記録する")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task HandOver(Guid handOverId, HandingWish wish)
    {
        desk.MayDo<ProgramPaperDesk>();
        return desk.Change(async db =>
        {
            var paper = await db.ProgramHandOvers.SingleAsync(h => h.Id == handOverId);
            await db.TakeTurn();
            var consent = await db.Consents.SingleOrDefaultAsync(c => c.Id == paper.ConsentId);
            if (consent is null || consent.WithdrawnAt?.JapaneseDate <= wish.On || consent.Until < wish.On)
                throw new RuleException($"「{paper.PartnerName}」に伝えることへの同意は、その日にはもうありません。渡さずに捨て、「注記を書く」で残してください。", nameof(wish.On));
            paper.HandOver(wish, desk.Actor.StaffId, desk.Now);
        });
    }

    /// <summary>注記を書く: the register is never corrected in place.</summary>
    /// <exception cref="RuleException">The words are missing or too long.</exception>
    [DisplayName("書類の記録に注記を書く")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task Annotate(Guid handOverId, HandOverNoteWish wish)
    {
        desk.MayDo<ProgramPaperDesk>();
        return desk.Change(async db =>
            (await db.ProgramHandOvers.SingleAsync(h => h.Id == handOverId)).Annotate(wish, desk.Actor.StaffId, desk.Now));
    }

    /// <summary>Returns what the monthly report says of a version, to be printed; recorded as an export. Null if there is no such version.</summary>
    /// <exception cref="RuleException">It is not established, and so stands in no report.</exception>
    [DisplayName("匿名の記録を印刷する")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task<AnonymousProgram?> ForReport(Guid versionId)
    {
        desk.MayDo<ProgramPaperDesk>();
        return Export(versionId, (db, source) => source.Version.Step == VersionStep.Established ? AnonymousOf(db, source)
            : throw new RuleException("月の報告に出るのは、策定した版だけです。"));
    }

    private Task<T?> Export<T>(Guid versionId, Func<OneStopDb, PaperSource, Task<T?>> read) where T : class => desk.Change(async db =>
    {
        if (await db.VersionForPaper(v => v.Id == versionId) is not { } source || await read(db, source) is not { } paper)
            return null;
        db.RecordExport(Exported, source.Version.Id.ToString(), source.Program.ClientId, desk.Now);
        return paper;
    });

    private async Task<Guid> ConsentTo(OneStopDb db, Guid clientId, Partner partner) =>
        await db.Consents.InForce(clientId, SharingConsent.To, desk.Now.JapaneseDate).Where(c => c.ObjectId == partner.Id)
            .OrderByDescending(c => c.GivenAt).Select(c => (Guid?)c.Id).FirstOrDefaultAsync()
        ?? throw new RuleException($"「{partner.Name}」に名前を伝えることへの同意がありません。本人に文面を読んでもらい、同意をもらってから作ってください。");
}
