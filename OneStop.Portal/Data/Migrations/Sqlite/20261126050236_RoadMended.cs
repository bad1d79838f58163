using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RoadMended : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "HinderedBy",
                table: "OutgoingMessages",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsSilent",
                table: "OutgoingMessages",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsUnasked",
                table: "OutgoingMessages",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "LostAt",
                table: "LaterAnswers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_IncomingEvents_Sender_NextTryAt",
                table: "IncomingEvents",
                columns: new[] { "Sender", "NextTryAt" },
                filter: "\"NextTryAt\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_IncomingEvents_Sender_NextTryAt",
                table: "IncomingEvents");

            migrationBuilder.DropColumn(
                name: "HinderedBy",
                table: "OutgoingMessages");

            migrationBuilder.DropColumn(
                name: "IsSilent",
                table: "OutgoingMessages");

            migrationBuilder.DropColumn(
                name: "IsUnasked",
                table: "OutgoingMessages");

            migrationBuilder.DropColumn(
                name: "LostAt",
                table: "LaterAnswers");
        }
    }
}
