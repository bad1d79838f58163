using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms.Disclosing;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.CaseFiles;

/// <summary>Everything that is kept about a person, for the person.</summary>
/// <param name="Timeline">All entries, newest first, with their whole texts.</param>
/// <param name="Tables">The rows behind them, for machines.</param>
/// <param name="Files">The files of the case file, and those that were sent in conversations.</param>
public sealed record Disclosure(ClientRow Client, DateTimeOffset MadeAt, IReadOnlyList<TimelineRow> Timeline, IReadOnlyList<TimelineKind> Kinds,
    IReadOnlyList<DisclosedTable> Tables, IReadOnlyList<DisclosedFile> Files)
{
    /// <summary>What is known of the person, in words.</summary>
    public required IReadOnlyList<FactSection> Facts { get; init; }

    /// <summary>The programs in words, the oldest first.</summary>
    public required IReadOnlyList<ProgramInWords> Programs { get; init; }
}

/// <summary>A file to be disclosed.</summary>
/// <param name="StorageName">Its name in the store.</param>
/// <param name="Preview">The name of its small picture in the store; null if it is no picture.</param>
/// <param name="Kind">What kind of document it is, and its date; null for a file of a conversation.</param>
public sealed record DisclosedFile(string Name, string StorageName, string? Preview = null, string? Kind = null);

/// <summary>開示の窓口: what the person has a right to see of their own record (個人情報の保護に関する法律 76条), whole.</summary>
[DisplayName("開示")]
public sealed class DisclosureDesk(DeskContext desk, IEnumerable<ITimelineSource> sources)
{
    private const int AtOnce = 500;

    /// <summary>Returns everything about a client; recorded as an export each time. Null if there is no such client.</summary>
    [DisplayName("記録の全部を書き出す（開示）")]
    [Allowed(Duty.Manager)]
    public async Task<Disclosure?> Read(Guid clientId)
    {
        desk.MayDo<DisclosureDesk>();
        return await desk.Open(async db =>
        {
            if (await db.Clients.Where(c => c.Id == clientId).ToRows(db).SingleOrDefaultAsync() is not { } client)
                return null;
            var person = (await db.PersonOf(clientId))!;
            db.RecordExport(nameof(Client), clientId.ToString(), clientId, desk.Now);
            var staff = await db.Users.Select(s => new { s.Id, s.Name }).ToDictionaryAsync(s => s.Id, s => s.Name);
            var entries = await sources.ReadAll(db, person, AtOnce);
            var rows = entries.Select(e => new TimelineRow(e, e.StaffId is { } id ? staff.GetValueOrDefault(id) : null, false));
            return new Disclosure(client, desk.Now, [.. rows], [.. sources.SelectMany(s => s.Kinds)], await db.DisclosedOf(person), await FilesOf(db, person))
            {
                Facts = await db.FactsInWords(clientId, desk.Now.JapaneseDate),
                Programs = await db.ProgramsInWords(clientId),
            };
        }, _ => OpenedRecord.Client(clientId));
    }

    private static async Task<IReadOnlyList<DisclosedFile>> FilesOf(OneStopDb db, CasePerson person)
    {
        var files = await db.StoredFiles.AsNoTracking().Where(f => person.Conversations.Contains(f.ConversationId)).OrderBy(f => f.Id).ToListAsync();
        var sent = files.Where(f => f.Contents is not null).Select((f, i) =>
            new DisclosedFile($"{i + 1:D3}_{Attachments.FileName.Of(f.Name, f.Contents!.Kind)}", f.Contents.StorageName));
        var filed = await db.ClientFiles.AsNoTracking().Where(f => f.ClientId == person.ClientId && f.Contents != null)
            .OrderBy(f => f.AddedAt).ThenBy(f => f.Id)
            .Join(db.ClientFileKinds, f => f.KindId, k => k.Id, (f, k) => new { File = f, Kind = k.Name }).ToListAsync();
        return [.. filed.Select((f, i) => new DisclosedFile($"書類{i + 1:D3}_{f.File.Title}", f.File.Contents!.StorageName, f.File.Preview?.StorageName,
            $"{f.Kind}・{f.File.AddedAt.InJapan:yyyy/M/d}")), .. sent];
    }
}
