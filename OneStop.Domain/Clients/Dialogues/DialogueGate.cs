using OneStop.Domain.Clients.Consents;

namespace OneStop.Domain.Clients.Dialogues;

/// <summary>
/// The only gate before all dialogues. It asks for the first thing that a step needs and the client lacks. The buttons of its questions carry the
/// step, so that the dialogue continues there after the answer.
/// </summary>
internal sealed class DialogueGate(DialogueRegistry dialogues, DialogueTurn turn)
{
    /// <summary>Returns the question that must be answered before a step; null if there is none.</summary>
    public async Task<DialogueReply?> Ask(DialogueStep step)
    {
        var client = await turn.Client();
        var needs = dialogues.Of(step).NeedsOf(step, client);
        if (needs.Eligibility && client is null or { Eligibility: Eligibility.NotAsked })
            return await AsksBoth(needs, client) ? new AsksOnOneCard(step) : new AsksEligibility(step);
        return await Lacking(needs, client) is { } purpose ? new AsksConsent(purpose, step) : null;
    }

    /// <summary>Handles an answer. It counts only if the question would be asked now: an outdated card changes no earlier answer.</summary>
    /// <returns>The reply to give before <paramref name="next"/>; null to continue with it.</returns>
    public Task<DialogueReply?> Take(GateAnswer answer, DialogueStep next) => answer switch
    {
        SaysEligible said => TellEligibility(said, next),
        AnswersOneCard said => TellBoth(said, next),
        SaysConsent said => TellConsent(said, next),
        _ => throw new InvalidOperationException($"No question has {answer.GetType().Name}."),
    };

    /// <summary>Whether both questions are open and the City has approved asking them on one card.</summary>
    private async Task<bool> AsksBoth(DialogueNeeds needs, Client? client) =>
        needs.Eligibility && client is null or { Eligibility: Eligibility.NotAsked } && await Lacking(needs, client) == ConsentPurpose.Consultation
        && await turn.Db.AsksOnOneCard(turn.Now);

    private async Task<DialogueReply?> TellEligibility(SaysEligible said, DialogueStep next)
    {
        var client = await turn.Register();
        if (client.Eligibility != Eligibility.NotAsked && client.Eligibility != said.Answer && !said.IsSure)
            return new AsksToChangeAnswer(said.Answer, next);
        // a changed answer belongs to the question of an earlier card
        client.Answer(said.Answer, said.IsSure ? client.EligibilityRule ?? EligibilityQuestion.Alone.Rule : EligibilityQuestion.Alone.Rule, turn.Now);
        if (said.Answer == Eligibility.Yes)
            return null;
        turn.LeaveToStaff($"対象者の確認: {(said.Answer == Eligibility.No ? "「ちがう」" : "「よく分からない」")}と答えました。お話をうかがってください");
        return new LedToPerson(said.Answer, next);
    }

    private async Task<DialogueReply?> TellBoth(AnswersOneCard said, DialogueStep next)
    {
        var client = await turn.Client();
        if (await AsksBoth(dialogues.Of(next).NeedsOf(next, client), client))
            return await Keep(await turn.Register(), said.Fits) ? null : new LedToPerson(Eligibility.Unsure, next);
        return client?.Eligibility switch
        {
            Eligibility.Unsure or Eligibility.No => said.Fits ? new AsksToChangeAnswer(Eligibility.Yes, next) : new LedToPerson(client.Eligibility, next),
            Eligibility.Yes when !said.Fits => new AsksToChangeAnswer(Eligibility.Unsure, next),
            _ => null,
        };
    }

    /// <summary>Records both answers of one tap: eligibility with the wording of its question, and the consent with wording and digest.</summary>
    /// <returns>Whether the dialogue continues; otherwise a person takes over.</returns>
    private async Task<bool> Keep(Client client, bool fits)
    {
        client.Answer(fits ? Eligibility.Yes : Eligibility.Unsure, EligibilityQuestion.OnOneCard.Rule, turn.Now);
        if (fits)
            await turn.Db.GiveOnce(ConsentPurpose.Consultation, client.Id, null, turn.Now);
        else
            turn.LeaveToStaff("対象者の確認: 「わからない・ちがう」と答えました。お話をうかがってください");
        return fits;
    }

    private async Task<DialogueReply?> TellConsent(SaysConsent said, DialogueStep next)
    {
        if (await turn.Client() is not { Eligibility: not Eligibility.NotAsked } client
            || dialogues.Of(next).NeedsOf(next, client).Consents.FirstOrDefault(p => p.Code == said.Purpose) is not { } purpose)
            return null; // eligibility is asked first, and only needed purposes are asked for
        var agrees = await turn.Db.Agrees(client.Id, purpose, turn.Now);
        if (!said.Agrees)
            // an outdated button withdraws nothing without a confirmation
            return agrees ? await Answer(new WithdrawsConsent(purpose.Code, IsSure: false)) : new NoConsent(purpose, next);
        await turn.Db.GiveOnce(purpose, client.Id, null, turn.Now);
        return null;
    }

    private Task<DialogueReply> Answer(DialogueStep step) => dialogues.Of(step).Answer(step, turn);

    private async Task<ConsentPurpose?> Lacking(DialogueNeeds needs, Client? client)
    {
        foreach (var purpose in needs.Consents)
            if (client is null || !await turn.Db.Agrees(client.Id, purpose, turn.Now))
                return purpose;
        return null;
    }
}
