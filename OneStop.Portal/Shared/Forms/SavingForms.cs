namespace OneStop.Portal.Shared.Forms;

/// <summary>A form that saves itself, as its page sees it.</summary>
internal interface ISavingForm
{
    /// <summary>The form's id in the page.</summary>
    string Id { get; }

    /// <summary>The form's accessible name.</summary>
    string Name { get; }

    /// <summary>The record with the present input.</summary>
    object Typed { get; }

    /// <summary>Whether something typed is not saved, or cannot be.</summary>
    bool IsUnsaved { get; }

    /// <summary>Saves what is typed by now.</summary>
    Task Save();
}

/// <summary>
/// The forms of a page that save themselves, cascaded to them: for a step that must not be taken while something typed is not saved, such as a request to
/// approve the whole.
/// </summary>
public sealed class SavingForms
{
    private readonly List<ISavingForm> forms = [];

    /// <summary>Whether something typed is not saved.</summary>
    public bool HasUnsaved => forms.Exists(f => f.IsUnsaved);

    /// <summary>The names of the forms with something that is not saved.</summary>
    public IReadOnlyList<string> Unsaved => [.. forms.Where(f => f.IsUnsaved).Select(f => f.Name)];

    /// <summary>Returns the name of a form and what is typed in it; null if it is not there, or all of it is saved.</summary>
    public (string Name, object Mine)? Typed(string id) => forms.Find(f => f.Id == id) is { IsUnsaved: true } form ? (form.Name, form.Typed) : null;

    /// <summary>Saves what is typed in all forms.</summary>
    /// <returns>The names of the forms with something that could not be saved.</returns>
    public async Task<IReadOnlyList<string>> SaveAll()
    {
        foreach (var form in forms.ToList()) // forms may come and go meanwhile
            await form.Save();
        return Unsaved;
    }

    internal void Add(ISavingForm form) => forms.Add(form);

    internal void Remove(ISavingForm form) => forms.Remove(form);
}
