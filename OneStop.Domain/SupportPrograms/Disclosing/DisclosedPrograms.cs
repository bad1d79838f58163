using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.SupportPrograms.Conditions;
using OneStop.Domain.SupportPrograms.Contents;
using OneStop.Domain.SupportPrograms.Following;

namespace OneStop.Domain.SupportPrograms.Disclosing;

/// <summary>A part of a program in words, for the person's own copy.</summary>
public sealed record ProgramInWords(string Title, IReadOnlyList<ProgramLine> Lines);

/// <summary>
/// Reads programs in words for the person (開示): what they answered, each version, how it goes, and what colleagues said of it, which is theirs to see as the
/// comments on records of talks are. Reviews, contacts and aftercare stand in the timeline with their words.
/// </summary>
internal static class DisclosedPrograms
{
    extension(OneStopDb db)
    {
        /// <summary>Returns the programs of a client, the oldest first.</summary>
        public async Task<IReadOnlyList<ProgramInWords>> ProgramsInWords(Guid clientId)
        {
            var parts = new List<ProgramInWords>();
            foreach (var program in await db.SupportPrograms.AsNoTracking().Where(p => p.ClientId == clientId).OrderBy(p => p.Number).ToListAsync())
            {
                var name = $"自立支援プログラム {SupportProgram.NumberOf(program.Number)}";
                parts.Add(new(name, Head(program)));
                foreach (var version in await db.ProgramVersions.AsNoTracking().Where(v => v.ProgramId == program.Id && v.CircumstancesId != null)
                    .OrderBy(v => v.Number).ToListAsync())
                    parts.Add(new($"{name} 第{version.Number}版（{Day(version)}）",
                        [.. ProgramContent.Of(version, await db.CircumstancesOf(version)).Parts().SelectMany(p => p)]));
                parts.Add(new($"{name} 実施", await Followed(db, program.Id)));
                parts.Add(new($"{name} 職員のコメント", [.. (await db.ProgramComments.AsNoTracking()
                    .Where(c => c.ProgramId == program.Id && c.TakenBackAt == null).OrderBy(c => c.At).ToListAsync())
                    .Select(c => new ProgramLine($"{ProgramWords.Day(c.At.JapaneseDate)} {c.Section.InJapanese}", c.Text))]));
            }
            return [.. parts.Where(p => p.Lines.Count > 0)];
        }
    }

    private static string Day(ProgramVersion version) =>
        version.EstablishedOn is { } day ? $"{ProgramWords.Day(day)} {version.Step.InJapanese}" : version.Step.InJapanese;

    private static IReadOnlyList<ProgramLine> Head(SupportProgram program) =>
    [
        new("申込みの日", ProgramWords.Day(program.AppliedOn)),
        new("段階", program.State.InJapanese),
        new("主担当機関", $"{program.Lead.Lead.InJapanese} {program.Lead.Words}".Trim()),
        .. program.Conditions.Select(c => new ProgramLine(c.Question, c.Reply.InJapanese)),
        .. program.Establishment is { } established ? [new ProgramLine("策定の日", ProgramWords.Day(established.On))] : Array.Empty<ProgramLine>(),
        .. program.Corrections.Select(c => new ProgramLine($"{c.What}の訂正", $"{ProgramWords.Day(c.Was)}から{ProgramWords.Day(c.Now)}へ。{c.Reason}")),
        .. program.End is { } end ? [new ProgramLine("終わり", $"{ProgramWords.Day(end.On)} {end.Reason.InJapanese}")] : Array.Empty<ProgramLine>(),
        .. program.EndNote is { } note ? new ProgramLine[] { new("終わりの理由", note.Words), new("案内した先", note.ToldOf) }.Where(l => l.Words.Length > 0) : [],
    ];

    private static async Task<IReadOnlyList<ProgramLine>> Followed(OneStopDb db, Guid programId)
    {
        var plan = await db.PlanOf(programId);
        var standings = await db.ItemStandings.AsNoTracking().Where(s => s.ProgramId == programId).ToDictionaryAsync(s => s.ItemId);
        var progress = await db.GoalProgresses.AsNoTracking().Where(p => p.ProgramId == programId && p.Withdrawal == null).OrderBy(p => p.At).ToListAsync();
        return
        [
            .. plan.Items.Where(i => standings.ContainsKey(i.Id)).Select(i => new ProgramLine($"支援: {i.What}",
                $"{standings[i.Id].Wish.InWords} {standings[i.Id].Why}".Trim())),
            .. from goal in plan.Goals
               from step in progress
               where step.GoalId == goal.Id
               select new ProgramLine($"目標の進みぐあい: {goal.Words}", $"{ProgramWords.Day(step.At.JapaneseDate)} {step.Percent}% {step.Evidence}".Trim()),
        ];
    }
}
