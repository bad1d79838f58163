using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Data;
using OneStop.Domain.SupportPrograms.Contents;

namespace OneStop.Domain.SupportPrograms.Papers;

/// <summary>A version of which papers are made.</summary>
internal sealed record PaperSource(SupportProgram Program, ProgramVersion Version, ProgramContent Content)
{
    public PaperHead Head => new(Program.Number, Version.Number, Version.Step, Version.EstablishedOn ?? Version.ChangedAt.JapaneseDate,
        Version.Confirmation?.Digest ?? Content.Digest); // what was signed keeps its mark, whatever our labels are called later
}

/// <summary>Reads what papers are made of.</summary>
internal static class PaperSources
{
    private static readonly FactPurpose[] person = [FactPurpose.Identity, FactPurpose.Phones, FactPurpose.Address, FactPurpose.Contact];

    extension(OneStopDb db)
    {
        /// <summary>Returns the version of a program; null if there is none, or it was dropped.</summary>
        /// <param name="edition">Null for the version in force, or the newest if none is.</param>
        public async Task<PaperSource?> VersionForPaper(Guid programId, int? edition) =>
            await db.SupportPrograms.Where(p => p.Id == programId).Select(p => new { p.Edition, p.EstablishedEdition }).SingleOrDefaultAsync() is { } program
                ? await db.VersionForPaper(v => v.ProgramId == programId && v.Number == (edition ?? program.EstablishedEdition ?? program.Edition)) : null;

        /// <summary>Returns a version; null if there is none, or it was dropped.</summary>
        public async Task<PaperSource?> VersionForPaper(System.Linq.Expressions.Expression<Func<ProgramVersion, bool>> which)
        {
            var standing = db.ProgramVersions.AsNoTracking().Where(v => v.Step != VersionStep.Dropped && v.CircumstancesId != null);
            if (await standing.Where(which).SingleOrDefaultAsync() is not { } version)
                return null;
            var program = await db.SupportPrograms.AsNoTracking().Where(p => p.Id == version.ProgramId).Standing(db).SingleOrDefaultAsync();
            var circumstances = await db.Circumstances.AsNoTracking().SingleAsync(c => c.Id == version.CircumstancesId);
            return program is null ? null : new(program, version, ProgramContent.Of(version, circumstances));
        }

        /// <summary>Returns the paper for the person.</summary>
        public async Task<PersonPaper?> PaperForPerson(PaperSource source)
        {
            var (called, planner) = await db.NamesOn(source.Program);
            return PersonPaper.Of(source.Head, called, planner, source.Content,
                source.Version.Number == source.Program.EstablishedEdition ? source.Program.NextReviewOn : null, (await db.SensitiveOffices()).Ids);
        }

        /// <summary>Returns the paper that the person signs.</summary>
        public async Task<SigningPaper?> PaperToSign(PaperSource source)
        {
            var (called, planner) = await db.NamesOn(source.Program);
            return new(source.Head, called, planner, source.Content);
        }

        /// <summary>Returns the partners whose names alone tell what somebody suffers from.</summary>
        public async Task<SensitiveOffices> SensitiveOffices() =>
            Papers.SensitiveOffices.Of((await db.Partners.AsNoTracking().ToListAsync()).Where(p => p.IsSensitive));

        private async Task<(string? CalledAs, string Planner)> NamesOn(SupportProgram program)
        {
            var client = await db.Clients.AsNoTracking().SingleAsync(c => c.Id == program.ClientId);
            return (await db.Friends.Where(f => f.Id == client.FriendId).Select(f => f.CalledAs).SingleOrDefaultAsync() ?? client.Name,
                await db.Users.Where(u => u.Id == program.PlannerId).Select(u => u.Name).SingleAsync());
        }

        /// <summary>Returns the paper for an office.</summary>
        /// <param name="partner">The name of the office; empty for none.</param>
        /// <param name="words">The words that staff chose to go with it.</param>
        public async Task<OfficePaper?> PaperForOffice(PaperSource source, string partner, OfficeWords words, DateTimeOffset now)
        {
            var program = source.Program;
            var client = await db.Clients.AsNoTracking().SingleAsync(c => c.Id == program.ClientId);
            var sensitive = await db.SensitiveOffices();
            var given = await db.Consents.InForce(client.Id, SupportConsents.Program, now.JapaneseDate).MaxAsync(c => (DateTimeOffset?)c.GivenAt);
            var standings = await db.ItemStandings.AsNoTracking().Where(s => s.ProgramId == program.Id).ToListAsync();
            var reviews = await db.ProgramReviews.AsNoTracking().Where(r => r.ProgramId == program.Id && r.Removal == null)
                .OrderBy(r => r.On).ToListAsync();
            var contacts = await db.ProgramContacts.AsNoTracking().Where(c => c.ProgramId == program.Id && c.Withdrawal == null)
                .OrderBy(c => c.On).ToListAsync();
            return new()
            {
                PartnerName = partner,
                Words = words,
                Head = source.Head,
                Planner = await db.Users.Where(u => u.Id == program.PlannerId).Select(u => u.Name).SingleAsync(),
                Lead = program.Lead,
                AppliedOn = program.AppliedOn,
                ConsentOn = given?.JapaneseDate,
                EstablishedOn = program.Establishment?.On,
                Person = [.. (await db.FactsInWords(client.Id, now.JapaneseDate)).Where(s => person.Contains(s.Purpose))],
                IsInLine = client.FriendId is not null,
                IsDiscreet = await db.Conversations.AnyAsync(c => c.FriendId == client.FriendId && c.Discretion != null),
                Baseline = program.Baseline,
                Content = sensitive.LeftOutOf(source.Content),
                NextReviewOn = program.State == ProgramState.Running ? program.NextReviewOn : null,
                End = program.End,
                AftercareOn = program.AftercareOn,
                Standings = standings.ToDictionary(s => s.ItemId, s => s.Wish),
                Reviews = [.. reviews.Select(r => sensitive.LeftOutOf(r.Wish))],
                Contacts = [.. from c in contacts
                               where c.ConsentId is not null && !sensitive.Ids.Contains(c.PartnerId) // whom we asked without a name is nobody else's matter
                               select new ToldOffice(c.On, c.PartnerName, c.Who, c.ConsentId is not null)],
            };
        }
    }
}
