using Microsoft.EntityFrameworkCore;
using OneStop.Domain.AnonymousTwins;
using OneStop.Domain.Data;

namespace OneStop.Domain.SupportPrograms.Papers;

/// <summary>
/// 自立支援プログラム as a text of the person's course: the words of an established version can have a twin, as a record of a consultation has. An
/// established version never changes, so its twin is never outdated.
/// </summary>
public sealed class ProgramText : ICourseTextSource
{
    /// <summary>The code of this kind.</summary>
    public const string Code = "program";

    public string Kind => Code;

    public string InJapanese => "自立支援プログラム";

    public async Task<CourseText?> Read(OneStopDb db, Guid id)
    {
        var established = db.ProgramVersions.AsNoTracking().Where(v => v.Step == VersionStep.Established && v.CircumstancesId != null);
        if (await established.SingleOrDefaultAsync(v => v.Id == id) is not { } version)
            return null;
        var program = await db.SupportPrograms.AsNoTracking().Where(p => p.Id == version.ProgramId).Standing(db).SingleOrDefaultAsync();
        return program is null ? null : new(id, program.ClientId, version.EstablishedOn!.Value, version.ChangedBy, CourseText.Join(
            [
                .. version.Goals.OrderBy(g => g.Term).Select(g => ("目標", Lines(g))),
                .. version.Items.Select(i => ("支援", Lines(i))),
            ]), $"/programs/{program.Id}");
    }

    private static string Lines(object part) => string.Join('\n', Contents.ProgramWords.Lines(part).Select(l => $"{l.Label}: {l.Words}"));
}
