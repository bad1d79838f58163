namespace OneStop.Domain.Data;

/// <summary>Applies edits from forms.</summary>
internal static class Edits
{
    extension(OneStopDb db)
    {
        /// <summary>
        /// Returns the new value if the row still has the value that the form showed. If two people save at the same time, both may pass this check;
        /// the row's version then makes the second save fail, and the repeated change finds the conflict. A row without a version is therefore an
        /// error.
        /// </summary>
        /// <param name="now">Returns the row's value in the form's terms.</param>
        /// <exception cref="ConflictException{T}">Somebody else has changed it meanwhile.</exception>
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
