using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients.Consents;

/// <summary>Asking for a consent in LINE.</summary>
public sealed partial class ConsentDesk
{
    /// <summary>Returns the card that the client would get; nothing is saved.</summary>
    /// <exception cref="RuleException">The purpose cannot be asked for on a card.</exception>
    [DisplayName("同意を聞くカードを下見する")]
    [Allowed(Casework = true)]
    public Task<CardContent> Preview(string purpose)
    {
        desk.MayDo<ConsentDesk>();
        return Task.FromResult(CardOf(purpose));
    }

    /// <summary>LINEで聞く: sends a card with two buttons. It can be taken back within the hold of answers.</summary>
    /// <param name="key">The key of the form: a form that is saved twice asks once.</param>
    /// <exception cref="RuleException">The client has no LINE or has blocked the account, has consented already, or the purpose cannot be asked for on
    /// a card.</exception>
    [DisplayName("LINEで同意を聞く")]
    [Allowed(Casework = true)]
    public async Task<AskedConsent> Ask(Guid clientId, string purpose, Guid? key = null)
    {
        desk.MayDo<ConsentDesk>();
        var card = CardOf(purpose);
        var message = await desk.Create(key, async db =>
        {
            if (await db.Consents.InForce(clientId, Find(purpose), desk.Now.JapaneseDate).AnyAsync())
                throw new RuleException($"「{Find(purpose).InJapanese}」への同意は、すでにあります。");
            var conversation = await db.Conversations.Include(c => c.Friend)
                .SingleOrDefaultAsync(c => db.Clients.Any(k => k.Id == clientId && k.FriendId == c.FriendId))
                ?? throw new RuleException("LINEの友だちではないため、LINEでは聞けません。");
            conversation.RefuseIfBlocked();
            return db.Answer(conversation, [Part.Of(card)], desk.Actor.StaffId, desk.Now, desk.Now + AnswerDesk.Hold).Id;
        });
        await using var read = await desk.Read();
        return await read.Messages.Where(m => m.Id == message).Select(m => new AskedConsent(m.ConversationId, m.OutgoingId!.Value)).SingleAsync();
    }

    private CardContent CardOf(string purpose) => Find(purpose) is { FitsOnCard: true } asked ? ConsentCards.Asking(asked)
        : throw new RuleException("この同意は、LINEのカードでは聞けません。");
}
