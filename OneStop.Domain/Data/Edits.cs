namespace OneStop.Domain.Data;

/// <summary>How a desk takes in what was edited in a form.</summary>
internal static class Edits
{
    extension(OneStopDb db)
    {
        /// <summary>
        /// What the row is to become, if it still stands as the form showed it. Two who save at the same instant both find it so; the second one's
        /// save is refused by the row's version and made again, and only then do they meet. A row without a version is therefore not taken.
        /// </summary>
        /// <param name="now">The row as the form has it.</param>
        /// <exception cref="ConflictException{T}">Somebody else changed it in between.</exception>
        public T Accept<TRow, T>(Edit<T> edit, TRow row, Func<TRow, T> now)
            where TRow : class
            where T : class, IEquatable<T>
        {
            var table = db.Model.FindEntityType(typeof(TRow))!;
            if (!table.GetProperties().Any(p => p.IsConcurrencyToken))
                throw new InvalidOperationException($"{table.ClrType.Name} is edited in a form and has no version: its mapping lacks Versioned().");
            return edit.On(now(row));
        }
    }
}
