using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SearchIndexAndNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Conversations_AnswerDue",
                table: "Conversations");

            migrationBuilder.DropIndex(
                name: "IX_Conversations_AssigneeId",
                table: "Conversations");

            migrationBuilder.AddColumn<string>(
                name: "FoldedName",
                table: "Friends",
                type: "TEXT",
                maxLength: 160,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "IsDone",
                table: "Conversations",
                type: "INTEGER",
                nullable: false,
                computedColumnSql: "CASE WHEN \"Closing_At\" IS NULL THEN 0 ELSE 1 END");

            migrationBuilder.AddColumn<int>(
                name: "NeedsAnswer",
                table: "Conversations",
                type: "INTEGER",
                nullable: false,
                computedColumnSql: "CASE WHEN \"AnswerDue\" IS NOT NULL THEN 1 WHEN \"TroubleAt\" IS NOT NULL THEN 2 ELSE 0 END");

            migrationBuilder.CreateTable(
                name: "MessageGrams",
                columns: table => new
                {
                    Gram = table.Column<int>(type: "INTEGER", nullable: false),
                    Order = table.Column<long>(type: "INTEGER", nullable: false),
                    FriendNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<byte>(type: "INTEGER", maxLength: 20, nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MessageGrams", x => new { x.Gram, x.Order, x.FriendNumber });
                });

            migrationBuilder.CreateTable(
                name: "UnindexedMessages",
                columns: table => new
                {
                    MessageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnindexedMessages", x => x.MessageId);
                    table.ForeignKey(
                        name: "FK_UnindexedMessages_Messages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "Messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_AssigneeId_IsDone_SpokenAt_LastHumanAt",
                table: "Conversations",
                columns: new[] { "AssigneeId", "IsDone", "SpokenAt", "LastHumanAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_IsDone_SpokenAt",
                table: "Conversations",
                columns: new[] { "IsDone", "SpokenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_NeedsAnswer_AnswerDue",
                table: "Conversations",
                columns: new[] { "NeedsAnswer", "AnswerDue" });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_TroubleAt",
                table: "Conversations",
                column: "TroubleAt");

            migrationBuilder.CreateIndex(
                name: "IX_UnindexedMessages_Order",
                table: "UnindexedMessages",
                column: "Order");

            migrationBuilder.Sql(Backfills.Unindexed);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MessageGrams");

            migrationBuilder.DropTable(
                name: "UnindexedMessages");

            migrationBuilder.DropIndex(
                name: "IX_Conversations_AssigneeId_IsDone_SpokenAt_LastHumanAt",
                table: "Conversations");

            migrationBuilder.DropIndex(
                name: "IX_Conversations_IsDone_SpokenAt",
                table: "Conversations");

            migrationBuilder.DropIndex(
                name: "IX_Conversations_NeedsAnswer_AnswerDue",
                table: "Conversations");

            migrationBuilder.DropIndex(
                name: "IX_Conversations_TroubleAt",
                table: "Conversations");

            migrationBuilder.DropColumn(
                name: "IsDone",
                table: "Conversations");

            migrationBuilder.DropColumn(
                name: "NeedsAnswer",
                table: "Conversations");

            migrationBuilder.DropColumn(
                name: "FoldedName",
                table: "Friends");

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_AnswerDue",
                table: "Conversations",
                column: "AnswerDue");

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_AssigneeId",
                table: "Conversations",
                column: "AssigneeId");
        }
    }
}
