namespace OneStop.Domain.Clients.Dialogues;

/// <summary>A question of the gate, or its reply to an answer.</summary>
/// <param name="Next">The step that waits for the answer; the buttons carry it.</param>
public abstract record GateReply(DialogueStep Next) : DialogueReply;

/// <summary>対象者の確認: asked once, before the first step that needs it.</summary>
public sealed record AsksEligibility(DialogueStep Next) : GateReply(Next);

/// <summary>対象者の確認 and 個人情報の取り扱い on one card, if the City has approved it.</summary>
public sealed record AsksOnOneCard(DialogueStep Next) : GateReply(Next);

/// <summary>An outdated card would change an earlier answer: asks for confirmation.</summary>
public sealed record AsksToChangeAnswer(Eligibility Answer, DialogueStep Next) : GateReply(Next);

/// <summary>同意: asked before the first step that needs it, and again after its wording changed or it was withdrawn.</summary>
public sealed record AsksConsent(ConsentPurpose Purpose, DialogueStep Next) : GateReply(Next);

/// <summary>A person takes over, and the client can continue all the same: nobody is refused.</summary>
public sealed record LedToPerson(Eligibility Answer, DialogueStep Next) : GateReply(Next);

/// <summary>Without consent nothing is stored, so the step is not taken; the client can still ask for a person.</summary>
public sealed record NoConsent(ConsentPurpose Purpose, DialogueStep Next) : GateReply(Next);
