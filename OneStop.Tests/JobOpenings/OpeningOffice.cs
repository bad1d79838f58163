using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Employers;
using OneStop.Domain.JobOpenings;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.JobOpenings;

/// <summary>Takes openings at the desk as far as a test needs them.</summary>
internal static class OpeningOffice
{
    extension(TestOneStop oneStop)
    {
        /// <summary>開拓担当 who writes and accepts.</summary>
        public Task<StaffMember> Outreach() => oneStop.AMember("opening-outreach", Duty.OutreachOfficer);

        /// <summary>職業紹介担当 who checks.</summary>
        public Task<StaffMember> Placement() => oneStop.AMember("opening-placement", Duty.PlacementOfficer);

        /// <summary>Returns the id of an employer.</summary>
        public async Task<Guid> AnEmployer()
        {
            var by = (await oneStop.Outreach()).Id;
            return await oneStop.Read(async db =>
            {
                var name = $"みなと商事{await db.Employers.CountAsync()}株式会社（架空）";
                var employer = db.Employers.Add(Employer.Of(new() { Name = name, Source = EmployerSource.OwnList }, by, oneStop.Clock.GetUtcNow())).Entity;
                await db.SaveChangesAsync();
                return employer.Id;
            });
        }

        /// <summary>The form of an opening of a new employer, valid for two months.</summary>
        public async Task<OpeningWish> AWish() =>
            new(await oneStop.AnEmployer(), null, "博多駅近くの事務", oneStop.Clock.GetUtcNow().JapaneseDate.AddMonths(2), Whole.Terms);

        public async Task<Guid> ADraft(OpeningWish? wish = null)
        {
            var written = wish ?? await oneStop.AWish();
            return await oneStop.At<OpeningDesk, Guid>(await oneStop.Outreach(), d => d.Save(null, new(OpeningWish.None, written)));
        }

        public async Task Declare(Guid id, string? applying = null)
        {
            var (member, today) = (await oneStop.Outreach(), oneStop.Clock.GetUtcNow().JapaneseDate);
            var empty = (await oneStop.Opening(member, id)).NewDeclaration;
            await oneStop.At<OpeningDesk, Guid>(member, d => d.Declare(id, new(empty, empty with
            {
                SignedBy = "代表取締役 見本 一郎",
                SignedOn = today,
                Answers = [.. empty.Answers.Select(a => a with { Applies = a.Code == applying })],
            })));
        }

        public async Task<Guid> AReceived(OpeningWish? wish = null)
        {
            var id = await oneStop.ADraft(wish);
            await oneStop.Declare(id);
            await oneStop.At<OpeningDesk>(await oneStop.Outreach(), d => d.Receive(id, oneStop.Clock.GetUtcNow().JapaneseDate));
            return id;
        }

        public async Task<Guid> APublished(OpeningWish? wish = null)
        {
            var (id, second) = (await oneStop.AReceived(wish), await oneStop.Placement());
            await oneStop.Checked(id);
            await oneStop.At<OpeningDesk>(second, d => d.Publish(id));
            return id;
        }

        public async Task Checked(Guid id)
        {
            var second = await oneStop.Placement();
            var seen = (await oneStop.Opening(second, id)).Digest;
            await oneStop.At<OpeningDesk>(second, d => d.Check(id, seen));
        }

        /// <summary>A public opening of Hello Work, as an import leaves it.</summary>
        public Task<Guid> APublicOpening(string number) => oneStop.Read(async db =>
        {
            var now = oneStop.Clock.GetUtcNow();
            var wish = new OpeningWish(null, null, "公開の事務", now.JapaneseDate.AddMonths(1), Whole.Terms);
            var opening = db.JobOpenings.Add(JobOpening.Listed(wish, null, now.JapaneseDate, now)).Entity;
            db.PublicOrigins.Add(PublicOrigin.Of(opening.Id, new(PublicSource.HelloWork, "", number, now.JapaneseDate, wish.ValidUntil, now.JapaneseDate, "{}")));
            await db.SaveChangesAsync();
            return opening.Id;
        });

        public async Task<OpeningView> Opening(StaffMember member, Guid id) => (await oneStop.At<OpeningDesk, OpeningView?>(member, d => d.Open(id)))!;
    }
}
