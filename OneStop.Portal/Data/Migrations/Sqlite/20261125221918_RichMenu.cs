using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RichMenu : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "MenuEditions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Picture = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ChatBarText = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ProposedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    BusyUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Buttons = table.Column<string>(type: "TEXT", nullable: false),
                    Approval_At = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Approval_By = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Approval_Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Approval_Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Approval_On = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Approval_StaffId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Display_At = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Display_LineId = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Display_StaffId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Removal_At = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Removal_StaffId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Return_At = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Return_Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Return_StaffId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Withdrawal_At = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Withdrawal_StaffId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MenuEditions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MenuEditions_StaffMembers_ProposedBy",
                        column: x => x.ProposedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MenuEditions_Number",
                table: "MenuEditions",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MenuEditions_ProposedBy",
                table: "MenuEditions",
                column: "ProposedBy");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MenuEditions");
        }
    }
}
