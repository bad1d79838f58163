using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using OneStop.Domain;
using OneStop.Domain.Staff;
using OneStop.Portal.Shell;

namespace OneStop.Portal.Shared.Forms;

/// <summary>
/// A form of one record. Fields name its properties; the form knows what was changed, checks, saves once however often it is pressed, keeps
/// what is typed while others change the same thing, and asks which of the two is to hold.
/// </summary>
/// <typeparam name="TWish">A record: what the form is about, as its desk takes it.</typeparam>
public sealed partial class Form<TWish>
{
    private readonly List<IFormField<TWish>> fields = [];
    private readonly Dictionary<string, string> faults = [];
    private ElementReference root;
    private ConflictDialog<TWish>? conflict;
    private PageScript<Form<TWish>>? script;
    private TWish? was, shown, theirs;
    private Guid key; // of what stands in the fields now: saved again as it is, it creates nothing twice
    private bool isBusy, seeksFault;
    private string said = "";

    [Inject] private TimeProvider Clock { get; set; } = default!;

    /// <summary>How the thing stands. While nothing is typed the form follows it.</summary>
    [Parameter, EditorRequired] public TWish Value { get; set; } = default!;

    /// <summary>The form's id in the page; that of a field is it with the property's name: memo-Text.</summary>
    [Parameter] public string Id { get; set; } = $"form-{Interlocked.Increment(ref FormNumbers.Last)}";

    /// <summary>What a screen reader calls the form.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>Saves at the desk. A <see cref="RuleException"/> is shown, beside its field where it names one.</summary>
    [Parameter, EditorRequired] public Func<Edit<TWish>, Task> OnSave { get; set; } = default!;

    /// <summary>Leads on once it is saved: nothing would be lost by leaving any more.</summary>
    [Parameter] public EventCallback OnSaved { get; set; }

    /// <summary>Adjusts dependent properties after a change, given the record before and after it.</summary>
    [Parameter] public Func<TWish, TWish, TWish> Follow { get; set; } = (_, now) => now;

    /// <summary>Called after input, after a draft was restored or discarded: for a page that renders the values outside the form.</summary>
    [Parameter] public Action OnChange { get; set; } = () => { };

    /// <summary>Closes the form without saving, by 「やめる」 or Escape: of one that was opened in its place.</summary>
    [Parameter] public EventCallback OnLeave { get; set; }

    [Parameter] public string SaveWord { get; set; } = "保存";

    /// <summary>How the button looks: one that changes nothing is not the first thing of its page.</summary>
    [Parameter] public string SaveClass { get; set; } = "btn primary";

    /// <summary>What the button says while it is being saved.</summary>
    [Parameter] public string BusyWord { get; set; } = "保存しています…";

    /// <summary>What takes the focus when the form appears.</summary>
    [Parameter] public FormFocus Focus { get; set; }

    /// <summary>False where leaving loses nothing: what is typed says only what is to be shown.</summary>
    [Parameter] public bool Guards { get; set; } = true;

    /// <summary>What is said after saving; empty where the page says it.</summary>
    [Parameter] public string SavedWord { get; set; } = "";

    /// <summary>False shows the fields without a way to change them.</summary>
    [Parameter] public bool MayChange { get; set; } = true;

    /// <summary>It creates something, and may be saved as it begins; and it begins anew once that is done.</summary>
    [Parameter] public bool IsNew { get; set; }

    [Parameter] public string? Class { get; set; }
    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <summary>Other acts, at the left of the button that saves.</summary>
    [Parameter] public RenderFragment? Foot { get; set; }

    /// <summary>The record as it is typed.</summary>
    public TWish Mine { get; private set; } = default!;

    /// <summary>Would leaving lose something?</summary>
    public bool HasChanges => MayChange && was is not null && !Mine.Equals(was);

    /// <summary>True while saving: changes announced meanwhile may be the form's own.</summary>
    internal bool IsBusy => isBusy;

    private Guid NewKey => Guid.CreateVersion7(Clock.GetUtcNow());

    private bool CanSave => IsNew || HasChanges;

    private bool HasNews => HasChanges && theirs is not null && !theirs.Equals(Mine);

    /// <summary>
    /// What is wrong with no single field, or with one that is not shown; else how many fields are wrong, where more than the one
    /// that has the focus are.
    /// </summary>
    private string? Spoken => faults.FirstOrDefault(f => fields.All(shown => shown.Name != f.Key)).Value
        ?? (faults.Count > 1 ? $"入力を確かめるところが {faults.Count} か所あります。" : null);

    /// <summary>Before the draft is asked for: where that takes a moment, the form is drawn meanwhile.</summary>
    protected override void OnInitialized()
    {
        shown = Value;
        Begin();
    }

    protected override void OnParametersSet()
    {
        if (Value.Equals(shown))
            return;
        shown = Value;
        if (HasChanges)
            theirs = TheirsOf(was);
        else
            Begin();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await (script = new(Js, this)).Attach("./Shared/Forms/Form.razor.js", root);
            if (Focus != FormFocus.None)
                await script.Tell(Focus == FormFocus.Field ? "focusField" : "focusLeave");
        }
        if (seeksFault && script is not null)
            seeksFault = !await script.Tell("focusFault"); // who saves before the script has come is led there once it has
        await KeepSoon();
    }

    /// <summary>Takes what was typed, or fills in several fields at once. What was wrong with them is said no more, until it is saved again.</summary>
    public void Fill(TWish mine)
    {
        var before = Mine;
        (Mine, key, said, wasTyped) = (Follow(before, mine), NewKey, "", true);
        foreach (var field in fields.Where(f => f.Say(before) != f.Say(Mine)))
            faults.Remove(field.Name);
        faults.Remove(""); // of the whole as it was
        OnChange();
        StateHasChanged();
    }

    internal void Register(IFormField<TWish> field) => fields.Add(field);

    internal void Unregister(IFormField<TWish> field) => fields.Remove(field);

    internal string? FaultOf(string field) => faults.GetValueOrDefault(field);

    private Task Pressed(KeyboardEventArgs pressed) => pressed is { Key: "Escape", IsComposing: false } ? OnLeave.InvokeAsync() : Task.CompletedTask;

    /// <summary>What somebody else made of it. Where something new is created nobody else has: it only begins otherwise, as on another day.</summary>
    private TWish? TheirsOf(TWish? seen) => IsNew || Value.Equals(seen) ? null : Value;

    private void Begin() => (was, Mine, theirs, key) = (Value, Value, null, NewKey);

    private async Task Submit()
    {
        if (isBusy)
            return;
        if (!CanSave)
        {
            await OnLeave.InvokeAsync(); // it is as it was
            return;
        }
        faults.Clear();
        foreach (var field in fields)
        {
            if (field.Check(Mine) is { } wrong)
                faults[field.Name] = wrong;
        }
        if (faults.Count > 0)
            seeksFault = true;
        else
            await Save(was!);
    }

    private async Task Save(TWish seen)
    {
        (isBusy, said) = (true, "");
        try
        {
            await OnSave(new(seen, Mine) { Key = key });
            if (IsNew)
                Begin();
            (was, theirs, said) = (Mine, null, SavedWord);
            await DropDraft();
            await OnSaved.InvokeAsync();
        }
        catch (ConflictException<TWish> two)
        {
            if (await conflict!.Ask(fields, seen, two.Theirs, Mine) is { } agreed)
            {
                (was, Mine) = (two.Theirs, agreed);
                await Save(two.Theirs);
            }
        }
        catch (RuleException rule)
        {
            faults[rule.Field ?? ""] = rule.Message;
            seeksFault = true;
        }
        catch (Exception unknown) when (unknown is not NotAllowedException)
        {
            faults[""] = Toasts.Unsure(unknown);
        }
        finally
        {
            isBusy = false;
        }
    }

    public ValueTask DisposeAsync() => script?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>What takes the focus when a form appears.</summary>
public enum FormFocus
{
    /// <summary>Nothing: it stands on its page from the beginning, or what opened it leads into it.</summary>
    None,

    /// <summary>Its first field.</summary>
    Field,

    /// <summary>The way out: what it does cannot be undone.</summary>
    Leave,
}

/// <summary>Counts forms, so that each has an id of its own in the page.</summary>
internal static class FormNumbers
{
    public static long Last;
}
