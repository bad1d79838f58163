using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using OneStop.Domain;
using OneStop.Portal.Shell;

namespace OneStop.Portal.Shared.Forms;

/// <summary>
/// A form of one record. Fields name the record's properties. The form tracks changes, validates, saves once even if the button is pressed
/// twice, keeps the input when others change the same record, and asks which of two conflicting values to save.
/// </summary>
/// <typeparam name="TWish">The form's record, as its desk takes it.</typeparam>
public sealed partial class Form<TWish>
{
    private readonly List<IFormField<TWish>> fields = [];
    private readonly Dictionary<string, string> faults = [];
    private ElementReference root;
    private ConflictDialog<TWish>? conflict;
    private PageScript<Form<TWish>>? script;
    private TWish? was, shown, theirs;
    private Guid key; // of the present input: saving the same input again creates nothing twice
    private bool isBusy, seeksFault;
    private string said = "";

    [Inject] private TimeProvider Clock { get; set; } = default!;

    /// <summary>The current state of the record. While nothing has been typed, the form shows its changes.</summary>
    [Parameter, EditorRequired] public TWish Value { get; set; } = default!;

    /// <summary>The form's id in the page. The id of a field is the form's id with the property's name: memo-Text.</summary>
    [Parameter] public string Id { get; set; } = $"form-{Interlocked.Increment(ref FormNumbers.Last)}";

    /// <summary>The form's accessible name.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>Saves at the desk. A <see cref="RuleException"/> is shown, beside its field if it names one.</summary>
    [Parameter, EditorRequired] public Func<Edit<TWish>, Task> OnSave { get; set; } = default!;

    /// <summary>Called after saving, when leaving would no longer lose anything.</summary>
    [Parameter] public EventCallback OnSaved { get; set; }

    /// <summary>Adjusts dependent properties after a change, given the record before and after it.</summary>
    [Parameter] public Func<TWish, TWish, TWish> Follow { get; set; } = (_, now) => now;

    /// <summary>Called after input, after a draft was restored or discarded: for a page that renders the values outside the form.</summary>
    [Parameter] public Action OnChange { get; set; } = () => { };

    /// <summary>Closes the form without saving, by 「やめる」 or Escape; for a form that was opened in place.</summary>
    [Parameter] public EventCallback OnLeave { get; set; }

    [Parameter] public string SaveWord { get; set; } = "保存";

    /// <summary>The CSS class of the save button. Not primary for a form that changes nothing.</summary>
    [Parameter] public string SaveClass { get; set; } = "btn primary";

    /// <summary>The text of the button while saving.</summary>
    [Parameter] public string BusyWord { get; set; } = "保存しています…";

    /// <summary>What gets the focus when the form appears.</summary>
    [Parameter] public FormFocus Focus { get; set; }

    /// <summary>False if leaving loses nothing, because the input only selects what to show.</summary>
    [Parameter] public bool Guards { get; set; } = true;

    /// <summary>The path of a page that keeps the form when only the rest of its address changes; null if any other address closes the form.</summary>
    [Parameter] public string? StaysOn { get; set; }

    /// <summary>The message after saving; empty if the page shows one.</summary>
    [Parameter] public string SavedWord { get; set; } = "";

    /// <summary>False to show the fields read-only.</summary>
    [Parameter] public bool MayChange { get; set; } = true;

    /// <summary>True for a form that creates something: it may be saved without changes, and is reset after saving.</summary>
    [Parameter] public bool IsNew { get; set; }

    [Parameter] public string? Class { get; set; }
    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <summary>Other buttons, to the left of the save button.</summary>
    [Parameter] public RenderFragment? Foot { get; set; }

    /// <summary>The record with the present input.</summary>
    public TWish Mine { get; private set; } = default!;

    /// <summary>True if leaving would lose input.</summary>
    public bool HasChanges => MayChange && was is not null && !(SavesItself ? IsSame(Mine, was) : Mine.Equals(was));

    /// <summary>True while saving: changes announced meanwhile may be the form's own.</summary>
    internal bool IsBusy => isBusy;

    private Guid NewKey => Guid.CreateVersion7(Clock.GetUtcNow());

    private bool CanSave => IsNew || HasChanges;

    private bool HasNews => HasChanges && theirs is not null && !theirs.Equals(Mine) && (!SavesItself || Merged(theirs) is null);

    /// <summary>
    /// An error that belongs to no field, or to a field that is not shown; otherwise the number of fields with an error, if there is
    /// more than the focused one.
    /// </summary>
    private string? Spoken => faults.FirstOrDefault(f => fields.All(shown => shown.Name != f.Key)).Value
        ?? (faults.Count > 1 ? $"入力を確かめるところが {faults.Count} か所あります。" : null);

    /// <summary>Begins before the draft is loaded, so that the form can be rendered meanwhile.</summary>
    protected override void OnInitialized()
    {
        if (SavesItself && IsNew)
            throw new InvalidOperationException($"The form {Label} saves itself, but what it creates does not exist yet.");
        shown = Value;
        Begin();
        if (SavesItself)
            Others?.Add(this);
    }

    protected override void OnParametersSet()
    {
        if (Value.Equals(shown))
            return;
        shown = Value;
        if (SavesItself)
            Meet();
        else if (HasChanges)
            theirs = TheirsOf(was);
        else
            BeginAgain();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await (script = new(Js, this)).Attach("./Shared/Forms/Form.razor.js", root, SavesItself, TabKey);
            if (Focus != FormFocus.None)
                await script.Tell(Focus == FormFocus.Field ? "focusField" : "focusLeave");
            await TypeKept();
        }
        if (seeksFault && script is not null)
            seeksFault = !await script.Tell("focusFault"); // an error found before the script was loaded is focused once it is
        await WriteBack();
        await BeSeen();
        await KeepSoon();
    }

    /// <summary>Sets the input of one or several fields. Their errors are hidden until the form is saved again.</summary>
    public void Fill(TWish mine)
    {
        if (!mine.Equals(Mine)) // a date's field says again what it is given
            TakeAsTypedBefore();
        var before = Mine;
        (Mine, key, said, wasTyped, dropped) = (Follow(before, mine), NewKey, "", true, null);
        foreach (var field in fields.Where(f => f.Say(before) != f.Say(Mine)))
            faults.Remove(field.Name);
        faults.Remove(""); // the error of the whole form
        OnChange();
        StateHasChanged();
    }

    internal void Register(IFormField<TWish> field) => fields.Add(field);

    internal void Unregister(IFormField<TWish> field) => fields.Remove(field);

    internal string? FaultOf(string field) => faults.GetValueOrDefault(field);

    private Task Pressed(KeyboardEventArgs pressed) => pressed is { Key: "Escape", IsComposing: false } ? OnLeave.InvokeAsync() : Task.CompletedTask;

    /// <summary>Returns another person's change, or null. A new record has none: only its initial values may differ, as on another day.</summary>
    private TWish? TheirsOf(TWish? seen) => IsNew || Value.Equals(seen) ? null : Value;

    private void Begin() => (was, Mine, theirs, key) = (Value, Value, null, NewKey);

    public async ValueTask DisposeAsync()
    {
        Others?.Remove(this);
        await KeepAtTheEnd();
        if (script is not null)
            await script.DisposeAsync();
    }
}

/// <summary>What gets the focus when a form appears.</summary>
public enum FormFocus
{
    /// <summary>Nothing: the form is always on its page, or what opens it sets the focus.</summary>
    None,

    /// <summary>The first field.</summary>
    Field,

    /// <summary>The button 「やめる」, because saving cannot be undone.</summary>
    Leave,
}

/// <summary>Counts forms and lists in order, to give each a unique id in the page.</summary>
internal static class FormNumbers
{
    public static long Last;
}
