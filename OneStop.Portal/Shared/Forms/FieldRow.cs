namespace OneStop.Portal.Shared.Forms;

/// <summary>A row of a <c>RowsField</c> for its inputs.</summary>
/// <param name="Value">The present input.</param>
/// <param name="Change">
/// Changes the input. It is given the input of now: of two inputs that are filled in quickly, the second was drawn before the first was heard.
/// </param>
/// <param name="Id">The id of the row's first input.</param>
/// <param name="IsDisabled">Whether the form is read-only.</param>
public sealed record FieldRow<TRow>(TRow Value, Action<Func<TRow, TRow>> Change, string Id, bool IsDisabled);
