using Microsoft.EntityFrameworkCore;

namespace OneStop.Tests.House;

/// <summary>A database that answers nothing about staff for a while: a real error, whatever the engine.</summary>
internal sealed class BrokenTable : IAsyncDisposable
{
    /// <summary>What the table is called meanwhile.</summary>
    public const string Away = "StaffMembersAway";

    private readonly TestOneStop oneStop;

    private BrokenTable(TestOneStop oneStop) => this.oneStop = oneStop;

    public static async Task<BrokenTable> Of(TestOneStop oneStop)
    {
        await Rename(oneStop, "StaffMembers", Away);
        return new(oneStop);
    }

    public async ValueTask DisposeAsync() => await Rename(oneStop, Away, "StaffMembers");

    private static Task<int> Rename(TestOneStop oneStop, string from, string to) => oneStop.Read(db =>
        db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite() ? $"ALTER TABLE \"{from}\" RENAME TO \"{to}\"" : $"EXEC sp_rename '{from}', '{to}'"));
}

internal static class BrokenTables
{
    extension(TestOneStop oneStop)
    {
        /// <summary>Nobody's account can be read until the result is disposed.</summary>
        public Task<BrokenTable> WithoutStaffTable() => BrokenTable.Of(oneStop);
    }
}
