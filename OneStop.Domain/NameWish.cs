namespace OneStop.Domain;

/// <summary>A form with only a name; empty if no name is required.</summary>
public sealed record NameWish(string Name);
