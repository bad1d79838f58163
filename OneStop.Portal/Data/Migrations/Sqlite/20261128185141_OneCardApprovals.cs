using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OneCardApprovals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "WordingDigest",
                table: "Consents",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EligibilityRule",
                table: "Clients",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "OneCardApprovals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ApprovedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ApprovedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    EnteredBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OneCardApprovals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OneCardApprovals_StaffMembers_EndedBy",
                        column: x => x.EndedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OneCardApprovals_StaffMembers_EnteredBy",
                        column: x => x.EnteredBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_OneCardApprovals_EndedBy",
                table: "OneCardApprovals",
                column: "EndedBy");

            migrationBuilder.CreateIndex(
                name: "IX_OneCardApprovals_EnteredBy",
                table: "OneCardApprovals",
                column: "EnteredBy");

            migrationBuilder.CreateIndex(
                name: "IX_OneCardApprovals_Sequence",
                table: "OneCardApprovals",
                column: "Sequence",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OneCardApprovals");

            migrationBuilder.DropColumn(
                name: "WordingDigest",
                table: "Consents");

            migrationBuilder.DropColumn(
                name: "EligibilityRule",
                table: "Clients");
        }
    }
}
