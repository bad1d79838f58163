using MudBlazor;
using OneStop.Domain;

namespace OneStop.Portal.Shared;

/// <summary>Doing something at a desk from a screen: a rule that is broken is told as it is, and what was done can be undone from its toast.</summary>
internal sealed class Undoing(ISnackbar toasts)
{
    /// <summary>Does it.</summary>
    /// <returns>False if a rule forbade it; the person has been told.</returns>
    public async Task<bool> Do(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (RuleException rule)
        {
            Say(rule.Message);
            return false;
        }
    }

    /// <summary>Says what was done, with the way back.</summary>
    public void Offer(string what, Func<Task> undo) => toasts.Add(what, Severity.Normal, toast =>
    {
        toast.Action = "元に戻す";
        toast.OnClick = async _ => await Do(undo);
    });

    /// <summary>Says what could not be done, and why.</summary>
    public void Say(string sentence) => toasts.Add(sentence, Severity.Error);

    /// <summary>Says that something was done that needs no way back.</summary>
    public void Tell(string sentence) => toasts.Add(sentence, Severity.Normal);
}
