using OneStop.Domain;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Facts;

namespace OneStop.Portal.Demo;

/// <summary>Facts about the fictitious clients: invented names, addresses that do not exist, employers that do not exist.</summary>
internal sealed class FactsChapter : IDemoChapter
{
    private static readonly (string Name, string Kana)[] Families =
        [("青葉", "あおば"), ("並木", "なみき"), ("白砂", "しらすな"), ("緑川", "みどりかわ"), ("紅葉", "もみじ"), ("若草", "わかくさ"), ("星野", "ほしの")];

    private static readonly (string Name, string Kana)[] Given =
        [("みどり", "みどり"), ("さつき", "さつき"), ("つばさ", "つばさ"), ("ひかり", "ひかり"), ("あかね", "あかね"), ("まこと", "まこと"), ("しのぶ", "しのぶ"), ("かおる", "かおる")];

    /// <inheritdoc/>
    public IReadOnlyList<Type> After => [typeof(ClientChapter)];

    /// <inheritdoc/>
    public Task Write(DemoBook book)
    {
        var (now, by) = (book.Now, ShiftChapter.Workers(book)[0].Id);
        foreach (var (i, client) in book.Written<Client>().ToList().Index())
        {
            var (family, given) = (Families[i % Families.Length], Given[i % Given.Length]);
            if (i % 4 != 3)
                client.Identify(new()
                {
                    FullName = $"{family.Name} {given.Name}",
                    Kana = $"{family.Kana} {given.Kana}",
                    BirthDate = new DateOnly(1980 + i % 18, 1 + i % 12, 1 + i % 28),
                }, now);
            Add<ClientAddress, AddressFacts>(new() { Ward = (Ward)(i % 7), PostalCode = "8100000", Rest = $"架空町 {1 + i % 9}丁目{1 + i}" });
            if (i % 5 == 4)
                continue; // somebody of whom little is known yet
            Add<ClientContact, ContactFacts>(new()
            {
                Method = (ContactMethod)(i % 3),
                GoodTime = i % 2 == 0 ? "平日の20時から" : "土曜の午前",
                NoCallDays = i % 6 == 0 ? [DayOfWeek.Sunday] : [],
                NoCall = i % 3 == 0 ? [new("9:00", "17:00", [])] : i % 4 == 1 ? [new("18:00", "20:00", []), new("24:00", "26:00", [DayOfWeek.Friday])] : [],
                Introduction = i % 4 == 2 ? CallIntroduction.CityDesk : i % 7 == 5 ? CallIntroduction.OwnWords : null,
                OwnIntroduction = i % 7 == 5 && i % 4 != 2 ? "友人の田中です" : "",
                MayLeaveVoicemail = i % 5 == 2,
            });
            var children = Enumerable.Range(0, 1 + i % 3).Select(n => new Child(now.Year - 2 - (i + 3 * n) % 14, n == 0 ? "学童" : "祖母"));
            Add<ClientHousehold, HouseholdFacts>(new()
            {
                Children = [.. children],
                Helpers = i % 3 == 0 ? "近くに住む姉が、急な熱のときに来てくれる" : i % 3 == 1 ? "いない" : "",
                Housing = i % 6 == 5 ? null : (Housing)(i % 5),
                HousingWords = i % 5 == 0 ? "来年の春に契約の更新。学校を変えずに引っ越したい" : "",
            });
            Add<ClientMoney, MoneyFacts>(new()
            {
                Allowance = (ChildRearingAllowance)(i % 4),
                Support = (ChildSupport)(i % 4),
                Rent = i % 5 == 3 ? 0 : 38_000 + i % 6 * 4_000,
                Spending = i % 3 == 2 ? null : 145_000 + i % 8 * 6_000,
            });
            Add<ClientWork, WorkFacts>(i % 7 == 0
                ? new() { Form = WorkForm.NotWorking, Career = "架空食堂の厨房で3年。出産のあとは、働いていない" }
                : new()
                {
                    Form = (WorkForm)(i % 4),
                    WeeklyHours = 16 + i % 5 * 6,
                    MonthlyIncome = 90_000 + i % 9 * 12_000,
                    HourlyWage = i % 4 is 2 or 3 ? 1_100 + i % 6 * 30 : null,
                    HasEmploymentInsurance = i % 5 == 2 ? null : i % 4 != 3,
                    HasSecondJob = i % 8 == 0,
                    OwnWords = $"架空商店{1 + i % 5}号店でレジと品出し",
                    Career = i % 3 == 0 ? "架空工場の検品で2年、架空ホテルの清掃で半年" : "",
                });
            Add<ClientSkills, SkillFacts>(new()
            {
                Qualifications = i % 2 == 0 ? [new("普通自動車免許", 2005 + i % 12)] : [new("日商簿記3級", 2012 + i % 8), new("介護職員初任者研修", null)],
                School = (SchoolLevel)(1 + i % 4),
                Pc = (PcSkill)(i % 5),
                Studying = i % 4 == 1 ? "簿記2級の通信講座に申しこみたい" : "",
            });
            Add<ClientWishes, WishFacts>(new()
            {
                Form = WorkForm.Permanent,
                Kinds = i % 2 == 0 ? "事務" : "医療事務、介護",
                Hours = "平日の9時から17時",
                Area = "地下鉄かバスで30分まで",
                Motivation = i % 6 == 2 ? null : (Motivation)(i % 4),
            });

            void Add<TGroup, TFacts>(TFacts facts)
                where TGroup : FactGroup<TFacts>, new()
                where TFacts : class, IFacts<TFacts>, new()
            {
                var group = FactGroups.Of<TGroup, TFacts>(client.Id, now);
                group.Change(facts, by, now.AddDays(-20));
                book.Add(group);
            }
        }
        return Task.CompletedTask;
    }
}
