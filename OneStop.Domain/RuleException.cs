namespace OneStop.Domain;

/// <summary>
/// A rule of the service was about to be broken by something that the screen should have prevented.
/// The message is a Japanese sentence that may be shown to the person as it is.
/// </summary>
public sealed class RuleException(string message) : Exception(message);
