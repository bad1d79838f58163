using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Shifts.Absences;
using OneStop.Domain.SupportPrograms.Following;

namespace OneStop.Domain.SupportPrograms.Listing;

/// <summary>Whose turn it is: a member of staff on a day.</summary>
/// <param name="Mine">The planners whose programs the member does: the member, colleagues who are away, and who plans no more, as on 今日.</param>
/// <param name="ToApprove">The programs whose newest version the member may approve.</param>
/// <param name="Today">The service day.</param>
public sealed record MyTurn(IReadOnlyList<Guid> Mine, IReadOnlyList<Guid> ToApprove, DateOnly Today);

/// <summary>Queries over programs for lists.</summary>
public static class ProgramListQueries
{
    private const int DaysOfSoon = 7;
    private const string NumberMark = "P";

    /// <summary>The place of a state in the course of a program: stored are names, and their alphabet says nothing.</summary>
    private static readonly Expression<Func<SupportProgram, int>> Course = p => p.State == ProgramState.Draft ? 0 : p.State == ProgramState.SentBack ? 1
        : p.State == ProgramState.InReview ? 2 : p.State == ProgramState.WithClient ? 3 : p.State == ProgramState.Running ? 4
        : p.State == ProgramState.Aftercare ? 5 : 6;

    extension(IQueryable<SupportProgram> programs)
    {
        /// <summary>The programs that wait for a member of staff.</summary>
        public IQueryable<SupportProgram> WaitingFor(MyTurn turn, ProgramWait wait)
        {
            var (mine, toApprove, today) = turn;
            return wait switch
            {
                ProgramWait.SentBack => programs.Open().Where(p => mine.Contains(p.PlannerId) && p.NewestStep == VersionStep.SentBack),
                ProgramWait.Approval => programs.Where(p => toApprove.Contains(p.Id)),
                ProgramWait.Confirmation => programs.Open().Where(p => mine.Contains(p.PlannerId) && p.NewestStep == VersionStep.Approved),
                ProgramWait.Review => programs.Running().Where(p => mine.Contains(p.PlannerId) && p.NextReviewOn <= today),
                ProgramWait.Aftercare => programs.Where(p => mine.Contains(p.PlannerId) && p.State == ProgramState.Aftercare && p.AftercareOn <= today),
                _ => programs.Where(p => toApprove.Contains(p.Id) || (mine.Contains(p.PlannerId)
                    && ((p.End == null && (p.NewestStep == VersionStep.SentBack || p.NewestStep == VersionStep.Approved))
                        || (p.State == ProgramState.Running && p.NextReviewOn <= today) || (p.State == ProgramState.Aftercare && p.AftercareOn <= today)))),
            };
        }

        /// <summary>The programs that a filter shows.</summary>
        public IQueryable<SupportProgram> Matching(ProgramFilter filter, MyTurn turn)
        {
            var rows = filter.Wait is { } wait ? programs.WaitingFor(turn, wait) : programs;
            if (filter.State is { } state)
                rows = rows.Where(p => p.State == state);
            if (filter.IsPreparing)
                rows = rows.Open().Where(p => p.EstablishedEdition == null);
            if (filter.Planner is { } planner)
                rows = rows.Where(p => p.PlannerId == planner);
            if (filter.Review is { } review)
                rows = rows.Watched(review, turn.Today);
            if (filter.Since is { } since && JapanTime.At(turn.Today.AddDays(1 - since.Days), TimeOnly.MinValue) is var before)
                rows = rows.Where(p => p.StateSince < before);
            if (filter.Outcome is { } outcome)
                rows = rows.Where(p => p.End!.Reason == outcome);
            if (filter.EndedFrom is { } endedFrom)
                rows = rows.Where(p => p.End!.On >= endedFrom);
            if (filter.EndedUntil is { } endedUntil)
                rows = rows.Where(p => p.End!.On <= endedUntil);
            return rows;
        }

        /// <summary>The programs of clients found by a number or by a part of the name; by P-0012 only the program of this number.</summary>
        public IQueryable<SupportProgram> Sought(OneStopDb db, string words)
        {
            var plain = words.Plain.Trim();
            if (plain.StartsWith(NumberMark, StringComparison.OrdinalIgnoreCase) && NumberIn(plain[NumberMark.Length..].TrimStart('-')) is { } marked)
                return programs.Where(p => p.Number == marked);
            return programs.OfSought(db, words, NumberIn(plain));
        }

        /// <summary>Sorts by a column of the list. By default what goes on comes before what has ended, and what is longest in its state first.</summary>
        public IQueryable<SupportProgram> SortedBy(OneStopDb db, string? column, bool isDescending) => (column, isDescending) switch
        {
            ("planner", false) => programs.OrderBy(p => db.Users.Where(u => u.Id == p.PlannerId).Select(u => u.Name).First()).ThenBy(p => p.Number),
            ("planner", true) => programs.OrderByDescending(p => db.Users.Where(u => u.Id == p.PlannerId).Select(u => u.Name).First()).ThenBy(p => p.Number),
            ("number", false) => programs.OrderBy(p => p.Number),
            ("number", true) => programs.OrderByDescending(p => p.Number),
            ("state", false) => programs.OrderBy(Course).ThenBy(p => p.StateSince).ThenBy(p => p.Id),
            ("state", true) => programs.OrderByDescending(Course).ThenBy(p => p.StateSince).ThenBy(p => p.Id),
            ("since", false) => programs.OrderBy(p => p.StateSince).ThenBy(p => p.Id),
            ("since", true) => programs.OrderByDescending(p => p.StateSince).ThenBy(p => p.Id),
            ("review", false) => programs.WatchedFirst().ThenBy(p => p.State == ProgramState.Running ? p.NextReviewOn : p.AftercareOn).ThenBy(p => p.Id),
            ("review", true) => programs.WatchedFirst().ThenByDescending(p => p.State == ProgramState.Running ? p.NextReviewOn : p.AftercareOn).ThenBy(p => p.Id),
            ("established", false) => programs.OrderBy(p => p.Establishment == null).ThenBy(p => p.Establishment!.On).ThenBy(p => p.Id),
            ("established", true) => programs.OrderBy(p => p.Establishment == null).ThenByDescending(p => p.Establishment!.On).ThenBy(p => p.Id),
            _ => programs.OrderBy(p => p.State == ProgramState.Ended || p.State == ProgramState.Aftercare).ThenBy(p => p.StateSince).ThenBy(p => p.Id),
        };

        /// <summary>Those that are next reviewed, or looked after when they have ended, before those of which no day is shown.</summary>
        private IOrderedQueryable<SupportProgram> WatchedFirst() => programs.OrderBy(p => !((p.State == ProgramState.Running && p.NextReviewOn != null)
            || (p.State == ProgramState.Aftercare && p.AftercareOn != null)));

        /// <summary>Those whose next review, or look after the end, lies so: the day that the list shows.</summary>
        private IQueryable<SupportProgram> Watched(ReviewTime time, DateOnly today)
        {
            var soon = today.AddDays(DaysOfSoon);
            var (from, until) = time switch
            {
                ReviewTime.Overdue => (DateOnly.MinValue, today.AddDays(-1)),
                ReviewTime.Soon => (today, soon),
                _ => (soon.AddDays(1), DateOnly.MaxValue),
            };
            return programs.Where(p => (p.State == ProgramState.Running && p.NextReviewOn >= from && p.NextReviewOn <= until)
                || (p.State == ProgramState.Aftercare && p.AftercareOn >= from && p.AftercareOn <= until));
        }
    }

    private static int? NumberIn(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    extension(OneStopDb db)
    {
        /// <summary>Returns whose turn it is for the actor. The versions that wait for an approval are few, so their writers are compared here.</summary>
        internal async Task<MyTurn> TurnOfActor(DateTimeOffset now)
        {
            var (me, today) = (db.Actor.StaffId, ServiceDay.Of(now).Date);
            if (await ProgramDoers.Of(db, me) is not { MayDo: true, Gone: var gone })
                return new([], [], today);
            var asked = await db.AskedVersions().ToListAsync();
            return new([.. await db.WithStoodInFor(me, now), .. gone],
                [.. asked.Where(v => v.AskedBy != me && !v.Writers.Contains(me)).Select(v => v.ProgramId)], today);
        }

        /// <summary>The versions that wait for the approval of a second person.</summary>
        internal IQueryable<AskedVersion> AskedVersions() =>
            from p in db.SupportPrograms.Open().Standing(db)
            where p.NewestStep == VersionStep.Asked
            join v in db.ProgramVersions on new { p.Id, Number = p.Edition } equals new { Id = v.ProgramId, v.Number }
            select new AskedVersion
            {
                ProgramId = p.Id,
                AskedAt = v.Request == null ? null : v.Request!.At,
                AskedBy = v.Request == null ? null : v.Request!.StaffId,
                Writers = v.Writers,
            };
    }
}

/// <summary>A version that waits for an approval.</summary>
internal sealed record AskedVersion
{
    public required Guid ProgramId { get; init; }
    public required DateTimeOffset? AskedAt { get; init; }
    public required Guid? AskedBy { get; init; }
    public required ValueList<Guid> Writers { get; init; }
}
