using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Portal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class FoldedAnew : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "HasLines",
                table: "UnindexedMessages",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.Sql(Backfills.BoundWhenRun(Backfills.FoldedAnew));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DELETE FROM "MessageGrams";"""); // the version before knows only its own folding
            migrationBuilder.Sql("""DELETE FROM "UnindexedMessages";""");
            migrationBuilder.Sql(Backfills.Unindexed);

            migrationBuilder.DropColumn(
                name: "HasLines",
                table: "UnindexedMessages");
        }
    }
}
