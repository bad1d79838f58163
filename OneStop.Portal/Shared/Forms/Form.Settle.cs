namespace OneStop.Portal.Shared.Forms;

/// <content>What the page and the server say to each other at the same moment: a choice just before saving, and input just before another's change.</content>
public sealed partial class Form<TWish>
{
    private bool settles, isNewsSent, isOverwritten;
    private TWish? unseen; // what the page showed before another's change, until it has surely shown that
    private TWish? news; // what it shows since

    /// <summary>A field's library is about to set the value, and does it only once the page has answered it.</summary>
    internal void Settle() => settles = true;

    /// <summary>
    /// Waits until what was chosen just before has arrived. The page answers in the order it was asked, so its answer to this comes
    /// after the one that the list waits for; otherwise the form would be saved without the choice.
    /// </summary>
    private async Task Settled()
    {
        if (!settles || script is null)
            return;
        (isBusy, settles) = (true, false);
        await script.Tell("settle");
        isBusy = false;
    }

    /// <summary>Shows another's change, because nothing was typed. Something may be on its way that was typed before it was seen.</summary>
    private void BeginAgain()
    {
        if (!IsNew)
            ShowFromOutside(Value);
        Begin();
    }

    private void ShowFromOutside(TWish value) => (unseen, news) = (unseen ?? was, value);

    /// <summary>What was typed before another's change was seen is a change of what stood there before: otherwise it would be saved over the other's unasked.</summary>
    private void TakeAsTypedBefore()
    {
        if (unseen is { } seen)
            (was, theirs, unseen, isOverwritten) = (seen, TheirsOf(seen), null, true);
    }

    /// <summary>Shows again what was typed: the page had put the other's words over it, which the framework, told of the typing later, does not know.</summary>
    private async Task WriteBack()
    {
        if (!isOverwritten || script is null || news is not { } put)
            return;
        isOverwritten = false;
        foreach (var field in fields.ToList()) // fields may come and go while the page answers
            if (field.Box(Mine) is var (id, typed) && field.Box(put) is var (_, others) && typed != others)
                await script.Tell("writeBack", id, typed, others);
    }

    /// <summary>The page says that it shows the change. What it sent before has arrived by then.</summary>
    private async Task BeSeen()
    {
        if (unseen is null || isNewsSent || script is null)
            return;
        isNewsSent = true;
        var sent = news;
        var isHeard = await script.Tell("settle");
        isNewsSent = false;
        if (isHeard && !ReferenceEquals(sent, news))
            StateHasChanged(); // another change came meanwhile
        else
            unseen = null;
    }
}
