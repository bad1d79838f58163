using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Data;

/// <summary>
/// Declares who may read the rows of a table. A table without a declaration is closed: only actors who see people read it (<see
/// cref="Actor.SeesPeople"/>). A mapping can only open a table, and must give the reason.
/// </summary>
internal static class Visibility
{
    private const string Opened = "OneStop:OpenTo";
    private const string Because = "OneStop:OpenBecause";
    private const string All = "all";
    private const string Support = "OneStop:SupportOnly";
    private const string SupportRows = "OneStop:SupportOnlyRows";

    extension<T>(EntityTypeBuilder<T> entity) where T : class
    {
        /// <summary>Opens the rows to these duties as well.</summary>
        /// <param name="duties">Duties that see no people.</param>
        /// <param name="because">The reason, for the reviewer; the approved file lists it.</param>
        public void OpenTo(Duty[] duties, string because) => entity.HasAnnotation(Opened, string.Join(',', duties)).HasAnnotation(Because, because);

        /// <summary>Opens the rows to everybody, also before sign-in. Only for rows without data of clients.</summary>
        /// <param name="because">The reason, for the reviewer; the approved file lists it.</param>
        public void OpenToAll(string because) => entity.HasAnnotation(Opened, All).HasAnnotation(Because, because);

        /// <summary>
        /// Hides the rows from those who only place people in work, look after them there, or find openings: what support knows of household money,
        /// debts, health and origin does not reach placement (職業安定法 5条の5, 指針 告示141号).
        /// </summary>
        /// <param name="because">The reason, for the reviewer; the approved file lists it.</param>
        public void OnlyForSupport(string because) => entity.HasAnnotation(Support, because);
    }

    extension<T>(EntityTypeBuilder<T> entity) where T : class
    {
        /// <summary>Hides some of the rows, as the table with its reason would be hidden.</summary>
        /// <param name="which">The column that says which rows only support reads.</param>
        /// <param name="because">The reason, for the reviewer; the approved file lists it.</param>
        public void OnlyForSupportWhere(Expression<Func<T, bool>> which, string because) =>
            entity.HasAnnotation(Support, because).HasAnnotation(SupportRows, ((MemberExpression)which.Body).Member.Name);
    }

    /// <summary>Returns the reason why only support reads the table; null if others do too.</summary>
    public static string? ReasonForSupport(IReadOnlyEntityType entity) => entity.FindAnnotation(Support)?.Value as string;

    /// <summary>Whether the table is open to everybody.</summary>
    public static bool IsOpenToAll(IReadOnlyEntityType entity) => entity.FindAnnotation(Opened)?.Value as string == All;

    /// <summary>Returns the duties that read the rows although they see no people.</summary>
    public static Duty[] DutiesOf(IReadOnlyEntityType entity) => entity.FindAnnotation(Opened)?.Value is string names and not All
        ? [.. names.Split(',').Select(Enum.Parse<Duty>)]
        : [];

    /// <summary>Returns the reason why the table is open; null if it is closed.</summary>
    public static string? ReasonToOpen(IReadOnlyEntityType entity) => entity.FindAnnotation(Because)?.Value as string;

    /// <summary>
    /// Sets the query filter of every table that is not open to all. A part of a row has no filter of its own, because it is read with its owner. EF
    /// turns the context's values into parameters, so one model serves all actors.
    /// </summary>
    /// <param name="tables">All tables, after their mappings were applied.</param>
    /// <param name="mayRead">Makes the expression that tells whether the context's actor reads a table open to these duties.</param>
    /// <param name="seesSupport">The expression that tells whether the context's actor reads what only support may know.</param>
    public static void Close(IEnumerable<IMutableEntityType> tables, Func<Duty[], Expression> mayRead, Expression seesSupport)
    {
        foreach (var table in tables.Where(t => t.BaseType is null && !t.IsOwned() && !IsOpenToAll(t)))
        {
            table.SetQueryFilter(OneStopDb.PeopleFilter, Expression.Lambda(mayRead(DutiesOf(table)), Expression.Parameter(table.ClrType)));
            if (ReasonForSupport(table) is not null)
                table.SetQueryFilter(OneStopDb.SupportFilter, ForSupport(table, seesSupport));
        }
    }

    private static LambdaExpression ForSupport(IMutableEntityType table, Expression seesSupport)
    {
        var row = Expression.Parameter(table.ClrType);
        return table.FindAnnotation(SupportRows)?.Value is string column
            ? Expression.Lambda(Expression.OrElse(seesSupport, Expression.Not(Expression.Property(row, column))), row)
            : Expression.Lambda(seesSupport, row);
    }
}
