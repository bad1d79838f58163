using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using OneStop.Domain;
using OneStop.Domain.Approvals;
using OneStop.Domain.Bookings;
using OneStop.Domain.Clients;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Data;
using OneStop.Domain.Erasures;
using OneStop.Domain.Erasures.Carrying;
using OneStop.Domain.Friends;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Search;
using OneStop.Domain.Staff;
using OneStop.Portal.Backup;
using OneStop.Tests.House;

namespace OneStop.Tests.Erasures;

/// <summary>A person of whom every table has a row, with the same words in every text.</summary>
/// <param name="Words">The words: whoever finds them anywhere has found the person.</param>
internal sealed record FilledPerson(string Words, Guid Client, Guid Friend, string LineUserId);

/// <summary>A database without a portal in which every table has rows of some people; a new table gets its rows without a line here.</summary>
internal sealed class FilledPeople : IAsyncDisposable
{
    private static readonly string[] TakenBack = ["Removal_", "Withdrawal_", "Annulment_"];

    private readonly Actor actor = new();
    private int made;

    public FilledPeople()
    {
        actor.BeClock();
        Folder = Directory.CreateTempSubdirectory("onestop-erasure-").FullName;
        Store = new(Path.Combine(Folder, "files"));
    }

    public string Folder { get; }
    public FileStore Store { get; }
    public AuditKey Key { get; } = new(new string('k', 32));
    public TimeProvider Clock { get; } = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TestOneStop.Japan("2026-11-20T09:00"));

    /// <summary>Further interceptors of the contexts, to let commands fail.</summary>
    public List<IInterceptor> Interceptors { get; } = [];

    public IDbContextFactory<OneStopDb> Dbs => new SqliteFile(Path.Combine(Folder, "onestop.db"))
        .Contexts(actor, [new AuditInterceptor(Key, Clock), .. Interceptors]);

    public ErasureRun Run => new(Dbs, Store, Key, Clock);

    /// <summary>Creates the database.</summary>
    public Task Create() => MigratedDatabase.CopyTo(Path.Combine(Folder, "onestop.db"));

    /// <summary>Adds a person with a row in every table, and a second row, which counts in the figures, in those of which rows stay.</summary>
    public async Task<FilledPerson> Add(string words)
    {
        var person = new FilledPerson(words, NewId(), NewId(), $"U{NewId():N}");
        await using var db = await Dbs.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF");
        var tables = ErasurePlan.InOrder([.. PersonRows.Tables(FilledTables.Model)]).Reverse().ToList();
        var ids = new Dictionary<IEntityType, Guid>();
        foreach (var isCounted in (bool[])[false, true])
            foreach (var table in tables.Where(t => !isCounted || (ErasureRules.WhichAreKept(t) is not null && !PersonPath.IsPerson(t))))
                ids[table] = await Insert(db, table, person, ids, isCounted);
        await AddBeside(db, person);
        return person;
    }

    /// <summary>Adds the order to erase a person, as if it had been approved.</summary>
    public Task<Guid> Order(FilledPerson person) => Order(new ErasedPerson([person.Client], [person.Friend]));

    /// <inheritdoc cref="Order(FilledPerson)"/>
    public Task<Guid> Order(ErasedPerson person) => Dbs.Change(db =>
    {
        var now = Clock.GetUtcNow();
        var step = new ApprovalStep(now, NewId());
        var record = new ErasureRecord(NewId(), ++made, person.Clients, person.Friends, ErasureWay.Line, IdentityCheck.OwnLine, new(2026, 11, 1), now,
            step.StaffId, step, step, now);
        return Task.FromResult(db.Add(Erasure.Again(record)).Entity.Id);
    });

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<Guid> Insert(OneStopDb db, IEntityType table, FilledPerson person, Dictionary<IEntityType, Guid> ids, bool isCounted)
    {
        var id = table.ClrType == typeof(Client) ? person.Client : table.ClrType == typeof(Friend) ? person.Friend : NewId();
        var steps = PersonPath.StepsOf(table).ToDictionary(s => s.Column.Name, s => (IEntityType)s.To);
        var values = new Dictionary<string, string>();
        foreach (var column in table.GetTableMappings().First().Table.Columns.Where(c => c.ComputedColumnSql is null))
        {
            var mapping = column.PropertyMappings[0];
            if (await Value(table, mapping, person, ids, steps, id, isCounted) is { } value)
                values[column.Name] = mapping.TypeMapping.GenerateSqlLiteral(value);
        }
        await Execute(db, $"INSERT INTO \"{table.GetTableName()}\" ({string.Join(", ", values.Keys.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", values.Values)})");
        return id;
    }

    private async Task<object?> Value(IEntityType table, IColumnMapping mapping, FilledPerson person, Dictionary<IEntityType, Guid> ids,
        Dictionary<string, IEntityType> steps, Guid id, bool isCounted)
    {
        var (column, property) = (mapping.Column.Name, mapping.Property);
        if (property.IsPrimaryKey() && table.FindPrimaryKey()!.Properties is [{ ClrType: var type }] && type == typeof(Guid) && !steps.ContainsKey(property.Name))
            return id;
        if (steps.TryGetValue(property.Name, out var to))
            return to == table ? null : to.ClrType == typeof(Client) ? person.Client : to.ClrType == typeof(Friend) ? person.Friend : ids.GetValueOrDefault(to, NewId());
        if (isCounted && TakenBack.Any(t => column.StartsWith(t, StringComparison.Ordinal)) && mapping.Column.IsNullable)
            return null;
        return column switch
        {
            "CardId" when isCounted => null,
            "IsAnnulled" => !isCounted,
            "State" when table.ClrType == typeof(Booking) => isCounted ? BookingState.Missed : BookingState.Tentative,
            "Reach" => isCounted ? 2 : 0,
            "ErasedAt" => null,
            _ when column.EndsWith("StorageName", StringComparison.Ordinal) => await Store.Write(System.Text.Encoding.UTF8.GetBytes(person.Words)),
            _ => Some(table, mapping, person, isCounted),
        };
    }

    private object Some(IEntityType table, IColumnMapping mapping, FilledPerson person, bool isCounted) => mapping.Property.ClrType switch
    {
        var t when t == typeof(LineUserId) => LineUserId.Parse(person.LineUserId),
        var t when t == typeof(string) => !Stays(table, mapping.Property.Name) ? person.Words
            : mapping.Property.IsUniqueIndex() ? $"残る{++made}" : "残る",
        var t when t == typeof(byte[]) => System.Text.Encoding.UTF8.GetBytes(person.Words),
        var t when t == typeof(Guid) || t == typeof(Guid?) => NewId(),
        var t when t == typeof(int) || t == typeof(int?) => 1000 + ++made,
        var t when t == typeof(long) || t == typeof(long?) => (long)(1000 + ++made),
        var t => Plain(Nullable.GetUnderlyingType(t) ?? t),
    };

    private static bool Stays(IEntityType table, string column) => ErasureRules.KeptColumns(table).Contains(column);

    private static object Plain(Type type) => type switch
    {
        _ when type == typeof(DateTimeOffset) => TestOneStop.Japan("2026-10-05T09:00"),
        _ when type == typeof(DateOnly) => new DateOnly(2026, 10, 5),
        { IsEnum: true } => Enum.GetValues(type).GetValue(0)!,
        { IsValueType: true } => Activator.CreateInstance(type)!,
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(ValueList<>) =>
            Activator.CreateInstance(type, Array.CreateInstance(type.GetGenericArguments()[0], 0))!,
        _ when type.GetProperty("None") is { GetMethod.IsStatic: true } none => none.GetValue(null)!,
        _ => Activator.CreateInstance(type, nonPublic: true)!,
    };

    /// <summary>What refers to the person by a value and not by a path.</summary>
    private async Task AddBeside(OneStopDb db, FilledPerson person)
    {
        var now = Clock.GetUtcNow();
        var (number, order) = (await db.Friends.Where(f => f.Id == person.Friend).Select(f => f.Number).SingleAsync(),
            await db.Messages.Where(m => m.Text == person.Words).Select(m => m.Order).SingleAsync());
        foreach (var gram in Bigrams.Of(person.Words))
            await Execute(db, FormattableString.Invariant($"INSERT INTO \"MessageGrams\" (\"Gram\", \"Order\", \"FriendNumber\", \"By\", \"Kind\") VALUES ({gram}, {order}, {number}, 0, 0)"));
        await Execute(db, $"INSERT INTO \"IncomingEvents\" (\"EventId\", \"Sender\", \"OccurredAt\", \"ReceivedAt\", \"Body\", \"Attempts\") VALUES ('{person.Client}', '{person.LineUserId}', 0, 0, '{person.Words}', 0)");
        await Execute(db, $"INSERT INTO \"IncomingEvents\" (\"EventId\", \"OccurredAt\", \"ReceivedAt\", \"Body\", \"Attempts\") VALUES ('{person.Friend}', 0, 0, 'in a group: {person.LineUserId}', 0)");
        db.Add(FormDraft.Begin(NewId(), $"facts:{person.Client}"));
        var changed = db.Record(AuditAct.Changed, nameof(Client), person.Client.ToString(), person.Client, "[]", now);
        var searched = db.Record(AuditAct.Searched, "Clients", "digest", null, "[]", now);
        db.AddRange(AuditValue.Of(changed.Id, "FullName", person.Words, null), AuditValue.Of(searched.Id, "Words", null, person.Words[..3]));
        await db.SaveChangesAsync();
    }

    private static Task<int> Execute(OneStopDb db, string sql) =>
        db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    private Guid NewId() => Guid.CreateVersion7(Clock.GetUtcNow());
}
