using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Portal.Data.Migrations.SqlServer
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Picture = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    ContentType = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    ChatBarText = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Remark = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ProposedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Digest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    BusyUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Buttons = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Approval_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Approval_By = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Approval_Digest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    Approval_Number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Approval_On = table.Column<DateOnly>(type: "date", nullable: true),
                    Approval_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Display_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Display_LineId = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Display_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Removal_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Removal_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Return_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Return_Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Return_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Withdrawal_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Withdrawal_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
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
