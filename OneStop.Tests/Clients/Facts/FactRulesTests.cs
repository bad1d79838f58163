using System.Text.Json;
using OneStop.Domain;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Facts;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Clients.Facts;

/// <summary>What is kept about a client in groups by purpose (別紙 6).</summary>
public sealed class FactRulesTests
{
    private static readonly DateTimeOffset Nine = Japan("2026-10-05T09:00");
    private static readonly DateOnly Today = new(2026, 10, 5);

    [Fact]
    public void A_name_is_found_with_and_without_the_blank_between_its_parts_and_in_either_kana()
    {
        var client = Client.Of(1, null, null, Nine);
        client.Identify(new() { FullName = "青葉　みどり", Kana = "アオバ ミドリ" }, Nine);
        Assert.Equal(("青葉みどり", "あおばみどり"), (client.FoldedFullName, client.FoldedKana));
        client.Identify(new(), Nine);
        Assert.Equal((null, null, null, null), (client.FullName, client.FoldedFullName, client.Kana, client.FoldedKana));
    }

    [Theory]
    [InlineData("あおば みどり", true)]
    [InlineData("アオバ・ミドリ", true)]
    [InlineData("ｱｵﾊﾞ ﾐﾄﾞﾘ", true)]
    [InlineData("まりー‐るいーず", true)]
    [InlineData("青葉 みどり", false)]
    [InlineData("Aoba", false)]
    public void A_reading_is_written_in_kana(string kana, bool isReading) =>
        AssertRule(isReading, () => new IdentityFacts { Kana = kana }.Checked(Today), nameof(IdentityFacts.Kana));

    [Theory]
    [InlineData("2026-10-05", true)] // born today
    [InlineData("2026-10-06", false)]
    [InlineData("1906-10-05", true)]
    [InlineData("1906-10-04", false)]
    public void A_birth_date_is_one_of_a_living_person(string day, bool isPossible) =>
        AssertRule(isPossible, () => new IdentityFacts { BirthDate = DateOnly.Parse(day, null) }.Checked(Today), nameof(IdentityFacts.BirthDate));

    [Theory]
    [InlineData("1990-10-05", 36)]
    [InlineData("1990-10-06", 35)]
    [InlineData("2000-02-29", 26)]
    public void An_age_is_counted_by_birthdays(string born, int age) => Assert.Equal(age, IdentityFacts.AgeOn(Today, DateOnly.Parse(born, null)));

    [Theory]
    [InlineData("８１０−０００１", "810-0001")]
    [InlineData("8100001", "810-0001")]
    [InlineData(" ", "")]
    [InlineData("81000", null)]
    public void A_postal_code_has_seven_digits(string typed, string? kept)
    {
        AssertRule(kept is not null, () => new AddressFacts { PostalCode = typed }.Checked(Today), nameof(AddressFacts.PostalCode));
        if (kept is not null)
            Assert.Equal(kept, new AddressFacts { PostalCode = typed }.Checked(Today).PostalCode);
    }

    [Fact]
    public void Somebody_outside_the_city_has_no_ward_of_it() =>
        AssertRule(false, () => new AddressFacts { Ward = Ward.Chuo, IsOutside = true }.Checked(Today), nameof(AddressFacts.Ward));

    [Fact]
    public void Telephone_numbers_are_told_apart_by_their_digits_and_an_empty_line_is_none()
    {
        var phones = new PhoneFacts { Lines = [new("090-0000-0001", " 本人 "), new("", ""), new("092 000 0002", "母（取次可）")] }.Checked(Today);
        Assert.Equal([new("09000000001", "本人"), new("0920000002", "母（取次可）")], phones.Lines);
        AssertRule(false, () => new PhoneFacts { Lines = [new("090-0000-0001", ""), new("09000000001", "職場")] }.Checked(Today), nameof(PhoneFacts.Lines));
        AssertRule(false, () => new PhoneFacts { Lines = [new("12", "")] }.Checked(Today), nameof(PhoneFacts.Lines));
        AssertRule(false, () => new PhoneFacts { Lines = [new("", "職場")] }.Checked(Today), nameof(PhoneFacts.Lines));
    }

    [Theory]
    [InlineData("2026-10-05T09:59", false)] // Monday
    [InlineData("2026-10-05T10:00", true)]
    [InlineData("2026-10-05T14:59", true)]
    [InlineData("2026-10-05T15:00", false)]
    [InlineData("2026-10-06T20:00", true)] // Tuesday, the whole day
    public void Nobody_calls_on_the_days_and_in_the_hours_that_the_client_named(string at, bool isForbidden) => Assert.Equal(isForbidden,
        new ContactFacts { NoCallDays = [DayOfWeek.Tuesday], NoCall = [new("10:00", "15:00", [])] }.ForbidsCallAt(Japan(at)));

    [Fact]
    public void Hours_without_calls_pass_midnight_and_have_a_beginning_and_an_end()
    {
        var night = new ContactFacts { NoCall = [new("22:00", "7:00", [])] };
        Assert.True(night.ForbidsCallAt(Japan("2026-10-05T23:00")));
        Assert.True(night.ForbidsCallAt(Japan("2026-10-05T06:59")));
        Assert.False(night.ForbidsCallAt(Japan("2026-10-05T07:00")));
        AssertRule(false, () => new ContactFacts { NoCall = [new("22:00", "", [])] }.Checked(Today), nameof(ContactFacts.NoCall));
        AssertRule(false, () => new ContactFacts { NoCall = [new("9:00", "9時", [])] }.Checked(Today), nameof(ContactFacts.NoCall));
    }

    [Fact]
    public void Hours_without_calls_count_on_the_service_day_and_may_hold_on_some_days_only()
    {
        var friday = new ContactFacts { NoCall = [new("２２時", "2:00", [DayOfWeek.Friday])] }.Checked(Today);
        Assert.Equal("金 22:00〜26:00", $"{friday.NoCall[0]}");
        Assert.Equal(Japan("2026-10-10T02:00"), friday.NoCallEndAt(Japan("2026-10-09T22:00"))); // Friday evening until Saturday
        Assert.True(friday.ForbidsCallAt(Japan("2026-10-10T01:59")));
        Assert.False(friday.ForbidsCallAt(Japan("2026-10-10T02:00")));
        Assert.False(friday.ForbidsCallAt(Japan("2026-10-09T01:59"))); // the night before is Thursday's
        Assert.Equal("毎日 22:00〜翌7:00", $"{new ContactFacts { NoCall = [new("22:00", "7:00", [])] }.Checked(Today).NoCall[0]}");
    }

    [Fact]
    public void Who_was_not_asked_is_called_with_the_surname_only_and_nothing_is_left_on_the_machine()
    {
        var nothing = new ContactFacts();
        Assert.Equal((CallIntroduction.SurnameOnly, false), (nothing.IntroducesAs, nothing.MayLeaveVoicemail));
        AssertRule(false, () => new ContactFacts { Introduction = CallIntroduction.OwnWords }.Checked(Today), nameof(ContactFacts.OwnIntroduction));
    }

    [Fact]
    public void A_slip_of_the_finger_is_refused_beside_its_field()
    {
        AssertRule(false, () => new WorkFacts { WeeklyHours = 169 }.Checked(Today), nameof(WorkFacts.WeeklyHours));
        AssertRule(true, () => new WorkFacts { WeeklyHours = 168 }.Checked(Today), "");
        AssertRule(false, () => new MoneyFacts { SupportPerMonth = -1 }.Checked(Today), nameof(MoneyFacts.SupportPerMonth));
        AssertRule(false, () => new HouseholdFacts { Children = [new(2028, "")] }.Checked(Today), nameof(HouseholdFacts.Children));
        AssertRule(true, () => new HouseholdFacts { Children = [new(2027, "")] }.Checked(Today), ""); // expected
        AssertRule(false, () => new SkillFacts { Qualifications = [new("", 2020)] }.Checked(Today), nameof(SkillFacts.Qualifications));
        AssertRule(false, () => new MoneyFacts { Rent = -1 }.Checked(Today), nameof(MoneyFacts.Rent));
        AssertRule(false, () => new MoneyFacts { Spending = 100_000_000 }.Checked(Today), nameof(MoneyFacts.Spending));
        AssertRule(true, () => new MoneyFacts { Rent = 0, Spending = 0 }.Checked(Today), ""); // who lives with relatives pays none
        AssertRule(false, () => new WorkFacts { HourlyWage = 180_000 }.Checked(Today), nameof(WorkFacts.HourlyWage)); // a month's income
        AssertRule(true, () => new WorkFacts { HourlyWage = 99_999 }.Checked(Today), "");
        AssertRule(false, () => new WorkFacts { Career = new string('あ', 1001) }.Checked(Today), nameof(WorkFacts.Career));
        AssertRule(false, () => new HouseholdFacts { Helpers = new string('あ', 1001) }.Checked(Today), nameof(HouseholdFacts.Helpers));
        AssertRule(false, () => new HouseholdFacts { HousingWords = new string('あ', 1001) }.Checked(Today), nameof(HouseholdFacts.HousingWords));
        AssertRule(false, () => new SkillFacts { Studying = new string('あ', 101) }.Checked(Today), nameof(SkillFacts.Studying));
        AssertRule(false, () => new HealthFacts { OwnWords = new string('あ', 1001) }.Checked(Today), nameof(HealthFacts.OwnWords));
    }

    [Fact]
    public void Every_fact_is_optional()
    {
        foreach (var group in typeof(IFacts<>).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false }
            && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IFacts<>))))
            Assert.NotNull(group.GetMethod("Checked")!.Invoke(Activator.CreateInstance(group), [Today]));
    }

    [Fact]
    public void A_draft_keeps_the_lists_of_a_form()
    {
        var facts = new HouseholdFacts { Children = [new(2018, "学童"), new(null, "祖母")] };
        Assert.Equal(facts, JsonSerializer.Deserialize<HouseholdFacts>(JsonSerializer.Serialize(facts)));
    }

    [Fact]
    public void Each_purpose_says_for_what_it_is_asked_and_what_is_not_for_placement_says_so()
    {
        foreach (var purpose in Enum.GetValues<FactPurpose>())
            Assert.Equal(purpose.IsForSupport, purpose.AskedFor.Contains("職業紹介には使いません", StringComparison.Ordinal));
        Assert.Equal([FactPurpose.Household, FactPurpose.Money, FactPurpose.Health], Enum.GetValues<FactPurpose>().Where(p => p.IsForSupport));
    }

    private static void AssertRule(bool isKept, Action act, string field)
    {
        if (isKept)
            act();
        else
            Assert.Equal(field, Assert.Throws<RuleException>(act).Field);
    }
}
