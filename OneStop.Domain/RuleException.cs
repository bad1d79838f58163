namespace OneStop.Domain;

/// <summary>
/// Thrown when a rule of the service would be broken, although the screen should have prevented it. The message is a Japanese sentence that may be
/// shown as it is.
/// </summary>
/// <param name="field">The name of the property of the form's record that the rule is about; the form shows the message beside that field. Null if it
/// is about no single field.</param>
public class RuleException(string message, string? field = null) : Exception(message)
{
    /// <summary>The name of the property that the rule is about; null if it is about no single one.</summary>
    public string? Field { get; } = field;
}
