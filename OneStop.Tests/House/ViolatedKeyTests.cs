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

/// <summary>Which key was violated says the engine's error, and not the entries that EF happens to name.</summary>
[SqliteOnly("violates keys of a SQLite file, and makes up what SQL Server would say")]
public sealed class ViolatedKeyTests
{
    [Theory]
    [InlineData(2627, "Violation of PRIMARY KEY constraint 'PK_BookingCells'. Cannot insert duplicate key in object 'dbo.BookingCells'. The duplicate key value is (1, 2, 3).", typeof(BookingCell), "PK_BookingCells")]
    [InlineData(2601, "Cannot insert duplicate key row in object 'dbo.Friends' with unique index 'IX_Friends_Number'. The duplicate key value is (12).",
        typeof(Friend), "IX_Friends_Number")]
    [InlineData(2601, "一意なインデックス 'IX_Clients_Number' を含むオブジェクト 'dbo.Clients' には重複するキー行を挿入できません。重複するキーの値は (12) です。", typeof(Client), "IX_Clients_Number")]
    // a name that somebody typed is no key
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
    [InlineData(-2, 11, true)] // the command's time is over
    [InlineData(53, 20, true)] // no way to the server
    [InlineData(1105, 17, true)] // no room left
    [InlineData(50001, 16, true)] // waited in vain for a turn
    [InlineData(1205, 13, false)] // another one of two went on: now the way is free
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
        // As SQL Server does it: the batch is refused where the trail is written, and what it says is of the quarter hours.
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

    /// <summary>An error that only a server gives: SqlClient lets nobody else make one.</summary>
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

    /// <summary>By the first constructor that begins with these arguments; what else it takes is left at its default.</summary>
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
