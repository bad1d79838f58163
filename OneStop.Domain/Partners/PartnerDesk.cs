using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Partners;

/// <summary>関係機関の窓口: the directory that the counselors share (仕様書 7(2)①(ク)).</summary>
[DisplayName("関係機関")]
public sealed partial class PartnerDesk(DeskContext desk)
{
    /// <summary>Announced when the directory has changed.</summary>
    public const string Topic = "partners";

    /// <summary>Returns a page of the directory.</summary>
    [DisplayName("関係機関の一覧を見る")]
    [Allowed(Casework = true)]
    public async Task<ListPart<PartnerRow>> List(ListQuery<PartnerFilter> query)
    {
        desk.MayDo<PartnerDesk>();
        await using var db = await desk.Read();
        return await db.Partners.AsNoTracking().That(query.Filter, desk.Now).Sought(query.Words).Sorted(query.Sort, query.IsDescending).ToRows(db)
            .ToPart(query.Page, db.Partners);
    }

    /// <summary>Returns a partner with its notes; null if there is none.</summary>
    [DisplayName("関係機関を開く")]
    [Allowed(Casework = true)]
    public async Task<PartnerView?> Open(Guid partnerId)
    {
        desk.MayDo<PartnerDesk>();
        await using var db = await desk.Read();
        if (await db.Partners.AsNoTracking().SingleOrDefaultAsync(p => p.Id == partnerId) is not { } partner)
            return null;
        var row = await db.Partners.Where(p => p.Id == partnerId).ToRows(db).SingleAsync();
        var notes = from n in db.PartnerNotes
                    where n.PartnerId == partnerId && n.Withdrawal == null
                    join s in db.Users on n.StaffId equals s.Id
                    orderby n.At descending, n.Id
                    select new PartnerNoteRow(n.Id, n.Text, n.At, s.Name);
        return new(row, partner.Wish, partner.Check, await notes.ToListAsync());
    }

    /// <summary>Enters a partner, or corrects one.</summary>
    /// <param name="partnerId">Null for a new one.</param>
    /// <exception cref="RuleException">Something is missing, too long, or not valid, or a partner of this name exists already.</exception>
    /// <exception cref="ConflictException{T}">A colleague has changed it meanwhile.</exception>
    [DisplayName("関係機関を書く")]
    [Allowed(Casework = true)]
    public Task<Guid> Save(Guid? partnerId, Edit<PartnerWish> edit)
    {
        desk.MayDo<PartnerDesk>();
        return partnerId is not { } id
            ? desk.Create(edit.Key, async db =>
            {
                var partner = Partner.Of(edit.Wish, desk.Actor.StaffId, desk.Now);
                await RefuseTwice(db, partner);
                return db.Partners.Add(partner).Entity.Id;
            })
            : desk.Change(async db =>
            {
                var partner = await db.Partners.SingleAsync(p => p.Id == id);
                partner.Rewrite(db.Accept(edit, partner, p => p.Wish), desk.Now);
                await RefuseTwice(db, partner);
                return id;
            });
    }

    /// <summary>持ち出し: returns all pages of the list and records the export. It contains no person.</summary>
    [DisplayName("関係機関の一覧を保存する")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<PartnerRow>> Export(PartnerFilter filter)
    {
        desk.MayDo<PartnerDesk>();
        await using var db = await desk.Read();
        db.RecordExport("PartnerList", "all", null, desk.Now);
        await db.SaveChangesAsync();
        return await db.Partners.AsNoTracking().That(filter, desk.Now).Sorted(null, false).ToRows(db).ToListAsync();
    }

    /// <summary>Two entries of one office would be checked and noted apart.</summary>
    private static async Task RefuseTwice(OneStopDb db, Partner partner)
    {
        if (await db.Partners.StillThere().AnyAsync(p => p.Name == partner.Name && p.Id != partner.Id))
            throw new RuleException($"「{partner.Name}」は、すでにあります。一覧でさがして、そちらを直してください。", nameof(PartnerWish.Name));
    }
}
