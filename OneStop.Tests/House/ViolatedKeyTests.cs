using System.Reflection;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Clients;
using OneStop.Domain.Friends;
using OneStop.Portal.Data;
using OneStop.Tests.Bookings;

namespace OneStop.Tests.House;

/// <summary>The violated key is read from the engine's error, and not from the entries that EF happens to name.</summary>
[SqliteOnly("violates keys of a SQLite file, and makes up what SQL Server would say")]
public sealed class ViolatedKeyTests
{
    [Theory]
    [InlineData(2627, "Violation of PRIMARY KEY constraint 'PK_BookingCells'. Cannot insert duplicate key in object 'dbo.BookingCells'. The duplicate key value is (1, 2, 3).", typeof(BookingCell), "PK_BookingCells")]
    [InlineData(2601, "Cannot insert duplicate key row in object 'dbo.Friends' with unique index 'IX_Friends_Number'. The duplicate key value is (12).",
        typeof(Friend), "IX_Friends_Number")]
    [InlineData(2601, "一意なインデックス 'IX_Clients_Number' を含むオブジェクト 'dbo.Clients' には重複するキー行を挿入できません。重複するキーの値は (12) です。", typeof(Client), "IX_Clients_Number")]
    // a typed name that looks like a key
    [InlineData(2601, "Cannot insert duplicate key row in object 'dbo.Tags' with unique index 'IX_Tags_Name'. The duplicate key value is ('IX_Friends_Number').", typeof(Domain.Conversations.Tags.Tag), "IX_Tags_Name")]
    public void SQL_Server_says_it_by_number_and_name(int number, string message, Type row, string name)
    {
        using var db = new SqlServerDesign().CreateDbContext([]);
        Assert.Equal(new(row, name), ViolatedKeys.OfSqlServer(MadeUp(number, message), db.Model));
    }

    [Theory]
    [InlineData(1205, "Transaction (Process ID 52) was deadlocked on lock resources with another process. 'PK_BookingCells'")]
    [InlineData(547, "The INSERT statement conflicted with the FOREIGN KEY constraint 'FK_Bookings_Clients_ClientId'.")]
    public void Other_errors_are_no_taken_key(int number, string message)
    {
        using var db = new SqlServerDesign().CreateDbContext([]);
        Assert.Null(ViolatedKeys.OfSqlServer(MadeUp(number, message), db.Model));
    }

    [Theory]
    [InlineData(-2, 11, true)] // command timeout
    [InlineData(53, 20, true)] // server not reachable
    [InlineData(1105, 17, true)] // out of space
    [InlineData(50001, 16, true)] // no turn within the time limit
    [InlineData(1205, 13, false)] // deadlock victim: a retry succeeds
    [InlineData(2601, 14, false)]
    [InlineData(547, 16, false)]
    public void A_database_that_does_not_answer_is_told_from_one_that_refuses(int number, byte severity, bool isOutOfReach)
    {
        var failure = MadeUp(number, "…", severity);
        Assert.Equal(isOutOfReach, ConnectionFailures.IsSqlServer(new DbUpdateException("An error occurred while saving.", failure)));
    }

    [Theory]
    [InlineData(5, true)] // busy
    [InlineData(14, true)] // cannot be opened
    [InlineData(19, false)] // a constraint
    public void So_it_is_of_SQLite(int code, bool isOutOfReach) =>
    Assert.Equal(isOutOfReach, ConnectionFailures.IsSqlite(new DbUpdateException("An error occurred while saving.", new SqliteException("…", code))));

    [Fact]
    public async Task SQLite_says_it_by_the_columns()
    {
        await using var oneStop = new TestOneStop();
        await oneStop.InitializeAsync();
        await oneStop.Read(async db =>
        {
            var now = oneStop.Clock.GetUtcNow();
            db.Clients.AddRange(Client.Of(1, null, null, now), Client.Of(1, null, null, now));
            var failure = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            Assert.Equal(new(typeof(Client), "IX_Clients_Number"), ViolatedKeys.OfSqlite(failure.InnerException, db.Model));
            return true;
        });
    }

    [Fact]
    public async Task Who_loses_a_time_is_told_kindly_whatever_command_the_error_is_put_to()
    {
        // Like SQL Server: the batch fails where the trail is written, but the error is about the quarter hours.
        var failing = new FailingCommands();
        await using var oneStop = new TestOneStop { Options = options => options.AddInterceptors(failing) };
        await oneStop.InitializeAsync();
        var member = await oneStop.OnShift("loser");
        var client = await oneStop.AClient(member);
        failing.Before = sql => sql.Contains("INSERT INTO \"AuditEntries\"", StringComparison.Ordinal)
            ? new SqliteException("SQLite Error 19: 'UNIQUE constraint failed: BookingCells.StaffId, BookingCells.Quarter, BookingCells.Lane'.", 19, 1555)
            : null;
        var plan = new BookingPlan(BookingKind.Consultation, ContactMethod.Phone, new ServiceDay(new(2026, 10, 6)).At(TimeSpan.FromHours(10)), null,
            false, false);
        var told = await Assert.ThrowsAsync<RuleException>(() => oneStop.At<BookingDesk, EnteredBooking>(member, desk => desk.Book(client, plan, false)));
        Assert.Contains("たったいまほかの予約が入りました", told.Message, StringComparison.Ordinal);
    }

    /// <summary>Creates an error that only a server gives: SqlClient has no public constructor for it.</summary>
    private static SqlException MadeUp(int number, string message, byte severity = 14)
    {
        var error = Make<SqlError>(number, (byte)1, severity, "server", message, "procedure", 1);
        var errors = Make<SqlErrorCollection>();
        typeof(SqlErrorCollection).GetMethod("Add", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(errors, [error]);
        var create = typeof(SqlException).GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
            .First(m => m.Name == "CreateException" && m.GetParameters() is [{ ParameterType: var first }, { ParameterType: var second }]
                && first == typeof(SqlErrorCollection) && second == typeof(string));
        return (SqlException)create.Invoke(null, [errors, "16.0.0"])!;
    }

    /// <summary>Calls the first constructor that begins with these arguments; further parameters get their default values.</summary>
    private static T Make<T>(params object[] arguments) => typeof(T).GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic)
        .Where(c => c.GetParameters().Length >= arguments.Length
            && c.GetParameters().Take(arguments.Length).Select((p, i) => p.ParameterType.IsInstanceOfType(arguments[i])).All(fits => fits))
        .OrderBy(c => c.GetParameters().Length)
        .Select(c => (T)c.Invoke(
            [.. arguments, .. c.GetParameters().Skip(arguments.Length).Select(p => p.ParameterType.IsValueType
                ? Activator.CreateInstance(p.ParameterType)
                : null)]))
        .First();
}
