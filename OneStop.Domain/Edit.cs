namespace OneStop.Domain;

/// <summary>
/// What somebody made of something in a form: how it stood when the form was opened, and how it is to stand. The desk saves the wish only
/// while the thing still stands as it did. Values are compared and not a row's version, so that a change of other columns, by a colleague
/// or by the service itself, is no conflict, and a form that shows parts of several rows needs nothing else.
/// </summary>
public sealed record Edit<T>(T Was, T Wish)
    where T : class, IEquatable<T>
{
    /// <summary>
    /// Made anew with each thing that is typed. What is saved twice with the same key, because the first answer was lost, is created once
    /// (<see cref="Data.DeskContext.Create"/>).
    /// </summary>
    public Guid? Key { get; init; }

    /// <summary>The way back: what was saved becomes what stood before.</summary>
    public Edit<T> Reversed => new(Wish, Was);

    /// <summary>The wish, if the thing stands as the form showed it, or as it is wished already.</summary>
    /// <param name="now">How it stands now, read in the same save.</param>
    /// <exception cref="ConflictException{T}">Somebody else changed it in between.</exception>
    internal T On(T now) => now.Equals(Was) || now.Equals(Wish) ? Wish : throw new ConflictException<T>(now);
}

/// <summary>Somebody else changed what is being saved, after it was shown.</summary>
/// <param name="theirs">How it stands now.</param>
public sealed class ConflictException<T>(T theirs) : RuleException("ほかの人が先に変更したため、保存していません。今の内容を確かめてください。")
{
    /// <summary>How it stands now.</summary>
    public T Theirs => theirs;
}
