using Microsoft.EntityFrameworkCore;

namespace OneStop.Tests.House;

/// <summary>Renames a table for a while, so that queries on it fail with a real error on either engine.</summary>
internal sealed class BrokenTable : IAsyncDisposable
{
    /// <summary>The name of the staff table meanwhile.</summary>
    public const string Away = "StaffMembersAway";

    private readonly TestOneStop oneStop;
    private readonly string table;

    private BrokenTable(TestOneStop oneStop, string table) => (this.oneStop, this.table) = (oneStop, table);

    public static async Task<BrokenTable> Of(TestOneStop oneStop, string table)
    {
        await Rename(oneStop, table, $"{table}Away");
        return new(oneStop, table);
    }

    public async ValueTask DisposeAsync() => await Rename(oneStop, $"{table}Away", table);

    private static Task<int> Rename(TestOneStop oneStop, string from, string to) => oneStop.Read(db =>
        db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite() ? $"ALTER TABLE \"{from}\" RENAME TO \"{to}\"" : $"EXEC sp_rename '{from}', '{to}'"));
}

internal static class BrokenTables
{
    extension(TestOneStop oneStop)
    {
        /// <summary>Makes accounts unreadable until the result is disposed.</summary>
        public Task<BrokenTable> WithoutStaffTable() => BrokenTable.Of(oneStop, "StaffMembers");

        /// <summary>Makes this table unreadable until the result is disposed.</summary>
        public Task<BrokenTable> Without(string table) => BrokenTable.Of(oneStop, table);
    }
}
