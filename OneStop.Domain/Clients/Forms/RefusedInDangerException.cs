namespace OneStop.Domain.Clients.Forms;

/// <summary>Thrown when a form refuses what was typed, and there were words of danger in it: the page shows the refusal and whom to call.</summary>
public sealed class RefusedInDangerException(RuleException refusal) : RuleException(refusal.Message, refusal.Field);
