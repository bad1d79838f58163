using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DangerHeard : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "DangerAt",
                table: "Conversations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ReceiptAt",
                table: "Conversations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AlterColumn<int>(
                name: "NeedsAnswer",
                table: "Conversations",
                type: "INTEGER",
                nullable: false,
                computedColumnSql: "CASE WHEN \"DangerAt\" IS NOT NULL THEN 1 WHEN \"AnswerDue\" IS NOT NULL THEN 2 WHEN \"TroubleAt\" IS NOT NULL THEN 3 ELSE 0 END",
                oldClrType: typeof(int),
                oldType: "INTEGER",
                oldComputedColumnSql: "CASE WHEN \"AnswerDue\" IS NOT NULL THEN 1 WHEN \"TroubleAt\" IS NOT NULL THEN 2 ELSE 0 END");

            migrationBuilder.CreateTable(
                name: "DangerWords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Folded = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    About = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SetBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    SetAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OffAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DangerWords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DangerWords_StaffMembers_SetBy",
                        column: x => x.SetBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EmergencyNumbers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Hours = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    About = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EnteredBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Check_At = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Check_StaffId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmergencyNumbers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EmergencyNumbers_StaffMembers_EnteredBy",
                        column: x => x.EnteredBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DangerWords_Folded",
                table: "DangerWords",
                column: "Folded",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DangerWords_SetBy",
                table: "DangerWords",
                column: "SetBy");

            migrationBuilder.CreateIndex(
                name: "IX_EmergencyNumbers_EnteredBy",
                table: "EmergencyNumbers",
                column: "EnteredBy");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DangerWords");

            migrationBuilder.DropTable(
                name: "EmergencyNumbers");

            migrationBuilder.DropColumn(
                name: "DangerAt",
                table: "Conversations");

            migrationBuilder.DropColumn(
                name: "ReceiptAt",
                table: "Conversations");

            migrationBuilder.AlterColumn<int>(
                name: "NeedsAnswer",
                table: "Conversations",
                type: "INTEGER",
                nullable: false,
                computedColumnSql: "CASE WHEN \"AnswerDue\" IS NOT NULL THEN 1 WHEN \"TroubleAt\" IS NOT NULL THEN 2 ELSE 0 END",
                oldClrType: typeof(int),
                oldType: "INTEGER",
                oldComputedColumnSql: "CASE WHEN \"DangerAt\" IS NOT NULL THEN 1 WHEN \"AnswerDue\" IS NOT NULL THEN 2 WHEN \"TroubleAt\" IS NOT NULL THEN 3 ELSE 0 END");
        }
    }
}
