using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Assessment;
using OneStop.Domain.SupportPrograms.Conditions;
using OneStop.Domain.SupportPrograms.Contents;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.SupportPrograms;

/// <summary>An office that draws programs.</summary>
internal static class ProgramOffice
{
    /// <summary>The day on which the programs of the tests begin.</summary>
    public static readonly DateOnly Today = new(2026, 10, 5);

    extension(TestOneStop oneStop)
    {
        /// <summary>Returns a planner, a second planner who can approve, and a client who takes part and whose file knows what an assessment needs.</summary>
        public async Task<(StaffMember Planner, StaffMember Second, Guid Client)> Planning(string name = "planner")
        {
            var (planner, second) = (await oneStop.AMember(name, Duty.Planner), await oneStop.AMember($"{name}-second", Duty.Planner));
            var client = await oneStop.AClient(planner);
            await oneStop.KnowsFacts(planner, client);
            await oneStop.TakesPart(client);
            return (planner, second, client);
        }

        /// <summary>Writes what an assessment needs into the file.</summary>
        public Task KnowsFacts(StaffMember by, Guid client) => oneStop.At<FactDesk>(by, async desk =>
        {
            await desk.SaveHousehold(client, new(new(), new() { Children = [new(2018, "学童保育")], LivesWith = "子ども1人" }));
            await desk.SaveMoney(client, new(new(), new() { Allowance = ChildRearingAllowance.Full, HouseholdIncome = 180_000 }));
            await desk.SaveWork(client, new(new(), new() { Form = WorkForm.PartTime, WeeklyHours = 20, MonthlyIncome = 98_000 }));
            await desk.SaveSkills(client, new(new(), new() { Qualifications = [new("普通自動車免許", 2010)] }));
        });

        /// <summary>Records the consent to take part.</summary>
        public Task TakesPart(Guid client) => oneStop.Read(async db =>
        {
            db.Add(Consent.To(SupportConsents.Program, client, null, oneStop.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });

        /// <summary>Records that the client withdrew the consent to take part.</summary>
        public async Task WithdrawsFrom(StaffMember by, Guid client)
        {
            var consent = await oneStop.ParticipationOf(client);
            await oneStop.At<ConsentDesk>(by, d => d.Withdraw(consent));
        }

        /// <summary>Returns the last consent to take part.</summary>
        public Task<Guid> ParticipationOf(Guid client) => oneStop.Read(db => db.Consents.Where(c => c.ClientId == client && c.Purpose == SupportConsents.Program.Code)
            .OrderByDescending(c => c.GivenAt).Select(c => c.Id).FirstAsync());

        /// <summary>Begins a program.</summary>
        public Task<Guid> Begun(StaffMember by, Guid client) => oneStop.At<ProgramDesk, Guid>(by, d =>
            d.Begin(client, new(ServiceDay.Of(oneStop.Clock.GetUtcNow()).Date, ProgramLead.Ours, "")));

        /// <summary>Opens a program.</summary>
        public async Task<ProgramView> Program(StaffMember by, Guid id) => (await oneStop.At<ProgramDesk, ProgramView?>(by, d => d.Open(id)))!;

        /// <summary>Begins a program and writes all that it needs.</summary>
        public async Task<Guid> Written(StaffMember by, Guid client)
        {
            var id = await oneStop.Begun(by, client);
            await oneStop.Write(by, id);
            return id;
        }

        /// <summary>Writes all that a program needs.</summary>
        public async Task Write(StaffMember by, Guid id)
        {
            var view = await oneStop.Program(by, id);
            await oneStop.At<ProgramDesk>(by, async desk =>
            {
                foreach (var line in view.Conditions)
                    await desk.Answer(id, line.Condition.ValueId,
                        ProgramConditions.IsCaution(line.Condition.Code) ? ConditionReply.No : ConditionReply.Yes);
                var notes = view.Newest!.Circumstances.Notes;
                await desk.SaveNotes(id, new(notes, notes with { Life = "小学2年の子と2人暮らし", Work = "スーパーで週20時間", Motivation = "正社員をめざしたい" }));
                await desk.SaveBudget(id, new(view.Newest.Circumstances.Budget, new() { Lines = [new(true, "給料", 98_000), new(false, "家賃", 45_000)] }));
                await desk.Add(id, Parts());
            });
        }

        /// <summary>Returns the path of a program of a new client in which everything is written.</summary>
        public async Task<string> AProgram(StaffMember by)
        {
            var client = await oneStop.AClient(by);
            await oneStop.KnowsFacts(by, client);
            await oneStop.TakesPart(client);
            return $"/programs/{await oneStop.Written(by, client)}";
        }

        /// <summary>Asks for the approval.</summary>
        public async Task Ask(StaffMember by, Guid id)
        {
            var digest = (await oneStop.Program(by, id)).Newest!.Digest;
            await oneStop.At<ProgramDesk>(by, d => d.Ask(id, digest, "お願いします"));
        }

        /// <summary>Approves.</summary>
        public async Task Approve(StaffMember by, Guid id)
        {
            var digest = (await oneStop.Program(by, id)).Newest!.Digest;
            await oneStop.At<ProgramDesk>(by, d => d.Approve(id, digest));
        }

        /// <summary>Returns a program that waits for its client.</summary>
        public async Task<Guid> Approved(StaffMember planner, StaffMember second, Guid client)
        {
            var id = await oneStop.Written(planner, client);
            await oneStop.Ask(planner, id);
            await oneStop.Approve(second, id);
            return id;
        }

        /// <summary>Returns a program in force, confirmed on paper today.</summary>
        public async Task<Guid> Established(StaffMember planner, StaffMember second, Guid client)
        {
            var id = await oneStop.Approved(planner, second, client);
            await oneStop.Confirm(planner, id);
            return id;
        }

        /// <summary>Records the paper that the client signed today.</summary>
        public async Task Confirm(StaffMember by, Guid id)
        {
            var digest = (await oneStop.Program(by, id)).Newest!.Digest;
            await oneStop.At<ProgramDesk>(by, d => d.ConfirmOnPaper(id, digest, Signed(digest, oneStop.Clock.GetUtcNow().JapaneseDate)));
        }

        /// <summary>Begins the next version.</summary>
        public Task<Guid> Revise(StaffMember by, Guid id, string reason = "希望が変わった") => oneStop.At<ProgramDesk, Guid>(by, d => d.Revise(id, reason));

        /// <summary>Changes the first goal of the newest version.</summary>
        public async Task ChangeGoal(StaffMember by, Guid id, Func<Goal, Goal> change)
        {
            var goal = (await oneStop.Program(by, id)).Newest!.Goals[0];
            await oneStop.At<ProgramDesk>(by, d => d.SaveGoal(id, new(goal, change(goal))));
        }

        /// <summary>Changes the first item of support of the newest version.</summary>
        public async Task ChangeItem(StaffMember by, Guid id, Func<SupportItem, SupportItem> change)
        {
            var item = (await oneStop.Program(by, id)).Newest!.Items[0];
            await oneStop.At<ProgramDesk>(by, d => d.SaveItem(id, new(item, change(item))));
        }

        /// <summary>Returns the versions of a program.</summary>
        public Task<List<ProgramVersion>> VersionsOf(Guid id) =>
            oneStop.Read(db => db.ProgramVersions.AsNoTracking().Where(v => v.ProgramId == id).OrderBy(v => v.Number).ToListAsync());
    }

    /// <summary>Returns the paper of these words, signed on a day; its scan comes later.</summary>
    public static SignedPaper Signed(string digest, DateOnly on, Guid? scan = null) => new(on, ContentMark.Of(digest), scan, IsScanLater: scan is null);

    /// <summary>Returns the id of a new part.</summary>
    public static Guid NewId() => Guid.CreateVersion7(JapanTime.At(Today, TimeOnly.MinValue));

    /// <summary>A pair, a long and a short goal, and two items of support.</summary>
    public static ProgramParts Parts()
    {
        BarrierPair pair = new() { Id = NewId(), Kind = BarrierKind.Skills, Hard = "資格がない", Strength = "勉強を続けている" };
        Goal far = new()
        {
            Id = NewId(),
            Term = GoalTerm.LongTerm,
            OwnWords = "子どもと安心して暮らしたい",
            Words = "正社員で働く",
            MonthlyIncome = 200_000,
            Form = WorkForm.Permanent,
            Until = Today.AddYears(2),
        };
        Goal near = new() { Id = NewId(), Term = GoalTerm.ShortTerm, OwnWords = "まず資格がほしい", Words = "簿記3級に合格する", Yardstick = "合格", Until = Today.AddMonths(6) };
        SupportItem course = new()
        {
            Id = NewId(),
            Kind = SupportItemKind.Training,
            What = "簿記の講座",
            Responsible = "ひとり親家庭支援センター",
            From = Today.AddDays(10),
            Until = Today.AddMonths(4),
            HowOften = "週1回",
            ClientDoes = "申込書を出す",
        };
        SupportItem talk = new()
        {
            Id = NewId(),
            Kind = SupportItemKind.Consultation,
            What = "働き方の相談",
            Responsible = "策定員",
            From = Today,
            Until = Today.AddMonths(6),
            HowOften = "月1回",
            ClientDoes = "困ったことをメモしてくる",
        };
        return new([new(pair)], [new(far), new(near)], [new(course), new(talk)]);
    }
}
