using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.SupportPrograms.Assessment;

namespace OneStop.Domain.SupportPrograms;

/// <summary>Queries over programs.</summary>
public static class ProgramQueries
{
    extension(IQueryable<SupportProgram> programs)
    {
        /// <summary>Programs that have not ended. Of an erased person only the state says so.</summary>
        public IQueryable<SupportProgram> Open() => programs.Where(p => p.State != ProgramState.Ended && p.State != ProgramState.Aftercare);

        /// <summary>Programs of which a version is in force.</summary>
        public IQueryable<SupportProgram> Running() => programs.Where(p => p.State == ProgramState.Running);

        /// <summary>Programs of clients who stand for themselves; a program of an erased person only counts.</summary>
        public IQueryable<SupportProgram> Standing(OneStopDb db) => programs.Where(p => db.Clients.Any(c => c.Id == p.ClientId && c.ErasedAt == null));

        /// <summary>The programs of clients found by a number or by a part of the name, or with this number.</summary>
        public IQueryable<SupportProgram> OfSought(OneStopDb db, string words, int? number)
        {
            var sought = db.Clients.Sought(db, words).Select(c => c.Id);
            return programs.Where(p => sought.Contains(p.ClientId) || p.Number == number);
        }

        /// <summary>Selects the rows of a screen.</summary>
        public IQueryable<ProgramRow> ToRows(OneStopDb db) =>
            from p in programs
            join c in db.Clients on p.ClientId equals c.Id
            join s in db.Users on p.PlannerId equals s.Id
            join f in db.Friends on c.FriendId equals (Guid?)f.Id into friends
            from f in friends.DefaultIfEmpty()
            join t in db.Conversations on f.Id equals t.FriendId into talks
            from t in talks.DefaultIfEmpty()
            select new ProgramRow
            {
                Id = p.Id,
                Number = p.Number,
                ClientId = c.Id,
                ClientNumber = c.Number,
                ClientName = c.FullName ?? c.Name,
                FriendNumber = f == null ? null : f.Number,
                CalledAs = f == null ? null : f.CalledAs,
                ConversationId = t == null ? null : t.Id,
                PlannerId = p.PlannerId,
                PlannerName = s.Name,
                AppliedOn = p.AppliedOn,
                State = p.State,
                NewestStep = p.NewestStep,
                StateSince = p.StateSince,
                Edition = p.Edition,
                EstablishedEdition = p.EstablishedEdition,
                EstablishedOn = p.Establishment == null ? null : p.Establishment!.On,
                NextReviewOn = p.NextReviewOn,
                AftercareOn = p.AftercareOn,
                EndedOn = p.End == null ? null : p.End!.On,
                EndReason = p.End == null ? null : p.End!.Reason,
            };
    }

    extension(OneStopDb db)
    {
        /// <summary>Returns a program with its newest version and the one in force, to take a step. The others are not needed, and there may be many.</summary>
        internal async Task<SupportProgram> ProgramToChange(Guid id)
        {
            var program = await db.SupportPrograms.SingleAsync(p => p.Id == id);
            await db.ProgramVersions.Where(v => v.ProgramId == id && (v.Number == program.Edition || v.Number == program.EstablishedEdition)).LoadAsync();
            return program;
        }

        /// <summary>Whether the support of a client has ended.</summary>
        internal Task<bool> IsCaseClosed(Guid clientId) => db.CaseClosings.AnyAsync(c => c.ClientId == clientId && c.ReopenedAt == null);

        /// <summary>Refuses a program of a client whose support has ended: nobody is in charge, and nothing of it would be done.</summary>
        /// <exception cref="RuleException">The case is closed.</exception>
        internal async Task RefuseClosedCase(Guid clientId)
        {
            if (await db.IsCaseClosed(clientId))
                throw new RuleException("この利用者の支援は終了しています。先に、ケースファイルで支援を再開してください。");
        }

        /// <summary>Returns the assessment of a version.</summary>
        internal Task<Circumstances> CircumstancesOf(ProgramVersion version) => db.Circumstances.SingleAsync(c => c.Id == version.CircumstancesId);
    }
}
