using MudBlazor;
using OneStop.Domain;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Shared;

/// <summary>Runs actions from a screen: the message of a broken rule is shown, and a completed action can be undone from its toast.</summary>
internal sealed class UndoToasts(ISnackbar toasts, ILogger<UndoToasts> logger)
{
    /// <summary>The usual time for which undo is offered.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(15);

    /// <summary>Runs an action.</summary>
    /// <returns>False if a rule forbade it; its message was shown.</returns>
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

    /// <summary>Runs an action for a form, which shows the error itself and keeps the input.</summary>
    /// <returns>The error as a sentence for staff; null if the action was done.</returns>
    public async Task<string?> Try(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (RuleException rule)
        {
            return rule.Message;
        }
        catch (Exception exception) when (exception is not NotAllowedException)
        {
            return Unsure(exception);
        }
    }

    /// <summary>Logs an exception during saving.</summary>
    /// <returns>A sentence for the person who saved.</returns>
    public string Unsure(Exception exception)
    {
        logger.LogError("A form could not be saved: {Failure}", exception.WithoutWords);
        return "保存できたかどうか分かりません。一覧で確かめてから、もう一度押してください。続くときはシステム管理者に知らせてください。";
    }

    /// <summary>
    /// Runs an action for several ids, one after the other. If a rule forbids it for one, the others are still done; undo
    /// applies only to those that were done.
    /// </summary>
    /// <param name="said">Returns the message for the number of ids that were done.</param>
    public async Task Each(IReadOnlyList<Guid> ids, Func<Guid, Task> act, Func<Guid, Task> back, Func<int, string> said)
    {
        var done = new List<Guid>();
        var refusals = new List<string>();
        foreach (var id in ids)
        {
            if (await Refusal(() => act(id)) is { } refusal)
                refusals.Add(refusal);
            else
                done.Add(id);
        }
        if (refusals.Count > 0)
            Say($"{refusals.Count}件はできませんでした。{refusals[0]}");
        if (done.Count > 0)
            Offer(said(done.Count), () => Each(done, back, act, count => $"{count}件を元に戻しました"));
    }

    private static async Task<string?> Refusal(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (RuleException rule)
        {
            return rule.Message;
        }
    }

    /// <summary>Shows what was done, with an undo button.</summary>
    /// <param name="during">How long undo is offered; null for the usual time.</param>
    public void Offer(string what, Func<Task> undo, TimeSpan? during = null) => Show(what, Severity.Normal, toast =>
    {
        toast.Action = "元に戻す";
        toast.OnClick = async _ => await Do(undo);
        toast.RequireInteraction = false; // closes by itself, as other toasts do
        toast.VisibleStateDuration = (int)(during ?? Usual).TotalMilliseconds;
    });

    /// <summary>Shows what could not be done, and why.</summary>
    public void Say(string sentence) => Show(sentence, Severity.Error);

    /// <summary>Shows what was done, without undo.</summary>
    public void Tell(string sentence) => Show(sentence, Severity.Normal);

    /// <summary>Removes the oldest toast if necessary: the library would let the newest wait until an older one closes.</summary>
    private void Show(string sentence, Severity severity, Action<SnackbarOptions>? configure = null)
    {
        foreach (var old in toasts.ShownSnackbars.SkipLast(toasts.Configuration.MaxDisplayedSnackbars - 1).ToList())
            toasts.Remove(old);
        toasts.Add(sentence, severity, configure);
    }
}
