using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class InvitedAgain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "LastReminderId",
                table: "Bookings",
                newName: "LastNoticeId");

            migrationBuilder.AddColumn<DateTime>(
                name: "InvitedAgainAt",
                table: "Bookings",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "InvitedAgainAt",
                table: "Bookings");

            migrationBuilder.RenameColumn(
                name: "LastNoticeId",
                table: "Bookings",
                newName: "LastReminderId");
        }
    }
}
