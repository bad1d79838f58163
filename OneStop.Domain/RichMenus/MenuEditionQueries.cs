using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Approvals;

namespace OneStop.Domain.RichMenus;

/// <summary>How editions of the menu are found.</summary>
public static class MenuEditionQueries
{
    extension(IQueryable<MenuEdition> editions)
    {
        /// <summary>The one that waits for the City.</summary>
        public IQueryable<MenuEdition> Waiting() =>
            editions.Where(e => e.Approval.Decision == null && e.Approval.Return == null && e.Approval.Withdrawal == null);

        /// <summary>What everybody sees.</summary>
        public IQueryable<MenuEdition> Up() => editions.Where(e => e.Display != null && e.Removal == null);

        /// <summary>What the City had approved before an edition, the newest first.</summary>
        public IQueryable<MenuEdition> ApprovedBefore(int number) =>
            editions.Where(e => e.Number < number && e.Approval.Decision != null).OrderByDescending(e => e.Number);

        /// <summary>The newest first, without the pictures.</summary>
        public IQueryable<EditionRow> ToRows() =>
            editions.AsNoTracking().OrderByDescending(e => e.Number)
            .Select(e => new EditionRow(e.Id, e.Number, EF.Property<string>(e, "buttons"), e.ChatBarText, e.Approval, e.Display, e.Removal));
    }
}

/// <summary>An edition as the screen shows it; its picture is fetched apart.</summary>
/// <param name="Written">The buttons as they are stored.</param>
/// <param name="ChatBarText">On the bar that folds the menu.</param>
public sealed record EditionRow(Guid Id, int Number, string Written, string ChatBarText, Approval Approval, MenuDisplay? Display, ApprovalStep? Removal)
{
    public MenuState State => MenuStates.Of(Approval.State, Display, Removal);

    /// <summary>Row by row, as they stand in the picture.</summary>
    public IReadOnlyList<MenuButton> Buttons { get; } = MenuEdition.Read(Written);
}

/// <summary>All editions, the newest first, and the names of the staff who did something with them.</summary>
public sealed record MenuBoard(IReadOnlyList<EditionRow> Editions, IReadOnlyDictionary<Guid, string> Names)
{
    public string NameOf(Guid staffId) => Names.GetValueOrDefault(staffId, "");
}
