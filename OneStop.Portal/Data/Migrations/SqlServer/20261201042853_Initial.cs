using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace OneStop.Portal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AskedInVain",
                columns: table => new
                {
                    AskedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Hour = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Method = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Count = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AskedInVain", x => new { x.AskedOn, x.Date, x.Hour, x.Kind, x.Method });
                });

            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Act = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ActorKind = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ActorId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Sitting = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Subject = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SubjectId = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Fields = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Mac = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Number = table.Column<long>(type: "bigint", nullable: true),
                    Seal = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateTable(
                name: "BookingTerms",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Minutes = table.Column<int>(type: "int", nullable: false),
                    BufferBefore = table.Column<int>(type: "int", nullable: false),
                    BufferAfter = table.Column<int>(type: "int", nullable: false),
                    LeadMinutes = table.Column<int>(type: "int", nullable: false),
                    HorizonDays = table.Column<int>(type: "int", nullable: false),
                    ChangeUntilMinutes = table.Column<int>(type: "int", nullable: false),
                    ChosenMethods = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    OffersNow = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BookingTerms", x => x.Kind);
                });

            migrationBuilder.CreateTable(
                name: "CityMonths",
                columns: table => new
                {
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    FrozenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Programs = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    VersionIds = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CityMonths", x => x.Month);
                });

            migrationBuilder.CreateTable(
                name: "ClientFileKinds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Place = table.Column<int>(type: "int", nullable: false),
                    IsForSupport = table.Column<bool>(type: "bit", nullable: false),
                    IsConsent = table.Column<bool>(type: "bit", nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClientFileKinds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Closures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    Method = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SetBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SetAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Closures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ConsentWordings",
                columns: table => new
                {
                    Digest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Purpose = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Edition = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Text = table.Column<string>(type: "nvarchar(max)", maxLength: 5000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    KeptAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsentWordings", x => x.Digest);
                });

            migrationBuilder.CreateTable(
                name: "ConsultationSubjects",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Place = table.Column<int>(type: "int", nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsultationSubjects", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    FriendlyName = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    Xml = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DatedRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Area = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Unit = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DatedRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Friends",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    LineUserId = table.Column<string>(type: "nvarchar(33)", maxLength: 33, nullable: false, collation: "Latin1_General_100_BIN2"),
                    MetAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    FollowedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    BlockedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CalledAs = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    FoldedName = table.Column<string>(type: "nvarchar(1600)", maxLength: 1600, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Friends", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HoursSettings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Method = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Opens = table.Column<int>(type: "int", nullable: false),
                    Closes = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SetBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SetAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HoursSettings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IncomingEvents",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    EventId = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Sender = table.Column<string>(type: "nvarchar(33)", maxLength: 33, nullable: true, collation: "Latin1_General_100_BIN2"),
                    MessageId = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    OccurredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    ProcessedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Failure = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    PutAsideAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncomingEvents", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "MessageGrams",
                columns: table => new
                {
                    Gram = table.Column<int>(type: "int", nullable: false),
                    Order = table.Column<long>(type: "bigint", nullable: false),
                    FriendNumber = table.Column<int>(type: "int", nullable: false),
                    By = table.Column<byte>(type: "tinyint", maxLength: 20, nullable: false),
                    Kind = table.Column<byte>(type: "tinyint", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MessageGrams", x => new { x.Gram, x.Order, x.FriendNumber });
                });

            migrationBuilder.CreateTable(
                name: "OutgoingMessages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ConversationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    To = table.Column<string>(type: "nvarchar(33)", maxLength: 33, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Order = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReplyToken = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ReplyUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReplyTriedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PushTriedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    UsefulUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    IsUnasked = table.Column<bool>(type: "bit", nullable: false),
                    IsSilent = table.Column<bool>(type: "bit", nullable: true),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Route = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    SettledAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    RequestId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ClaimedUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    HinderedBy = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    MayHaveArrived = table.Column<bool>(type: "bit", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Contents = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutgoingMessages", x => x.Id)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateTable(
                name: "RecordTemplates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Complaint = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Assessment = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Support = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    NextStep = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    RetiredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordTemplates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SavedForms",
                columns: table => new
                {
                    Key = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CreatedId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedForms", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "SignInTries",
                columns: table => new
                {
                    Key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Failures = table.Column<int>(type: "int", nullable: false),
                    LastAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    NextAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInTries", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "StaffMembers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    LeftAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PasswordSetAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SittingsEndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Duties = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    UserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true, collation: "Latin1_General_100_BIN2"),
                    NormalizedUserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true, collation: "Latin1_General_100_BIN2"),
                    NormalizedEmail = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true, collation: "Latin1_General_100_BIN2"),
                    EmailConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    PasswordHash = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    SecurityStamp = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    ConcurrencyStamp = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    PhoneNumber = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    PhoneNumberConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "bit", nullable: false),
                    LockoutEnd = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "bit", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffMembers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Tags",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    RetiredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tags", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TemplateFolders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Order = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TemplateFolders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditValues",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Field = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Before = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    After = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditValues", x => new { x.EntryId, x.Field })
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_AuditValues_AuditEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "AuditEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Absences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Substitutes = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnteredBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Absences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Absences_StaffMembers_EnteredBy",
                        column: x => x.EnteredBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Absences_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Approvals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Decides = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Digest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Remark = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Until = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AskedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Decision_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Decision_By = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Decision_Digest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Decision_Number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Decision_On = table.Column<DateOnly>(type: "date", nullable: true),
                    Decision_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Return_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Return_Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Return_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Withdrawal_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Withdrawal_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Approvals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Approvals_StaffMembers_AskedBy",
                        column: x => x.AskedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClaimType = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    ClaimValue = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_StaffMembers_UserId",
                        column: x => x.UserId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "nvarchar(450)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    ProviderKey = table.Column<string>(type: "nvarchar(450)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    ProviderDisplayName = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_StaffMembers_UserId",
                        column: x => x.UserId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LoginProvider = table.Column<string>(type: "nvarchar(450)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(450)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Value = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_StaffMembers_UserId",
                        column: x => x.UserId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BookingFeeds",
                columns: table => new
                {
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Digest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    MadeAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BookingFeeds", x => x.StaffId);
                    table.ForeignKey(
                        name: "FK_BookingFeeds_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Clients",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    FriendId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    FoldedName = table.Column<string>(type: "nvarchar(1600)", maxLength: 1600, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Phone = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Eligibility = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EligibilityAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EligibilityRule = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    BornAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Arrival = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    RegisteredBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ErasureAskedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ErasedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    MergedIntoId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FullName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    FoldedFullName = table.Column<string>(type: "nvarchar(800)", maxLength: 800, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Kana = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    FoldedKana = table.Column<string>(type: "nvarchar(800)", maxLength: 800, nullable: true, collation: "Latin1_General_100_BIN2"),
                    BirthDate = table.Column<DateOnly>(type: "date", nullable: true),
                    PhoneRemark = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Clients", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Clients_Clients_MergedIntoId",
                        column: x => x.MergedIntoId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Clients_Friends_FriendId",
                        column: x => x.FriendId,
                        principalTable: "Friends",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Clients_StaffMembers_RegisteredBy",
                        column: x => x.RegisteredBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CommutingAreas",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Codes = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SetBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SetAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommutingAreas", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CommutingAreas_StaffMembers_SetBy",
                        column: x => x.SetBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Conversations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FriendId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IsBlocked = table.Column<bool>(type: "bit", nullable: false),
                    LastOrder = table.Column<long>(type: "bigint", nullable: false),
                    SpokenOrder = table.Column<long>(type: "bigint", nullable: false),
                    SpokenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    HeardOrder = table.Column<long>(type: "bigint", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AnswerDue = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReceiptAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AssigneeId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    TroubleAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LastHumanAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DangerAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    IsDone = table.Column<int>(type: "int", nullable: false, computedColumnSql: "CASE WHEN \"Closing_At\" IS NULL THEN 0 ELSE 1 END"),
                    NeedsAnswer = table.Column<int>(type: "int", nullable: false, computedColumnSql: "CASE WHEN \"DangerAt\" IS NOT NULL THEN 1 WHEN \"AnswerDue\" IS NOT NULL THEN CASE WHEN \"IsBlocked\" = 1 THEN 4 ELSE 2 END WHEN \"TroubleAt\" IS NOT NULL THEN CASE WHEN \"IsBlocked\" = 1 THEN 5 ELSE 3 END ELSE 0 END"),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Caution_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Caution_Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Caution_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Closing_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Closing_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Discretion_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Discretion_Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Discretion_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Memo_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Memo_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Memo_Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    NoContact_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    NoContact_From = table.Column<TimeOnly>(type: "time", nullable: true),
                    NoContact_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    NoContact_Until = table.Column<TimeOnly>(type: "time", nullable: true),
                    Reply_FreshUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Reply_Value = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Conversations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Conversations_Friends_FriendId",
                        column: x => x.FriendId,
                        principalTable: "Friends",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Conversations_StaffMembers_AssigneeId",
                        column: x => x.AssigneeId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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

            migrationBuilder.CreateTable(
                name: "Employers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kana = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CorporateNumber = table.Column<string>(type: "nvarchar(13)", maxLength: 13, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Address = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    MunicipalityCode = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: true, collation: "Latin1_General_100_BIN2"),
                    IndustryCode = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Employees = table.Column<int>(type: "int", nullable: true),
                    Women = table.Column<int>(type: "int", nullable: true),
                    PartTimers = table.Column<int>(type: "int", nullable: true),
                    Phone = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    WebAddress = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Notes = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Source = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SourceName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    InChargeId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Stage = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    StageSince = table.Column<DateOnly>(type: "date", nullable: false),
                    NextStep = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    NextOn = table.Column<DateOnly>(type: "date", nullable: true),
                    NextWords = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DeclineReason = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    WhatWouldChange = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    LastContactAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EnteredBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    MergedIntoId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Reading = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Core = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PhoneDigits = table.Column<string>(type: "nvarchar(11)", maxLength: 11, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FoldedAddress = table.Column<string>(type: "nvarchar(800)", maxLength: 800, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Folded = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Listing_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Listing_By = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Listing_How = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Listing_On = table.Column<DateOnly>(type: "date", nullable: true),
                    Listing_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Employers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Employers_Employers_MergedIntoId",
                        column: x => x.MergedIntoId,
                        principalTable: "Employers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Employers_StaffMembers_EnteredBy",
                        column: x => x.EnteredBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Employers_StaffMembers_InChargeId",
                        column: x => x.InChargeId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FeedSwitches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    IsOn = table.Column<bool>(type: "bit", nullable: false),
                    SetBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SetAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeedSwitches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FeedSwitches_StaffMembers_SetBy",
                        column: x => x.SetBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FormDrafts",
                columns: table => new
                {
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ConversationId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormDrafts", x => new { x.StaffId, x.Key });
                    table.ForeignKey(
                        name: "FK_FormDrafts_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FormEditions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FormCode = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    UsedFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FileName = table.Column<string>(type: "nvarchar(220)", maxLength: 220, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Digest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    UploadedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Contents_ContentType = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Contents_Length = table.Column<long>(type: "bigint", nullable: true),
                    Contents_StorageName = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true, collation: "Latin1_General_100_BIN2"),
                    TakenBack_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TakenBack_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormEditions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FormEditions_StaffMembers_UploadedBy",
                        column: x => x.UploadedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportBatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    About = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FileName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Planned = table.Column<int>(type: "int", nullable: false),
                    TakenOver = table.Column<int>(type: "int", nullable: false),
                    Rows = table.Column<int>(type: "int", nullable: false),
                    ImportedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ImportedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    UndoneBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportBatches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportBatches_StaffMembers_ImportedBy",
                        column: x => x.ImportedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ListLayouts",
                columns: table => new
                {
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    List = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Hidden = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListLayouts", x => new { x.StaffId, x.List });
                    table.ForeignKey(
                        name: "FK_ListLayouts_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ListViews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    List = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Address = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListViews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ListViews_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Partners",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kana = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ForWhom = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Hours = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Phone = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Ward = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Address = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    MapLink = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    WebAddress = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    HowToRefer = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnteredBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CheckDueAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Reading = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Folded = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Kinds = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Check_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Check_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Closing_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Closing_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Partners", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Partners_StaffMembers_EnteredBy",
                        column: x => x.EnteredBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RuleValues",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RuleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Value = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SetBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SetAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Source_Address = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Source_Words = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RuleValues", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RuleValues_DatedRules_RuleId",
                        column: x => x.RuleId,
                        principalTable: "DatedRules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RuleValues_StaffMembers_SetBy",
                        column: x => x.SetBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SavedViews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false, collation: "Latin1_General_100_BIN2"),
                    List = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IsShared = table.Column<bool>(type: "bit", nullable: false),
                    Filter_AssigneeId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Filter_From = table.Column<DateOnly>(type: "date", nullable: true),
                    Filter_Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Filter_TagId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Filter_Until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedViews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedViews_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ShiftExceptions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Times = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShiftExceptions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ShiftExceptions_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SignInCodes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Digest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EndsAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInCodes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SignInCodes_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StaffPreferences",
                columns: table => new
                {
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Chosen_Notifies = table.Column<bool>(type: "bit", nullable: false),
                    Chosen_Rings = table.Column<bool>(type: "bit", nullable: false),
                    Chosen_SendWith = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
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

            migrationBuilder.CreateTable(
                name: "SupportMeasures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Check_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Check_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Retirement_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Retirement_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Wording_Conditions = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Wording_Deadlines = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Wording_IsAboutCourse = table.Column<bool>(type: "bit", nullable: false),
                    Wording_Name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Wording_NeedsConsultation = table.Column<bool>(type: "bit", nullable: false),
                    Wording_Order = table.Column<int>(type: "int", nullable: false),
                    Wording_ShortName = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Wording_Summary = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Wording_WhereToApply = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupportMeasures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SupportMeasures_StaffMembers_ChangedBy",
                        column: x => x.ChangedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WeeklyShifts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Weekday = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EffectiveFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Times = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WeeklyShifts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WeeklyShifts_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReplyTemplates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FolderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reading = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Body = table.Column<string>(type: "nvarchar(max)", maxLength: 5000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Retirement_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Retirement_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReplyTemplates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReplyTemplates_StaffMembers_ChangedBy",
                        column: x => x.ChangedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReplyTemplates_TemplateFolders_FolderId",
                        column: x => x.FolderId,
                        principalTable: "TemplateFolders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Erasures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    StepsDone = table.Column<int>(type: "int", nullable: false),
                    Steps = table.Column<int>(type: "int", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Clients = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Friends = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Counts = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Number = table.Column<int>(type: "int", nullable: false),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Way = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Identity = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AskedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Words = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TakenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    TakenBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ToldAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ApprovalId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Answer_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Answer_IsPartly = table.Column<bool>(type: "bit", nullable: true),
                    Answer_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Answer_Words = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ApprovedBy_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ApprovedBy_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Order_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Order_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Withdrawal_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Withdrawal_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Erasures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Erasures_Approvals_ApprovalId",
                        column: x => x.ApprovalId,
                        principalTable: "Approvals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MenuEditions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Picture = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    ContentType = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ChatBarText = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ApprovalId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BusyUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Buttons = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Display_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Display_LineId = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Display_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Removal_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Removal_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MenuEditions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MenuEditions_Approvals_ApprovalId",
                        column: x => x.ApprovalId,
                        principalTable: "Approvals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VideoProviders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Hosts = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    ApprovalId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    End_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    End_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VideoProviders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VideoProviders_Approvals_ApprovalId",
                        column: x => x.ApprovalId,
                        principalTable: "Approvals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AnonymousTwins",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SourceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    SourceDigest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    MadeAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    MadeBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    ApprovalId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OutdatedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnonymousTwins", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AnonymousTwins_Approvals_ApprovalId",
                        column: x => x.ApprovalId,
                        principalTable: "Approvals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AnonymousTwins_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AnonymousTwins_StaffMembers_MadeBy",
                        column: x => x.MadeBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Bookings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Method = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Slot_Start = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Slot_End = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    HeldUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChosenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EnteredBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FirstQuarter = table.Column<long>(type: "bigint", nullable: false),
                    Quarters = table.Column<int>(type: "int", nullable: false),
                    Lane = table.Column<int>(type: "int", nullable: false),
                    BeyondReason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    MovedFrom = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    IsAnnulled = table.Column<bool>(type: "bit", nullable: false),
                    Moves = table.Column<int>(type: "int", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    AcknowledgedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DayReminderAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    HourReminderAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    InvitedAgainAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LastNoticeId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    HourNoticeId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Day_Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Day_HourBand = table.Column<int>(type: "int", nullable: false),
                    Day_ServiceDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Late_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Late_By = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Late_Minutes = table.Column<int>(type: "int", nullable: true),
                    Late_NoticeId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bookings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Bookings_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Bookings_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseAssignments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Since = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Until = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AssignedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    BatchId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AcknowledgedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseAssignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseAssignments_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseAssignments_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseClosings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Words = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ClosedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReopenedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReopenedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseClosings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseClosings_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClientAddresses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Facts_IsOutside = table.Column<bool>(type: "bit", nullable: false),
                    Facts_PostalCode = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Facts_Rest = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Facts_Ward = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClientAddresses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClientAddresses_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClientAddresses_StaffMembers_ChangedBy",
                        column: x => x.ChangedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClientContacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Facts_Care = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Facts_GoodTime = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Facts_Introduction = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Facts_MayLeaveVoicemail = table.Column<bool>(type: "bit", nullable: false),
                    Facts_Method = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Facts_NoCall = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Facts_NoCallDays = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Facts_OwnIntroduction = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClientContacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClientContacts_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClientContacts_StaffMembers_ChangedBy",
                        column: x => x.ChangedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClientFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SeriesId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    KindId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IsForSupport = table.Column<bool>(type: "bit", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(220)", maxLength: 220, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DatedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    TakenFromId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AddedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Contents_ContentType = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Contents_Length = table.Column<long>(type: "bigint", nullable: true),
                    Contents_StorageName = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Preview_ContentType = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Preview_Length = table.Column<long>(type: "bigint", nullable: true),
                    Preview_StorageName = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Removal_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Removal_Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Removal_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClientFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClientFiles_ClientFileKinds_KindId",
                        column: x => x.KindId,
                        principalTable: "ClientFileKinds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClientFiles_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClientFiles_StaffMembers_AddedBy",
                        column: x => x.AddedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClientHealth",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Facts_Care = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Facts_OwnWords = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClientHealth", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClientHealth_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClientHealth_StaffMembers_ChangedBy",
                        column: x => x.ChangedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClientHouseholds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Facts_Children = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Facts_Helpers = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Facts_Housing = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Facts_HousingWords = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Facts_LivesWith = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Facts_OwnWords = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClientHouseholds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClientHouseholds_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClientHouseholds_StaffMembers_ChangedBy",
                        column: x => x.ChangedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClientLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Purpose = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    OfferedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    OfferedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    IsDeclined = table.Column<bool>(type: "bit", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DeviceDigest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Draft = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClientLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClientLinks_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClientLinks_StaffMembers_OfferedBy",
                        column: x => x.OfferedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClientMerges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SurvivorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MergedId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    UndoneBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClientMerges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClientMerges_Clients_MergedId",
                        column: x => x.MergedId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClientMerges_Clients_SurvivorId",
                        column: x => x.SurvivorId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClientMerges_StaffMembers_By",
                        column: x => x.By,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClientMerges_StaffMembers_UndoneBy",
                        column: x => x.UndoneBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClientMoney",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Facts_Allowance = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Facts_Debts = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Facts_HouseholdIncome = table.Column<int>(type: "int", nullable: true),
                    Facts_OtherBenefits = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Facts_OwnWords = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Facts_Rent = table.Column<int>(type: "int", nullable: true),
                    Facts_Spending = table.Column<int>(type: "int", nullable: true),
                    Facts_Support = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Facts_SupportPerMonth = table.Column<int>(type: "int", nullable: true),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClientMoney", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClientMoney_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClientMoney_StaffMembers_ChangedBy",
                        column: x => x.ChangedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClientPhones",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Remark = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Place = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClientPhones", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClientPhones_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClientSkills",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Facts_Pc = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Facts_PcWords = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Facts_Qualifications = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Facts_School = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Facts_Schooling = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Facts_Studying = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClientSkills", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClientSkills_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClientSkills_StaffMembers_ChangedBy",
                        column: x => x.ChangedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClientTaggings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TagId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClientTaggings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClientTaggings_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClientTaggings_Tags_TagId",
                        column: x => x.TagId,
                        principalTable: "Tags",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClientWishes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Facts_Area = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Facts_Form = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Facts_From = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Facts_Hours = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Facts_Kinds = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Facts_MonthlyIncome = table.Column<int>(type: "int", nullable: true),
                    Facts_Motivation = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Facts_Others = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClientWishes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClientWishes_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClientWishes_StaffMembers_ChangedBy",
                        column: x => x.ChangedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClientWork",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Facts_Career = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Facts_Form = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Facts_HasEmploymentInsurance = table.Column<bool>(type: "bit", nullable: true),
                    Facts_HasSecondJob = table.Column<bool>(type: "bit", nullable: true),
                    Facts_HourlyWage = table.Column<int>(type: "int", nullable: true),
                    Facts_MonthlyIncome = table.Column<int>(type: "int", nullable: true),
                    Facts_OwnWords = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Facts_WeeklyHours = table.Column<int>(type: "int", nullable: true),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClientWork", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClientWork_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClientWork_StaffMembers_ChangedBy",
                        column: x => x.ChangedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DistinctClients",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FirstId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SecondId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DistinctClients", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DistinctClients_Clients_FirstId",
                        column: x => x.FirstId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DistinctClients_Clients_SecondId",
                        column: x => x.SecondId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DistinctClients_StaffMembers_By",
                        column: x => x.By,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FormerFriends",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FriendId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Until = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerFriends", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FormerFriends_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FormerFriends_Friends_FriendId",
                        column: x => x.FriendId,
                        principalTable: "Friends",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FormerFriends_StaffMembers_By",
                        column: x => x.By,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GivenAddresses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Digest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GivenAddresses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GivenAddresses_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LearntWords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Text = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Replacement = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LearntWords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LearntWords_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MeasureChecklists",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CourseStartsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Answers_Allowance = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Answers_Before = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Answers_ChildGrows = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Answers_Course = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Answers_Insurance = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Answers_OtherAid = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Answers_Program = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Answers_Rent = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Answers_Ward = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Answers_WorkPlace = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasureChecklists", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeasureChecklists_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeasureChecklists_StaffMembers_ChangedBy",
                        column: x => x.ChangedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MonthNumbers",
                columns: table => new
                {
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MonthNumbers", x => new { x.Month, x.ClientId });
                    table.ForeignKey(
                        name: "FK_MonthNumbers_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ShiftNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ForStaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Readers = table.Column<string>(type: "nvarchar(max)", maxLength: 40000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TakenBackAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShiftNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ShiftNotes_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ShiftNotes_StaffMembers_By",
                        column: x => x.By,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ShiftNotes_StaffMembers_ForStaffId",
                        column: x => x.ForStaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SupportPrograms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Corrections = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    PlannerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AppliedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StartedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Conditions = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    NewestStep = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    StateSince = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StepSince = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    EstablishedEdition = table.Column<int>(type: "int", nullable: true),
                    BaselineCorrections = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    NextReviewOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AftercareOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Baseline_Form = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Baseline_MonthlyIncome = table.Column<int>(type: "int", nullable: true),
                    Baseline_On = table.Column<DateOnly>(type: "date", nullable: true),
                    Baseline_WeeklyHours = table.Column<int>(type: "int", nullable: true),
                    End_On = table.Column<DateOnly>(type: "date", nullable: true),
                    End_Reason = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    EndNote_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndNote_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    EndNote_ToldOf = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    EndNote_Words = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Establishment_FiscalYear = table.Column<int>(type: "int", nullable: true),
                    Establishment_On = table.Column<DateOnly>(type: "date", nullable: true),
                    Lead_Lead = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Lead_Words = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupportPrograms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SupportPrograms_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SupportPrograms_StaffMembers_PlannerId",
                        column: x => x.PlannerId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SupportPrograms_StaffMembers_StartedBy",
                        column: x => x.StartedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TimelinePins",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EntryAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PinnedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PinnedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TimelinePins", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TimelinePins_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WaitingList",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Method = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ToldAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ToldOf = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WaitingList", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WaitingList_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Drafts",
                columns: table => new
                {
                    ConversationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Note = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Since = table.Column<long>(type: "bigint", nullable: true),
                    SavedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drafts", x => new { x.ConversationId, x.StaffId });
                    table.ForeignKey(
                        name: "FK_Drafts_Conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Drafts_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LaterAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ConversationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    PlannedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SendAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UnlessClientWrites = table.Column<bool>(type: "bit", nullable: false),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CancelledAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CancelledBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    LostAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LaterAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LaterAnswers_Conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LaterAnswers_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Messages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ConversationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Order = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    FileId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    LineMessageId = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    UnsentAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Quotes = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    QuoteToken = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    OutgoingId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Card = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    Answered_AskedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Answered_DueAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Before_AssigneeId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Before_ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Before_ClosedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Before_LastHumanAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Before_WasClosed = table.Column<bool>(type: "bit", nullable: true),
                    Day_Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Day_HourBand = table.Column<int>(type: "int", nullable: false),
                    Day_ServiceDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Place_Address = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    Place_Latitude = table.Column<double>(type: "float", nullable: true),
                    Place_Longitude = table.Column<double>(type: "float", nullable: true),
                    Place_Title = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    Sticker_Keywords = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    Sticker_PackageId = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Sticker_StickerId = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Messages", x => x.Id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_Messages_Conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReadMarks",
                columns: table => new
                {
                    ConversationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UpTo = table.Column<long>(type: "bigint", nullable: false),
                    IsPutBack = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadMarks", x => new { x.ConversationId, x.StaffId });
                    table.ForeignKey(
                        name: "FK_ReadMarks_Conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ReadMarks_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StoredFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ConversationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PublicKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    PublicUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Contents_ContentType = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Contents_Length = table.Column<long>(type: "bigint", nullable: true),
                    Contents_StorageName = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Preview_ContentType = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Preview_Length = table.Column<long>(type: "bigint", nullable: true),
                    Preview_StorageName = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Source_IsElsewhere = table.Column<bool>(type: "bit", nullable: true),
                    Source_LineMessageId = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StoredFiles_Conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Taggings",
                columns: table => new
                {
                    ConversationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TagId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Taggings", x => new { x.ConversationId, x.TagId });
                    table.ForeignKey(
                        name: "FK_Taggings_Conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Taggings_Tags_TagId",
                        column: x => x.TagId,
                        principalTable: "Tags",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DistinctEmployers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FirstId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SecondId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DistinctEmployers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DistinctEmployers_Employers_FirstId",
                        column: x => x.FirstId,
                        principalTable: "Employers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DistinctEmployers_Employers_SecondId",
                        column: x => x.SecondId,
                        principalTable: "Employers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DistinctEmployers_StaffMembers_By",
                        column: x => x.By,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EmployerMarks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Year = table.Column<int>(type: "int", nullable: true),
                    SeenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Seen = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Removal_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Removal_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmployerMarks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EmployerMarks_Employers_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Employers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_EmployerMarks_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EmployerMerges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SurvivorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MergedId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(13)", maxLength: 13, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Before = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    After = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Rows = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Undoing_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Undoing_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmployerMerges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EmployerMerges_Employers_MergedId",
                        column: x => x.MergedId,
                        principalTable: "Employers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EmployerMerges_Employers_SurvivorId",
                        column: x => x.SurvivorId,
                        principalTable: "Employers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EmployerMerges_StaffMembers_By",
                        column: x => x.By,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EmployerPeople",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kana = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Role = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Phone = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Mail = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    BestTime = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Notes = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Removal_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Removal_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmployerPeople", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EmployerPeople_Employers_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Employers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EmployerTies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    Words = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    End_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    End_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmployerTies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EmployerTies_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EmployerTies_Employers_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Employers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EmployerTies_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Understandings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Topic = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Level = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Words = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Evidence = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SeenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Removal_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Removal_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Understandings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Understandings_Employers_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Employers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Understandings_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Worksites",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Address = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    MunicipalityCode = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Phone = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Station = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Minutes = table.Column<int>(type: "int", nullable: true),
                    Notes = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Removal_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Removal_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Worksites", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Worksites_Employers_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Employers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ShiftImportDays",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Before = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    After = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    BeforeImport = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShiftImportDays", x => new { x.ImportId, x.StaffId, x.Date });
                    table.ForeignKey(
                        name: "FK_ShiftImportDays_ImportBatches_ImportId",
                        column: x => x.ImportId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PartnerNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Withdrawal_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Withdrawal_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartnerNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PartnerNotes_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PartnerNotes_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Signpostings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Service = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Target = table.Column<string>(type: "nvarchar(800)", maxLength: 800, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Purpose = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    NextOn = table.Column<DateOnly>(type: "date", nullable: true),
                    BegunBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Stage = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Result = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Signpostings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Signpostings_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Signpostings_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Signpostings_StaffMembers_BegunBy",
                        column: x => x.BegunBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RuleChecks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ValueId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Source_Address = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Source_Words = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RuleChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RuleChecks_RuleValues_ValueId",
                        column: x => x.ValueId,
                        principalTable: "RuleValues",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RuleChecks_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Explanations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TellingId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MeasureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Way = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Response = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CardId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Annulment_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Annulment_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Explanations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Explanations_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Explanations_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Explanations_SupportMeasures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "SupportMeasures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MeasureApplications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MeasureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ApplyBy = table.Column<DateOnly>(type: "date", nullable: true),
                    AppliedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasureApplications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeasureApplications_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeasureApplications_StaffMembers_ChangedBy",
                        column: x => x.ChangedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeasureApplications_SupportMeasures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "SupportMeasures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SupportMeasureRevisions",
                columns: table => new
                {
                    MeasureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Wording_Conditions = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Wording_Deadlines = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Wording_IsAboutCourse = table.Column<bool>(type: "bit", nullable: false),
                    Wording_Name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Wording_NeedsConsultation = table.Column<bool>(type: "bit", nullable: false),
                    Wording_Order = table.Column<int>(type: "int", nullable: false),
                    Wording_ShortName = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Wording_Summary = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Wording_WhereToApply = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupportMeasureRevisions", x => new { x.MeasureId, x.Edition });
                    table.ForeignKey(
                        name: "FK_SupportMeasureRevisions_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SupportMeasureRevisions_SupportMeasures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "SupportMeasures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReplyTemplateRevisions",
                columns: table => new
                {
                    TemplateId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reading = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Body = table.Column<string>(type: "nvarchar(max)", maxLength: 5000, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReplyTemplateRevisions", x => new { x.TemplateId, x.Edition });
                    table.ForeignKey(
                        name: "FK_ReplyTemplateRevisions_ReplyTemplates_TemplateId",
                        column: x => x.TemplateId,
                        principalTable: "ReplyTemplates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ReplyTemplateRevisions_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReplyTemplateUses",
                columns: table => new
                {
                    TemplateId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Times = table.Column<int>(type: "int", nullable: false),
                    LastAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReplyTemplateUses", x => new { x.TemplateId, x.StaffId });
                    table.ForeignKey(
                        name: "FK_ReplyTemplateUses_ReplyTemplates_TemplateId",
                        column: x => x.TemplateId,
                        principalTable: "ReplyTemplates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ReplyTemplateUses_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TwinDecisions",
                columns: table => new
                {
                    TwinId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Start = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Original = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Replacement = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TwinDecisions", x => new { x.TwinId, x.Start });
                    table.ForeignKey(
                        name: "FK_TwinDecisions_AnonymousTwins_TwinId",
                        column: x => x.TwinId,
                        principalTable: "AnonymousTwins",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BookingCells",
                columns: table => new
                {
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Quarter = table.Column<long>(type: "bigint", nullable: false),
                    Lane = table.Column<int>(type: "int", nullable: false),
                    BookingId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BookingCells", x => new { x.StaffId, x.Quarter, x.Lane });
                    table.ForeignKey(
                        name: "FK_BookingCells_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CallTries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BookingId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Outcome = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Note = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    NoticeAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    NoticeId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    TellsFrom = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TakenBackAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallTries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CallTries_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CallTries_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Consultations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BookingId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ConversationId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Method = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Begin = table.Column<DateTime>(type: "datetime2", nullable: false),
                    End = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Minutes = table.Column<int>(type: "int", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StartedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Confirmation_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Confirmation_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Day_Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Day_HourBand = table.Column<int>(type: "int", nullable: false),
                    Day_ServiceDay = table.Column<DateOnly>(type: "date", nullable: false),
                    NextStepDone_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    NextStepDone_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Removal_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Removal_Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Removal_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consultations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Consultations_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Consultations_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Consultations_Conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Consultations_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Consultations_StaffMembers_StartedBy",
                        column: x => x.StartedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LiveTalks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BookingId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ConversationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BeganAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    NoticeId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    TakenFrom_Lane = table.Column<int>(type: "int", nullable: true),
                    TakenFrom_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LiveTalks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LiveTalks_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LiveTalks_Conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LiveTalks_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VideoTalks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BookingId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BeganAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VideoTalks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VideoTalks_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VideoTalks_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Consents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ObjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ObjectName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Wording = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    WordingDigest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    GivenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    TakenBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Way = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Witness = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ScanId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    WithdrawnBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Consents_ClientFiles_ScanId",
                        column: x => x.ScanId,
                        principalTable: "ClientFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Consents_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Consents_StaffMembers_WithdrawnBy",
                        column: x => x.WithdrawnBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MergeSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MergeId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false),
                    Table = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    RowId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Column = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Before = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    After = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MergeSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MergeSteps_ClientMerges_MergeId",
                        column: x => x.MergeId,
                        principalTable: "ClientMerges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AftercareChecks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProgramId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Result = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Words = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    NextOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Before = table.Column<DateOnly>(type: "date", nullable: true),
                    EnteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Withdrawal_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Withdrawal_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AftercareChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AftercareChecks_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AftercareChecks_SupportPrograms_ProgramId",
                        column: x => x.ProgramId,
                        principalTable: "SupportPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BenefitEvents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProgramId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Form = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    MonthlyIncome = table.Column<int>(type: "int", nullable: true),
                    WeeklyHours = table.Column<int>(type: "int", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    NotedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    NotedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Annulment_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Annulment_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Check_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Check_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Look_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Look_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BenefitEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BenefitEvents_StaffMembers_ChangedBy",
                        column: x => x.ChangedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BenefitEvents_StaffMembers_NotedBy",
                        column: x => x.NotedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BenefitEvents_SupportPrograms_ProgramId",
                        column: x => x.ProgramId,
                        principalTable: "SupportPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Circumstances",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProgramId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Carried = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    CarriedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Pairs = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Budget = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FixedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Notes_AsOf = table.Column<DateOnly>(type: "date", nullable: true),
                    Notes_Helpers = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Notes_Life = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Notes_Motivation = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Notes_Work = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Circumstances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Circumstances_StaffMembers_ChangedBy",
                        column: x => x.ChangedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Circumstances_SupportPrograms_ProgramId",
                        column: x => x.ProgramId,
                        principalTable: "SupportPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "GoalProgresses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProgramId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    GoalId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Percent = table.Column<int>(type: "int", nullable: false),
                    Evidence = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    RecordId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Withdrawal_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Withdrawal_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GoalProgresses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GoalProgresses_StaffMembers_By",
                        column: x => x.By,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GoalProgresses_SupportPrograms_ProgramId",
                        column: x => x.ProgramId,
                        principalTable: "SupportPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ItemStandings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProgramId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ItemId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IsInForce = table.Column<bool>(type: "bit", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Outcome = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Why = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ItemStandings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ItemStandings_StaffMembers_ChangedBy",
                        column: x => x.ChangedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemStandings_SupportPrograms_ProgramId",
                        column: x => x.ProgramId,
                        principalTable: "SupportPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProgramComments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProgramId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    Section = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PartId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SettledAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SettledBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    TakenBackAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgramComments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProgramComments_StaffMembers_By",
                        column: x => x.By,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProgramComments_StaffMembers_SettledBy",
                        column: x => x.SettledBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProgramComments_SupportPrograms_ProgramId",
                        column: x => x.ProgramId,
                        principalTable: "SupportPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProgramContacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProgramId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartnerName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Who = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Way = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Words = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ConsentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    EnteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Withdrawal_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Withdrawal_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgramContacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProgramContacts_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProgramContacts_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProgramContacts_SupportPrograms_ProgramId",
                        column: x => x.ProgramId,
                        principalTable: "SupportPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProgramHandOvers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProgramId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    PartnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartnerName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ConsentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Format = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Digest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FormEditionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Words = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    MadeAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    MadeBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Notes = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Handing_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Handing_On = table.Column<DateOnly>(type: "date", nullable: true),
                    Handing_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Handing_To = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Handing_Way = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgramHandOvers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProgramHandOvers_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProgramHandOvers_StaffMembers_MadeBy",
                        column: x => x.MadeBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProgramHandOvers_SupportPrograms_ProgramId",
                        column: x => x.ProgramId,
                        principalTable: "SupportPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProgramReviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProgramId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BookingId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Editions = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    WrittenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    WrittenBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    NextBefore = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Removal_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Removal_Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Removal_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgramReviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProgramReviews_StaffMembers_WrittenBy",
                        column: x => x.WrittenBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProgramReviews_SupportPrograms_ProgramId",
                        column: x => x.ProgramId,
                        principalTable: "SupportPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TalksWithoutReview",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProgramId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BookingId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TalksWithoutReview", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TalksWithoutReview_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TalksWithoutReview_SupportPrograms_ProgramId",
                        column: x => x.ProgramId,
                        principalTable: "SupportPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ClientQuestionnaires",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LinkId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Questions = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SentBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Way = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    MessageId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    BegunAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    WithdrawnBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DangerAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DangerSeenBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DangerSeenAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClientQuestionnaires", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClientQuestionnaires_ClientLinks_LinkId",
                        column: x => x.LinkId,
                        principalTable: "ClientLinks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClientQuestionnaires_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClientQuestionnaires_Messages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "Messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_ClientQuestionnaires_StaffMembers_CreatedBy",
                        column: x => x.CreatedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClientQuestionnaires_StaffMembers_DangerSeenBy",
                        column: x => x.DangerSeenBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClientQuestionnaires_StaffMembers_SentBy",
                        column: x => x.SentBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClientQuestionnaires_StaffMembers_WithdrawnBy",
                        column: x => x.WithdrawnBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PartnerCards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ConversationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    MessageId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AsksFirst = table.Column<bool>(type: "bit", nullable: false),
                    Answer_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Answer_IsYes = table.Column<bool>(type: "bit", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartnerCards", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PartnerCards_Conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PartnerCards_Messages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "Messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PartnerCards_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PartnerCards_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProgramConfirmations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProgramId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LinkId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    Digest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    StandSince = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Gate = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CodeDigest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SentBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Way = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    MessageId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    WrongTries = table.Column<int>(type: "int", nullable: false),
                    LockedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    OpenedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PassedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Answer = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Words = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TooLateAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LateAnswer = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    LateWords = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    LateSeenBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    LateSeenAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TalkedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TalkedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    WithdrawnBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DangerAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DangerWords = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IsDangerAnswered = table.Column<bool>(type: "bit", nullable: false),
                    DangerSeenBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DangerSeenAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgramConfirmations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProgramConfirmations_ClientLinks_LinkId",
                        column: x => x.LinkId,
                        principalTable: "ClientLinks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProgramConfirmations_Messages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "Messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_ProgramConfirmations_StaffMembers_CreatedBy",
                        column: x => x.CreatedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProgramConfirmations_StaffMembers_DangerSeenBy",
                        column: x => x.DangerSeenBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProgramConfirmations_StaffMembers_LateSeenBy",
                        column: x => x.LateSeenBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProgramConfirmations_StaffMembers_SentBy",
                        column: x => x.SentBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProgramConfirmations_StaffMembers_TalkedBy",
                        column: x => x.TalkedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProgramConfirmations_StaffMembers_WithdrawnBy",
                        column: x => x.WithdrawnBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProgramConfirmations_SupportPrograms_ProgramId",
                        column: x => x.ProgramId,
                        principalTable: "SupportPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UnindexedMessages",
                columns: table => new
                {
                    MessageId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Order = table.Column<long>(type: "bigint", nullable: false),
                    HasLines = table.Column<bool>(type: "bit", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "VideoLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BookingId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Address = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Digest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnteredBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReplacedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReplacedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    MessageId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RemindedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReminderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VideoLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VideoLinks_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VideoLinks_Messages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "Messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_VideoLinks_StaffMembers_EnteredBy",
                        column: x => x.EnteredBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OutreachContacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Result = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    With = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Words = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Before = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    After = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Annulment_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Annulment_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutreachContacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutreachContacts_EmployerPeople_PersonId",
                        column: x => x.PersonId,
                        principalTable: "EmployerPeople",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OutreachContacts_Employers_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Employers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OutreachContacts_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JobOpenings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Origin = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    WorksiteId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Title = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Terms = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CopiedFrom = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Writers = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Revisions = table.Column<int>(type: "int", nullable: false),
                    ReceiptNumber = table.Column<int>(type: "int", nullable: true),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    StateSince = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: true),
                    AskAgainOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Check_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Check_Digest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Check_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Count_Counts = table.Column<bool>(type: "bit", nullable: true),
                    Count_On = table.Column<DateOnly>(type: "date", nullable: true),
                    Count_Why = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CountDecision_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CountDecision_Counts = table.Column<bool>(type: "bit", nullable: true),
                    CountDecision_Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CountDecision_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    End_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    End_Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    End_On = table.Column<DateOnly>(type: "date", nullable: true),
                    End_Refusal = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    End_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    End_Was = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    End_Words = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Publication_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Publication_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Receipt_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Receipt_On = table.Column<DateOnly>(type: "date", nullable: true),
                    Receipt_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobOpenings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_JobOpenings_Employers_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Employers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JobOpenings_JobOpenings_CopiedFrom",
                        column: x => x.CopiedFrom,
                        principalTable: "JobOpenings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JobOpenings_StaffMembers_CreatedBy",
                        column: x => x.CreatedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JobOpenings_Worksites_WorksiteId",
                        column: x => x.WorksiteId,
                        principalTable: "Worksites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SignpostingStep",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SignpostingId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Stage = table.Column<int>(type: "int", maxLength: 20, nullable: false),
                    Result = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Words = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SharesName = table.Column<bool>(type: "bit", nullable: false),
                    HandedOver = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Reach = table.Column<int>(type: "int", maxLength: 20, nullable: false),
                    Withdrawal_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Withdrawal_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignpostingStep", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SignpostingStep_Signpostings_SignpostingId",
                        column: x => x.SignpostingId,
                        principalTable: "Signpostings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SignpostingStep_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConsultationComments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ConsultationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TakenBackAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Acknowledgement_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Acknowledgement_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsultationComments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConsultationComments_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ConsultationComments_StaffMembers_By",
                        column: x => x.By,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConsultationVersions",
                columns: table => new
                {
                    ConsultationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    WrittenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    WrittenBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Method = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Begin = table.Column<DateTime>(type: "datetime2", nullable: false),
                    End = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Place = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Minutes = table.Column<int>(type: "int", nullable: false),
                    SubjectIds = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Complaint = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Assessment = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Support = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    NextStep = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    NextStepOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsultationVersions", x => new { x.ConsultationId, x.Number });
                    table.ForeignKey(
                        name: "FK_ConsultationVersions_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProgramVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProgramId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    CircumstancesId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Step = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StartedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Writers = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Goals = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Items = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Way = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    EstablishedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Approval_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Approval_Digest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Approval_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Confirmation_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Confirmation_Digest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Confirmation_On = table.Column<DateOnly>(type: "date", nullable: true),
                    Confirmation_ScanId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Confirmation_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Confirmation_Way = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Request_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Request_Digest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Request_Remark = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Request_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Return_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Return_Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Return_StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgramVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProgramVersions_Circumstances_CircumstancesId",
                        column: x => x.CircumstancesId,
                        principalTable: "Circumstances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProgramVersions_StaffMembers_ChangedBy",
                        column: x => x.ChangedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProgramVersions_StaffMembers_StartedBy",
                        column: x => x.StartedBy,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProgramVersions_SupportPrograms_ProgramId",
                        column: x => x.ProgramId,
                        principalTable: "SupportPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "QuestionnaireAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    QuestionnaireId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Question = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Value = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Decision_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Decision_By = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Decision_IsTaken = table.Column<bool>(type: "bit", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionnaireAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_QuestionnaireAnswers_ClientQuestionnaires_QuestionnaireId",
                        column: x => x.QuestionnaireId,
                        principalTable: "ClientQuestionnaires",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EmployerDeclarations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OpeningId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Form = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SignedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Answers = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmployerDeclarations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EmployerDeclarations_JobOpenings_OpeningId",
                        column: x => x.OpeningId,
                        principalTable: "JobOpenings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_EmployerDeclarations_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OpeningInquiries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OpeningId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Of = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Answer = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Words = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpeningInquiries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpeningInquiries_JobOpenings_OpeningId",
                        column: x => x.OpeningId,
                        principalTable: "JobOpenings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_OpeningInquiries_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OpeningRevisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OpeningId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StaffId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Why = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Title = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Before = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Changes = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpeningRevisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpeningRevisions_JobOpenings_OpeningId",
                        column: x => x.OpeningId,
                        principalTable: "JobOpenings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_OpeningRevisions_StaffMembers_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMembers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OpeningTraits",
                columns: table => new
                {
                    OpeningId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Origin = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Title = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Occupation = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EmployerName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    MunicipalityCode = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Employment = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    IsPermanent = table.Column<bool>(type: "bit", nullable: true),
                    PayForm = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    MonthlyPay = table.Column<int>(type: "int", nullable: true),
                    HourlyPay = table.Column<int>(type: "int", nullable: true),
                    EarliestStart = table.Column<int>(type: "int", nullable: true),
                    LatestEnd = table.Column<int>(type: "int", nullable: true),
                    DaysAWeek = table.Column<int>(type: "int", nullable: true),
                    HasOvertime = table.Column<bool>(type: "bit", nullable: true),
                    WorksWeekends = table.Column<bool>(type: "bit", nullable: true),
                    WorksHolidays = table.Column<bool>(type: "bit", nullable: true),
                    SuddenAbsence = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    SchoolEvents = table.Column<bool>(type: "bit", nullable: true),
                    HourlyLeave = table.Column<bool>(type: "bit", nullable: true),
                    ReducedHours = table.Column<bool>(type: "bit", nullable: true),
                    HomeOffice = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Childcare = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Promotes = table.Column<bool>(type: "bit", nullable: true),
                    NeedsExperience = table.Column<bool>(type: "bit", nullable: true),
                    TransitMinutes = table.Column<int>(type: "int", nullable: true),
                    Persons = table.Column<int>(type: "int", nullable: true),
                    OpenUntil = table.Column<DateOnly>(type: "date", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: true),
                    AskAgainOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReceiptNumber = table.Column<int>(type: "int", nullable: true),
                    CountedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Sameness = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Folded = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpeningTraits", x => x.OpeningId);
                    table.ForeignKey(
                        name: "FK_OpeningTraits_JobOpenings_OpeningId",
                        column: x => x.OpeningId,
                        principalTable: "JobOpenings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PublicOrigins",
                columns: table => new
                {
                    OpeningId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SourceName = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: false),
                    Record = table.Column<string>(type: "nvarchar(max)", maxLength: 30000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    GoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublicOrigins", x => x.OpeningId);
                    table.ForeignKey(
                        name: "FK_PublicOrigins_JobOpenings_OpeningId",
                        column: x => x.OpeningId,
                        principalTable: "JobOpenings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "ClientFileKinds",
                columns: new[] { "Id", "IsConsent", "IsForSupport", "Name", "Place", "RetiredAt", "Version" },
                values: new object[,]
                {
                    { new Guid("0199c0de-0000-7000-8003-000000000000"), false, false, "履歴書", 1, null, 0 },
                    { new Guid("0199c0de-0000-7000-8003-000000000001"), false, false, "職務経歴書", 2, null, 0 },
                    { new Guid("0199c0de-0000-7000-8003-000000000002"), false, false, "資格・免許の証明", 3, null, 0 },
                    { new Guid("0199c0de-0000-7000-8003-000000000003"), false, false, "求人票", 4, null, 0 },
                    { new Guid("0199c0de-0000-7000-8003-000000000004"), true, false, "同意書", 5, null, 0 },
                    { new Guid("0199c0de-0000-7000-8003-000000000005"), true, true, "同意書（関係機関への情報提供）", 6, null, 0 },
                    { new Guid("0199c0de-0000-7000-8003-000000000006"), false, true, "本人確認の書類", 7, null, 0 },
                    { new Guid("0199c0de-0000-7000-8003-000000000007"), false, true, "給付金の書類", 8, null, 0 },
                    { new Guid("0199c0de-0000-7000-8003-000000000008"), false, true, "家計・手当の書類", 9, null, 0 },
                    { new Guid("0199c0de-0000-7000-8003-000000000009"), false, true, "健康の書類", 10, null, 0 },
                    { new Guid("0199c0de-0000-7000-8003-000000000010"), false, false, "その他", 11, null, 0 },
                    { new Guid("0199c0de-0000-7000-8003-000000000011"), false, true, "自立支援プログラムの書類", 12, null, 0 }
                });

            migrationBuilder.InsertData(
                table: "ConsultationSubjects",
                columns: new[] { "Id", "Name", "Place", "RetiredAt", "Version" },
                values: new object[,]
                {
                    { new Guid("0199c0de-0000-7000-8001-000000000000"), "就職・転職の希望", 1, null, 0 },
                    { new Guid("0199c0de-0000-7000-8001-000000000001"), "今の仕事の悩み", 2, null, 0 },
                    { new Guid("0199c0de-0000-7000-8001-000000000002"), "働き方と子育ての両立", 3, null, 0 },
                    { new Guid("0199c0de-0000-7000-8001-000000000003"), "資格・職業訓練", 4, null, 0 },
                    { new Guid("0199c0de-0000-7000-8001-000000000004"), "応募書類・面接", 5, null, 0 },
                    { new Guid("0199c0de-0000-7000-8001-000000000005"), "給付金・貸付", 6, null, 0 },
                    { new Guid("0199c0de-0000-7000-8001-000000000006"), "家計・債務", 7, null, 0 },
                    { new Guid("0199c0de-0000-7000-8001-000000000007"), "養育費・離婚", 8, null, 0 },
                    { new Guid("0199c0de-0000-7000-8001-000000000008"), "健康・こころ", 9, null, 0 },
                    { new Guid("0199c0de-0000-7000-8001-000000000009"), "住まい", 10, null, 0 },
                    { new Guid("0199c0de-0000-7000-8001-000000000010"), "暴力・安全", 11, null, 0 },
                    { new Guid("0199c0de-0000-7000-8001-000000000011"), "ほかの窓口の案内", 12, null, 0 },
                    { new Guid("0199c0de-0000-7000-8001-000000000012"), "その他", 13, null, 0 }
                });

            migrationBuilder.InsertData(
                table: "RecordTemplates",
                columns: new[] { "Id", "Assessment", "Complaint", "Name", "NextStep", "RetiredAt", "Support", "Version" },
                values: new object[,]
                {
                    { new Guid("0199c0de-0000-7000-8002-000000000000"), "【強み】\n【課題】\n【急ぐこと】", "【きっかけ】\n【希望】\n【困っていること】", "初回の相談", "次回の相談の日を決める", null, "【聞いたこと】\n【説明した制度】\n【渡した資料】", 0 },
                    { new Guid("0199c0de-0000-7000-8002-000000000001"), "【書類の状態】\n【本人の不安】", "【応募先】\n【締切】", "応募書類・面接", "書き直した書類を確かめる", null, "【直したところ】\n【練習したこと】", 0 },
                    { new Guid("0199c0de-0000-7000-8002-000000000002"), "【進んだこと】\n【止まっていること】", "【前回からの変化】", "経過の確認", "", null, "【確認したこと】\n【決めたこと】", 0 }
                });

            migrationBuilder.CreateIndex(
                name: "IX_Absences_EnteredBy",
                table: "Absences",
                column: "EnteredBy");

            migrationBuilder.CreateIndex(
                name: "IX_Absences_StaffId",
                table: "Absences",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_Absences_Until",
                table: "Absences",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_AftercareChecks_ProgramId_On",
                table: "AftercareChecks",
                columns: new[] { "ProgramId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_AftercareChecks_StaffId",
                table: "AftercareChecks",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_AnonymousTwins_ApprovalId",
                table: "AnonymousTwins",
                column: "ApprovalId");

            migrationBuilder.CreateIndex(
                name: "IX_AnonymousTwins_ClientId",
                table: "AnonymousTwins",
                column: "ClientId");

            migrationBuilder.CreateIndex(
                name: "IX_AnonymousTwins_Kind_SourceId",
                table: "AnonymousTwins",
                columns: new[] { "Kind", "SourceId" },
                unique: true,
                filter: "\"OutdatedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AnonymousTwins_MadeBy",
                table: "AnonymousTwins",
                column: "MadeBy");

            migrationBuilder.CreateIndex(
                name: "IX_AnonymousTwins_Number",
                table: "AnonymousTwins",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AnonymousTwins_On",
                table: "AnonymousTwins",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_Approvals_AskedBy",
                table: "Approvals",
                column: "AskedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Approvals_Kind_Number",
                table: "Approvals",
                columns: new[] { "Kind", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AskedInVain_Date",
                table: "AskedInVain",
                column: "Date");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_At",
                table: "AuditEntries",
                column: "At",
                filter: "[Number] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Number",
                table: "AuditEntries",
                column: "Number",
                unique: true,
                filter: "[Number] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Order",
                table: "AuditEntries",
                column: "At")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_PersonId_At",
                table: "AuditEntries",
                columns: new[] { "PersonId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Sitting_Act",
                table: "AuditEntries",
                columns: new[] { "Sitting", "Act" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Subject_SubjectId",
                table: "AuditEntries",
                columns: new[] { "Subject", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_BenefitEvents_ChangedBy",
                table: "BenefitEvents",
                column: "ChangedBy");

            migrationBuilder.CreateIndex(
                name: "IX_BenefitEvents_NotedBy",
                table: "BenefitEvents",
                column: "NotedBy");

            migrationBuilder.CreateIndex(
                name: "IX_BenefitEvents_ProgramId_On",
                table: "BenefitEvents",
                columns: new[] { "ProgramId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_BookingCells_BookingId",
                table: "BookingCells",
                column: "BookingId");

            migrationBuilder.CreateIndex(
                name: "IX_BookingFeeds_Digest",
                table: "BookingFeeds",
                column: "Digest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_ClientId_State",
                table: "Bookings",
                columns: new[] { "ClientId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_FirstQuarter_StaffId",
                table: "Bookings",
                columns: new[] { "FirstQuarter", "StaffId" });

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_MovedFrom",
                table: "Bookings",
                column: "MovedFrom");

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_Slot_Start",
                table: "Bookings",
                column: "Slot_Start");

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_StaffId",
                table: "Bookings",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_State_HeldUntil",
                table: "Bookings",
                columns: new[] { "State", "HeldUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_CallTries_BookingId_At",
                table: "CallTries",
                columns: new[] { "BookingId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_CallTries_Running",
                table: "CallTries",
                column: "BookingId",
                unique: true,
                filter: "\"Outcome\" = 'Talked' AND \"EndedAt\" IS NULL AND \"TakenBackAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CallTries_StaffId",
                table: "CallTries",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_CallTries_TellsFrom",
                table: "CallTries",
                column: "TellsFrom");

            migrationBuilder.CreateIndex(
                name: "IX_CaseAssignments_BatchId",
                table: "CaseAssignments",
                column: "BatchId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseAssignments_Present",
                table: "CaseAssignments",
                column: "ClientId",
                unique: true,
                filter: "\"Until\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CaseAssignments_StaffId_Until",
                table: "CaseAssignments",
                columns: new[] { "StaffId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseClosings_Present",
                table: "CaseClosings",
                column: "ClientId",
                unique: true,
                filter: "\"ReopenedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Circumstances_ChangedBy",
                table: "Circumstances",
                column: "ChangedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Circumstances_ProgramId_Number",
                table: "Circumstances",
                columns: new[] { "ProgramId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClientAddresses_ChangedBy",
                table: "ClientAddresses",
                column: "ChangedBy");

            migrationBuilder.CreateIndex(
                name: "IX_ClientAddresses_ClientId",
                table: "ClientAddresses",
                column: "ClientId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClientContacts_ChangedBy",
                table: "ClientContacts",
                column: "ChangedBy");

            migrationBuilder.CreateIndex(
                name: "IX_ClientContacts_ClientId",
                table: "ClientContacts",
                column: "ClientId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClientFileKinds_Name",
                table: "ClientFileKinds",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClientFiles_AddedBy",
                table: "ClientFiles",
                column: "AddedBy");

            migrationBuilder.CreateIndex(
                name: "IX_ClientFiles_ClientId_AddedAt",
                table: "ClientFiles",
                columns: new[] { "ClientId", "AddedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ClientFiles_KindId",
                table: "ClientFiles",
                column: "KindId");

            migrationBuilder.CreateIndex(
                name: "IX_ClientFiles_SeriesId_Edition",
                table: "ClientFiles",
                columns: new[] { "SeriesId", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClientFiles_TakenFromId",
                table: "ClientFiles",
                column: "TakenFromId");

            migrationBuilder.CreateIndex(
                name: "IX_ClientHealth_ChangedBy",
                table: "ClientHealth",
                column: "ChangedBy");

            migrationBuilder.CreateIndex(
                name: "IX_ClientHealth_ClientId",
                table: "ClientHealth",
                column: "ClientId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClientHouseholds_ChangedBy",
                table: "ClientHouseholds",
                column: "ChangedBy");

            migrationBuilder.CreateIndex(
                name: "IX_ClientHouseholds_ClientId",
                table: "ClientHouseholds",
                column: "ClientId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClientLinks_ClientId_OfferedAt",
                table: "ClientLinks",
                columns: new[] { "ClientId", "OfferedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ClientLinks_OfferedBy",
                table: "ClientLinks",
                column: "OfferedBy");

            migrationBuilder.CreateIndex(
                name: "IX_ClientMerges_By",
                table: "ClientMerges",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_ClientMerges_MergedId",
                table: "ClientMerges",
                column: "MergedId");

            migrationBuilder.CreateIndex(
                name: "IX_ClientMerges_SurvivorId",
                table: "ClientMerges",
                column: "SurvivorId");

            migrationBuilder.CreateIndex(
                name: "IX_ClientMerges_UndoneBy",
                table: "ClientMerges",
                column: "UndoneBy");

            migrationBuilder.CreateIndex(
                name: "IX_ClientMoney_ChangedBy",
                table: "ClientMoney",
                column: "ChangedBy");

            migrationBuilder.CreateIndex(
                name: "IX_ClientMoney_ClientId",
                table: "ClientMoney",
                column: "ClientId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClientPhones_ClientId",
                table: "ClientPhones",
                column: "ClientId");

            migrationBuilder.CreateIndex(
                name: "IX_ClientPhones_Number",
                table: "ClientPhones",
                column: "Number");

            migrationBuilder.CreateIndex(
                name: "IX_ClientQuestionnaires_ClientId_CreatedAt",
                table: "ClientQuestionnaires",
                columns: new[] { "ClientId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ClientQuestionnaires_CreatedBy",
                table: "ClientQuestionnaires",
                column: "CreatedBy");

            migrationBuilder.CreateIndex(
                name: "IX_ClientQuestionnaires_DangerSeenBy",
                table: "ClientQuestionnaires",
                column: "DangerSeenBy");

            migrationBuilder.CreateIndex(
                name: "IX_ClientQuestionnaires_LinkId",
                table: "ClientQuestionnaires",
                column: "LinkId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClientQuestionnaires_MessageId",
                table: "ClientQuestionnaires",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_ClientQuestionnaires_ReceivedAt",
                table: "ClientQuestionnaires",
                column: "ReceivedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ClientQuestionnaires_SentBy",
                table: "ClientQuestionnaires",
                column: "SentBy");

            migrationBuilder.CreateIndex(
                name: "IX_ClientQuestionnaires_WithdrawnBy",
                table: "ClientQuestionnaires",
                column: "WithdrawnBy");

            migrationBuilder.CreateIndex(
                name: "IX_Clients_BirthDate",
                table: "Clients",
                column: "BirthDate");

            migrationBuilder.CreateIndex(
                name: "IX_Clients_FoldedKana",
                table: "Clients",
                column: "FoldedKana");

            migrationBuilder.CreateIndex(
                name: "IX_Clients_FriendId",
                table: "Clients",
                column: "FriendId",
                unique: true,
                filter: "[FriendId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Clients_MergedIntoId",
                table: "Clients",
                column: "MergedIntoId",
                filter: "\"MergedIntoId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Clients_Number",
                table: "Clients",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Clients_Phone",
                table: "Clients",
                column: "Phone");

            migrationBuilder.CreateIndex(
                name: "IX_Clients_RegisteredBy",
                table: "Clients",
                column: "RegisteredBy");

            migrationBuilder.CreateIndex(
                name: "IX_Clients_Standing",
                table: "Clients",
                column: "Number",
                filter: "\"MergedIntoId\" IS NULL AND \"ErasedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ClientSkills_ChangedBy",
                table: "ClientSkills",
                column: "ChangedBy");

            migrationBuilder.CreateIndex(
                name: "IX_ClientSkills_ClientId",
                table: "ClientSkills",
                column: "ClientId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClientTaggings_ClientId_TagId",
                table: "ClientTaggings",
                columns: new[] { "ClientId", "TagId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClientTaggings_TagId",
                table: "ClientTaggings",
                column: "TagId");

            migrationBuilder.CreateIndex(
                name: "IX_ClientWishes_ChangedBy",
                table: "ClientWishes",
                column: "ChangedBy");

            migrationBuilder.CreateIndex(
                name: "IX_ClientWishes_ClientId",
                table: "ClientWishes",
                column: "ClientId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClientWork_ChangedBy",
                table: "ClientWork",
                column: "ChangedBy");

            migrationBuilder.CreateIndex(
                name: "IX_ClientWork_ClientId",
                table: "ClientWork",
                column: "ClientId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Closures_Until",
                table: "Closures",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_CommutingAreas_EffectiveFrom",
                table: "CommutingAreas",
                column: "EffectiveFrom",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CommutingAreas_SetBy",
                table: "CommutingAreas",
                column: "SetBy");

            migrationBuilder.CreateIndex(
                name: "IX_Consents_ClientId_GivenAt",
                table: "Consents",
                columns: new[] { "ClientId", "GivenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Consents_ScanId",
                table: "Consents",
                column: "ScanId");

            migrationBuilder.CreateIndex(
                name: "IX_Consents_WithdrawnBy",
                table: "Consents",
                column: "WithdrawnBy");

            migrationBuilder.CreateIndex(
                name: "IX_ConsultationComments_By",
                table: "ConsultationComments",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_ConsultationComments_ConsultationId_At",
                table: "ConsultationComments",
                columns: new[] { "ConsultationId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_Begin",
                table: "Consultations",
                column: "Begin");

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_BookingId",
                table: "Consultations",
                column: "BookingId",
                unique: true,
                filter: "\"BookingId\" IS NOT NULL AND \"Removal_At\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_ClientId_Begin",
                table: "Consultations",
                columns: new[] { "ClientId", "Begin" });

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_ConversationId",
                table: "Consultations",
                column: "ConversationId");

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_StaffId",
                table: "Consultations",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_StartedBy",
                table: "Consultations",
                column: "StartedBy");

            migrationBuilder.CreateIndex(
                name: "IX_ConsultationSubjects_Name",
                table: "ConsultationSubjects",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConsultationVersions_NextStepOn",
                table: "ConsultationVersions",
                column: "NextStepOn");

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_AssigneeId_IsDone_SpokenAt_LastHumanAt",
                table: "Conversations",
                columns: new[] { "AssigneeId", "IsDone", "SpokenAt", "LastHumanAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_FriendId",
                table: "Conversations",
                column: "FriendId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_IsDone_SpokenAt",
                table: "Conversations",
                columns: new[] { "IsDone", "SpokenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_NeedsAnswer_AnswerDue",
                table: "Conversations",
                columns: new[] { "NeedsAnswer", "AnswerDue" });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_SpokenAt",
                table: "Conversations",
                column: "SpokenAt");

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_TroubleAt",
                table: "Conversations",
                column: "TroubleAt");

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
                name: "IX_DatedRules_Code",
                table: "DatedRules",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DatedRules_Name",
                table: "DatedRules",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DistinctClients_By",
                table: "DistinctClients",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_DistinctClients_FirstId_SecondId",
                table: "DistinctClients",
                columns: new[] { "FirstId", "SecondId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DistinctClients_SecondId",
                table: "DistinctClients",
                column: "SecondId");

            migrationBuilder.CreateIndex(
                name: "IX_DistinctEmployers_By",
                table: "DistinctEmployers",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_DistinctEmployers_FirstId_SecondId",
                table: "DistinctEmployers",
                columns: new[] { "FirstId", "SecondId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DistinctEmployers_SecondId",
                table: "DistinctEmployers",
                column: "SecondId");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_StaffId",
                table: "Drafts",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_EmergencyNumbers_EnteredBy",
                table: "EmergencyNumbers",
                column: "EnteredBy");

            migrationBuilder.CreateIndex(
                name: "IX_EmployerDeclarations_OpeningId_At",
                table: "EmployerDeclarations",
                columns: new[] { "OpeningId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_EmployerDeclarations_StaffId",
                table: "EmployerDeclarations",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_EmployerMarks_EmployerId",
                table: "EmployerMarks",
                column: "EmployerId");

            migrationBuilder.CreateIndex(
                name: "IX_EmployerMarks_StaffId",
                table: "EmployerMarks",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_EmployerMerges_By",
                table: "EmployerMerges",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_EmployerMerges_MergedId",
                table: "EmployerMerges",
                column: "MergedId");

            migrationBuilder.CreateIndex(
                name: "IX_EmployerMerges_SurvivorId",
                table: "EmployerMerges",
                column: "SurvivorId");

            migrationBuilder.CreateIndex(
                name: "IX_EmployerPeople_EmployerId",
                table: "EmployerPeople",
                column: "EmployerId");

            migrationBuilder.CreateIndex(
                name: "IX_Employers_Core",
                table: "Employers",
                column: "Core");

            migrationBuilder.CreateIndex(
                name: "IX_Employers_CorporateNumber",
                table: "Employers",
                column: "CorporateNumber",
                unique: true,
                filter: "[CorporateNumber] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Employers_EnteredBy",
                table: "Employers",
                column: "EnteredBy");

            migrationBuilder.CreateIndex(
                name: "IX_Employers_InChargeId_NextOn",
                table: "Employers",
                columns: new[] { "InChargeId", "NextOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Employers_MergedIntoId",
                table: "Employers",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_Employers_PhoneDigits",
                table: "Employers",
                column: "PhoneDigits");

            migrationBuilder.CreateIndex(
                name: "IX_Employers_Reading",
                table: "Employers",
                column: "Reading");

            migrationBuilder.CreateIndex(
                name: "IX_Employers_Stage_NextOn",
                table: "Employers",
                columns: new[] { "Stage", "NextOn" });

            migrationBuilder.CreateIndex(
                name: "IX_EmployerTies_ClientId",
                table: "EmployerTies",
                column: "ClientId");

            migrationBuilder.CreateIndex(
                name: "IX_EmployerTies_EmployerId",
                table: "EmployerTies",
                column: "EmployerId");

            migrationBuilder.CreateIndex(
                name: "IX_EmployerTies_StaffId",
                table: "EmployerTies",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_Erasures_ApprovalId",
                table: "Erasures",
                column: "ApprovalId");

            migrationBuilder.CreateIndex(
                name: "IX_Erasures_ClosedAt_AskedOn",
                table: "Erasures",
                columns: new[] { "ClosedAt", "AskedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Erasures_Open",
                table: "Erasures",
                column: "ClientId",
                unique: true,
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Explanations_ClientId_At",
                table: "Explanations",
                columns: new[] { "ClientId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Explanations_Day_MeasureId",
                table: "Explanations",
                columns: new[] { "Day", "MeasureId" });

            migrationBuilder.CreateIndex(
                name: "IX_Explanations_MeasureId",
                table: "Explanations",
                column: "MeasureId");

            migrationBuilder.CreateIndex(
                name: "IX_Explanations_StaffId",
                table: "Explanations",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_Explanations_TellingId",
                table: "Explanations",
                column: "TellingId");

            migrationBuilder.CreateIndex(
                name: "IX_FeedSwitches_Number",
                table: "FeedSwitches",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FeedSwitches_SetBy",
                table: "FeedSwitches",
                column: "SetBy");

            migrationBuilder.CreateIndex(
                name: "IX_FormDrafts_At",
                table: "FormDrafts",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_FormDrafts_ConversationId",
                table: "FormDrafts",
                column: "ConversationId");

            migrationBuilder.CreateIndex(
                name: "IX_FormEditions_FormCode_UsedFrom",
                table: "FormEditions",
                columns: new[] { "FormCode", "UsedFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_FormEditions_UploadedBy",
                table: "FormEditions",
                column: "UploadedBy");

            migrationBuilder.CreateIndex(
                name: "IX_FormerFriends_By",
                table: "FormerFriends",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_FormerFriends_ClientId",
                table: "FormerFriends",
                column: "ClientId");

            migrationBuilder.CreateIndex(
                name: "IX_FormerFriends_FriendId",
                table: "FormerFriends",
                column: "FriendId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Friends_FoldedName_Id",
                table: "Friends",
                columns: new[] { "FoldedName", "Id" },
                filter: "\"FoldedName\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Friends_LineUserId",
                table: "Friends",
                column: "LineUserId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Friends_Number",
                table: "Friends",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GivenAddresses_ClientId",
                table: "GivenAddresses",
                column: "ClientId");

            migrationBuilder.CreateIndex(
                name: "IX_GivenAddresses_Digest",
                table: "GivenAddresses",
                column: "Digest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GoalProgresses_By",
                table: "GoalProgresses",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_GoalProgresses_ProgramId_At",
                table: "GoalProgresses",
                columns: new[] { "ProgramId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_HoursSettings_Method_EffectiveFrom",
                table: "HoursSettings",
                columns: new[] { "Method", "EffectiveFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatches_ImportedBy",
                table: "ImportBatches",
                column: "ImportedBy");

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatches_Kind_ImportedAt",
                table: "ImportBatches",
                columns: new[] { "Kind", "ImportedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_IncomingEvents_EventId",
                table: "IncomingEvents",
                column: "EventId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IncomingEvents_MessageId",
                table: "IncomingEvents",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_IncomingEvents_ProcessedAt_PutAsideAt_Sequence",
                table: "IncomingEvents",
                columns: new[] { "ProcessedAt", "PutAsideAt", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_IncomingEvents_Sender_NextTryAt",
                table: "IncomingEvents",
                columns: new[] { "Sender", "NextTryAt" },
                filter: "\"NextTryAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ItemStandings_ChangedBy",
                table: "ItemStandings",
                column: "ChangedBy");

            migrationBuilder.CreateIndex(
                name: "IX_ItemStandings_ProgramId_ItemId",
                table: "ItemStandings",
                columns: new[] { "ProgramId", "ItemId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ItemStandings_Until",
                table: "ItemStandings",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_JobOpenings_CopiedFrom",
                table: "JobOpenings",
                column: "CopiedFrom");

            migrationBuilder.CreateIndex(
                name: "IX_JobOpenings_CreatedBy",
                table: "JobOpenings",
                column: "CreatedBy");

            migrationBuilder.CreateIndex(
                name: "IX_JobOpenings_EmployerId",
                table: "JobOpenings",
                column: "EmployerId");

            migrationBuilder.CreateIndex(
                name: "IX_JobOpenings_ReceiptNumber",
                table: "JobOpenings",
                column: "ReceiptNumber",
                unique: true,
                filter: "[ReceiptNumber] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_JobOpenings_WorksiteId",
                table: "JobOpenings",
                column: "WorksiteId");

            migrationBuilder.CreateIndex(
                name: "IX_LaterAnswers_ConversationId",
                table: "LaterAnswers",
                column: "ConversationId");

            migrationBuilder.CreateIndex(
                name: "IX_LaterAnswers_SentAt_CancelledAt_SendAt",
                table: "LaterAnswers",
                columns: new[] { "SentAt", "CancelledAt", "SendAt" });

            migrationBuilder.CreateIndex(
                name: "IX_LaterAnswers_StaffId",
                table: "LaterAnswers",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_LearntWords_ClientId",
                table: "LearntWords",
                column: "ClientId");

            migrationBuilder.CreateIndex(
                name: "IX_ListViews_StaffId_List_Name",
                table: "ListViews",
                columns: new[] { "StaffId", "List", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LiveTalks_BookingId",
                table: "LiveTalks",
                column: "BookingId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LiveTalks_ConversationId",
                table: "LiveTalks",
                column: "ConversationId",
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_LiveTalks_EndedAt",
                table: "LiveTalks",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_LiveTalks_StaffId",
                table: "LiveTalks",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_MeasureApplications_ChangedBy",
                table: "MeasureApplications",
                column: "ChangedBy");

            migrationBuilder.CreateIndex(
                name: "IX_MeasureApplications_ClientId_MeasureId",
                table: "MeasureApplications",
                columns: new[] { "ClientId", "MeasureId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeasureApplications_MeasureId",
                table: "MeasureApplications",
                column: "MeasureId");

            migrationBuilder.CreateIndex(
                name: "IX_MeasureApplications_State_ApplyBy",
                table: "MeasureApplications",
                columns: new[] { "State", "ApplyBy" });

            migrationBuilder.CreateIndex(
                name: "IX_MeasureChecklists_ChangedBy",
                table: "MeasureChecklists",
                column: "ChangedBy");

            migrationBuilder.CreateIndex(
                name: "IX_MeasureChecklists_ClientId",
                table: "MeasureChecklists",
                column: "ClientId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MenuEditions_ApprovalId",
                table: "MenuEditions",
                column: "ApprovalId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MenuEditions_Number",
                table: "MenuEditions",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MergeSteps_MergeId_Order",
                table: "MergeSteps",
                columns: new[] { "MergeId", "Order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Messages_ConversationId_Order",
                table: "Messages",
                columns: new[] { "ConversationId", "Order" },
                unique: true)
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_Messages_LineMessageId",
                table: "Messages",
                column: "LineMessageId");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_OutgoingId",
                table: "Messages",
                column: "OutgoingId");

            migrationBuilder.CreateIndex(
                name: "IX_MonthNumbers_ClientId",
                table: "MonthNumbers",
                column: "ClientId");

            migrationBuilder.CreateIndex(
                name: "IX_MonthNumbers_Month_Number",
                table: "MonthNumbers",
                columns: new[] { "Month", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OpeningInquiries_OpeningId_On",
                table: "OpeningInquiries",
                columns: new[] { "OpeningId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_OpeningInquiries_StaffId",
                table: "OpeningInquiries",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_OpeningRevisions_OpeningId_Number",
                table: "OpeningRevisions",
                columns: new[] { "OpeningId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OpeningRevisions_StaffId",
                table: "OpeningRevisions",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_OpeningTraits_AskAgainOn",
                table: "OpeningTraits",
                column: "AskAgainOn");

            migrationBuilder.CreateIndex(
                name: "IX_OpeningTraits_ChangedAt",
                table: "OpeningTraits",
                column: "ChangedAt");

            migrationBuilder.CreateIndex(
                name: "IX_OpeningTraits_CountedOn",
                table: "OpeningTraits",
                column: "CountedOn");

            migrationBuilder.CreateIndex(
                name: "IX_OpeningTraits_MonthlyPay",
                table: "OpeningTraits",
                column: "MonthlyPay");

            migrationBuilder.CreateIndex(
                name: "IX_OpeningTraits_MunicipalityCode_State",
                table: "OpeningTraits",
                columns: new[] { "MunicipalityCode", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_OpeningTraits_Sameness",
                table: "OpeningTraits",
                column: "Sameness");

            migrationBuilder.CreateIndex(
                name: "IX_OpeningTraits_State_OpenUntil",
                table: "OpeningTraits",
                columns: new[] { "State", "OpenUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMessages_ConversationId_Order",
                table: "OutgoingMessages",
                columns: new[] { "ConversationId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMessages_Order",
                table: "OutgoingMessages",
                column: "CreatedAt")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMessages_State_NextTryAt",
                table: "OutgoingMessages",
                columns: new[] { "State", "NextTryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OutreachContacts_At",
                table: "OutreachContacts",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_OutreachContacts_EmployerId_At",
                table: "OutreachContacts",
                columns: new[] { "EmployerId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_OutreachContacts_PersonId",
                table: "OutreachContacts",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_OutreachContacts_StaffId",
                table: "OutreachContacts",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_PartnerCards_ConversationId_At",
                table: "PartnerCards",
                columns: new[] { "ConversationId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_PartnerCards_MessageId",
                table: "PartnerCards",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_PartnerCards_PartnerId",
                table: "PartnerCards",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_PartnerCards_StaffId",
                table: "PartnerCards",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_PartnerNotes_PartnerId_At",
                table: "PartnerNotes",
                columns: new[] { "PartnerId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_PartnerNotes_StaffId",
                table: "PartnerNotes",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_Partners_CheckDueAt",
                table: "Partners",
                column: "CheckDueAt");

            migrationBuilder.CreateIndex(
                name: "IX_Partners_EnteredBy",
                table: "Partners",
                column: "EnteredBy");

            migrationBuilder.CreateIndex(
                name: "IX_Partners_Reading",
                table: "Partners",
                column: "Reading");

            migrationBuilder.CreateIndex(
                name: "IX_ProgramComments_By",
                table: "ProgramComments",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_ProgramComments_ProgramId_At",
                table: "ProgramComments",
                columns: new[] { "ProgramId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ProgramComments_SettledBy",
                table: "ProgramComments",
                column: "SettledBy");

            migrationBuilder.CreateIndex(
                name: "IX_ProgramConfirmations_CreatedBy",
                table: "ProgramConfirmations",
                column: "CreatedBy");

            migrationBuilder.CreateIndex(
                name: "IX_ProgramConfirmations_DangerSeenBy",
                table: "ProgramConfirmations",
                column: "DangerSeenBy");

            migrationBuilder.CreateIndex(
                name: "IX_ProgramConfirmations_LateSeenBy",
                table: "ProgramConfirmations",
                column: "LateSeenBy");

            migrationBuilder.CreateIndex(
                name: "IX_ProgramConfirmations_LinkId",
                table: "ProgramConfirmations",
                column: "LinkId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProgramConfirmations_MessageId",
                table: "ProgramConfirmations",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_ProgramConfirmations_ProgramId_CreatedAt",
                table: "ProgramConfirmations",
                columns: new[] { "ProgramId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ProgramConfirmations_SentBy",
                table: "ProgramConfirmations",
                column: "SentBy");

            migrationBuilder.CreateIndex(
                name: "IX_ProgramConfirmations_TalkedBy",
                table: "ProgramConfirmations",
                column: "TalkedBy");

            migrationBuilder.CreateIndex(
                name: "IX_ProgramConfirmations_WithdrawnBy",
                table: "ProgramConfirmations",
                column: "WithdrawnBy");

            migrationBuilder.CreateIndex(
                name: "IX_ProgramContacts_PartnerId",
                table: "ProgramContacts",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_ProgramContacts_ProgramId_On",
                table: "ProgramContacts",
                columns: new[] { "ProgramId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_ProgramContacts_StaffId",
                table: "ProgramContacts",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_ProgramHandOvers_MadeBy",
                table: "ProgramHandOvers",
                column: "MadeBy");

            migrationBuilder.CreateIndex(
                name: "IX_ProgramHandOvers_PartnerId",
                table: "ProgramHandOvers",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_ProgramHandOvers_ProgramId_MadeAt",
                table: "ProgramHandOvers",
                columns: new[] { "ProgramId", "MadeAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ProgramReviews_BookingId",
                table: "ProgramReviews",
                column: "BookingId",
                unique: true,
                filter: "\"BookingId\" IS NOT NULL AND \"Removal_At\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ProgramReviews_ProgramId_On",
                table: "ProgramReviews",
                columns: new[] { "ProgramId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_ProgramReviews_WrittenBy",
                table: "ProgramReviews",
                column: "WrittenBy");

            migrationBuilder.CreateIndex(
                name: "IX_ProgramVersions_ChangedBy",
                table: "ProgramVersions",
                column: "ChangedBy");

            migrationBuilder.CreateIndex(
                name: "IX_ProgramVersions_CircumstancesId",
                table: "ProgramVersions",
                column: "CircumstancesId");

            migrationBuilder.CreateIndex(
                name: "IX_ProgramVersions_ProgramId_Number",
                table: "ProgramVersions",
                columns: new[] { "ProgramId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProgramVersions_StartedBy",
                table: "ProgramVersions",
                column: "StartedBy");

            migrationBuilder.CreateIndex(
                name: "IX_PublicOrigins_Source_SourceName_Number",
                table: "PublicOrigins",
                columns: new[] { "Source", "SourceName", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_QuestionnaireAnswers_QuestionnaireId",
                table: "QuestionnaireAnswers",
                column: "QuestionnaireId");

            migrationBuilder.CreateIndex(
                name: "IX_ReadMarks_StaffId",
                table: "ReadMarks",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_RecordTemplates_Name",
                table: "RecordTemplates",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReplyTemplateRevisions_StaffId",
                table: "ReplyTemplateRevisions",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_ReplyTemplates_ChangedBy",
                table: "ReplyTemplates",
                column: "ChangedBy");

            migrationBuilder.CreateIndex(
                name: "IX_ReplyTemplates_FolderId",
                table: "ReplyTemplates",
                column: "FolderId");

            migrationBuilder.CreateIndex(
                name: "IX_ReplyTemplateUses_StaffId",
                table: "ReplyTemplateUses",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_RuleChecks_StaffId",
                table: "RuleChecks",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_RuleChecks_ValueId_At",
                table: "RuleChecks",
                columns: new[] { "ValueId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_RuleValues_RuleId_EffectiveFrom",
                table: "RuleValues",
                columns: new[] { "RuleId", "EffectiveFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RuleValues_SetBy",
                table: "RuleValues",
                column: "SetBy");

            migrationBuilder.CreateIndex(
                name: "IX_SavedForms_At",
                table: "SavedForms",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_StaffId",
                table: "SavedViews",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_ShiftExceptions_Date",
                table: "ShiftExceptions",
                column: "Date");

            migrationBuilder.CreateIndex(
                name: "IX_ShiftExceptions_ImportId",
                table: "ShiftExceptions",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_ShiftExceptions_StaffId_Date",
                table: "ShiftExceptions",
                columns: new[] { "StaffId", "Date" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ShiftNotes_At",
                table: "ShiftNotes",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_ShiftNotes_By",
                table: "ShiftNotes",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_ShiftNotes_ClientId_At",
                table: "ShiftNotes",
                columns: new[] { "ClientId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ShiftNotes_ForStaffId",
                table: "ShiftNotes",
                column: "ForStaffId");

            migrationBuilder.CreateIndex(
                name: "IX_ShiftNotes_LastDay",
                table: "ShiftNotes",
                column: "LastDay");

            migrationBuilder.CreateIndex(
                name: "IX_SignInCodes_Digest",
                table: "SignInCodes",
                column: "Digest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SignInCodes_StaffId",
                table: "SignInCodes",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_SignInTries_LastAt",
                table: "SignInTries",
                column: "LastAt");

            migrationBuilder.CreateIndex(
                name: "IX_Signpostings_BegunBy",
                table: "Signpostings",
                column: "BegunBy");

            migrationBuilder.CreateIndex(
                name: "IX_Signpostings_ClientId_BegunAt",
                table: "Signpostings",
                columns: new[] { "ClientId", "BegunAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Signpostings_NextOn",
                table: "Signpostings",
                column: "NextOn");

            migrationBuilder.CreateIndex(
                name: "IX_Signpostings_PartnerId",
                table: "Signpostings",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_SignpostingStep_On",
                table: "SignpostingStep",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_SignpostingStep_SignpostingId",
                table: "SignpostingStep",
                column: "SignpostingId");

            migrationBuilder.CreateIndex(
                name: "IX_SignpostingStep_StaffId",
                table: "SignpostingStep",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "StaffMembers",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "StaffMembers",
                column: "NormalizedUserName",
                unique: true,
                filter: "[NormalizedUserName] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_StoredFiles_ConversationId",
                table: "StoredFiles",
                column: "ConversationId");

            migrationBuilder.CreateIndex(
                name: "IX_StoredFiles_PublicKey",
                table: "StoredFiles",
                column: "PublicKey",
                unique: true,
                filter: "[PublicKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_StoredFiles_State_NextTryAt",
                table: "StoredFiles",
                columns: new[] { "State", "NextTryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SupportMeasureRevisions_StaffId",
                table: "SupportMeasureRevisions",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_SupportMeasures_ChangedBy",
                table: "SupportMeasures",
                column: "ChangedBy");

            migrationBuilder.CreateIndex(
                name: "IX_SupportMeasures_Code",
                table: "SupportMeasures",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SupportPrograms_ClientId",
                table: "SupportPrograms",
                column: "ClientId");

            migrationBuilder.CreateIndex(
                name: "IX_SupportPrograms_Number",
                table: "SupportPrograms",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SupportPrograms_PlannerId",
                table: "SupportPrograms",
                column: "PlannerId");

            migrationBuilder.CreateIndex(
                name: "IX_SupportPrograms_StartedBy",
                table: "SupportPrograms",
                column: "StartedBy");

            migrationBuilder.CreateIndex(
                name: "IX_SupportPrograms_State_StateSince",
                table: "SupportPrograms",
                columns: new[] { "State", "StateSince" });

            migrationBuilder.CreateIndex(
                name: "IX_Taggings_TagId",
                table: "Taggings",
                column: "TagId");

            migrationBuilder.CreateIndex(
                name: "IX_Tags_Name",
                table: "Tags",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TalksWithoutReview_BookingId",
                table: "TalksWithoutReview",
                column: "BookingId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TalksWithoutReview_ProgramId",
                table: "TalksWithoutReview",
                column: "ProgramId");

            migrationBuilder.CreateIndex(
                name: "IX_TalksWithoutReview_StaffId",
                table: "TalksWithoutReview",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_TemplateFolders_OwnerId_Name",
                table: "TemplateFolders",
                columns: new[] { "OwnerId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TimelinePins_ClientId_Kind_EntryId",
                table: "TimelinePins",
                columns: new[] { "ClientId", "Kind", "EntryId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Understandings_EmployerId",
                table: "Understandings",
                column: "EmployerId");

            migrationBuilder.CreateIndex(
                name: "IX_Understandings_StaffId",
                table: "Understandings",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_UnindexedMessages_Order",
                table: "UnindexedMessages",
                column: "Order");

            migrationBuilder.CreateIndex(
                name: "IX_VideoLinks_Digest",
                table: "VideoLinks",
                column: "Digest");

            migrationBuilder.CreateIndex(
                name: "IX_VideoLinks_EnteredBy",
                table: "VideoLinks",
                column: "EnteredBy");

            migrationBuilder.CreateIndex(
                name: "IX_VideoLinks_MessageId",
                table: "VideoLinks",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_VideoLinks_Valid",
                table: "VideoLinks",
                column: "BookingId",
                unique: true,
                filter: "\"ReplacedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_VideoProviders_ApprovalId",
                table: "VideoProviders",
                column: "ApprovalId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VideoTalks_BookingId",
                table: "VideoTalks",
                column: "BookingId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VideoTalks_StaffId",
                table: "VideoTalks",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_WaitingList_ClientId",
                table: "WaitingList",
                column: "ClientId");

            migrationBuilder.CreateIndex(
                name: "IX_WaitingList_EndedAt_Date",
                table: "WaitingList",
                columns: new[] { "EndedAt", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_WeeklyShifts_StaffId_Weekday_EffectiveFrom",
                table: "WeeklyShifts",
                columns: new[] { "StaffId", "Weekday", "EffectiveFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Worksites_EmployerId",
                table: "Worksites",
                column: "EmployerId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Absences");

            migrationBuilder.DropTable(
                name: "AftercareChecks");

            migrationBuilder.DropTable(
                name: "AskedInVain");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "AuditValues");

            migrationBuilder.DropTable(
                name: "BenefitEvents");

            migrationBuilder.DropTable(
                name: "BookingCells");

            migrationBuilder.DropTable(
                name: "BookingFeeds");

            migrationBuilder.DropTable(
                name: "BookingTerms");

            migrationBuilder.DropTable(
                name: "CallTries");

            migrationBuilder.DropTable(
                name: "CaseAssignments");

            migrationBuilder.DropTable(
                name: "CaseClosings");

            migrationBuilder.DropTable(
                name: "CityMonths");

            migrationBuilder.DropTable(
                name: "ClientAddresses");

            migrationBuilder.DropTable(
                name: "ClientContacts");

            migrationBuilder.DropTable(
                name: "ClientHealth");

            migrationBuilder.DropTable(
                name: "ClientHouseholds");

            migrationBuilder.DropTable(
                name: "ClientMoney");

            migrationBuilder.DropTable(
                name: "ClientPhones");

            migrationBuilder.DropTable(
                name: "ClientSkills");

            migrationBuilder.DropTable(
                name: "ClientTaggings");

            migrationBuilder.DropTable(
                name: "ClientWishes");

            migrationBuilder.DropTable(
                name: "ClientWork");

            migrationBuilder.DropTable(
                name: "Closures");

            migrationBuilder.DropTable(
                name: "CommutingAreas");

            migrationBuilder.DropTable(
                name: "Consents");

            migrationBuilder.DropTable(
                name: "ConsentWordings");

            migrationBuilder.DropTable(
                name: "ConsultationComments");

            migrationBuilder.DropTable(
                name: "ConsultationSubjects");

            migrationBuilder.DropTable(
                name: "ConsultationVersions");

            migrationBuilder.DropTable(
                name: "DangerWords");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "DistinctClients");

            migrationBuilder.DropTable(
                name: "DistinctEmployers");

            migrationBuilder.DropTable(
                name: "Drafts");

            migrationBuilder.DropTable(
                name: "EmergencyNumbers");

            migrationBuilder.DropTable(
                name: "EmployerDeclarations");

            migrationBuilder.DropTable(
                name: "EmployerMarks");

            migrationBuilder.DropTable(
                name: "EmployerMerges");

            migrationBuilder.DropTable(
                name: "EmployerTies");

            migrationBuilder.DropTable(
                name: "Erasures");

            migrationBuilder.DropTable(
                name: "Explanations");

            migrationBuilder.DropTable(
                name: "FeedSwitches");

            migrationBuilder.DropTable(
                name: "FormDrafts");

            migrationBuilder.DropTable(
                name: "FormEditions");

            migrationBuilder.DropTable(
                name: "FormerFriends");

            migrationBuilder.DropTable(
                name: "GivenAddresses");

            migrationBuilder.DropTable(
                name: "GoalProgresses");

            migrationBuilder.DropTable(
                name: "HoursSettings");

            migrationBuilder.DropTable(
                name: "IncomingEvents");

            migrationBuilder.DropTable(
                name: "ItemStandings");

            migrationBuilder.DropTable(
                name: "LaterAnswers");

            migrationBuilder.DropTable(
                name: "LearntWords");

            migrationBuilder.DropTable(
                name: "ListLayouts");

            migrationBuilder.DropTable(
                name: "ListViews");

            migrationBuilder.DropTable(
                name: "LiveTalks");

            migrationBuilder.DropTable(
                name: "MeasureApplications");

            migrationBuilder.DropTable(
                name: "MeasureChecklists");

            migrationBuilder.DropTable(
                name: "MenuEditions");

            migrationBuilder.DropTable(
                name: "MergeSteps");

            migrationBuilder.DropTable(
                name: "MessageGrams");

            migrationBuilder.DropTable(
                name: "MonthNumbers");

            migrationBuilder.DropTable(
                name: "OpeningInquiries");

            migrationBuilder.DropTable(
                name: "OpeningRevisions");

            migrationBuilder.DropTable(
                name: "OpeningTraits");

            migrationBuilder.DropTable(
                name: "OutgoingMessages");

            migrationBuilder.DropTable(
                name: "OutreachContacts");

            migrationBuilder.DropTable(
                name: "PartnerCards");

            migrationBuilder.DropTable(
                name: "PartnerNotes");

            migrationBuilder.DropTable(
                name: "ProgramComments");

            migrationBuilder.DropTable(
                name: "ProgramConfirmations");

            migrationBuilder.DropTable(
                name: "ProgramContacts");

            migrationBuilder.DropTable(
                name: "ProgramHandOvers");

            migrationBuilder.DropTable(
                name: "ProgramReviews");

            migrationBuilder.DropTable(
                name: "ProgramVersions");

            migrationBuilder.DropTable(
                name: "PublicOrigins");

            migrationBuilder.DropTable(
                name: "QuestionnaireAnswers");

            migrationBuilder.DropTable(
                name: "ReadMarks");

            migrationBuilder.DropTable(
                name: "RecordTemplates");

            migrationBuilder.DropTable(
                name: "ReplyTemplateRevisions");

            migrationBuilder.DropTable(
                name: "ReplyTemplateUses");

            migrationBuilder.DropTable(
                name: "RuleChecks");

            migrationBuilder.DropTable(
                name: "SavedForms");

            migrationBuilder.DropTable(
                name: "SavedViews");

            migrationBuilder.DropTable(
                name: "ShiftExceptions");

            migrationBuilder.DropTable(
                name: "ShiftImportDays");

            migrationBuilder.DropTable(
                name: "ShiftNotes");

            migrationBuilder.DropTable(
                name: "SignInCodes");

            migrationBuilder.DropTable(
                name: "SignInTries");

            migrationBuilder.DropTable(
                name: "SignpostingStep");

            migrationBuilder.DropTable(
                name: "StaffPreferences");

            migrationBuilder.DropTable(
                name: "StoredFiles");

            migrationBuilder.DropTable(
                name: "SupportMeasureRevisions");

            migrationBuilder.DropTable(
                name: "Taggings");

            migrationBuilder.DropTable(
                name: "TalksWithoutReview");

            migrationBuilder.DropTable(
                name: "TimelinePins");

            migrationBuilder.DropTable(
                name: "TwinDecisions");

            migrationBuilder.DropTable(
                name: "Understandings");

            migrationBuilder.DropTable(
                name: "UnindexedMessages");

            migrationBuilder.DropTable(
                name: "VideoLinks");

            migrationBuilder.DropTable(
                name: "VideoProviders");

            migrationBuilder.DropTable(
                name: "VideoTalks");

            migrationBuilder.DropTable(
                name: "WaitingList");

            migrationBuilder.DropTable(
                name: "WeeklyShifts");

            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "ClientFiles");

            migrationBuilder.DropTable(
                name: "Consultations");

            migrationBuilder.DropTable(
                name: "ClientMerges");

            migrationBuilder.DropTable(
                name: "EmployerPeople");

            migrationBuilder.DropTable(
                name: "Circumstances");

            migrationBuilder.DropTable(
                name: "JobOpenings");

            migrationBuilder.DropTable(
                name: "ClientQuestionnaires");

            migrationBuilder.DropTable(
                name: "ReplyTemplates");

            migrationBuilder.DropTable(
                name: "RuleValues");

            migrationBuilder.DropTable(
                name: "ImportBatches");

            migrationBuilder.DropTable(
                name: "Signpostings");

            migrationBuilder.DropTable(
                name: "SupportMeasures");

            migrationBuilder.DropTable(
                name: "Tags");

            migrationBuilder.DropTable(
                name: "AnonymousTwins");

            migrationBuilder.DropTable(
                name: "ClientFileKinds");

            migrationBuilder.DropTable(
                name: "Bookings");

            migrationBuilder.DropTable(
                name: "SupportPrograms");

            migrationBuilder.DropTable(
                name: "Worksites");

            migrationBuilder.DropTable(
                name: "ClientLinks");

            migrationBuilder.DropTable(
                name: "Messages");

            migrationBuilder.DropTable(
                name: "TemplateFolders");

            migrationBuilder.DropTable(
                name: "DatedRules");

            migrationBuilder.DropTable(
                name: "Partners");

            migrationBuilder.DropTable(
                name: "Approvals");

            migrationBuilder.DropTable(
                name: "Employers");

            migrationBuilder.DropTable(
                name: "Clients");

            migrationBuilder.DropTable(
                name: "Conversations");

            migrationBuilder.DropTable(
                name: "Friends");

            migrationBuilder.DropTable(
                name: "StaffMembers");
        }
    }
}
