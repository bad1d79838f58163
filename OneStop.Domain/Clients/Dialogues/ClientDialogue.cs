using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients.Forms;

namespace OneStop.Domain.Clients.Dialogues;

/// <summary>
/// The dialogue about the client's own data: leaving a telephone number, withdrawing a consent, asking for deletion. Answers to the gate's questions
/// are handled by the gate.
/// </summary>
internal sealed class ClientDialogue(IEnumerable<ConsentPurpose> purposes, ConsentWithdrawal withdrawal) : IDialogue
{
    /// <inheritdoc/>
    public string Prefix => ClientStep.Prefix;

    /// <inheritdoc/>
    public DialogueStep? Read(string words) => ClientStep.Read(words);

    /// <inheritdoc/>
    public DialogueNeeds NeedsOf(DialogueStep step, Client? client) =>
        // the page asks for a telephone number, which needs consent
        step is WantsForm && client is { Eligibility: not Eligibility.NotAsked } ? new(false, ConsentPurpose.Consultation) : DialogueNeeds.Nothing;

    /// <inheritdoc/>
    public Task<DialogueReply> Answer(DialogueStep step, DialogueTurn turn) => step switch
    {
        WantsForm => OfferForm(turn),
        WithdrawsConsent said => Withdraw(said, turn),
        AsksErasure { IsSure: var sure } => AskErasure(sure, turn),
        _ => throw new InvalidOperationException($"No answer to {step.GetType().Name}."),
    };

    private static async Task<DialogueReply> OfferForm(DialogueTurn turn) =>
        await turn.Client() is { Eligibility: not Eligibility.NotAsked } client ? new OffersForm(turn.Db.OfferForm(client, turn.Now)) : new AsksPhoneLater();

    private async Task<DialogueReply> Withdraw(WithdrawsConsent said, DialogueTurn turn)
    {
        var client = await turn.Client();
        var all = client is null ? [] : await turn.Db.Consents.AsNoTracking().Where(c => c.ClientId == client.Id).ToListAsync();
        var given = purposes.Where(p => all.Any(c => c.WithdrawnAt is null && c.Purpose == p.Code)).ToList();
        var meant = said.Purpose is null or WithdrawsConsent.All ? given : given.FindAll(p => p.Code == said.Purpose);
        if (client is null || meant is [])
            return said.IsSure && all.Count > 0 ? new ConsentIsWithdrawn(0) : new HasNoConsent(); // pressed twice
        if (said.Purpose is null && meant is [_, _, ..])
            return new AsksWhichConsent(meant);
        var one = meant is [var only] ? only : null;
        if (!said.IsSure)
            return new AsksToWithdraw(one, (await withdrawal.Ends(turn.Db, client.Id, one?.Code, turn.Now)).Bookings.Count);
        turn.LeaveToStaff($"同意が撤回されました: {string.Join('、', meant.Select(p => p.InJapanese))}");
        return new ConsentIsWithdrawn((await withdrawal.Withdraw(turn.Db, client.Id, one?.Code, null, turn.Now)).Bookings.Count);
    }

    private static async Task<DialogueReply> AskErasure(bool isSure, DialogueTurn turn)
    {
        if (!isSure)
            return new AsksToErase();
        (await turn.Register()).AskErasure(turn.Now);
        turn.LeaveToStaff("記録の消去の依頼がありました。業務責任者に伝えてください");
        return new ErasureIsAsked();
    }
}
