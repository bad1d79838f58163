using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.DatedRules;
using OneStop.Domain.Due;

namespace OneStop.Domain.Erasures;

/// <summary>
/// 消去の依頼: a client who asked for erasure waits for an answer, whatever the law allows to be erased (遅滞なく, 個人情報保護法 35条). How long staff may take
/// is a dated rule. A request that waits for approval is due for the other managers; an approved one for all.
/// </summary>
internal sealed class ErasureDue : IDueSource
{
    /// <summary>The code of the rule: within how many days of the wish.</summary>
    public const string WithinDays = "erasure.answer.days";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueItem>> Read(OneStopDb db, DueQuery query)
    {
        if (!await SeesThem(db, query))
            return [];
        var client = query.Person?.ClientId;
        var asking = db.Clients.Standing.Where(c => c.ErasureAskedAt != null && (query.Person == null || c.Id == client));
        var taken = await db.Erasures.AsNoTracking().Include(e => e.Approval)
            .Where(e => e.ClosedAt == null && e.Order == null && (query.Person == null || e.ClientId == client)).ToListAsync();
        var known = taken.ConvertAll(e => e.ClientId);
        var rows = await asking.Where(c => !known.Contains(c.Id)).OrderBy(c => c.ErasureAskedAt).Take(query.Take)
            .Select(c => new { c.Id, At = c.ErasureAskedAt!.Value }).ToListAsync();
        if (rows.Count + taken.Count == 0)
            return [];
        var within = (await db.RulesOn(ServiceDay.Of(query.Now).Date, query.Now)).Find(WithinDays)?.Number;
        return [.. rows.Select(r => Item(r.Id, r.Id, "消去の依頼を受け付ける", r.At.JapaneseDate, within))
            .Concat(taken.Where(e => e.Approval?.State != Approvals.ApprovalState.Asked || e.Approval.AskedBy != query.StaffId)
                .Select(e => Item(e.Id, e.ClientId, WhatOf(e.State), e.AskedOn, within)))
            .Where(i => i.Until < query.Before)];
    }

    /// <summary>In the list of a member of staff, only a manager has to do with it; in the file of a person everybody sees that it waits.</summary>
    private static async Task<bool> SeesThem(OneStopDb db, DueQuery query) => query.StaffId is not { } me
        || (await db.Users.Where(u => u.Id == me).Select(u => u.Duties).SingleOrDefaultAsync())?.Contains(Staff.Duty.Manager) == true;

    private static string WhatOf(ErasureState state) => state switch
    {
        ErasureState.Asked => "消去を承認するか決める",
        ErasureState.Approved => "消去を実行する",
        _ => "消去の依頼に答える",
    };

    /// <summary>Without a rule in force it is due at once: nobody should wait because a setting is missing.</summary>
    private static DueItem Item(Guid id, Guid clientId, string what, DateOnly askedOn, decimal? within) => new()
    {
        Id = id,
        Kind = "erasure",
        ClientId = clientId,
        What = what,
        Until = JapanTime.At(askedOn.AddDays((int)(within ?? 0) + 1), TimeOnly.MinValue),
        Link = $"/clients/{clientId}/erasure",
    };
}
