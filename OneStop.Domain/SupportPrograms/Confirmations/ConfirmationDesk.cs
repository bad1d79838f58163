using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.SupportPrograms.Confirmations;

/// <summary>本人の確認の窓口: asking the client of an approved version on a page, and what came of it (仕様書 7(2)②(イ)). The paper is confirmed at <see cref="ProgramDesk"/>.</summary>
[DisplayName("プログラムの本人の確認")]
public sealed partial class ConfirmationDesk(DeskContext desk, LinkKeys keys, AuditKey secret)
{
    private const int MostScans = 30;

    /// <summary>Returns how the newest page of a program stands, and what can be done; records the look. Null if there is no such program.</summary>
    [DisplayName("本人の確認のようすを見る")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task<ConfirmationView?> Of(Guid programId)
    {
        desk.MayDo<ConfirmationDesk>();
        return desk.Open(async db =>
        {
            if (await db.SupportPrograms.AsNoTracking().SingleOrDefaultAsync(p => p.Id == programId) is not { } program)
                return null;
            var client = await db.Clients.Where(c => c.Id == program.ClientId).ToRows(db).SingleAsync();
            var isDiscreet = client.ConversationId is { } talk && await db.Conversations.AnyAsync(c => c.Id == talk && c.Discretion != null);
            var scans = await db.ClientFiles.Where(f => f.ClientId == program.ClientId && f.Removal == null).OrderByDescending(f => f.AddedAt).Take(MostScans)
                .Select(f => new PaperScan(f.Id, f.Title, f.AddedAt)).ToListAsync();
            return new ConfirmationView(program.ClientId, client.ConversationId, await RowOf(db, programId), await db.HeardOn(programId),
                await db.WhyNoConfirmation(program, desk.Now), client.CanBeTold,
                await db.Clients.AnyAsync(c => c.Id == program.ClientId && c.BirthDate != null), isDiscreet, scans);
        }, view => new OpenedRecord(ProgramDesk.Opened, programId, ShownPerson.Of(view.ConversationId, view.ClientId)));
    }

    /// <summary>ページを作る: a page with exactly these words. Nothing is sent yet; an older page is closed.</summary>
    /// <param name="seen">The digest of the words on the screen.</param>
    /// <exception cref="RuleException">The version does not wait for the client, the words differ, the consent is missing, or the file knows no date of
    /// birth.</exception>
    [DisplayName("本人が確かめるページを作る")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task<Guid> Offer(Guid programId, string seen, ConfirmationWish wish, Guid? key = null)
    {
        desk.MayDo<ConfirmationDesk>();
        return desk.Create(key, async db =>
        {
            await db.TakeTurn(); // of two who make a page at once, the second closes that of the first
            var (program, me, now) = (await db.ProgramToChange(programId), desk.Actor.StaffId, desk.Now);
            var client = await db.StandingClient(program.ClientId);
            if (await db.WhyNoConfirmation(program, now) is { } why)
                throw new RuleException(why);
            if (Contents.ProgramContent.Of(program.Newest, await db.CircumstancesOf(program.Newest)).Digest != seen)
                throw new RuleException("内容が、見ていたものと違います。画面を読み込み直して、もう一度確かめてください。");
            if (wish.Gate.TakesBirthDate && await db.ConversationOfClient(client.Id) is { Discretion: not null })
                throw new RuleException("「連絡は控えめに」の方のページは、番号で開くようにしてください。", nameof(wish.Gate));
            if (wish.Gate.TakesBirthDate && client.BirthDate is null)
                throw new RuleException("ケースファイルに生年月日がないので、番号で開くようにしてください。", nameof(wish.Gate));
            var link = ClientLink.Showing(ProgramConfirmation.Kind, SupportConsents.Program, client, me, now, ProgramConfirmation.GoodFor);
            var page = ProgramConfirmation.Of(program, link, seen, wish.Gate, me, now);
            await db.ReplaceConfirmations(programId, me, now);
            db.ClientLinks.Add(link);
            return db.ProgramConfirmations.Add(page).Entity.Id;
        });
    }

    /// <summary>番号を作る: a code that the planner says to the client. It is returned only now; the one before opens nothing any more.</summary>
    /// <exception cref="RuleException">The page is closed, or is not opened by a code.</exception>
    [DisplayName("本人が確かめるページの番号を作る")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public async Task<NewConfirmationCode> NewCode(Guid confirmationId)
    {
        desk.MayDo<ConfirmationDesk>();
        var code = ConfirmationCode.New();
        var digest = ConfirmationCode.DigestOf(secret, confirmationId, code);
        await desk.Change(async db =>
        {
            var page = (await db.OpenConfirmation(confirmationId, desk.Now)).Page;
            if (!page.Gate.TakesCode)
                throw new RuleException("このページは、生年月日で開きます。");
            page.OpenBy(digest);
        });
        return new(confirmationId, code, ProgramConfirmation.MarkOf(digest));
    }

    /// <summary>取り消す: the page opens no more.</summary>
    /// <exception cref="RuleException">It was answered.</exception>
    [DisplayName("本人が確かめるページを取り消す")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task Withdraw(Guid confirmationId)
    {
        desk.MayDo<ConfirmationDesk>();
        return desk.Change(async db =>
        {
            var page = await db.ProgramConfirmations.SingleAsync(c => c.Id == confirmationId);
            if (page.Answer is not null)
                throw new RuleException("このページには、もう答えがありました。画面を確かめてください。");
            (await db.ClientLinks.SingleAsync(l => l.Id == page.LinkId)).Withdraw(desk.Now);
            page.Withdraw(desk.Actor.StaffId);
            await db.CallOffCard(page, desk.Now);
        });
    }

    /// <summary>話し合った: what the client wanted to talk about is settled; or takes that back.</summary>
    [DisplayName("本人と話し合ったと記録する・戻す")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task Talk(Guid confirmationId, bool isSettled)
    {
        desk.MayDo<ConfirmationDesk>();
        return desk.Change(async db =>
            (await db.ProgramConfirmations.SingleAsync(c => c.Id == confirmationId)).Talk(isSettled, desk.Actor.StaffId, desk.Now));
    }

    /// <summary>連絡した: an answer came too late, and a member of staff got in touch; or takes that back.</summary>
    [DisplayName("本人の遅れた答えのあとに連絡したと記録する・戻す")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task SeeLate(Guid confirmationId, bool isSeen)
    {
        desk.MayDo<ConfirmationDesk>();
        return desk.Change(async db =>
            (await db.ProgramConfirmations.SingleAsync(c => c.Id == confirmationId)).SeeLate(isSeen, desk.Actor.StaffId, desk.Now));
    }

    /// <summary>連絡した: a client wrote words of danger, and a member of staff got in touch or read them; or takes that back.</summary>
    [DisplayName("本人の確認の危険な言葉のあとに連絡したと記録する・戻す")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task SeeDanger(Guid confirmationId, bool isSeen)
    {
        desk.MayDo<ConfirmationDesk>();
        return desk.Change(async db =>
            (await db.ProgramConfirmations.SingleAsync(c => c.Id == confirmationId)).SeeDanger(isSeen, desk.Actor.StaffId, desk.Now));
    }

    private async Task<ConfirmationRow?> RowOf(OneStopDb db, Guid programId)
    {
        if (await db.Confirmation(db.ProgramConfirmations.Where(c => c.ProgramId == programId)) is not { } offered)
            return null;
        var page = offered.Page;
        return new()
        {
            Id = page.Id,
            State = offered.StateAt(desk.Now),
            Edition = page.Edition,
            Gate = page.Gate,
            CodeMark = page.CodeMark,
            CreatedAt = page.CreatedAt,
            CreatedBy = await db.Users.Where(u => u.Id == page.CreatedBy).Select(u => u.Name).SingleAsync(),
            ExpiresAt = offered.Link.ExpiresAt,
            SentAt = page.IsSent ? page.SentAt : null,
            Way = page.Way,
            Card = page.MessageId is { } card ? await db.OutgoingMessages.Where(o => db.Messages.Any(m => m.Id == card && m.OutgoingId == o.Id))
                .Select(o => (Delivery?)o.State).SingleOrDefaultAsync() : null,
            WrongTries = page.WrongTries,
            TriesLeft = page.TriesLeft,
            OpenedAt = page.OpenedAt,
            AnsweredAt = page.AnsweredAt,
            Words = page.Words,
            TalkedAt = page.TalkedAt,
            TooLateAt = page.TooLateAt,
        };
    }
}
