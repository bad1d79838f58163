using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients.Consents;

/// <summary>同意の窓口: all consents of a client, whatever they are to: in which words, when, how, and withdrawn by whom (別紙 6, 7).</summary>
[DisplayName("同意")]
public sealed partial class ConsentDesk(DeskContext desk, IEnumerable<ConsentPurpose> purposes, IEnumerable<IHoldsConsents> holders,
    ConsentWithdrawal withdrawal, LinkKeys keys)
{
    /// <summary>Returns a client's consents, also those withdrawn, the newest first, and records the look.</summary>
    [DisplayName("同意の一覧を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<ConsentRow>> Of(Guid clientId)
    {
        desk.MayDo<ConsentDesk>();
        return await desk.Open<IReadOnlyList<ConsentRow>>(async db =>
        {
            var consents = await db.Consents.AsNoTracking().Where(c => c.ClientId == clientId).OrderByDescending(c => c.GivenAt).ToListAsync();
            var digests = consents.Select(c => c.WordingDigest).Distinct().ToList();
            var words = await db.ConsentWordings.Where(w => digests.Contains(w.Digest)).ToDictionaryAsync(w => w.Digest, w => w.Text);
            var names = await db.Users.ToDictionaryAsync(u => u.Id, u => u.Name);
            var scans = await ScansAmong(db, f => db.Consents.Any(c => c.ClientId == clientId && c.ScanId == f.Id));
            return consents.ConvertAll(c => RowOf(c, words.GetValueOrDefault(c.WordingDigest), names, scans));
        }, _ => OpenedRecord.Client(clientId)) ?? [];
    }

    /// <summary>Returns the purposes that can be recorded here. One with an object is recorded where the object is, as a signposting.</summary>
    [DisplayName("同意の目的を見る")]
    [Allowed(Casework = true)]
    public Task<IReadOnlyList<PurposeChoice>> Purposes()
    {
        desk.MayDo<ConsentDesk>();
        return Task.FromResult<IReadOnlyList<PurposeChoice>>(
            [.. purposes.Where(p => !p.HasObject).Select(p => new PurposeChoice(p.Code, p.InJapanese, p.Text, p.FitsOnCard, p.MayEnd))]);
    }

    /// <summary>同意を記録する: the wording was read out or signed, and the client consented.</summary>
    /// <returns>The id, for taking it back.</returns>
    /// <exception cref="RuleException">The day is missing or in the future, or the consent is in force already.</exception>
    [DisplayName("口頭・書面の同意を記録する")]
    [Allowed(Casework = true)]
    public Task<Guid> Record(Guid clientId, Edit<ConsentWish> edit)
    {
        desk.MayDo<ConsentDesk>();
        var (wish, now) = (edit.Wish, desk.Now);
        if (wish.On is not { } day || day > now.JapaneseDate)
            throw new RuleException("同意した日を、今日までの日で入力してください。", nameof(wish.On));
        if (wish.Way is ConsentWay.LineButton or ConsentWay.Page)
            throw new RuleException("LINEのボタンと専用ページの同意は、本人が答えたときに記録されます。", nameof(wish.Way));
        return desk.Create(edit.Key, async db =>
        {
            await db.TakeTurn(); // the client may answer at the same time, and two consents are two rows
            var purpose = Find(wish.Purpose);
            if (await db.Consents.InForce(clientId, purpose, now.JapaneseDate).AnyAsync())
                throw new RuleException($"「{purpose.InJapanese}」への同意は、すでにあります。", nameof(wish.Purpose));
            var at = day == now.JapaneseDate ? now : JapanTime.At(day, TimeOnly.MinValue);
            var consent = await db.Give(purpose, clientId, desk.Actor.StaffId, at, new(wish.Way, wish.Witness, Until: wish.Until));
            if (wish is { Way: ConsentWay.Paper, ScanId: { } scan })
                await Scan(db, consent, scan);
            return consent.Id;
        });
    }

    /// <summary>Takes back a consent that one has just recorded by mistake; it is deleted.</summary>
    /// <exception cref="RuleException">Somebody else recorded it, it was withdrawn, or something rests on it.</exception>
    [DisplayName("記録した同意を取り消す")]
    [Allowed(Casework = true)]
    public Task TakeBack(Guid consentId)
    {
        desk.MayDo<ConsentDesk>();
        return desk.Change(async db =>
        {
            await db.TakeTurn(); // what rests on it may be written at the same moment
            var consent = await db.Consents.SingleAsync(c => c.Id == consentId);
            if (consent.TakenBy != desk.Actor.StaffId || consent.WithdrawnAt is not null)
                throw new RuleException("この記録は、もう取り消せません。本人の申し出なら、撤回を記録してください。");
            foreach (var holder in holders)
                if (await holder.WhyKept(db, consent, desk.Now) is { } why)
                    throw new RuleException(why);
            db.Consents.Remove(consent);
        });
    }

    /// <summary>Sets the last day of a consent, or removes it, as the client told a member of staff.</summary>
    /// <exception cref="RuleException">It was withdrawn or has ended, cannot have a last day, or the day has passed.</exception>
    /// <exception cref="ConflictException{T}">A colleague has set another day meanwhile.</exception>
    [DisplayName("同意の期限を変える")]
    [Allowed(Casework = true)]
    public Task ChangeEnd(Guid consentId, Edit<ConsentEnd> edit)
    {
        desk.MayDo<ConsentDesk>();
        var today = desk.Now.JapaneseDate;
        return desk.Change(async db =>
        {
            var consent = await db.Consents.SingleAsync(c => c.Id == consentId);
            if (consent.WithdrawnAt is not null || consent.Until < today)
                throw new RuleException("この同意は、もう終わっています。続けるときは、もう一度同意を得てください。");
            var until = db.Accept(edit, consent, c => new ConsentEnd(c.Until)).Until;
            if (until < today)
                throw new RuleException("期限は、今日からの日で入力してください。今日で終わるときは、撤回を記録してください。", nameof(ConsentEnd.Until));
            consent.LastUntil(until, purposes.Single(p => p.Code == consent.Purpose));
        });
    }

    /// <summary>Returns what would end if this consent were withdrawn now.</summary>
    [DisplayName("この同意の撤回で終わるものを見る")]
    [Allowed(Casework = true)]
    public async Task<RestingOnConsent> EndsWith(Guid consentId)
    {
        desk.MayDo<ConsentDesk>();
        var clientId = Guid.Empty;
        return (await desk.Open<RestingOnConsent>(async db =>
        {
            var consent = await db.Consents.AsNoTracking().SingleAsync(c => c.Id == consentId);
            clientId = consent.ClientId;
            return await withdrawal.Ends(db, clientId, consent.Purpose, desk.Now, consent.ObjectId);
        }, _ => OpenedRecord.Client(clientId)))!;
    }

    /// <summary>同意の撤回: withdraws this consent as the client told a member of staff, and ends what rests on it.</summary>
    [DisplayName("この同意の撤回を記録する")]
    [Allowed(Casework = true)]
    public Task Withdraw(Guid consentId)
    {
        desk.MayDo<ConsentDesk>();
        return desk.Change(async db =>
        {
            var consent = await db.Consents.SingleAsync(c => c.Id == consentId);
            await withdrawal.Withdraw(db, consent.ClientId, consent.Purpose, desk.Actor.StaffId, desk.Now, consent.ObjectId);
        });
    }

    private ConsentPurpose Find(string code) => purposes.FirstOrDefault(p => p.Code == code && !p.HasObject)
        ?? throw new RuleException("同意の目的を選んでください。", nameof(ConsentWish.Purpose));

    private ConsentRow RowOf(Consent consent, string? text, Dictionary<Guid, string> names, IReadOnlyList<ConsentScan> scans)
    {
        var (purpose, today) = (purposes.FirstOrDefault(p => p.Code == consent.Purpose), desk.Now.JapaneseDate);
        return new()
        {
            Id = consent.Id,
            Purpose = purpose?.InJapanese ?? consent.Purpose,
            ObjectName = desk.Actor.SeesSupport ? consent.ObjectName : null, // an office's name may tell of debts or illness
            HasObject = consent.ObjectId is not null,
            State = consent.WithdrawnAt is not null ? ConsentState.Withdrawn
                : consent.Until < today ? ConsentState.Ended
                : purpose is not null && consent.Holds(purpose, today) ? ConsentState.InForce : ConsentState.FormerWording,
            Edition = consent.Wording,
            Digest = consent.WordingDigest,
            Text = text,
            GivenAt = consent.GivenAt,
            Until = consent.Until,
            MayEnd = purpose?.MayEnd == true,
            Way = consent.Way,
            TakenBy = consent.TakenBy is { } taker ? names.GetValueOrDefault(taker) : null,
            Witness = consent.Witness,
            HasScan = consent.ScanId is not null,
            Scan = scans.FirstOrDefault(s => s.FileId == consent.ScanId),
            WithdrawnAt = consent.WithdrawnAt,
            WithdrawnBy = consent.WithdrawnBy is { } told ? names.GetValueOrDefault(told) : null,
        };
    }
}
