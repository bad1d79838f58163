using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Portal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class PersonalPreferences : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "StaffPreferences",
                columns: table => new
                {
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Chosen_Notifies = table.Column<bool>(type: "bit", nullable: false),
                    Chosen_Rings = table.Column<bool>(type: "bit", nullable: false),
                    Chosen_SendWith = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Chosen_UsesShortcuts = table.Column<bool>(type: "bit", nullable: false),
                    Chosen_Volume = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffPreferences", x => x.StaffId);
                    table.ForeignKey(
                        name: "FK_StaffPreferences_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "StaffPreferences");
        }
    }
}
