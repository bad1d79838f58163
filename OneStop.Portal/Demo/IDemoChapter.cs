namespace OneStop.Portal.Demo;

/// <summary>
/// One chapter of the demo data: what one feature looks like in its second month. It is found by convention, so a feature adds one file
/// and changes no list. It reads what earlier chapters wrote with <see cref="DemoBook.Written{T}"/>.
/// </summary>
internal interface IDemoChapter
{
    /// <summary>The chapters that are written before it.</summary>
    IReadOnlyList<Type> After => [];

    /// <summary>Writes its rows into the book. Everything is saved at once, after the last chapter.</summary>
    Task Write(DemoBook book);
}
