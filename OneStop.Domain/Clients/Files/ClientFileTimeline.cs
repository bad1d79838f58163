using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Clients.Files;

/// <summary>経過: files when they were added, replaced and removed.</summary>
internal sealed class ClientFileTimeline : ITimelineSource
{
    private static readonly TimelineKind Added = new("file", "書類"), Removed = new("file-end", "書類の削除");

    /// <inheritdoc/>
    public IReadOnlyList<TimelineKind> Kinds => [Added, Removed];

    /// <inheritdoc/>
    public IReadOnlyList<Type> Tables => [typeof(ClientFile)];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query)
    {
        if (query.Person.ClientId is not { } client)
            return [];
        var files = from f in db.ClientFiles.AsNoTracking()
                    where f.ClientId == client
                    join k in db.ClientFileKinds on f.KindId equals k.Id
                    select new FiledAs { Id = f.Id, File = f, Kind = k.Name };
        var added = query.Wants(Added) ? await query.Newest(files, f => f.File.AddedAt, f => Entry(Added, f, f.File.AddedAt, f.File.AddedBy) with
        {
            Text = f.File.Note.Length > 0 ? f.File.Note : null,
            Link = f.File.Removal is null ? $"/clients/{client}?file={f.Id}" : null,
        }) : [];
        var removed = query.Wants(Removed) ? await query.Newest(files.Where(f => f.File.Removal != null), f => f.File.Removal!.At,
            f => Entry(Removed, f, f.File.Removal!.At, f.File.Removal.StaffId) with { Text = f.File.Removal.Reason }) : [];
        return [.. added.Concat(removed).OrderByDescending(e => e.At).ThenBy(e => e.Kind).ThenBy(e => e.Id).Take(query.Take)];
    }

    private static TimelineEntry Entry(TimelineKind kind, FiledAs filed, DateTimeOffset at, Guid staff) => new()
    {
        Id = filed.Id,
        Kind = kind.Code,
        At = at,
        By = TimelineAuthor.Staff,
        StaffId = staff,
        Title = $"{(kind == Removed ? "書類を削除" : filed.File.Edition > 1 ? "書類を差し替え" : "書類")}: {filed.Kind}　{filed.File.Title}".TrimEnd('　'),
    };

    /// <summary>A file with the name of its kind.</summary>
    private sealed class FiledAs
    {
        public required Guid Id { get; init; }
        public required ClientFile File { get; init; }
        public required string Kind { get; init; }
    }
}
