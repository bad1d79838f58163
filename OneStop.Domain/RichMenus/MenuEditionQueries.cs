using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Approvals;

namespace OneStop.Domain.RichMenus;

/// <summary>Queries over editions of the menu.</summary>
public static class MenuEditionQueries
{
    extension(IQueryable<MenuEdition> editions)
    {
        /// <summary>The proposal that waits for the City.</summary>
        public IQueryable<MenuEdition> Waiting() =>
            editions.Where(e => e.Approval.Decision == null && e.Approval.Return == null && e.Approval.Withdrawal == null);

        /// <summary>The edition that is up.</summary>
        public IQueryable<MenuEdition> Up() => editions.Where(e => e.Display != null && e.Removal == null);

        /// <summary>The editions approved before the given one, the newest first.</summary>
        public IQueryable<MenuEdition> ApprovedBefore(int number) =>
            editions.Where(e => e.Number < number && e.Approval.Decision != null).OrderByDescending(e => e.Number);

        /// <summary>Selects the rows of the screen without the pictures, the newest first.</summary>
        public IQueryable<EditionRow> ToRows() =>
            editions.AsNoTracking().OrderByDescending(e => e.Number)
            .Select(e => new EditionRow(e.Id, e.Number, EF.Property<string>(e, "buttons"), e.ChatBarText, e.Approval, e.Display, e.Removal));
    }
}

/// <summary>An edition as a row on screen; its picture is loaded separately.</summary>
/// <param name="Written">The buttons in their stored form.</param>
/// <param name="ChatBarText">The text on the bar that folds the menu.</param>
public sealed record EditionRow(Guid Id, int Number, string Written, string ChatBarText, Approval Approval, MenuDisplay? Display, ApprovalStep? Removal)
{
    public MenuState State => MenuStates.Of(Approval.State, Display, Removal);

    /// <summary>The buttons, row by row as in the picture.</summary>
    public IReadOnlyList<MenuButton> Buttons { get; } = MenuEdition.Read(Written);
}

/// <summary>All editions, the newest first, and the names of staff who appear in them.</summary>
public sealed record MenuBoard(IReadOnlyList<EditionRow> Editions, IReadOnlyDictionary<Guid, string> Names)
{
    public string NameOf(Guid staffId) => Names.GetValueOrDefault(staffId, "");
}
