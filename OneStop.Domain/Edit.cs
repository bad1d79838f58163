namespace OneStop.Domain;

/// <summary>
/// A change made in a form: the value when the form was opened, and the new value. The desk saves it only if the thing still has the old value.
/// Values are compared instead of a row's version, so that a change of other columns, by a colleague or by the service, is no conflict, and a form
/// can combine several rows.
/// </summary>
public sealed record Edit<T>(T Was, T Wish)
    where T : class, IEquatable<T>
{
    /// <summary>
    /// The key of a form that creates something. A form submitted twice with the same key, because the first response was lost, creates one thing
    /// (<see cref="Data.DeskContext.Create"/>).
    /// </summary>
    public Guid? Key { get; init; }

    /// <summary>The reverse change, for undoing.</summary>
    public Edit<T> Reversed => new(Wish, Was);

    /// <summary>Returns the edit of a whole of which a form changes one part; other parts stay as they are now.</summary>
    /// <param name="now">The whole, just read.</param>
    /// <param name="part">Returns the part of the whole.</param>
    /// <param name="with">Returns the whole with another part.</param>
    /// <exception cref="ConflictException{T}">Somebody else has changed this part meanwhile.</exception>
    public Edit<TWhole> Within<TWhole>(TWhole now, Func<TWhole, T> part, Func<TWhole, T, TWhole> with)
        where TWhole : class, IEquatable<TWhole> => new(now, with(now, On(part(now)))) { Key = Key };

    /// <summary>Returns the new value, if the present value is the old or already the new one.</summary>
    /// <param name="now">The present value, read in the same save.</param>
    /// <exception cref="ConflictException{T}">Somebody else has changed it meanwhile.</exception>
    internal T On(T now) => now.Equals(Was) || now.Equals(Wish) ? Wish : throw new ConflictException<T>(now);
}

/// <summary>Thrown when somebody else has changed what is being saved after the form showed it.</summary>
/// <param name="theirs">The present value.</param>
public sealed class ConflictException<T>(T theirs) : RuleException("ほかの人が先に変更したため、保存していません。今の内容を確かめてください。")
{
    /// <summary>The present value.</summary>
    public T Theirs => theirs;
}
