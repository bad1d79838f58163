using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Data;
using OneStop.Domain.DatedRules;
using OneStop.Domain.SupportPrograms.Assessment;
using OneStop.Domain.SupportPrograms.Conditions;
using OneStop.Domain.SupportPrograms.Contents;
using OneStop.Domain.SupportPrograms.Following;

namespace OneStop.Domain.SupportPrograms.Versions;

/// <summary>策定: what follows when the client has confirmed.</summary>
internal static class EstablishingVersions
{
    private const int UsualMonths = 1, UsualMonthsOfAftercare = 3;

    extension(OneStopDb db)
    {
        /// <summary>Establishes the newest version within the caller's save: its assessment is fixed, the first review is set, and its items are followed.</summary>
        /// <param name="program">With its newest version.</param>
        /// <exception cref="RuleException">The version is not approved, the words are not those that were confirmed, or the consent is missing.</exception>
        public async Task Establish(SupportProgram program, VersionConfirmation confirmation, DateTimeOffset now)
        {
            var circumstances = await db.CircumstancesOf(program.Newest);
            if (ProgramContent.Of(program.Newest, circumstances).Digest != confirmation.Digest)
                throw new RuleException("確かめた内容が、いまの版と違います。もう一度、確認の依頼から進めてください。");
            if (!await db.Agrees(program.ClientId, SupportConsents.Program, now))
                throw new RuleException("本人の参加の同意がありません。同意をもらってから、もう一度確かめてください。");
            var known = await db.CarryFacts(program.ClientId, now.JapaneseDate);
            // a paper may be entered weeks later, when the file knows a new job already: then what was approved is nearer to the day
            program.Establish(confirmation, known.KnewWorkBy(confirmation.On) ? known : circumstances.Carried, await db.ReviewAfter(confirmation.On, now), now);
            circumstances.Fix(now);
            await db.FollowItems(program.Newest, now);
        }

        /// <summary>Returns the day on which a program is reviewed after a day, by the rule in force; a day on which the service is open.</summary>
        public async Task<DateOnly> ReviewAfter(DateOnly day, DateTimeOffset now) =>
            OpenDay(day.AddMonths((await db.RulesOn(now.JapaneseDate, now)).Find(ProgramRules.ReviewMonths) is { } rule ? (int)rule.Number : UsualMonths));

        /// <summary>Returns the day on which it is seen whether life holds after a day, by the rule in force; a day on which the service is open.</summary>
        public async Task<DateOnly> LookAfter(DateOnly day, DateTimeOffset now) =>
            OpenDay(day.AddMonths((await db.RulesOn(now.JapaneseDate, now)).Find(ProgramRules.AftercareMonths) is { } rule
                ? (int)rule.Number : UsualMonthsOfAftercare));
    }

    /// <summary>The day, or the first one after it on which the service is open at the turn of the year.</summary>
    private static DateOnly OpenDay(DateOnly day) => ServiceHours.IsYearEnd(day) ? OpenDay(day.AddDays(1)) : day;
}
