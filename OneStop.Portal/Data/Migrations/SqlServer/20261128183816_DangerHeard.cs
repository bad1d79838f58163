using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Portal.Data.Migrations.SqlServer
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
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ReceiptAt",
                table: "Conversations",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AlterColumn<int>(
                name: "NeedsAnswer",
                table: "Conversations",
                type: "int",
                nullable: false,
                computedColumnSql: "CASE WHEN \"DangerAt\" IS NOT NULL THEN 1 WHEN \"AnswerDue\" IS NOT NULL THEN 2 WHEN \"TroubleAt\" IS NOT NULL THEN 3 ELSE 0 END",
                oldClrType: typeof(int),
                oldType: "int",
                oldComputedColumnSql: "CASE WHEN \"AnswerDue\" IS NOT NULL THEN 1 WHEN \"TroubleAt\" IS NOT NULL THEN 2 ELSE 0 END");

            migrationBuilder.CreateTable(
                name: "DangerWords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Folded = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false, collation: "Latin1_General_100_BIN2"),
                    About = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Source = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SetBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SetAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    OffAt = table.Column<DateTime>(type: "datetime2", nullable: true)
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Hours = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    About = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Source = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnteredBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Check_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Check_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
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

            // First: SQL Server drops no column of which another one is computed.
            migrationBuilder.AlterColumn<int>(
                name: "NeedsAnswer",
                table: "Conversations",
                type: "int",
                nullable: false,
                computedColumnSql: "CASE WHEN \"AnswerDue\" IS NOT NULL THEN 1 WHEN \"TroubleAt\" IS NOT NULL THEN 2 ELSE 0 END",
                oldClrType: typeof(int),
                oldType: "int",
                oldComputedColumnSql: "CASE WHEN \"DangerAt\" IS NOT NULL THEN 1 WHEN \"AnswerDue\" IS NOT NULL THEN 2 WHEN \"TroubleAt\" IS NOT NULL THEN 3 ELSE 0 END");

            migrationBuilder.DropColumn(
                name: "DangerAt",
                table: "Conversations");

            migrationBuilder.DropColumn(
                name: "ReceiptAt",
                table: "Conversations");
        }
    }
}
