using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;

namespace OneStop.Domain.Bookings.Dialogue;

/// <summary>The first-time questions, and taking consent back.</summary>
internal sealed partial class BookingDialogue
{
    /// <summary>対象者の確認と同意, before the first booking.</summary>
    private async Task<DialogueReply?> FirstQuestion(BookingWish wish)
    {
        var client = await db.Clients.SingleOrDefaultAsync(c => c.FriendId == friend.Id);
        if (client is null or { Eligibility: Eligibility.NotAsked })
            return await AsksBoth(client) ? new AsksOnOneCard(wish) : new AsksEligibility(wish);
        return await Agrees(client) ? null : new AsksConsent(wish);
    }

    /// <summary>Are both still open, and does the City agree to asking them on one card?</summary>
    private async Task<bool> AsksBoth(Client? client) =>
        client is null or { Eligibility: Eligibility.NotAsked } && await db.AsksOnOneCard() && (client is null || !await Agrees(client));

    private async Task<DialogueReply> TellEligibility(SaysEligible said)
    {
        var (answer, wish) = (said.Answer, said.Wish);
        var client = await db.GetOrRegister(friend, now);
        if (client.Eligibility != Eligibility.NotAsked && client.Eligibility != answer && !said.IsSure)
            return new AsksToChangeAnswer(answer, wish); // an old card changes nothing by itself
        client.Answer(answer, said.IsSure ? client.EligibilityRule ?? EligibilityQuestion.Alone.Rule : EligibilityQuestion.Alone.Rule, now); // who changes an answer was asked by an earlier card
        if (answer == Eligibility.Yes)
            return await Agrees(client) ? await GoOn(wish with { Moves = null }, null) : new AsksConsent(wish);
        db.Messages.Add(conversation.AddWaitingEvent($"対象者の確認: {(answer == Eligibility.No ? "「ちがう」" : "「よく分からない」")}と答えました。お話をうかがってください", now));
        return new LedToPerson(answer, wish);
    }

    /// <summary>
    /// The one card is an answer only where it would be asked now: pressed twice, or after the City's approval has ended, it asks for
    /// what is still open and changes nothing that stands.
    /// </summary>
    private async Task<DialogueReply> TellBoth(AnswersOneCard said)
    {
        var wish = said.Wish with { Moves = null };
        var client = await Client();
        if (await AsksBoth(client))
            return Keep(await db.GetOrRegister(friend, now), said.Fits) ? await GoOn(wish, null) : new LedToPerson(Eligibility.Unsure, wish);
        return client?.Eligibility switch
        {
            Eligibility.Unsure or Eligibility.No => said.Fits ? new AsksToChangeAnswer(Eligibility.Yes, wish) : new LedToPerson(client.Eligibility, wish),
            Eligibility.Yes when !said.Fits => new AsksToChangeAnswer(Eligibility.Unsure, wish),
            _ => await Choose(wish),
        };
    }

    /// <summary>Two records of one tap: the answer with its rule, and the consent with version and digest.</summary>
    /// <returns>Whether they go on; else a person takes over.</returns>
    private bool Keep(Client client, bool fits)
    {
        client.Answer(fits ? Eligibility.Yes : Eligibility.Unsure, EligibilityQuestion.OnOneCard.Rule, now);
        if (fits)
            db.Consents.Add(Consent.To(ConsentPurpose.Consultation, client.Id, null, now));
        else
            db.Messages.Add(conversation.AddWaitingEvent("対象者の確認: 「わからない・ちがう」と答えました。お話をうかがってください", now));
        return fits;
    }

    private async Task<DialogueReply> TellConsent(bool agrees, BookingWish? wish)
    {
        var client = await db.GetOrRegister(friend, now);
        if (client.Eligibility == Eligibility.NotAsked)
            return wish is null ? new AsksPhoneLater() : await Choose(wish with { Moves = null }); // whether they may comes first
        var hasAgreed = await Agrees(client);
        if (!agrees)
            return hasAgreed ? await WithdrawConsent(isSure: false) : new NoConsent(wish); // an old button takes nothing back by itself
        if (!hasAgreed)
            db.Consents.Add(Consent.To(ConsentPurpose.Consultation, client.Id, null, now));
        return wish is null ? new OffersForm(db.OfferForm(client, now)) : await GoOn(wish with { Moves = null }, null);
    }

    private Task<bool> Agrees(Client client) => db.Consents.InForce(client.Id, ConsentPurpose.Consultation).AnyAsync();

    /// <summary>The page takes a telephone number, so consent is asked for first.</summary>
    private async Task<DialogueReply> OfferForm() => await Client() is not { Eligibility: not Eligibility.NotAsked } client ? new AsksPhoneLater()
        : await Agrees(client) ? new OffersForm(db.OfferForm(client, now))
        : new AsksConsent(null);

    private async Task<DialogueReply> WithdrawConsent(bool isSure)
    {
        if (await Client() is not { } client || !await db.Consents.AnyAsync(c => c.ClientId == client.Id))
            return new HasNoConsent();
        if (!await db.Consents.Given(client.Id).AnyAsync())
            return isSure ? new ConsentIsWithdrawn(0) : new HasNoConsent(); // pressed twice
        if (!isSure)
            return new AsksIfSure(ForErasure: false, await db.Bookings.ComingOf(client.Id, now).CountAsync());
        db.Messages.Add(conversation.AddWaitingEvent("個人情報の取り扱いへの同意が撤回されました", now));
        return new ConsentIsWithdrawn((await withdrawal.Withdraw(db, client.Id, null, null, now)).Bookings.Count);
    }

    private async Task<DialogueReply> AskErasure(bool isSure)
    {
        if (!isSure)
            return new AsksIfSure(ForErasure: true, 0);
        (await db.GetOrRegister(friend, now)).AskErasure(now);
        db.Messages.Add(conversation.AddWaitingEvent("記録の消去の依頼がありました。業務責任者に伝えてください", now));
        return new ErasureIsAsked();
    }
}
