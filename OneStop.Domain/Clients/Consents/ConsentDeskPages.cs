using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients.Consents;

/// <summary>Asking for a consent on a page, for a client whom no card in LINE reaches.</summary>
public sealed partial class ConsentDesk
{
    /// <summary>
    /// Returns the pages that staff still have to know of: for each purpose the last one that was not withdrawn, if it waits, was declined or has expired, and
    /// the consent is not in force by now.
    /// </summary>
    [DisplayName("同意をたずねるページの一覧を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<ConsentPageRow>> Pages(Guid clientId)
    {
        desk.MayDo<ConsentDesk>();
        return await desk.Open<IReadOnlyList<ConsentPageRow>>(async db =>
        {
            var links = await (from l in db.ClientLinks.AsNoTracking()
                               join s in db.Users on l.OfferedBy equals (Guid?)s.Id
                               where l.ClientId == clientId && l.Kind == ConsentLinks.Kind && l.WithdrawnAt == null
                               orderby l.OfferedAt descending
                               select new { Link = l, s.Name }).ToListAsync();
            var rows = new List<ConsentPageRow>();
            // one that still can be answered is shown before a newer answer: after a merge there may be both
            foreach (var last in links.OrderBy(l => l.Link.SubmittedAt is not null || desk.Now >= l.Link.ExpiresAt).DistinctBy(l => l.Link.Purpose)
                .Where(l => l.Link.SubmittedAt is null || l.Link.IsDeclined))
                if (purposes.FirstOrDefault(p => p.Code == last.Link.Purpose) is { } purpose
                    && !await db.Consents.InForce(clientId, purpose, desk.Now.JapaneseDate).AnyAsync())
                    rows.Add(RowOf(last.Link, purpose, last.Name));
            return rows;
        }, _ => OpenedRecord.Client(clientId)) ?? [];
    }

    /// <summary>専用ページで聞く: makes a page that asks for one consent. Nothing is sent; staff send the address themselves.</summary>
    /// <param name="key">The key of the form: a form that is saved twice makes one page.</param>
    /// <returns>The id of the link.</returns>
    /// <exception cref="RuleException">The client has consented already, another page waits for an answer, or the purpose needs an object.</exception>
    [DisplayName("同意をたずねるページを作る")]
    [Allowed(Casework = true)]
    public Task<Guid> AskOnPage(Guid clientId, string purpose, Guid? key = null)
    {
        desk.MayDo<ConsentDesk>();
        var asked = Find(purpose);
        return desk.Create(key, async db =>
        {
            await db.TakeTurn(); // a colleague's page for the same is another row
            var client = await db.StandingClient(clientId);
            if (await db.Consents.InForce(clientId, asked, desk.Now.JapaneseDate).AnyAsync())
                throw new RuleException($"「{asked.InJapanese}」への同意は、すでにあります。", nameof(ConsentWish.Purpose));
            if (await db.ClientLinks.AskingForConsent(clientId, desk.Now).AnyAsync(l => l.Purpose == asked.Code))
                throw new RuleException("返事を待っているページがあります。新しく作るときは、先にそれを取り消してください。", nameof(ConsentWish.Purpose));
            return db.ClientLinks.Add(ClientLink.Asking(asked, client, desk.Actor.StaffId, desk.Now)).Entity.Id;
        });
    }

    /// <summary>文面をコピー: returns the address of a page that waits for an answer, and records the look.</summary>
    /// <exception cref="RuleException">It was answered or withdrawn, or has expired.</exception>
    [DisplayName("同意をたずねるページのアドレスをコピーする")]
    [Allowed(Casework = true)]
    public async Task<CopiedAddress> CopyPage(Guid linkId)
    {
        desk.MayDo<ConsentDesk>();
        var client = Guid.Empty;
        return (await desk.Open(async db =>
        {
            var link = await db.ClientLinks.AsNoTracking().SingleAsync(l => l.Id == linkId && l.Kind == ConsentLinks.Kind);
            client = link.ClientId;
            return link.IsOpen(null, desk.Now) ? new CopiedAddress($"{ConsentLinks.PagePath}{keys.Of(link.Id)}", link.ExpiresAt)
                : throw new RuleException("このページは、もう使えません。画面を確かめてください。");
        }, _ => OpenedRecord.Client(client)))!;
    }

    /// <summary>取り消す: the page takes no answer any more.</summary>
    /// <exception cref="RuleException">It was answered.</exception>
    [DisplayName("同意をたずねるページを取り消す")]
    [Allowed(Casework = true)]
    public Task WithdrawPage(Guid linkId)
    {
        desk.MayDo<ConsentDesk>();
        return desk.Change(async db =>
        {
            var link = await db.ClientLinks.SingleAsync(l => l.Id == linkId && l.Kind == ConsentLinks.Kind);
            if (link.SubmittedAt is not null)
                throw new RuleException("このページには、もう答えがありました。画面を確かめてください。");
            link.Withdraw(desk.Now);
        });
    }

    private ConsentPageRow RowOf(ClientLink link, ConsentPurpose purpose, string offeredBy)
    {
        var stand = link.IsDeclined ? ConsentPageStand.Declined : desk.Now >= link.ExpiresAt ? ConsentPageStand.Expired : ConsentPageStand.Waiting;
        return new(link.Id, purpose.InJapanese, stand, link.OfferedAt, offeredBy, link.ExpiresAt, link.SubmittedAt);
    }
}
