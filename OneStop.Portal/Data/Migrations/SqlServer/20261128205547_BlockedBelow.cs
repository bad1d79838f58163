using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Portal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class BlockedBelow : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsBlocked",
                table: "Conversations",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.Sql(Backfills.BoundWhenRun(Backfills.Blocked));

            migrationBuilder.AlterColumn<int>(
                name: "NeedsAnswer",
                table: "Conversations",
                type: "int",
                nullable: false,
                computedColumnSql: "CASE WHEN \"DangerAt\" IS NOT NULL THEN 1 WHEN \"AnswerDue\" IS NOT NULL THEN CASE WHEN \"IsBlocked\" = 1 THEN 4 ELSE 2 END WHEN \"TroubleAt\" IS NOT NULL THEN CASE WHEN \"IsBlocked\" = 1 THEN 5 ELSE 3 END ELSE 0 END",
                oldClrType: typeof(int),
                oldType: "int",
                oldComputedColumnSql: "CASE WHEN \"DangerAt\" IS NOT NULL THEN 1 WHEN \"AnswerDue\" IS NOT NULL THEN 2 WHEN \"TroubleAt\" IS NOT NULL THEN 3 ELSE 0 END");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // First: SQL Server drops no column of which another one is computed.
            migrationBuilder.AlterColumn<int>(
                name: "NeedsAnswer",
                table: "Conversations",
                type: "int",
                nullable: false,
                computedColumnSql: "CASE WHEN \"DangerAt\" IS NOT NULL THEN 1 WHEN \"AnswerDue\" IS NOT NULL THEN 2 WHEN \"TroubleAt\" IS NOT NULL THEN 3 ELSE 0 END",
                oldClrType: typeof(int),
                oldType: "int",
                oldComputedColumnSql: "CASE WHEN \"DangerAt\" IS NOT NULL THEN 1 WHEN \"AnswerDue\" IS NOT NULL THEN CASE WHEN \"IsBlocked\" = 1 THEN 4 ELSE 2 END WHEN \"TroubleAt\" IS NOT NULL THEN CASE WHEN \"IsBlocked\" = 1 THEN 5 ELSE 3 END ELSE 0 END");

            migrationBuilder.DropColumn(
                name: "IsBlocked",
                table: "Conversations");
        }
    }
}
