namespace OneStop.Domain;

/// <summary>
/// A rule of the service was about to be broken by something that the screen should have prevented.
/// The message is a Japanese sentence that may be shown to the person as it is.
/// </summary>
/// <param name="field">The name of the property that the rule is about, as the form's record has it; a form
/// shows the sentence beside that field. Null if it is about no single one.</param>
public class RuleException(string message, string? field = null) : Exception(message)
{
    /// <summary>The name of the property that the rule is about; null if it is about no single one.</summary>
    public string? Field { get; } = field;
}
