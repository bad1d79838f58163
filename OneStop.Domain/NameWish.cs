namespace OneStop.Domain;

/// <summary>What something is to be called, of a form that asks for nothing else. Empty where it may go without a name.</summary>
public sealed record NameWish(string Name);
