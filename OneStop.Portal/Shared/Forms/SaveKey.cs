namespace OneStop.Portal.Shared.Forms;

/// <summary>
/// The idempotency key of a form that is not a <see cref="Form{TWish}"/>: the same while the same input is saved (<see cref="Domain.Edit{T}.Key"/>).
/// </summary>
internal sealed class SaveKey
{
    private object? saved;
    private Guid key;

    /// <summary>Returns the key of the input; inputs are compared by value.</summary>
    public Guid Of(object what, DateTimeOffset now)
    {
        if (!what.Equals(saved))
            (saved, key) = (what, Guid.CreateVersion7(now));
        return key;
    }
}
