using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Due;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Following;
using OneStop.Domain.Timeline;
using OneStop.Tests.Consultations;
using OneStop.Tests.House;

namespace OneStop.Tests.SupportPrograms.Following;

/// <summary>An office that follows established programs.</summary>
internal static class FollowingOffice
{
    extension(TestOneStop oneStop)
    {
        /// <summary>The day of the clock.</summary>
        public DateOnly Day => oneStop.Clock.GetUtcNow().JapaneseDate;

        /// <summary>Returns a program in force with its planner, a second planner and its client.</summary>
        public async Task<(StaffMember Planner, StaffMember Second, Guid Client, Guid Program)> Followed(string name = "planner")
        {
            var (planner, second, client) = await oneStop.Planning(name);
            return (planner, second, client, await oneStop.Established(planner, second, client));
        }

        /// <summary>Opens how a program goes.</summary>
        public async Task<FollowingView> Following(StaffMember by, Guid program) => (await oneStop.At<FollowingDesk, FollowingView?>(by, d => d.Open(program)))!;

        /// <summary>Writes a review of today, changed as wanted.</summary>
        public async Task<Guid> Review(StaffMember by, Guid program, Func<ReviewWish, ReviewWish> change)
        {
            var begins = (await oneStop.Following(by, program)).Begins;
            return await oneStop.At<FollowingDesk, Guid>(by, d => d.Review(program, new(begins, change(begins with { Next = "求人を3件見る" }))));
        }

        /// <summary>Corrects the newest edition of a review.</summary>
        public async Task Correct(StaffMember by, Guid program, Guid review, Func<ReviewWish, ReviewWish> change)
        {
            var wish = (await oneStop.Following(by, program)).Reviews.Single(r => r.Id == review).Wish;
            await oneStop.At<FollowingDesk>(by, d => d.CorrectReview(review, new(wish, change(wish))));
        }

        /// <summary>Ends a program today, with a day of aftercare.</summary>
        public Task EndedWell(StaffMember by, Guid program, DateOnly? aftercare) => oneStop.At<ProgramDesk>(by, d =>
            d.End(program, new(oneStop.Day, ProgramEndReason.Achieved, "", "", aftercare)));

        /// <summary>Returns what is due of a client's programs, as a member of staff has it on their own list; all if nobody is given.</summary>
        public Task<IReadOnlyList<DueItem>> ProgramsDue(Guid? client, StaffMember? member, StaffMember by, DateTimeOffset? before = null) => oneStop.WithDb(by, (services, db) =>
            services.GetServices<IDueSource>().OfType<ProgramsDue>().Single().Read(db,
                new(client is null ? null : new CasePerson(client, [], []), member?.Id, before ?? DateTimeOffset.MaxValue, oneStop.Clock.GetUtcNow(), 100)));
    }
}
