using OneStop.Domain;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Shared.Forms;

/// <content>Saving, when the person says so.</content>
public sealed partial class Form<TWish>
{
    private async Task Submit()
    {
        if (SavesItself)
        {
            await SaveTyped();
            return;
        }
        if (isBusy)
            return;
        await Settled();
        if (!CanSave)
        {
            await OnLeave.InvokeAsync(); // nothing has changed
            return;
        }
        faults.Clear();
        if (HasFaults())
            seeksFault = true;
        else
            await Save(was!);
    }

    /// <summary>Looks for what is missing or wrong, and shows it beside its fields. What the desk said before stays until it is asked again.</summary>
    private bool HasFaults()
    {
        var wrong = fields.Select(f => (f.Name, Says: f.Check(Mine))).Where(f => f.Says is not null).ToList();
        if (wrong.Count == 0)
            return false;
        faults.Clear();
        foreach (var (name, says) in wrong)
            faults[name] = says!;
        return true;
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
}
