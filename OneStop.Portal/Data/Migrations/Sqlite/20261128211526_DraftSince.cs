using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DraftSince : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Since",
                table: "Drafts",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Since",
                table: "Drafts");
        }
    }
}
