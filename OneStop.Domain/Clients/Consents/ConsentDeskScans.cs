using System.ComponentModel;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients.Files;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients.Consents;

public sealed partial class ConsentDesk
{
    /// <summary>Returns the client's files that can be the scan of a consent on paper, the newest first.</summary>
    /// <param name="hasObject">Whether the consent names a partner: then only files that placement does not see.</param>
    [DisplayName("同意のスキャンを選ぶ")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<ConsentScan>> Scans(Guid clientId, bool hasObject)
    {
        desk.MayDo<ConsentDesk>();
        return await desk.Open(async db => await ScansAmong(db, f => f.ClientId == clientId && f.Removal == null && (f.IsForSupport || !hasObject)
            && db.ClientFileKinds.Any(k => k.Id == f.KindId && k.IsConsent)), _ => OpenedRecord.Client(clientId)) ?? [];
    }

    /// <summary>Adds the scan of the signed paper to a consent, or takes it off.</summary>
    /// <param name="fileId">Null to take it off.</param>
    /// <returns>The scan before, for undoing.</returns>
    /// <exception cref="RuleException">The consent was not given on paper, or the file is not a scan of a consent of this client.</exception>
    [DisplayName("同意にスキャンをつける")]
    [Allowed(Casework = true)]
    public Task<Guid?> AttachScan(Guid consentId, Guid? fileId)
    {
        desk.MayDo<ConsentDesk>();
        return desk.Change(async db =>
        {
            await db.TakeTurn(); // a colleague may remove the file
            var consent = await db.Consents.SingleAsync(c => c.Id == consentId);
            var before = consent.ScanId;
            if (before is { } seen && !await db.ClientFiles.AnyAsync(f => f.Id == seen))
                throw new RuleException("このスキャンは、支援を担当する人だけが変えられます。");
            if (fileId is { } scan)
                await Scan(db, consent, scan);
            else
                consent.Scan(null);
            return before;
        });
    }

    private static async Task Scan(OneStopDb db, Consent consent, Guid fileId)
    {
        var (client, hasObject) = (consent.ClientId, consent.ObjectId is not null);
        if (!await db.ClientFiles.AnyAsync(f => f.Id == fileId && f.ClientId == client && f.Removal == null && (f.IsForSupport || !hasObject)
            && db.ClientFileKinds.Any(k => k.Id == f.KindId && k.IsConsent)))
            throw new RuleException("この同意のスキャンにできる書類ではありません。種類が同意書の書類を選んでください。", nameof(ConsentWish.ScanId));
        consent.Scan(fileId);
    }

    private static async Task<IReadOnlyList<ConsentScan>> ScansAmong(OneStopDb db, Expression<Func<ClientFile, bool>> which) =>
        await db.ClientFiles.Where(which).OrderByDescending(f => f.AddedAt).Select(f => new ConsentScan(f.Id, f.Title, f.AddedAt)).ToListAsync();
}
