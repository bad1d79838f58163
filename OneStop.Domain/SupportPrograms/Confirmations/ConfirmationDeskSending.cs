using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.SupportPrograms.Confirmations;

/// <content>The way of the address to the client: a card in LINE, or a text that staff send themselves.</content>
public sealed partial class ConfirmationDesk
{
    /// <summary>Returns the card that the client would get; nothing is saved.</summary>
    /// <exception cref="RuleException">The page is closed, or the client cannot be reached in LINE.</exception>
    [DisplayName("本人の確認のカードを下見する")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public async Task<ConfirmationCard> Preview(Guid confirmationId)
    {
        desk.MayDo<ConfirmationDesk>();
        await using var db = await desk.Read();
        var (now, offered) = (desk.Now, await db.OpenConfirmation(confirmationId, desk.Now));
        var talk = await TalkOf(db, offered);
        return new(ConfirmationCards.Of(offered.Page, offered.Link.ExpiresAt), talk.Discretion is not null,
            talk.NoContact is { } hours && hours.Cover(now) ? hours.EndAfter(now) : null);
    }

    /// <summary>LINEで送る: sends the card. Like an answer it is held for some seconds.</summary>
    /// <param name="key">The key of the form: a form that is saved twice sends one card.</param>
    /// <exception cref="RuleException">The page is closed, it has no code yet, or the client cannot be reached in LINE.</exception>
    [DisplayName("本人の確認のカードをLINEで送る")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task Send(Guid confirmationId, Guid? key = null)
    {
        desk.MayDo<ConfirmationDesk>();
        return desk.Create(key, async db =>
        {
            var (offered, me) = (await Sendable(db, confirmationId), desk.Actor.StaffId);
            var (card, until) = (ConfirmationCards.Of(offered.Page, offered.Link.ExpiresAt), offered.Link.ExpiresAt);
            offered.Page.Send(db.SendCard(await TalkOf(db, offered), card, me, desk.Now, usefulUntil: until), me, desk.Now);
            return confirmationId;
        });
    }

    /// <summary>Takes the card back within the hold.</summary>
    /// <exception cref="RuleException">It has gone out.</exception>
    [DisplayName("本人の確認のカードを取り消す")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task TakeBack(Guid confirmationId)
    {
        desk.MayDo<ConfirmationDesk>();
        return desk.Change(async db =>
        {
            var page = await db.ProgramConfirmations.SingleAsync(c => c.Id == confirmationId);
            if (page.MessageId is { } card)
                await db.TakeCardBack(card, desk.Now);
            page.TakeCardBack();
        });
    }

    /// <summary>文面をコピー: returns the address, for a client without LINE. The trail says who took it and when.</summary>
    /// <exception cref="RuleException">The page is closed, or it has no code yet.</exception>
    [DisplayName("本人が確かめるページのアドレスをコピーする")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task<CopiedAddress> Copy(Guid confirmationId)
    {
        desk.MayDo<ConfirmationDesk>();
        return desk.Change(async db =>
        {
            var offered = await Sendable(db, confirmationId);
            offered.Page.Copy(desk.Actor.StaffId, desk.Now);
            return new CopiedAddress($"{ProgramConfirmation.PagePath}{keys.Of(offered.Link.Id)}", offered.Link.ExpiresAt);
        });
    }

    private async Task<OfferedConfirmation> Sendable(OneStopDb db, Guid confirmationId)
    {
        var offered = await db.OpenConfirmation(confirmationId, desk.Now);
        return offered.Page is { Gate.TakesCode: true, CodeDigest: null } ? throw new RuleException("先に「番号を作る」を押して、本人に伝える番号を作ってください。") : offered;
    }

    private static async Task<Conversation> TalkOf(OneStopDb db, OfferedConfirmation offered) =>
        await db.ConversationOfClient(offered.Program.ClientId) is { Friend.BlockedAt: null } talk ? talk
        : throw new RuleException("LINEでは届きません（ブロックされているか、友だちではありません）。「文面をコピー」で送ってください。");
}
