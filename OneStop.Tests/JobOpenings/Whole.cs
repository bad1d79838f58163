using OneStop.Domain.JobOpenings.Terms;

namespace OneStop.Tests.JobOpenings;

/// <summary>Openings with every answer, from which a test leaves one out.</summary>
internal static class Whole
{
    /// <summary>A part-time job in Hakata, 9 to 15 o'clock with a break, five days a week.</summary>
    public static OpeningTerms Terms { get; } = new()
    {
        Work = new()
        {
            Occupation = "一般事務",
            Tasks = "伝票の入力、電話の応対",
            TasksChange = ChangeScope.Unchanged,
            Employment = EmploymentKind.PartTime,
            IsDispatch = false,
        },
        Place = new()
        {
            EmployerName = "みなと商事株式会社（架空）",
            Address = "福岡市博多区博多駅前0-0-0",
            MunicipalityCode = "40132",
            PlaceChange = ChangeScope.Unchanged,
            Station = "博多駅",
            MinutesFromStation = 5,
            TransitFrom = "天神",
            TransitMinutes = 15,
            Smoking = SmokingMeasure.IndoorsForbidden,
        },
        Period = new()
        {
            Length = ContractLength.FixedTerm,
            Months = 12,
            Renewal = RenewalKind.Possible,
            RenewalCriteria = "業務量と勤務成績により判断する",
            RenewalLimit = RenewalLimit.Unlimited,
            Trial = TrialKind.Without,
        },
        Hours = new()
        {
            System = HoursSystem.Fixed,
            Patterns = [new(new(9, 0), new(15, 0), 45)],
            HasOvertime = false,
            DaysAWeek = 5,
            FreeDays = [DayOfWeek.Saturday, DayOfWeek.Sunday],
            FreeOnHolidays = true,
            AnnualHolidays = 125,
        },
        Pay = new()
        {
            Form = PayForm.Hourly,
            Lower = 1200,
            HasFixedOvertime = false,
            Allowances = [new(AllowanceKind.Commuting, "", null, true)],
            Closing = "月末",
            PayDay = "翌月25日",
            HasRaise = true,
            HasBonus = false,
        },
        Insurance = new() { Health = true, Pension = true, Accident = true, Unemployment = true },
        Selection = new() { Persons = 2, Age = AgeRule.Any, NeedsExperience = false, Method = "面接" },
        Family = new()
        {
            SuddenAbsence = AbsencePractice.Usual,
            SchoolEvents = true,
            HourlyLeave = true,
            ReducedHours = true,
            HomeOffice = HomeOffice.Never,
            Childcare = ChildcareOffer.Without,
            Promotes = true,
            Promoted = 2,
            PromotedIn = 2025,
            Saturdays = DayWork.Never,
            Sundays = DayWork.Never,
            Holidays = DayWork.Never,
        },
    };

    /// <summary>A full-time job by the month: 8 hours a day, 125 days free, fixed overtime of 20 hours told as the law asks.</summary>
    public static OpeningTerms Monthly { get; } = Terms with
    {
        Work = Terms.Work with { Employment = EmploymentKind.Regular },
        Period = new() { Length = ContractLength.Permanent, Trial = TrialKind.SameConditions, TrialMonths = 3 },
        Hours = Terms.Hours with { Patterns = [new(new(9, 0), new(18, 0), 60)], HasOvertime = true, OvertimeHours = 15 },
        Pay = Terms.Pay with
        {
            Form = PayForm.Monthly,
            Lower = 230_000,
            Upper = 260_000,
            HasFixedOvertime = true,
            BaseWithoutFixed = 200_000,
            FixedYen = 30_000,
            FixedHours = 20,
            PaysAboveFixed = true,
        },
    };
}
