using MudBlazor;
using OneStop.Domain;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Shared;

/// <summary>Doing something at a desk from a screen: a rule that is broken is told as it is, and what was done can be undone from its toast.</summary>
internal sealed class UndoToasts(ISnackbar toasts, ILogger<UndoToasts> logger)
{
    /// <summary>For how long a way back is offered.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(15);

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

    /// <summary>Does it for a form, which says by itself why it could not be done and keeps what was typed.</summary>
    /// <returns>Why not, as a sentence for staff; null if it was done.</returns>
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

    /// <summary>Logs what went wrong while something was saved.</summary>
    /// <returns>A sentence for whoever saved it.</returns>
    public string Unsure(Exception exception)
    {
        logger.LogError("A form could not be saved: {Failure}", exception.WithoutWords);
        return "保存できたかどうか分かりません。一覧で確かめてから、もう一度押してください。続くときはシステム管理者に知らせてください。";
    }

    /// <summary>
    /// Does something to several, one after the other. What a rule forbids for one hinders none
    /// of the others, and the way back leads only those back that went.
    /// </summary>
    /// <param name="said">What was done, of how many.</param>
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

    /// <summary>Says what was done, with the way back.</summary>
    /// <param name="during">How long there is a way back; null offers it for as long as toasts stay.</param>
    public void Offer(string what, Func<Task> undo, TimeSpan? during = null) => Show(what, Severity.Normal, toast =>
    {
        toast.Action = "元に戻す";
        toast.OnClick = async _ => await Do(undo);
        toast.RequireInteraction = false; // it goes by itself, as the others do
        toast.VisibleStateDuration = (int)(during ?? Usual).TotalMilliseconds;
    });

    /// <summary>Says what could not be done, and why.</summary>
    public void Say(string sentence) => Show(sentence, Severity.Error);

    /// <summary>Says that something was done that needs no way back.</summary>
    public void Tell(string sentence) => Show(sentence, Severity.Normal);

    /// <summary>The newest is always seen: the library would let it wait for an older one to go.</summary>
    private void Show(string sentence, Severity severity, Action<SnackbarOptions>? configure = null)
    {
        foreach (var old in toasts.ShownSnackbars.SkipLast(toasts.Configuration.MaxDisplayedSnackbars - 1).ToList())
            toasts.Remove(old);
        toasts.Add(sentence, severity, configure);
    }
}
