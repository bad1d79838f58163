using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Safeguards;

/// <summary>閲覧: the only way to open a person's record. Nothing else writes <see cref="AuditAct.Looked"/>.</summary>
public static class OpenedRecords
{
    extension(IDbContextFactory<OneStopDb> dbs)
    {
        /// <summary>
        /// Opens a record: reads it and records the look, once per session, in one save with whatever the reading changed. If nothing was found,
        /// nothing is recorded.
        /// </summary>
        /// <param name="read">Reads the record.</param>
        /// <param name="lookedAt">Names the record that was opened.</param>
        public Task<T?> Open<T>(Func<OneStopDb, Task<T?>> read, Func<T, OpenedRecord> lookedAt, DateTimeOffset now) where T : class => dbs.Change(async db =>
        {
            var record = await read(db);
            if (record is not null)
                await RecordLook(db, lookedAt(record), now);
            return record;
        });
    }

    private static async Task RecordLook(OneStopDb db, OpenedRecord opened, DateTimeOffset now)
    {
        var (sitting, subjectId) = (db.Actor.Sitting, opened.Id.ToString());
        if (!await db.AuditEntries.AnyAsync(e => e.Sitting == sitting && e.Act == AuditAct.Looked && e.Subject == opened.Subject && e.SubjectId == subjectId))
            db.Record(AuditAct.Looked, opened.Subject, subjectId, await opened.Person.IdIn(db), "[]", now);
    }
}

/// <summary>The record that was opened, and its person.</summary>
public readonly record struct OpenedRecord(string Subject, Guid Id, ShownPerson Person)
{
    /// <summary>A conversation.</summary>
    public static OpenedRecord Conversation(Guid id) => new(ShownPerson.ByTalk, id, ShownPerson.Of(id));

    /// <summary>A client's record, or a part of it that is opened separately.</summary>
    public static OpenedRecord Client(Guid id, string part = ShownPerson.ByClient) => new(part, id, ShownPerson.Of(null, id));
}
