using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using OneStop.Domain;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Shared.Forms;

/// <content>A form without a save button: it saves when typing pauses, when the focus leaves it, and before its page is left.</content>
public sealed partial class Form<TWish> : ISavingForm
{
    private const int Remembered = 20;

    private readonly List<TWish> older = []; // what this form saved or met before what it saved last: the page may still be reading it
    private Task saving = Task.CompletedTask;
    private TWish? uncertain; // what was sent, and may be saved
    private bool savesAgain, hasSaved, isUnkept;

    /// <summary>
    /// True for a form that saves what was typed by itself. The record exists already. What a colleague changed meanwhile is merged field by
    /// field; if both changed one field, or if something typed is wrong, nothing is saved and what was typed is kept as the draft.
    /// </summary>
    [Parameter] public bool SavesItself { get; set; }

    /// <summary>Called after each save with what was saved, which <see cref="Edit{T}.Reversed"/> undoes.</summary>
    [Parameter] public EventCallback<Edit<TWish>> OnSavedEdit { get; set; }

    /// <summary>
    /// What the desk makes of the input of a form that saves itself, such as leaving out empty rows. What differs by this only, or by spaces
    /// around a text, is no change: otherwise the space after a word would vanish, or be another's change, while the next word is typed.
    /// </summary>
    [Parameter] public Func<TWish, TWish> Clean { get; set; } = typed => typed;

    /// <summary>The page's forms that save themselves; null if the page takes no step that concerns them all.</summary>
    [CascadingParameter] private SavingForms? Others { get; set; }

    string ISavingForm.Name => Label;

    object ISavingForm.Typed => Mine;

    bool ISavingForm.IsUnsaved => HasChanges || faults.Count > 0;

    Task ISavingForm.Save() => SaveTyped();

    private string State => isBusy ? "保存しています…" : HasChanges || faults.Count > 0 ? Unsaved : hasSaved ? "保存しました" : "";

    private string Unsaved => fields.FirstOrDefault(f => faults.ContainsKey(f.Name)) is { } wrong
        ? $"まだ保存していません（「{wrong.Label}」を確かめてください）"
        : "まだ保存していません";

    private Func<Task>? SavesFirst => SavesItself ? SaveTyped : null;

    /// <summary>Called by the page when typing has paused, or the focus has left a form that saves itself.</summary>
    /// <returns>Whether what was typed is saved, or kept as a draft.</returns>
    [JSInvokable]
    public async Task<bool> Paused()
    {
        try
        {
            await (SavesItself ? SaveTyped() : KeepDraft());
            return !isUnkept;
        }
        catch (NotAllowedException refusal)
        {
            await DispatchExceptionAsync(refusal); // the page would drop it
            return true; // it would be refused again
        }
    }

    /// <summary>Saves what is typed by now. One save after the other: what is typed while one is on its way is the next.</summary>
    private Task SaveTyped()
    {
        savesAgain = true;
        return saving.IsCompleted ? saving = SaveAll() : saving;
    }

    private async Task SaveAll()
    {
        await Settled();
        while (savesAgain && HasChanges)
        {
            savesAgain = false;
            if ((theirs is not { } news || Merge(news)) && HasChanges && !HasFaults())
                await SaveOnce(new(was!, Mine) { Key = key });
        }
        savesAgain = false;
        if (!HasChanges)
        {
            faults.Clear();
            _ = HasFaults(); // what cannot be read, such as half a date, is no value and so no change
        }
        await KeepUnsaved();
        StateHasChanged();
    }

    private async Task KeepUnsaved()
    {
        try
        {
            await KeepDraft();
            isUnkept = false;
        }
        catch (Exception unknown) when (unknown is not NotAllowedException)
        {
            (isUnkept, faults[""]) = (true, Unsure(unknown));
        }
    }

    /// <summary>There is no button to press again.</summary>
    private string Unsure(Exception unknown)
    {
        _ = Toasts.Unsure(unknown);
        return "いまは保存できたかどうか分かりません。このまま続けると、もう一度保存します。続くときはシステム管理者に知らせてください。";
    }

    private async Task SaveOnce(Edit<TWish> edit)
    {
        isBusy = true;
        StateHasChanged();
        try
        {
            await OnSave(edit);
            Remember(edit);
            await OnSavedEdit.InvokeAsync(edit); // before the page reads again, during which somebody may undo
            await OnSaved.InvokeAsync();
        }
        catch (ConflictException<TWish> two) when (!two.Theirs.Equals(edit.Was))
        {
            (theirs, savesAgain) = (two.Theirs, true); // it is merged, or waits for the person
        }
        catch (RuleException rule)
        {
            faults.Clear();
            faults[rule.Field ?? ""] = rule.Message;
        }
        catch (Exception unknown) when (unknown is not NotAllowedException)
        {
            faults.Clear();
            (uncertain, faults[""]) = (edit.Wish, Unsure(unknown));
        }
        finally
        {
            isBusy = false;
        }
    }

    private void Remember(Edit<TWish> saved)
    {
        faults.Clear();
        Outdate(saved.Was);
        (uncertain, hasSaved) = (null, true);
        if (!IsSame(was!, saved.Wish)) // or the page has shown already what became of it
            was = saved.Wish;
        if (theirs is not null && !HasChanges)
            BeginAgain(); // a colleague's change came after it
    }

    private void Outdate(TWish version)
    {
        older.Add(version);
        if (older.Count > Remembered)
            older.RemoveAt(0);
    }

    /// <summary>Takes note of another value: one's own that comes back, one that the page read before it, or a colleague's.</summary>
    private void Meet()
    {
        if (IsSame(Value, was!) || IsSame(Value, Mine) || IsUncertain(Value))
        {
            (was, theirs) = (Value, null);
            older.Clear();
        }
        else if (!HasChanges)
        {
            BeginAgain();
        }
        else if (!older.Exists(known => IsSame(known, Value)))
        {
            theirs = Value;
        }
    }

    /// <summary>Takes over what a colleague changed in other fields.</summary>
    /// <returns>False if one field was changed by both.</returns>
    private bool Merge(TWish news)
    {
        if (Merged(news) is not { } merged)
            return false;
        Outdate(was!);
        if (!merged.Equals(Mine))
            ShowFromOutside(merged);
        (was, Mine, theirs) = (news, merged, null);
        OnChange();
        return true;
    }

    private TWish? Merged(TWish news) => IsUncertain(news) ? Mine : Records.Merge(was!, news, Mine, Clean);

    private bool IsSame(TWish one, TWish other) => Records.AreSame(Clean(one), Clean(other));

    private bool IsUncertain(TWish value) => uncertain is { } sent && IsSame(sent, value);

    /// <summary>Asks which of two values is to hold, once the person has time for it.</summary>
    private async Task Decide()
    {
        if (theirs is not { } news || await conflict!.Ask(fields, was!, news, Mine) is not { } agreed)
            return;
        (was, Mine, theirs) = (news, agreed, null);
        OnChange();
        await SaveTyped();
        if (!HasChanges)
            hasSaved = true; // the colleague's was chosen
    }

    /// <summary>What was typed and could not be saved before the tab was closed or the line was lost for good is kept.</summary>
    private async Task KeepAtTheEnd()
    {
        if (!SavesItself)
            return;
        try
        {
            await saving;
            if (HasChanges)
                await KeepDraft();
        }
        catch (Exception lost)
        {
            _ = Toasts.Unsure(lost); // logged; there is nobody to be told
        }
    }
}
