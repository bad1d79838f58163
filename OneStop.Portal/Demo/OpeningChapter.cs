using OneStop.Domain;
using OneStop.Domain.Employers;
using OneStop.Domain.JobOpenings;
using OneStop.Domain.JobOpenings.Declaring;
using OneStop.Domain.JobOpenings.Terms;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Demo;

/// <summary>Openings in the second month: drafts, some that wait for a second person, and published ones. All are invented.</summary>
internal sealed class OpeningChapter : IDemoChapter
{
    private static readonly Job[] Jobs =
    [
        new("一般事務（パート・9時から15時）", "一般事務", "伝票の入力、電話の応対、来客の案内", 1250, new(9, 0), new(15, 0)),
        new("医療事務（未経験から）", "医療事務", "受付、会計、保険の請求の手伝い", 1300, new(9, 0), new(16, 0)),
        new("保育の補助（平日だけ）", "保育補助", "遊びと食事の見守り、片付け", 1200, new(8, 30), new(14, 30)),
        new("倉庫の軽作業", "軽作業", "商品の検品と袋づめ", 1180, new(10, 0), new(16, 0)),
        new("経理の補助（在宅の日あり）", "経理事務", "請求書の確認、会計ソフトへの入力", 1400, new(9, 30), new(16, 30)),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Type> After => [typeof(EmployerChapter)];

    /// <inheritdoc/>
    public Task Write(DemoBook book)
    {
        var (seeker, second) = (book.With(Duty.OutreachOfficer)[0], book.With(Duty.Manager)[0]);
        var sites = book.Written<Worksite>().ToDictionary(s => s.EmployerId);
        var employers = book.Written<Employer>().Where(e => sites.ContainsKey(e.Id)).ToList();
        foreach (var (i, employer) in employers.Take(12).Index())
        {
            var at = book.Now.AddDays(-20 + i);
            var opening = JobOpening.Of(WishOf(employer, sites[employer.Id], Jobs[i % Jobs.Length], i % 4 != 3, at), seeker, at);
            book.Add(opening);
            if (i % 4 != 3)
                Take(book, opening, i, seeker, second, at.AddHours(2));
        }
        return Task.CompletedTask;
    }

    /// <summary>The rest stay drafts, in which something is blank.</summary>
    private static void Take(DemoBook book, JobOpening opening, int i, Guid seeker, Guid second, DateTimeOffset at)
    {
        var declared = new DeclarationWish("令和8年10月の様式", "代表取締役 見本 太郎", at.JapaneseDate, [new("demo", Guid.Empty, "見本の項目", false)]);
        book.Add(EmployerDeclaration.Of(opening.Id, declared, seeker, at));
        opening.Receive([], at.JapaneseDate, i + 1, at.JapaneseDate.AddDays(30), seeker, at);
        if (i % 4 == 2)
            return;
        opening.CheckBy(second, opening.Digest, [], at.AddHours(3));
        opening.Publish([], second, at.AddHours(4));
    }

    private static OpeningWish WishOf(Employer employer, Worksite site, Job job, bool isWhole, DateTimeOffset at) =>
        new(employer.Id, site.Id, job.Title, at.JapaneseDate.AddDays(60), new()
        {
            Work = new()
            {
                Occupation = job.Occupation,
                Tasks = job.Tasks,
                TasksChange = isWhole ? ChangeScope.Unchanged : null,
                Employment = EmploymentKind.PartTime,
                IsDispatch = false,
            },
            Place = new()
            {
                EmployerName = employer.Name,
                Address = site.Address,
                PlaceChange = ChangeScope.Unchanged,
                Station = site.Station,
                MinutesFromStation = site.Minutes,
                TransitFrom = "天神",
                TransitMinutes = 18,
                Smoking = SmokingMeasure.IndoorsForbidden,
            },
            Period = new() { Length = ContractLength.Permanent, Trial = TrialKind.SameConditions, TrialMonths = 2 },
            Hours = new()
            {
                System = HoursSystem.Fixed,
                Patterns = [new(job.From, job.To, 60)],
                HasOvertime = false,
                DaysAWeek = 5,
                FreeDays = [DayOfWeek.Saturday, DayOfWeek.Sunday],
                FreeOnHolidays = true,
                AnnualHolidays = 122,
            },
            Pay = new()
            {
                Form = PayForm.Hourly,
                Lower = job.Pay,
                HasFixedOvertime = false,
                Allowances = [new(AllowanceKind.Commuting, "", null, true)],
                Closing = "月末",
                PayDay = "翌月15日",
                HasRaise = true,
                HasBonus = false,
            },
            Insurance = new() { Health = true, Pension = true, Accident = true, Unemployment = true },
            Selection = new() { Persons = 1, Age = AgeRule.Any, NeedsExperience = false, Method = "面接" },
            Family = new()
            {
                SuddenAbsence = AbsencePractice.Usual,
                SchoolEvents = true,
                HourlyLeave = true,
                HomeOffice = HomeOffice.Never,
                Saturdays = DayWork.Never,
                Sundays = DayWork.Never,
                Holidays = DayWork.Never,
            },
        });

    private sealed record Job(string Title, string Occupation, string Tasks, int Pay, TimeOnly From, TimeOnly To);
}
