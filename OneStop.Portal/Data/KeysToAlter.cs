using Microsoft.EntityFrameworkCore.Migrations;

namespace OneStop.Portal.Data;

/// <summary>Keys that stand in the way when SQL Server alters text columns or turns a key: it alters no column that a primary key holds, and drops no key that is pointed to. EF takes only indexes out of the way.</summary>
internal static class KeysToAlter
{
    private static readonly (string Table, string[] Columns)[] OfText =
    [
        ("AspNetUserLogins", ["LoginProvider", "ProviderKey"]), ("AspNetUserTokens", ["UserId", "LoginProvider", "Name"]), ("BookingTerms", ["Kind"]),
    ];

    extension(MigrationBuilder migration)
    {
        /// <summary>Before the columns are altered.</summary>
        public void DropKeysToAlter()
        {
            migration.DropForeignKey("FK_AuditValues_AuditEntries_EntryId", "AuditValues");
            foreach (var (table, _) in OfText)
                migration.DropPrimaryKey($"PK_{table}", table);
        }

        /// <summary>And after.</summary>
        public void AddKeysToAlter()
        {
            foreach (var (table, columns) in OfText)
                migration.AddPrimaryKey($"PK_{table}", table, columns);
            migration.AddForeignKey("FK_AuditValues_AuditEntries_EntryId", "AuditValues", "EntryId", "AuditEntries", principalColumn: "Id", onDelete: ReferentialAction.Cascade);
        }
    }
}
