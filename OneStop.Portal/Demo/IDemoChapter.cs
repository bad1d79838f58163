using OneStop.Domain.Data;

namespace OneStop.Portal.Demo;

/// <summary>
/// One chapter of the demo data: one feature after two months of service. Chapters are found by convention, so a feature adds one
/// file and changes no list. A chapter reads what earlier chapters wrote with <see cref="DemoBook.Written{T}"/>.
/// </summary>
internal interface IDemoChapter
{
    /// <summary>The chapters that are written before this one.</summary>
    IReadOnlyList<Type> After => [];

    /// <summary>Writes the chapter's rows into the book. All rows are saved at once after the last chapter.</summary>
    Task Write(DemoBook book);

    /// <summary>Adds what can only be computed from the saved rows; saved once more afterwards.</summary>
    Task Finish(OneStopDb db, DemoBook book) => Task.CompletedTask;
}
