namespace OneStop.Portal.Shared.Forms;

/// <summary>
/// The key of a form that is no <see cref="Form{TWish}"/>: it stays the same as long as the same is saved (<see cref="Domain.Edit{T}.Key"/>).
/// </summary>
internal sealed class SaveKey
{
    private object? saved;
    private Guid key;

    /// <summary>The key of what is to be saved, compared by value.</summary>
    public Guid Of(object what, DateTimeOffset now)
    {
        if (!what.Equals(saved))
            (saved, key) = (what, Guid.CreateVersion7(now));
        return key;
    }
}
