namespace OneStop.Domain.Clients.Dialogues;

/// <summary>A question of the gate, or what it says to an answer.</summary>
/// <param name="Next">The step that waits for it. Its buttons carry it on.</param>
public abstract record GateReply(DialogueStep Next) : DialogueReply;

/// <summary>対象者の確認: once, before the first step that needs it.</summary>
public sealed record AsksEligibility(DialogueStep Next) : GateReply(Next);

/// <summary>対象者の確認 and 個人情報の取り扱い together, where the City approved it.</summary>
public sealed record AsksOnOneCard(DialogueStep Next) : GateReply(Next);

/// <summary>An old card would change an answer that stands: asked once more first.</summary>
public sealed record AsksToChangeAnswer(Eligibility Answer, DialogueStep Next) : GateReply(Next);

/// <summary>同意: before the first step that needs it, and again when its wording changed or it was withdrawn.</summary>
public sealed record AsksConsent(ConsentPurpose Purpose, DialogueStep Next) : GateReply(Next);

/// <summary>A person takes over, with a way on all the same: nobody is refused.</summary>
public sealed record LedToPerson(Eligibility Answer, DialogueStep Next) : GateReply(Next);

/// <summary>Without consent nothing is kept, so the step cannot be taken; a person can still be asked.</summary>
public sealed record NoConsent(ConsentPurpose Purpose, DialogueStep Next) : GateReply(Next);
