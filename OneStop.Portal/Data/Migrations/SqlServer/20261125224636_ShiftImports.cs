using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Portal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ShiftImports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ShiftImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    ImportedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ImportedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    UndoneBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShiftImports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ShiftImports_StaffMembers_ImportedBy",
                        column: x => x.ImportedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ShiftImportDays",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Before = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    After = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    BeforeImport = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShiftImportDays", x => new { x.ImportId, x.StaffId, x.Date });
                    table.ForeignKey(
                        name: "FK_ShiftImportDays_ShiftImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "ShiftImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_MovedFrom",
                table: "Bookings",
                column: "MovedFrom");

            migrationBuilder.CreateIndex(
                name: "IX_ShiftImports_ImportedAt",
                table: "ShiftImports",
                column: "ImportedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ShiftImports_ImportedBy",
                table: "ShiftImports",
                column: "ImportedBy");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ShiftImportDays");

            migrationBuilder.DropTable(
                name: "ShiftImports");

            migrationBuilder.DropIndex(
                name: "IX_Bookings_MovedFrom",
                table: "Bookings");
        }
    }
}
