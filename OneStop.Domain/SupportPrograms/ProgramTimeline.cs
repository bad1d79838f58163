using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.SupportPrograms.Assessment;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.SupportPrograms;

/// <summary>自立支援プログラム in the timeline of a person: the beginning, each version in force, and the end. It names no contents.</summary>
internal sealed class ProgramTimeline : ITimelineSource
{
    private static readonly TimelineKind Program = new("program", "プログラム");

    public IReadOnlyList<TimelineKind> Kinds => [Program];

    public IReadOnlyList<Type> Tables => [typeof(SupportProgram), typeof(ProgramVersion), typeof(Circumstances)];

    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query)
    {
        if (query.Person.ClientId is not { } client || !query.Wants(Program))
            return [];
        var programs = db.SupportPrograms.AsNoTracking().Where(p => p.ClientId == client);
        var begun = await query.Newest(programs, p => p.StartedAt, p => Entry(p.Id, p.Id, p.StartedAt, p.StartedBy, $"プログラム {SupportProgram.NumberOf(p.Number)} を始めました"));
        var ended = await query.Newest(programs.Where(p => p.EndNote != null), p => p.EndNote!.At,
            p => Entry(p.Id, p.Id, p.EndNote!.At, p.EndNote.StaffId, $"プログラム {SupportProgram.NumberOf(p.Number)} を終えました（{p.End!.Reason.InJapanese}）"));
        var confirmed = from v in db.ProgramVersions.AsNoTracking()
                        join p in programs on v.ProgramId equals p.Id
                        where v.Confirmation != null
                        select new { v.Id, ProgramId = p.Id, p.Number, Edition = v.Number, v.Way, v.Confirmation!.At, v.Confirmation.StaffId };
        var established = await query.Newest(confirmed, v => v.At,
            v => Entry(v.Id, v.ProgramId, v.At, v.StaffId, $"プログラム {SupportProgram.NumberOf(v.Number)} 第{v.Edition}版を{(v.Way == VersionWay.OnlyDates ? "日付だけ変えました" : v.Edition == 1 ? "策定しました" : "再策定しました")}"));
        return [.. begun.Concat(ended).Concat(established).OrderByDescending(e => e.At).Take(query.Take)];
    }

    private static TimelineEntry Entry(Guid id, Guid programId, DateTimeOffset at, Guid? staffId, string title) => new()
    {
        Id = id,
        Kind = Program.Code,
        At = at,
        By = staffId is null ? TimelineAuthor.Client : TimelineAuthor.Staff,
        StaffId = staffId,
        Title = title,
        Link = $"/programs/{programId}",
    };
}
